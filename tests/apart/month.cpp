#include "tests/apart/month.hpp"

#include "app/base/chance.hpp"
#include "plugins/direct_payments/api/feature.hpp"
#include "plugins/direct_payments/model/returns/return_figures.hpp"
#include "plugins/direct_payments/model/returns/return_period.hpp"
#include "plugins/direct_payments/model/statement/file_preview.hpp"
#include "plugins/direct_payments/model/statement/read_statement.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"

#include <algorithm>
#include <cstdio>
#include <utility>
#include <variant>

namespace alongside::apart {

using namespace direct_payments;
using namespace testing;

namespace {

constexpr std::size_t november_payments = 20;
constexpr std::size_t november_plans = 20;  // ten are changed, ten taken out
constexpr std::size_t november_spends = 20;
constexpr std::size_t december_payments = 110;
constexpr std::size_t lines = 130;
constexpr std::size_t december_plans = 60;
constexpr std::size_t taken_out = 30;
constexpr std::size_t plan_changes = 169;
static_assert(november_payments + november_plans + november_spends + 1 + december_payments + lines + taken_out +
                  plan_changes ==
              Month::edits_each);

std::string numbered(const char* what, std::size_t number) { return std::string(what) + " " + std::to_string(number); }

DocumentId plan_number(std::size_t number) {
  IdBytes bytes{0xb1};
  bytes[15] = static_cast<std::uint8_t>(number);
  return DocumentId(bytes);
}

// One bank's file of December, as Lloyds writes it.
std::string december_file() {
  std::string file =
      "Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit "
      "Amount,Balance\r\n";
  std::size_t pence = 10'000'000;
  for (std::size_t i = 0; i < lines; ++i) {
    pence -= 200 + i;
    char line[160];
    std::snprintf(line, sizeof line, "%02zu/12/2026,DEB,'30-00-00,12345678,BUS LINE %zu,%zu.%02zu,,%zu.%02zu\r\n",
                  1 + i / 5, i, (200 + i) / 100, (200 + i) % 100, pence / 100, pence % 100);
    file += line;
  }
  return file;
}

RecordTransaction spend_on(std::string_view day, std::size_t number, const std::string& text) {
  return record_of(spend_of(static_cast<std::int64_t>(1000 + number), day, text));
}

void shuffle(std::vector<std::pair<Edit, std::size_t>>& steps, Chance& chance) {
  for (std::size_t last = steps.size(); last > 1; --last)
    std::swap(steps[last - 1], steps[random_number(chance) % last]);
}

}  // namespace

Month::Month() : council(make_feature), file_(december_file()) {
  REQUIRE(council.run("agreement", "import", {demo_folder + "agreements.json"}).ok());
  council.clock.day = day_of("2026-12-01");
  for (Member* member : {&phone, &tablet}) {
    member->device.pass_days(9);  // from 22 November
    member->device.sync();
  }
  share_a_past();
}

void Month::share_a_past() {
  for (std::size_t i = 0; i < november_payments + december_payments; ++i) {
    const char* day = i < november_payments ? "2026-11-16" : "2026-11-30";
    payments_.push_back(document_of(phone.device.make(spend_on(day, i, numbered("Taxi", i)))));
  }
  for (std::size_t i = 0; i < november_plans + december_plans; ++i) {
    PutPlanItem put;
    put.id = plan_number(i);
    put.item = sample_plan(static_cast<std::int64_t>(500 + i), 2);
    put.item.day = day_of(i < november_plans ? "2026-11-16" : "2026-12-14");
    put.item.name = numbered("Club", i);
    phone.device.make(put);
    plan_.push_back(put.id);
    watch.begin_with(put.id, put.item.name);
  }
  phone.device.sync();
  tablet.device.sync();
  decided.clear();
}

void Month::live_apart() {
  council.clock.day = day_of("2026-12-31");
  for (Member* member : {&phone, &tablet}) {
    member->device.line().way = Way::NotReached;
    november(*member);
    december(*member);
    REQUIRE(member->edits.size() == edits_each);
    REQUIRE(member->device.unsent() == edits_each);
  }
}

void Month::november(Member& member) {
  std::vector<std::pair<Edit, std::size_t>> steps;
  for (std::size_t i = 0; i < november_spends; ++i) steps.emplace_back(Edit::Spend, i);
  for (std::size_t i = 0; i < november_payments; ++i) steps.emplace_back(Edit::TakeBack, i);
  for (std::size_t i = 0; i < november_plans; ++i) steps.emplace_back(i % 2 == 0 ? Edit::Plan : Edit::TakeOut, i);
  shuffle(steps, member.chance);
  for (const auto& [kind, number] : steps) do_one(member, kind, number);
  do_one(member, Edit::Send, 0);
}

void Month::december(Member& member) {
  std::vector<std::pair<Edit, std::size_t>> steps;
  for (std::size_t i = 0; i < december_payments; ++i) steps.emplace_back(Edit::TakeBack, november_payments + i);
  for (std::size_t i = 0; i < lines; ++i) steps.emplace_back(Edit::Line, i);
  for (std::size_t i = 0; i < taken_out; ++i) steps.emplace_back(Edit::TakeOut, november_plans + i);
  for (std::size_t i = 0; i < plan_changes; ++i) steps.emplace_back(Edit::Plan, november_plans + i % december_plans);
  shuffle(steps, member.chance);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    do_one(member, steps[i].first, steps[i].second);
    if (i % 15 == 14) member.device.pass_days(1);
    if (i % 100 == 99) member.device.begin_again();
  }
}

void Month::do_one(Member& member, Edit kind, std::size_t number) {
  switch (kind) {
    case Edit::Spend: return spend(member, number);
    case Edit::Line: return add_line(member, number);
    case Edit::TakeBack: return take_back(member, number);
    case Edit::Plan: return plan(member, number);
    case Edit::TakeOut: return take_out(member, number);
    case Edit::Send: return send(member);
  }
}

void Month::spend(Member& member, std::size_t number) {
  const std::string text = member.name + numbered("'s snack", number);
  member.edits.push_back({member.device.make(spend_on("2026-11-20", number, text)), Edit::Spend, {}, text});
}

// As the screen does it: the whole file is read, and what is new of it is added.
void Month::add_line(Member& member, std::size_t number) {
  const auto file = std::get<Statement>(read_statement(file_));
  const Book book = member.device.book();
  const BookAgreement& agreement = book.agreements.at(0);
  const FilePreview preview = preview_file(file, {}, book, agreement, {}, {}, day_of("2026-12-31"));
  std::vector<RecordTransaction> fresh = payments_to_add(preview, book, agreement, lines);
  const std::string text = numbered("BUS LINE", number);
  const auto found = std::find_if(fresh.begin(), fresh.end(), [&](const auto& one) { return one.text == text; });
  REQUIRE(found != fresh.end());
  member.edits.push_back({member.device.make(*found), Edit::Line, {}, text});
}

void Month::take_back(Member& member, std::size_t number) {
  ReverseTransaction reverse;
  reverse.transaction = payments_[number];
  reverse.reason = member.name + numbered(" says no", number);
  member.edits.push_back({member.device.make(reverse), Edit::TakeBack, reverse.transaction, reverse.reason});
}

// Whoever took it out has it in their plan no more: they change another, which stays.
void Month::plan(Member& member, std::size_t number) {
  const Book book = member.device.book();
  const BookPlan* there = book.planned(plan_[number]);
  if (there == nullptr) return plan(member, november_plans + taken_out + number % (december_plans - taken_out));
  PutPlanItem put;
  put.id = there->id;
  put.item = there->item;
  put.item.units += 1;
  put.item.name = member.name + numbered("'s club", member.edits.size());
  const OperationId made = member.device.make(put, there->version);
  member.edits.push_back({made, Edit::Plan, put.id, put.item.name});
  watch.made(made, {put.id, there->item.name, put.item.name});
}

void Month::take_out(Member& member, std::size_t number) {
  const Book book = member.device.book();
  const BookPlan* there = book.planned(plan_[number]);
  REQUIRE(there != nullptr);
  RemovePlanItem remove;
  remove.id = there->id;
  remove.name = there->item.name;
  const OperationId made = member.device.make(remove, there->version);
  member.edits.push_back({made, Edit::TakeOut, remove.id, remove.name});
  watch.made(made, {remove.id, remove.name, {}});
}

void Month::send(Member& member) {
  const Book book = member.device.book();
  std::vector<KeptTransaction> kept;
  for (const BookEntry& entry : book.entries) kept.push_back({entry.id, &entry.transaction});
  const SentPeriod period = next_period(agreement_id, book.agreements.at(0).agreement, {});
  SendReturn sent;
  sent.agreement = agreement_id;
  sent.first = period.first;
  sent.last = period.last;
  sent.figures = return_figures(agreement_id, period, kept, book.planned_items());
  sent.note = member.name + "'s note";
  sent.declared = Declared::Yes;
  member.edits.push_back({member.device.make(sent), Edit::Send, {}, sent.note});
}

void Month::come_together() {
  CouncilLine& sams = phone.device.line();
  sams.way = Way::Good;
  sams.pushes_left = 1;
  phone.device.sync();
  REQUIRE(phone.device.unsent() == edits_each - wire::Push::most_operations);
  tablet.device.line().way = Way::Good;
  tablet.device.sync();
  sams.pushes_left.reset();
  phone.device.sync();
  tablet.device.sync();
  phone.device.sync();
}

}  // namespace alongside::apart
