// About what sick days cost, from what is written down of the weeks before. The expected pence are worked out by hand.
#include "plugins/employing/model/sick_estimate.hpp"
#include "app/server/json_reader.hpp"
#include "plugins/employing/api/figures_file.hpp"
#include "tests/support/family_sample.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

using namespace alongside;
using namespace alongside::employing;
using namespace alongside::testing;

namespace {

// Somebody at £13 an hour who works the same time on Mondays and Wednesdays, for years.
struct Weeks {
  WorkBook book;
  PayFigures figures;

  Weeks(const char* last_monday, std::uint16_t minutes_a_day) {
    const auto json = server::read_json_file(std::string(FIXTURES) + "/../../assets/payroll/figures.json", {});
    figures = parse_figures(json.value()).value();
    BookWorker worker;
    worker.id = id_number<DocumentId>(1);
    worker.worker.rate = Money::of_known(1300);
    worker.worker.starts = day_of("2024-01-01");
    book.workers.push_back(worker);
    for (int week = 0; week < 9; ++week) {
      const Date monday(day_of(last_monday).days() - 7 * week);
      add(monday, EntryKind::Worked, minutes_a_day);
      add(Date(monday.days() - 5), EntryKind::Worked, minutes_a_day);
    }
  }
  void add(Date day, EntryKind kind, std::uint16_t minutes) {
    BookEntry entry;
    entry.id = id_number<DocumentId>(static_cast<std::uint8_t>(2 + book.entries.size()));
    entry.entry.worker = book.workers.front().id;
    entry.entry.day = day;
    entry.entry.kind = kind;
    entry.entry.minutes = minutes;
    book.entries.push_back(entry);
  }
  void sick(const char* day) { add(day_of(day), EntryKind::Sick, 360); }
  std::optional<SickEstimate> estimate(const char* first, const char* last) {
    FigureReader reader(figures, day_of(last));
    return sick_estimate(reader, book, book.workers.front(), {day_of(first), day_of(last)});
  }
};

}  // namespace

TEST_CASE("a sick day costs its part of the week, from the first day on") {
  // 12 hours at £13 are £156 a week; 80 % is £124.80, above the flat £123.25; a half of that is £61.625.
  Weeks weeks("2026-11-23", 360);
  weeks.sick("2026-11-25");
  const auto sick = weeks.estimate("2026-11-02", "2026-11-29");
  REQUIRE(sick);
  CHECK(sick->days == 1);
  CHECK(sick->days_a_week == 2);
  CHECK(sick->week == 12325);
  CHECK(sick->due == 6163);
}

TEST_CASE("whoever earns little has a share of what they earn") {
  // 8 hours are £104 a week; 80 % is £83.20, two days of two are all of it.
  Weeks weeks("2026-11-16", 240);
  weeks.add(day_of("2026-11-18"), EntryKind::Worked, 240);
  weeks.sick("2026-11-23");
  weeks.sick("2026-11-25");
  CHECK(weeks.estimate("2026-11-02", "2026-11-29")->due == 8320);
}

TEST_CASE("each week is rounded by itself, and more days than the usual ones are not paid twice") {
  Weeks weeks("2026-11-09", 360);
  for (const char* day : {"2026-11-11", "2026-11-16", "2026-11-18"}) weeks.sick(day);
  // A half week, up to £61.63, and a whole one.
  CHECK(weeks.estimate("2026-11-02", "2026-11-29")->due == 6163 + 12325);
}

TEST_CASE("a day that is written down twice counts once") {
  Weeks weeks("2026-11-23", 360);
  weeks.sick("2026-11-25");
  weeks.sick("2026-11-25");
  CHECK(weeks.estimate("2026-11-02", "2026-11-29")->due == 6163);
}

TEST_CASE("before April 2026 three days waited, and below £125 a week there was none") {
  Weeks enough("2025-11-24", 360);
  for (const char* day : {"2025-11-26", "2025-12-01", "2025-12-03", "2025-12-08"}) enough.sick(day);
  // £118.75 a week; the fourth day alone: £59.375.
  CHECK(enough.estimate("2025-11-24", "2025-12-21")->due == 5938);
  Weeks little("2025-11-24", 240);
  little.sick("2025-11-26");
  const auto none = little.estimate("2025-11-24", "2025-12-21");
  REQUIRE(none);
  CHECK(none->week == 0);
  CHECK(none->due == 0);
}

TEST_CASE("who has begun since has their earnings spread over the days since then") {
  Weeks weeks("2026-11-23", 360);
  weeks.book.workers.front().worker.starts = day_of("2026-11-11");
  weeks.sick("2026-11-25");
  // 11, 16, 18 and 23 November, in 14 days: £312 x 7 / 14 = £156.
  CHECK(weeks.estimate("2026-11-02", "2026-11-29")->week == 12325);
}

TEST_CASE("without sick days, or without work before them, nothing is guessed") {
  Weeks weeks("2026-11-23", 360);
  CHECK_FALSE(weeks.estimate("2026-11-02", "2026-11-29"));
  weeks.book.entries.clear();
  weeks.sick("2026-11-25");
  CHECK_FALSE(weeks.estimate("2026-11-02", "2026-11-29"));
}
