#include "plugins/local_offer/pages/schedule_words.hpp"

#include "app/ui/ui.hpp"
#include "plugins/local_offer/model/freshness.hpp"
#include "plugins/local_offer/pages/day_words.hpp"
#include "plugins/service/words.hpp"
#include "tests/support/ui_harness.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::local_offer;

namespace {

std::string in(ui::Language language, const Schedule& schedule) {
  testing::UiHarness harness(360, 800);
  harness.words().add(service_words);
  harness.words().use(language);
  std::string text;
  harness.frame([&](ui::Ui& ui) { text = schedule_text(ui, schedule); });
  return text;
}

std::string english(const Schedule& schedule) { return in(ui::Language::English, schedule); }

}  // namespace

TEST_CASE("weekly schedules read as days and hours") {
  Schedule schedule;
  schedule.freq = Frequency::Weekly;
  schedule.byday = {{0, 0}, {0, 1}, {0, 2}, {0, 3}, {0, 4}};
  schedule.opens_at = 15 * 60 + 30;
  schedule.closes_at = 18 * 60;
  CHECK(english(schedule) == "Monday to Friday, 3:30pm to 6pm");
  schedule.byday = {{0, 5}, {0, 6}};
  schedule.interval = 2;
  CHECK(english(schedule) == "Every 2 weeks: Saturday, Sunday, 3:30pm to 6pm");
}

TEST_CASE("monthly schedules name which day of the month") {
  Schedule schedule;
  schedule.freq = Frequency::Monthly;
  schedule.byday = {{1, 5}, {-1, 4}};
  schedule.opens_at = 10 * 60;
  CHECK(english(schedule) == "First Saturday, Last Friday of each month, from 10am");
}

TEST_CASE("an empty schedule says nothing") { CHECK(english(Schedule{}).empty()); }

TEST_CASE("freshness counts in the unit people use, and asks to ring first from half a year") {
  const Date today = Date::parse("2026-11-22").value();
  const auto fresh = [&](int days) { return freshness_of(Date(today.days() - days), today); };
  CHECK(fresh(0).unit == AgoUnit::Today);
  CHECK(fresh(-5).unit == AgoUnit::Today);
  CHECK(fresh(60).unit == AgoUnit::Days);
  CHECK(fresh(61).unit == AgoUnit::Months);
  CHECK(fresh(61).count == 2);
  CHECK_FALSE(fresh(182).ring_first);
  CHECK(fresh(183).ring_first);
  CHECK(fresh(800).unit == AgoUnit::Years);
  CHECK(freshness_of({}, today).ring_first);
}
