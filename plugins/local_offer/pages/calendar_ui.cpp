// calendar_ui of the service screen: the next times it is on, and the weeks to come with the school holidays in them.
#include "app/plugin_api/council_ui.hpp"
#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "plugins/local_offer/model/service_detail.hpp"
#include "plugins/local_offer/model/sessions.hpp"
#include "plugins/local_offer/pages/schedule_words.hpp"
#include "plugins/local_offer/pages/service_sections.hpp"

#include <string>

namespace alongside::local_offer {

using namespace ui::literals;

namespace {

std::string session_text(const ui::Ui& ui, const Session& session) {
  const std::string day = ui::format_day(ui.language(), session.day);
  const std::string hours = hours_text(ui, session.opens_at, session.closes_at);
  return hours.empty() ? day : day + ", " + hours;
}

void next_ui(ui::Ui& ui, const std::vector<CalendarWeek>& weeks) {
  ui.text(ui.tr("service.when.next"_t), ui::TextLook::Strong, ui::Icon::Clock);
  const auto list = ui.list("next", ui.tr("service.when.next"_t), ui::ListLook::Bullets);
  std::uint64_t shown = 0;
  for (const CalendarWeek& week : weeks) {
    for (const Session& session : week.sessions) {
      if (shown == next_sessions) return;
      const auto item = ui.list_item(ui::Key("session", shown++));
      ui.text(session_text(ui, session));
    }
  }
}

std::string week_text(const ui::Ui& ui, const CalendarWeek& week) {
  std::string text;
  Date last;
  for (const Session& session : week.sessions) {
    if (!text.empty() && session.day == last) continue;
    last = session.day;
    if (!text.empty()) text += ", ";
    text +=
        std::string(ui::weekday_name(ui.language(), session.day.weekday())) + " " + std::to_string(session.day.day());
  }
  if (text.empty()) text = ui.tr("service.when.not_on"_t);
  return week.holiday ? text + " (" + bilingual(week.holiday->name, ui.language()) + ")" : text;
}

}  // namespace

void calendar_ui(ui::Ui& ui, const ServiceDetail& service, const wire::Council& council, Date today) {
  const auto weeks = calendar_of(service.schedules, council.school_holidays, today);
  bool is_on = false;
  for (const CalendarWeek& week : weeks) is_on |= !week.sessions.empty();
  if (!is_on) return;
  next_ui(ui, weeks);
  ui.heading(3, ui.tr("service.when.weeks_title"_t));
  const auto list = ui.description_list("weeks");
  for (const CalendarWeek& week : weeks) {
    const std::string first =
        std::to_string(week.monday.day()) + " " + std::string(ui::month_name(ui.language(), week.monday.month()));
    ui.description(ui::Key("week", static_cast<std::uint64_t>(week.monday.days())), ui::Icon::None,
                   ui.tr("service.when.week"_t, {{"day", first}}), week_text(ui, week));
  }
}

}  // namespace alongside::local_offer
