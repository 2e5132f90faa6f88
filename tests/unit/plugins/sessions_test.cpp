// The days on which a service is on: rules by week and month, dates, and the council's school holidays.
#include "plugins/local_offer/model/sessions.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::local_offer;

namespace {

Date day(const char* iso) { return Date::parse(iso).value(); }

const std::vector<wire::SchoolHoliday> christmas{
    {{"Christmas holidays", ""}, day("2026-12-19"), day("2027-01-03"), {}}};

Schedule weekly(std::uint8_t weekday) {
  Schedule schedule;
  schedule.freq = Frequency::Weekly;
  schedule.byday = {{0, weekday}};
  schedule.opens_at = 600;
  return schedule;
}

std::string days_of(const std::vector<Session>& sessions) {
  std::string text;
  for (const Session& session : sessions) text += session.day.iso().substr(5) + " ";
  return text;
}

std::string days_from(const Schedule& schedule, const char* first, const char* last,
                      const std::vector<wire::SchoolHoliday>& holidays = {}) {
  return days_of(sessions_between({schedule}, holidays, day(first), day(last)));
}

}  // namespace

TEST_CASE("every week, within its dates") {
  Schedule saturday = weekly(5);
  CHECK(days_from(saturday, "2026-11-22", "2026-12-12") == "11-28 12-05 12-12 ");
  saturday.valid_from = day("2026-12-01");
  saturday.valid_to = day("2026-12-05");
  CHECK(days_from(saturday, "2026-11-22", "2026-12-31") == "12-05 ");
}

TEST_CASE("every second week counts from where it began, and without a beginning nobody knows") {
  Schedule saturday = weekly(5);
  saturday.interval = 2;
  CHECK(days_from(saturday, "2026-11-22", "2026-12-31").empty());
  saturday.dtstart = day("2026-11-14");
  CHECK(days_from(saturday, "2026-11-22", "2026-12-31") == "11-28 12-12 12-26 ");
}

TEST_CASE("the second, the last, and a day of the month") {
  Schedule schedule;
  schedule.freq = Frequency::Monthly;
  schedule.byday = {{2, 5}};
  CHECK(days_from(schedule, "2026-11-01", "2027-01-31") == "11-14 12-12 01-09 ");
  schedule.byday = {{-1, 4}};
  CHECK(days_from(schedule, "2026-11-01", "2027-01-31") == "11-27 12-25 01-29 ");
  schedule.byday.clear();
  schedule.bymonthday = {31, -1};
  CHECK(days_from(schedule, "2026-11-01", "2027-01-31") == "11-30 12-31 01-31 ");
}

TEST_CASE("what runs in term time rests in the holidays, and a holiday club runs in nothing else") {
  Schedule saturday = weekly(5);
  saturday.notes = "Term time";
  CHECK(days_from(saturday, "2026-12-06", "2027-01-10", christmas) == "12-12 01-09 ");
  saturday.notes = "School holidays";
  CHECK(days_from(saturday, "2026-12-06", "2027-01-10", christmas) == "12-19 12-26 01-02 ");
  CHECK(days_from(saturday, "2026-12-06", "2026-12-20") == "12-12 12-19 ");  // a council that says no holidays
  saturday.notes = "All year";
  CHECK(days_from(saturday, "2026-12-06", "2026-12-31", christmas) == "12-12 12-19 12-26 ");
}

TEST_CASE("something that is once, and something that says too little") {
  Schedule once;
  once.valid_from = once.valid_to = day("2026-12-05");
  CHECK(days_from(once, "2026-11-22", "2026-12-31") == "12-05 ");
  Schedule vague;
  vague.description = "Ring us";
  CHECK(days_from(vague, "2026-11-22", "2026-12-31").empty());
}

TEST_CASE("the calendar has this week from today on and five more, with the holiday that is in them") {
  const auto weeks = calendar_of({weekly(5), weekly(5)}, christmas, day("2026-11-22"));
  REQUIRE(weeks.size() == calendar_weeks);
  CHECK(weeks[0].monday == day("2026-11-16"));
  CHECK(weeks[0].sessions.empty());               // the Saturday of this week is over
  CHECK(days_of(weeks[1].sessions) == "11-28 ");  // the same session twice is one
  CHECK(weeks[4].holiday == nullptr);
  REQUIRE(weeks[5].holiday);
  CHECK(weeks[5].holiday->name.en == "Christmas holidays");
}
