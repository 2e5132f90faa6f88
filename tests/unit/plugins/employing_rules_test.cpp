#include "app/base/csv.hpp"
#include "app/wire/payload.hpp"
#include "plugins/employing/model/payroll_file.hpp"
#include "plugins/employing/model/typed.hpp"
#include "plugins/employing/model/work_rules.hpp"
#include "plugins/employing/model/worker_form.hpp"
#include "tests/support/family_sample.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::employing;
using namespace alongside::testing;

namespace {

const Date work_today = day_of("2026-11-22");
const DocumentId mo_id = id_number<DocumentId>(1);

Worker mo() {
  Worker worker;
  worker.name = "Mo Carter";
  worker.rate = Money::of_known(1300);
  worker.starts = day_of("2026-11-02");
  return worker;
}

RecordHours three_hours(const char* day = "2026-11-20") {
  RecordHours hours;
  hours.worker = mo_id;
  hours.day = day_of(day);
  hours.minutes = 180;
  return hours;
}

BookEntry entry_number(std::uint8_t number, const RecordHours& hours) {
  BookEntry entry;
  entry.id = id_number<DocumentId>(number);
  entry.entry = entry_of(hours, sam, number);
  return entry;
}

WorkBook book_with(std::vector<BookEntry> entries) {
  WorkBook book;
  book.workers.push_back({mo_id, {1, {}}, riley, mo(), Progress::WithCouncil});
  book.entries = std::move(entries);
  return book;
}

BookChange change_number(std::uint8_t number, AnyChange change, Progress progress = Progress::OnDevice) {
  BookChange made;
  made.id = id_number<OperationId>(number);
  made.subject = riley;
  made.day = work_today;
  made.progress = progress;
  made.change = std::move(change);
  return made;
}

ConfirmHours says(std::vector<DocumentId> entries, WorkerSays what = WorkerSays::Right, std::string words = {}) {
  return {mo_id, std::move(entries), what, std::move(words), {}};
}

const PayDays november{day_of("2026-11-02"), day_of("2026-11-29")};

}  // namespace

TEST_CASE("a worker needs a name, a rate and likely days") {
  CHECK_FALSE(check(mo(), work_today));
  Worker worker = mo();
  worker.name = "  ";
  CHECK(check(worker, work_today) == WorkFault::NoName);
  worker.name = std::string("Mo\x01");
  CHECK(check(worker, work_today) == WorkFault::BadText);
  worker = mo();
  worker.rate = Money();
  CHECK(check(worker, work_today) == WorkFault::BadRate);
  worker.rate = Money::of_known(Worker::most_rate + 1);
  CHECK(check(worker, work_today) == WorkFault::BadRate);
  worker = mo();
  worker.ends = day_of("2026-11-01");
  CHECK(check(worker, work_today) == WorkFault::BadDays);
  worker.ends = worker.starts;
  CHECK_FALSE(check(worker, work_today));
}

TEST_CASE("a birth date is asked of somebody young only, and of nobody else kept") {
  Worker worker = mo();
  worker.age = WorkerAge::Young;
  CHECK(check(worker, work_today) == WorkFault::NoBirth);
  worker.birth = day_of("2014-11-22");
  CHECK(check(worker, work_today) == WorkFault::BadBirth);
  worker.birth = day_of("2006-11-22");
  CHECK_FALSE(check(worker, work_today));
  CHECK(tidied(worker).birth == worker.birth);
  worker.age = WorkerAge::From22;
  worker.apprentice = Apprentice::Yes;
  CHECK_FALSE(tidied(worker).birth);
  CHECK(tidied(worker).apprentice == Apprentice::No);
}

TEST_CASE("a day has no more than 24 hours, whatever is there already") {
  RecordHours hours = three_hours();
  CHECK_FALSE(check(hours, mo(), work_today, 24 * 60 - 180));
  CHECK(check(hours, mo(), work_today, 24 * 60 - 179) == WorkFault::TooMuchTime);
  hours.minutes = 0;
  CHECK(check(hours, mo(), work_today, 0) == WorkFault::NoTime);
  hours.miles = 4;
  CHECK_FALSE(check(hours, mo(), work_today, 0));
}

TEST_CASE("hours lie between the first and the last day of work, and not in the future") {
  Worker worker = mo();
  CHECK(check(three_hours("2026-11-01"), worker, work_today, 0) == WorkFault::BeforeStart);
  CHECK_FALSE(check(three_hours("2026-11-02"), worker, work_today, 0));
  CHECK_FALSE(check(three_hours("2026-11-22"), worker, work_today, 0));
  CHECK(check(three_hours("2026-11-23"), worker, work_today, 0) == WorkFault::TooFarAhead);
  worker.ends = day_of("2026-11-19");
  CHECK(check(three_hours(), worker, work_today, 0) == WorkFault::AfterEnd);
}

TEST_CASE("a correction says why, and one to no time takes the entry away") {
  RecordHours hours = three_hours();
  hours.replaces = id_number<DocumentId>(9);
  hours.minutes = 0;
  CHECK(check(hours, mo(), work_today, 0) == WorkFault::NoReason);
  hours.reason = "She was ill";
  CHECK_FALSE(check(hours, mo(), work_today, 0));
  const WorkBook book = finished(book_with({entry_number(9, three_hours()), entry_number(10, hours)}), {});
  CHECK(book.counted(mo_id, november).empty());
  CHECK(book.entries.size() == 2);  // and both stay on record
}

TEST_CASE("a correction counts in place of what it corrects, once") {
  RecordHours hours = three_hours();
  hours.replaces = id_number<DocumentId>(9);
  hours.reason = "Until six";
  hours.minutes = 240;
  const BookChange change = change_number(10, hours);
  const WorkBook book = finished(book_with({entry_number(9, three_hours())}), std::vector{change, change});
  CHECK(pay_time(book.counted(mo_id, november)).worked == 240);
  CHECK(book.minutes_on(mo_id, day_of("2026-11-20"), {}) == 240);
  CHECK(book.minutes_on(mo_id, day_of("2026-11-20"), id_number<DocumentId>(10)) == 0);
}

TEST_CASE("what the worker says counts for the hours they saw, and a correction is to be confirmed again") {
  const DocumentId first = id_number<DocumentId>(9);
  std::vector<BookChange> changes = {change_number(20, says({first}))};
  WorkBook book = finished(book_with({entry_number(9, three_hours())}), changes);
  CHECK(book.find_entry(first)->confirmed == Confirmed::Right);

  RecordHours hours = three_hours();
  hours.replaces = first;
  hours.reason = "Until six";
  changes.push_back(change_number(21, hours));
  book = finished(book_with({entry_number(9, three_hours())}), changes);
  REQUIRE(book.counted(mo_id, november).size() == 1);
  CHECK(book.counted(mo_id, november)[0]->confirmed == Confirmed::NotYet);
}

TEST_CASE("something wrong is said in words, and stands until the hours are right") {
  CHECK(check(says({})) == WorkFault::NoEntries);
  const DocumentId first = id_number<DocumentId>(9);
  CHECK(check(says({first}, WorkerSays::Wrong, " ")) == WorkFault::NoWords);
  CHECK_FALSE(check(says({first}, WorkerSays::Wrong, "Until six")));
  CHECK(check(says(std::vector<DocumentId>(101, first))) == WorkFault::NoEntries);
  std::vector<BookChange> changes = {change_number(20, says({first}, WorkerSays::Wrong, "Until six"))};
  WorkBook book = finished(book_with({entry_number(9, three_hours())}), changes);
  CHECK(book.find_entry(first)->confirmed == Confirmed::Wrong);
  CHECK(book.find_entry(first)->words == "Until six");
  changes.push_back(change_number(21, says({first})));
  book = finished(book_with({entry_number(9, three_hours())}), changes);
  CHECK(book.find_entry(first)->confirmed == Confirmed::Right);
}

TEST_CASE("a refused change is told and not made") {
  const BookChange change = change_number(9, three_hours(), Progress::Refused);
  const WorkBook book = finished(book_with({}), std::span(&change, 1));
  CHECK(book.entries.empty());
  CHECK(book.refused.size() == 1);
}

TEST_CASE("pay periods follow each other without a gap or an overlap") {
  for (const PayPeriod period : {PayPeriod::Week, PayPeriod::FourWeeks, PayPeriod::Month}) {
    Date day = day_of("2023-12-20");
    for (int i = 0; i < 800; ++i, day = Date(day.days() + 1)) {
      const PayDays days = pay_days(period, day_of("2026-11-02"), day);
      REQUIRE(days.holds(day));
      REQUIRE(pay_days(period, day_of("2026-11-02"), days.first) == days);
      REQUIRE(pay_days(period, day_of("2026-11-02"), Date(days.last.days() + 1)).first.days() == days.last.days() + 1);
    }
  }
}

TEST_CASE("the payroll file is a table without formulas") {
  RecordHours hours = three_hours();
  hours.note = "=HYPERLINK(\"http://evil\")";
  hours.miles = 6;
  RecordHours odd = three_hours("2026-11-21");
  odd.note = "swim, then \"tea\"";
  const WorkBook book = finished(book_with({entry_number(9, hours), entry_number(10, odd)}),
                                 std::vector{change_number(20, says({id_number<DocumentId>(9)}))});
  CHECK(payroll_file(book, book.workers[0], november) ==
        "\xEF\xBB\xBFworker,first_day,last_day,day,kind,time,minutes,rate,miles,mile_rate,confirmed,worker_says,note,"
        "corrected_because\r\n"
        "Mo Carter,2026-11-02,2026-11-29,2026-11-20,worked,3:00,180,13.00,6,0.00,yes,,"
        "\"'=HYPERLINK(\"\"http://evil\"\")\",\r\n"
        "Mo Carter,2026-11-02,2026-11-29,2026-11-21,worked,3:00,180,13.00,0,0.00,no,,\"swim, then \"\"tea\"\"\",\r\n");
  for (const char* start : {"=1", "+1", "-1", "@a", "\ta", "\ra"}) {
    const std::string cell = csv_cell(start);
    CHECK(cell[cell.front() == '"' ? 1 : 0] == '\'');
  }
}

TEST_CASE("times, days and pounds are read as people type them") {
  for (const auto& [typed, minutes] : {std::pair{"3", 180},
                                       {"3:30", 210},
                                       {"3.5", 210},
                                       {"3h 30", 210},
                                       {"45m", 45},
                                       {"45 min", 45},
                                       {" 0 ", 0},
                                       {"3 hours 5 mins", 185}}) {
    INFO(typed);
    CHECK(read_time(typed) == minutes);
  }
  for (const char* typed : {"", "x", "3:75", "3.333", "-3", "3:30:00", "1e3", "99999999999999999999"}) {
    INFO(typed);
    CHECK_FALSE(read_time(typed));
  }
  for (const char* typed : {"22 11 2026", "22/11/2026", "22.11.2026", "2026-11-22", " 22-11-2026 "})
    CHECK(read_day(typed) == work_today);
  for (const char* typed : {"22 11 26", "31 11 2026", "22 11", "November", "22 11 20266"}) CHECK_FALSE(read_day(typed));
  CHECK(read_pounds("£13.50") == Money::of_known(1350));
  CHECK_FALSE(read_pounds("13,50"));
  CHECK(typed_day(day_of("2026-01-02")) == "02 01 2026");
}

TEST_CASE("a worker's form is read as it was written") {
  Worker worker = mo();
  worker.age = WorkerAge::Young;
  worker.birth = day_of("2006-11-22");
  worker.mile_rate = Money::of_known(45);
  worker.holiday = HolidayPay::WithPay;
  worker.pension = PensionChoice::Joined;
  worker.allowance = AllowanceClaim::Yes;
  worker.period = PayPeriod::Month;
  worker.ends = day_of("2027-07-20");
  const auto read = read_form(form_of(worker), work_today);
  REQUIRE(std::holds_alternative<Worker>(read));
  CHECK(wire::encode_payload(std::get<Worker>(read)) == wire::encode_payload(worker));

  WorkerForm form = empty_form(work_today);
  form.rate = "lots";
  form.starts = "soon";
  const auto wrong = read_form(form, work_today);
  REQUIRE(std::holds_alternative<std::vector<WorkerMistake>>(wrong));
  const auto& mistakes = std::get<std::vector<WorkerMistake>>(wrong);
  REQUIRE(mistakes.size() == 3);
  CHECK(mistakes[0].field == WorkerField::Name);
  CHECK(mistakes[1].field == WorkerField::Rate);
  CHECK(mistakes[2].field == WorkerField::Starts);
}
