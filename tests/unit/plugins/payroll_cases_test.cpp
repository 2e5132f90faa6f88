// Every line of tests/fixtures/payroll/cases.csv, against the figures of assets/payroll/figures.json. The expected
// values were worked out by hand or published by others; none was computed by this program.
#include "app/base/text.hpp"
#include "app/server/json_reader.hpp"
#include "plugins/employing/api/figures_file.hpp"
#include "plugins/employing/model/figure_names.hpp"
#include "plugins/employing/model/leave_pay.hpp"
#include "plugins/employing/model/rounding.hpp"
#include "plugins/employing/model/typed.hpp"
#include "plugins/employing/model/year_cost.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <string>

using namespace alongside;
using namespace alongside::employing;

namespace {

const PayFigures& figures_of_country() {
  static const PayFigures figures = [] {
    const auto json = server::read_json_file(std::string(FIXTURES) + "/../../assets/payroll/figures.json", {});
    REQUIRE(json.ok());
    const auto parsed = parse_figures(json.value());
    REQUIRE_MESSAGE(parsed.ok(), (parsed.ok() ? "" : parsed.error().detail));
    return parsed.value();
  }();
  return figures;
}

struct Case {
  std::map<std::string, std::string> cells;  // by the name of the column

  const std::string& operator[](const char* column) const { return cells.at(column); }
  std::int64_t pounds(const char* column) const { return Money::parse(cells.at(column)).value().pence(); }
  std::int64_t minutes() const { return read_time(cells.at("hours")).value(); }
  std::int64_t whole(const char* column) const {
    const std::string& text = cells.at(column);
    return text.empty() ? 0 : std::stoll(text);
  }
  Date day() const { return Date::parse(cells.at("day")).value(); }
  PayPeriod period() const {
    const std::string& word = cells.at("paid");
    return word == "week" ? PayPeriod::Week : word == "month" ? PayPeriod::Month : PayPeriod::FourWeeks;
  }
  bool also(const char* word) const { return cells.at("also") == word; }

  // "over 22", "pension age", "born 2005-11-22" or "apprentice born 2005-11-22".
  Worker worker() const {
    Worker worker;
    std::string who = cells.at("who");
    worker.period = period();
    if (!cells.at("rate").empty()) worker.rate = Money::of_known(pounds("rate"));
    if (who == "pension age") worker.age = WorkerAge::PensionAge;
    if (who.starts_with("apprentice ")) {
      worker.apprentice = Apprentice::Yes;
      who = who.substr(11);
    }
    if (who.starts_with("born ")) {
      worker.age = WorkerAge::Young;
      worker.birth = Date::parse(who.substr(5)).value();
    }
    if (also("allowance")) worker.allowance = AllowanceClaim::Yes;
    if (also("joined")) worker.pension = PensionChoice::Joined;
    if (also("with pay")) worker.holiday = HolidayPay::WithPay;
    return worker;
  }
};

// The last column may hold commas and stands in quotes; no other does.
std::vector<Case> all_cases() {
  std::ifstream in(std::string(FIXTURES) + "/payroll/cases.csv", std::ios::binary);
  std::string line;
  REQUIRE(std::getline(in, line));
  std::vector<std::string> columns;
  for (const std::string_view column : split(line, ',')) columns.emplace_back(column);
  std::vector<Case> cases;
  while (std::getline(in, line)) {
    Case one;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::size_t comma = i + 1 == columns.size() ? line.size() : line.find(',');
      REQUIRE_MESSAGE(comma != std::string::npos, line);
      one.cells[columns[i]] = line.substr(0, comma);
      line.erase(0, comma + 1);
    }
    cases.push_back(std::move(one));
  }
  return cases;
}

std::string pounds_text(std::int64_t pence) {
  const std::string digits = std::to_string(pence % 100);
  return std::to_string(pence / 100) + (digits.size() == 1 ? ".0" : ".") + digits;
}

std::string duty_text(PensionDuty duty) {
  constexpr const char* names[] = {"enrol", "may join", "may join unpaid", "none"};
  return names[static_cast<unsigned>(duty)];
}

std::string wage_text(const Case& one, FigureReader& figures) {
  const auto wage = minimum_wage(figures, one.worker(), one.day());
  return wage ? pounds_text(*wage) : "none";
}

// "50.156" pounds as hundredths of a penny.
std::int64_t hundredths_of_a_penny(std::string text) {
  const std::size_t point = text.find('.');
  text.resize(point + 5, '0');
  return std::stoll(text.erase(point, 1));
}

PayCost cost_of(const Case& one, FigureReader& figures) {
  const std::int64_t left = one["number"].empty() ? figures.read(FigureName::EmploymentAllowance) : one.whole("number");
  PayTime time;
  time.worked = one.minutes();
  return pay_cost(figures, one.worker(), time, left);
}

YearCost year_of(const Case& one, FigureReader& figures) {
  YearPlan plan;
  plan.minutes_a_week = one.minutes();
  plan.weeks = one.whole("number");
  plan.cover = one.also("cover") ? YearPlan::Cover::Yes : YearPlan::Cover::No;
  return year_cost(figures, one.worker(), plan, one.day());
}

std::string hour_text(std::int64_t minutes) {
  return std::to_string(minutes / 60) + ":" + (minutes % 60 ? "??" : "00");
}

using Answer = std::function<std::string(const Case&, FigureReader&)>;
const std::map<std::string, Answer>& answers() {
  using C = const Case&;
  using F = FigureReader&;
  const auto insurance = [](C one, F figures) {
    return national_insurance(letter_named(one["who"]).value(), one.pounds("pay"), nic_rates(figures, one.period()));
  };
  const auto pension = [](C one, F figures) {
    return pension_paid(one.pounds("pay"), pension_rates(figures, one.period()));
  };
  static const std::map<std::string, Answer> all = {
      {"employer insurance", [=](C one, F f) { return pounds_text(insurance(one, f).employer); }},
      {"employee insurance", [=](C one, F f) { return pounds_text(insurance(one, f).employee); }},
      {"rounding of insurance",
       [](C one, F) { return pounds_text(round_insurance(hundredths_of_a_penny(one["pay"]))); }},
      {"employer pension", [=](C one, F f) { return pounds_text(pension(one, f).employer); }},
      {"all of the pension", [=](C one, F f) { return pounds_text(pension(one, f).total); }},
      {"pension duty",
       [](C one, F f) {
         return duty_text(pension_duty(age_group(f, one.worker()), one.pounds("pay"), pension_rates(f, one.period())));
       }},
      {"minimum wage", wage_text},
      {"letter", [](C one, F) { return std::string(name_of(usual_letter(one.worker(), one.day()))); }},
      {"holiday earned", [](C one, F f) { return hour_text(holiday_earned(f, one.minutes())); }},
      {"holiday with pay", [](C one, F f) { return pounds_text(rolled_up_holiday(f, one.pounds("pay"))); }},
      {"holiday days", [](C one, F f) { return pounds_text(holiday_days(f, static_cast<int>(one.whole("number")))); }},
      {"sick pay a week", [](C one, F f) { return pounds_text(sick_pay_week(f, one.pounds("pay"))); }},
      {"sick pay for days",
       [](C one, F) {
         return pounds_text(
             sick_pay(one.pounds("pay"), static_cast<int>(one.whole("number")), static_cast<int>(one.whole("also"))));
       }},
      {"mileage", [](C one, F f) { return pounds_text(mileage(f, one.whole("also"), one.whole("number"))); }},
      {"pay", [](C one, F) { return pounds_text(pay_for(one.minutes(), one.pounds("rate"))); }},
      {"paydays a year", [](C one, F) { return std::to_string(paydays_in_tax_year(one.period(), one.day())); }},
      {"cost of a pay", [](C one, F f) { return pounds_text(cost_of(one, f).total); }},
      {"cost of a year", [](C one, F f) { return pounds_text(year_of(one, f).total); }},
  };
  return all;
}

}  // namespace

TEST_CASE("every payroll case gives what was worked out by hand or published") {
  const auto cases = all_cases();
  std::set<std::string> numbers;
  std::set<std::string> kinds;
  std::size_t published = 0;
  for (const Case& one : cases) {
    INFO("case ", one["case"], ": ", one["what"], "; ", one["working"]);
    REQUIRE(answers().count(one["what"]) == 1);
    FigureReader figures(figures_of_country(), one["day"].empty() ? Date() : one.day());
    CHECK(answers().at(one["what"])(one, figures) == one["expected"]);
    CHECK(figures.is_complete());
    CHECK(one["working"].size() > 4);
    CHECK(numbers.insert(one["case"]).second);
    kinds.insert(one["what"]);
    if (one["origin"] == "published") ++published;
  }
  CHECK(cases.size() >= 60);
  CHECK(published >= 15);
  CHECK(kinds.size() == answers().size());  // none is without a case
}

TEST_CASE("each figure is there for both tax years and names its source") {
  const PayFigures& figures = figures_of_country();
  for (std::uint16_t i = 0; i < figure_count; ++i) {
    const auto name = static_cast<FigureName>(i);
    INFO(words_of(name).name);
    if (name == FigureName::PayrollYear) continue;  // a council's own
    for (const char* day : {"2025-06-01", "2026-06-01"}) {
      FigureReader reader(figures, Date::parse(day).value());
      CHECK(reader.find(name).has_value());
      REQUIRE(reader.used().size() == 1);
      REQUIRE(reader.source_of(*reader.used().front()) != nullptr);
      CHECK_FALSE(reader.source_of(*reader.used().front())->title.empty());
    }
  }
}

TEST_CASE("what has not been seen at its source is marked, and stays marked in the result") {
  FigureReader reader(figures_of_country(), Date::parse("2026-06-01").value());
  reader.read(FigureName::MinimumWageAdult);
  CHECK_FALSE(reader.has_unconfirmed());
  reader.read(FigureName::SecondaryFourWeeks);
  CHECK(reader.has_unconfirmed());
}

TEST_CASE(
    "a council's own figure counts before the country's of the same day, and a newer one of the country before it") {
  PayFigures country;
  country.sources = {{"The law", "", Date()}};
  const Date april = Date::parse("2026-04-06").value();
  const Date next = Date::parse("2027-04-06").value();
  const auto insurance = static_cast<std::uint16_t>(FigureName::InsuranceYear);
  country.figures = {{insurance, april, 9500, FigureStatus::Unconfirmed, 0}, {insurance, next, 9900, {}, 0}};
  PayFigures own;
  own.sources = {{"Our council", "", Date()}};
  own.figures = {{insurance, april, 7200, FigureStatus::Confirmed, 0}};
  const PayFigures both = joined(country, own);
  FigureReader now(both, Date::parse("2026-11-22").value());
  CHECK(now.read(FigureName::InsuranceYear) == 7200);
  CHECK(now.source_of(*now.used().front())->title == "Our council");
  FigureReader later(both, next);
  CHECK(later.read(FigureName::InsuranceYear) == 9900);
  FigureReader before(both, Date::parse("2026-04-05").value());
  CHECK(before.read(FigureName::InsuranceYear) == 0);
  CHECK_FALSE(before.is_complete());
}

TEST_CASE("a file of figures with mistakes says each, with what to write") {
  const auto json = server::read_json(R"({"sources":[{"id":"a","title":"A","date":"2026-04-06"}],"figures":[
    {"name":"minimum_wage","from":"2026-04-01","value":"12.71","unit":"pounds","status":"confirmed","source":"a"},
    {"name":"pension_age","from":"2026","value":"22.5","unit":"years","status":"sure","source":"b"},
    {"name":"employer_rate","from":"2026-04-06","value":"-15","unit":"pounds","status":"confirmed","source":"a"}]})");
  const auto parsed = parse_figures(json.value());
  REQUIRE_FALSE(parsed.ok());
  for (const char* mistake :
       {"there is no figure of this name", "write a date like 2026-04-06", "write a whole number for this unit",
        "write confirmed or unconfirmed", "write the id of one of the sources above", "this figure is in percent",
        "write digits, with at most two after a point"}) {
    INFO(parsed.error().detail);
    CHECK(parsed.error().detail.find(mistake) != std::string::npos);
  }
}
