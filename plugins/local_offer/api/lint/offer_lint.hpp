// OfferLint: what is missing, stale or thin in the local offer, for the council's staff: `council-api offer lint`.
// Looks at what families see; changes nothing.
#pragma once

#include "plugins/local_offer/api/lint/schedule_two.hpp"
#include "plugins/local_offer/model/service_detail.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

enum class LintRule : std::uint8_t {
  NeverChecked,
  Stale,     // checked more than twelve months ago
  Ageing,    // more than six
  NoAccess,  // a place where one goes, and not a word of how one gets in
  NoWho,
  NoWayIn,
  NoWhen,
  NoCost,
  NoContact,
  NoWhere,
};
inline constexpr std::size_t lint_rule_count = 10;
std::string_view name_of(LintRule rule);

struct LintService {
  std::string id;
  std::string name;
};

class OfferLint {
 public:
  explicit OfferLint(Date today) : today_(today) {}

  void look_at(const ServiceDetail& service);
  void look_at_all(const OfferList& offer, bool has_statement);

  std::string text() const;
  std::string json() const;

 private:
  Date today_;
  std::size_t services_ = 0;
  std::array<std::vector<LintService>, lint_rule_count> found_;
  std::vector<DutyFound> duties_;
  bool has_statement_ = false;
};

}  // namespace alongside::local_offer
