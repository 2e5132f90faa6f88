// Returns as an officer reads them on a terminal, or another program as JSON. Lists name nobody; one return shown as a
// whole has the family's words in it. Used by the council's verbs.
#pragma once

#include "plugins/direct_payments/api/returns/return_shelf.hpp"
#include "plugins/direct_payments/api/spending/question_shelf.hpp"

#include <optional>
#include <string>
#include <vector>

namespace alongside::direct_payments {

struct ReturnList {
  std::vector<KeptReturn> returns;
  std::vector<MissingReturn> missing;
  Date today;
  std::uint16_t send_within_days = 0;  // 0: the council has not said
};

std::string list_text(const ReturnList& list);
std::string list_json(const ReturnList& list);
// `answered`: what the council answered in writing about this money by the period's last day.
std::string return_text(const KeptReturn& one, const std::vector<KeptQuestion>& answered);
std::string return_json(const KeptReturn& one, const std::vector<KeptQuestion>& answered);

}  // namespace alongside::direct_payments
