#include "app/client/account/share_end.hpp"

#include "app/ui/format.hpp"

#include <algorithm>

namespace alongside::client {

using namespace ui::literals;

std::vector<ui::Choice> share_end_choices(const ui::Ui& ui, Date today, std::optional<Date> now) {
  std::vector<ui::Choice> choices{{share_end_value({}), ui.tr("shell.sharing.no_end"_t)}};
  const auto day_of = [&ui](Date until) { return ui::format_short_date(ui.language(), until); };
  for (const int weeks : {1, 4, 12, 26}) {
    const Date until(today.days() + 7 * weeks);
    choices.push_back(
        {share_end_value(until), ui.plural("shell.sharing.for_weeks"_t, weeks, {{"day", day_of(until)}})});
  }
  const Date next_year(today.days() + 365);
  choices.push_back({share_end_value(next_year), ui.tr("shell.sharing.for_a_year"_t, {{"day", day_of(next_year)}})});
  if (std::ranges::find(choices, share_end_value(now), &ui::Choice::value) != choices.end()) return choices;
  choices.push_back({share_end_value(now), ui.tr("shell.sharing.until"_t, {{"day", day_of(*now)}})});
  return choices;
}

std::string share_end_value(std::optional<Date> until) { return until ? until->iso() : std::string(); }

std::optional<Date> share_end_from(std::string_view value) {
  const auto day = Date::parse(value);
  return day.ok() ? std::optional(day.value()) : std::nullopt;
}

}  // namespace alongside::client
