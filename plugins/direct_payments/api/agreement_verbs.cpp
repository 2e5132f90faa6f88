#include "plugins/direct_payments/api/agreement_verbs.hpp"

#include "app/base/clock.hpp"
#include "app/base/cycle.hpp"
#include "app/server/feature.hpp"
#include "plugins/direct_payments/api/coming_of_age.hpp"
#include "plugins/direct_payments/api/take_up.hpp"

#include <charconv>
#include <span>
#include <string>

namespace alongside::direct_payments {
namespace {

using Arguments = std::span<const std::string>;
using server::VerbArgumentKind;
using server::VerbArgumentUse;

// Of whole months that are over: two reports a day apart would tell of the family between them.
Result<std::string> figures(const server::FeatureContext& context, const std::string& month, bool as_json_text) {
  const auto first = Date::parse(month + "-01");
  if (!first.ok()) return Error{ErrorCode::InvalidInput, "write a month, like 2026-11"};
  const Date last(cycle_day({first.value(), 0, 1}, 1).days() - 1);
  if (last >= context.clock.today()) return Error{ErrorCode::InvalidInput, month + " is not over yet"};
  const TakeUp take_up = ALONGSIDE_TRY(count_take_up(context, first.value(), last));
  const server::DisclosureLimits& limits = context.council.disclosure;
  return as_json_text ? as_json(take_up, limits) : as_text(take_up, limits);
}

Result<std::string> birthdays(const server::FeatureContext& context, const std::string& typed) {
  constexpr std::int32_t usual = 12;
  constexpr std::int32_t most = 60;
  std::int32_t months = usual;
  const char* end = typed.data() + typed.size();
  const auto read = std::from_chars(typed.data(), end, months);
  const bool is_good = typed.empty() || (read.ec == std::errc() && read.ptr == end && months >= 1 && months <= most);
  if (!is_good) return Error{ErrorCode::InvalidInput, "write how many months to look ahead, from 1 to 60"};
  return list_birthdays(context, months);
}

}  // namespace

void add_agreement_verbs(server::Verbs& verbs, const server::FeatureContext& context) {
  verbs.add_public(
      server::Role::Anybody,
      {"agreement",
       "figures",
       "How many families have a direct payment in a month that is over, of which kinds, and what was spent on what."
       " What few families stand behind is not shown.",
       {{"MONTH", "like 2026-11"},
        {"--json", "as JSON, money in whole pounds", VerbArgumentKind::Text, VerbArgumentUse::Flag}},
       [&context](Arguments arguments) { return figures(context, arguments[0], !arguments[1].empty()); }});
  verbs.add(
      server::Role::Money,
      {"agreement",
       "birthdays",
       "Agreements whose child becomes 16, when they may be paid themselves, or 18, when the law for adults begins.",
       {{"--months", "how far ahead, 12 when it is not given", VerbArgumentKind::Text, VerbArgumentUse::Optional}},
       [&context](Arguments arguments) { return birthdays(context, arguments[0]); }});
}

}  // namespace alongside::direct_payments
