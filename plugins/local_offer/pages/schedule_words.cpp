#include "plugins/local_offer/pages/schedule_words.hpp"

#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "plugins/local_offer/model/terms.hpp"
#include "plugins/local_offer/pages/day_words.hpp"

namespace alongside::local_offer {

using namespace ui::literals;

namespace {

std::string nth_text(const ui::Ui& ui, int nth) {
  switch (nth) {
    case 1: return ui.tr("service.nth.first"_t);
    case 2: return ui.tr("service.nth.second"_t);
    case 3: return ui.tr("service.nth.third"_t);
    case 4: return ui.tr("service.nth.fourth"_t);
    case 5: return ui.tr("service.nth.fifth"_t);
    default: return ui.tr("service.nth.last"_t);
  }
}

std::string monthly_text(const ui::Ui& ui, const Schedule& schedule) {
  std::string days;
  for (const DayRule& rule : schedule.byday) {
    if (!days.empty()) days += ", ";
    const std::string day = day_name(ui, rule.weekday);
    days += rule.nth == 0 ? day : ui.tr("service.nth"_t, {{"nth", nth_text(ui, rule.nth)}, {"day", day}});
  }
  for (const std::int8_t day : schedule.bymonthday) {
    if (!days.empty()) days += ", ";
    days += ui.tr("service.month_day"_t, {{"day", std::to_string(day)}});
  }
  return ui.tr("service.when.monthly"_t, {{"days", days}});
}

std::string weekly_text(const ui::Ui& ui, const Schedule& schedule) {
  std::uint8_t days = 0;
  for (const DayRule& rule : schedule.byday) days |= static_cast<std::uint8_t>(1u << rule.weekday % 7);
  std::string text = days_text(ui, days);
  if (schedule.interval <= 1 || text.empty()) return text;
  return ui.plural("service.when.weeks"_t, schedule.interval) + ": " + text;
}

}  // namespace

std::string hours_text(const ui::Ui& ui, std::optional<std::uint16_t> opens_at,
                       std::optional<std::uint16_t> closes_at) {
  if (!opens_at) return {};
  const std::string opens = ui::format_time(ui.language(), *opens_at);
  if (!closes_at) return ui.tr("service.when.from"_t, {{"from", opens}});
  return ui.tr("service.when.hours"_t, {{"from", opens}, {"to", ui::format_time(ui.language(), *closes_at)}});
}

std::string schedule_text(const ui::Ui& ui, const Schedule& schedule) {
  const bool is_monthly =
      schedule.freq == Frequency::Monthly && !(schedule.byday.empty() && schedule.bymonthday.empty());
  std::string text = is_monthly ? monthly_text(ui, schedule) : weekly_text(ui, schedule);
  const std::string hours = hours_text(ui, schedule.opens_at, schedule.closes_at);
  if (!text.empty() && !hours.empty()) text += ", ";
  return text + hours;
}

std::string validity_text(const ui::Ui& ui, const Schedule& schedule) {
  if (schedule.valid_from && schedule.valid_to) {
    if (*schedule.valid_from == *schedule.valid_to) return ui::format_short_date(ui.language(), *schedule.valid_from);
    return ui.tr("service.when.between"_t, {{"from", ui::format_short_date(ui.language(), *schedule.valid_from)},
                                            {"to", ui::format_short_date(ui.language(), *schedule.valid_to)}});
  }
  if (schedule.valid_from)
    return ui.tr("service.when.since"_t, {{"from", ui::format_short_date(ui.language(), *schedule.valid_from)}});
  if (schedule.valid_to)
    return ui.tr("service.when.until"_t, {{"to", ui::format_short_date(ui.language(), *schedule.valid_to)}});
  return {};
}

}  // namespace alongside::local_offer
