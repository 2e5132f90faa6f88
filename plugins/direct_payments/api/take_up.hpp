// TakeUp: how many families have a direct payment, of which kinds, and what it was spent on in a month, for a council's
// committee. Where few families stand behind a number it is hidden, and so is what it could be worked out from. Made by
// `agreement figures`.
#pragma once

#include "app/base/date.hpp"
#include "app/base/result.hpp"
#include "app/server/council_config.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace alongside::server {
struct FeatureContext;
}

namespace alongside::direct_payments {

struct TakeUpCell {
  std::string name;
  std::size_t families = 0;
  std::int64_t pence = 0;  // of money; 0 where families are counted
  bool is_hidden = false;
};

enum class TakeUpOf : std::uint8_t { Families, Money };

struct TakeUpTable {
  std::string name;  // "paid to"
  TakeUpOf of = TakeUpOf::Families;
  std::vector<TakeUpCell> cells;
};

struct TakeUp {
  Date first;  // of the month
  Date last;
  std::size_t families = 0;  // with an agreement that runs on its last day
  bool are_too_few = false;  // then there is nothing else
  std::vector<TakeUpTable> tables;
};

Result<TakeUp> count_take_up(const server::FeatureContext& context, Date first, Date last);

// Hides what few stand behind, and more of the table until what is hidden together is no longer few.
void hide_few(TakeUpTable& table, const server::DisclosureLimits& limits);

std::string as_text(const TakeUp& take_up, const server::DisclosureLimits& limits);
std::string as_json(const TakeUp& take_up, const server::DisclosureLimits& limits);

}  // namespace alongside::direct_payments
