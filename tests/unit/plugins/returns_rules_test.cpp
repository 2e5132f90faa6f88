// What a return says of a period, which period is next, and what closes with it.
#include "app/wire/payload.hpp"
#include "plugins/direct_payments/model/returns/return_figures.hpp"
#include "plugins/direct_payments/model/returns/return_rules.hpp"
#include "plugins/direct_payments/model/spend_form.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"
#include "tests/unit/plugins/return_sample.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;

namespace {

const SentPeriod november{day_of("2026-11-02"), day_of("2026-11-29")};
const SentPeriod december{day_of("2026-11-30"), day_of("2026-12-27")};

Return returned(SentPeriod period, ReturnState state = ReturnState::Sent) {
  Return one;
  SendReturn sent;
  sent.agreement = agreement_id;
  sent.first = period.first;
  sent.last = period.last;
  send(one, sent, sam, day_of("2026-12-01"));
  one.state = state;
  return one;
}

}  // namespace

TEST_CASE("a return says what was there, what came, what went on which line of the plan, and what is left") {
  std::vector<Transaction> ledger = {council_payment(31200, "2026-11-02"), spend_of(800, "2026-11-07"),
                                     spend_of(1250, "2026-11-12", "Bus"), spend_of(900, "2026-12-01")};
  ledger[1].plan_item = id_number<DocumentId>(5);
  ledger[2].postings[0].account = Account::Travel;
  Transaction added = spend_of(2000, "2026-11-20", "We paid in");
  added.postings = {{Account::Bank, pence_of(2000)}, {Account::FamilyContribution, pence_of(-2000)}};
  Transaction repaid = spend_of(5000, "2026-11-21", "Back to the council");
  repaid.postings[0].account = Account::RepaidToCouncil;
  ledger.push_back(added);
  ledger.push_back(repaid);
  const PlannedItem club{id_number<DocumentId>(5), sample_plan(800, 3)};
  const ReturnFigures figures = return_figures(agreement_id, november, kept(ledger), std::vector{club});
  CHECK(figures.opening == pence_of(0));
  CHECK(figures.from_council == pence_of(31200));
  CHECK(figures.contribution == pence_of(2000));
  CHECK(figures.spent == pence_of(2050));
  CHECK(figures.repaid == pence_of(5000));
  CHECK(figures.closing == pence_of(26150));
  CHECK(figures.payments == 5);
  REQUIRE(figures.lines.size() == 2);
  CHECK(figures.lines[0] ==
        ReturnLine{club.id, "Saturday Swim Club", Account::Activities, pence_of(2400), pence_of(800)});
  CHECK(figures.lines[1] == ReturnLine{{}, "", Account::Travel, pence_of(0), pence_of(1250)});
  CHECK(return_figures(agreement_id, december, kept(ledger), {}).opening == figures.closing);
}

TEST_CASE("what was taken back and what went back to the council needs no receipt") {
  std::vector<Transaction> ledger = {spend_of(1000, "2026-11-07"), spend_of(999, "2026-11-08"),
                                     spend_of(4000, "2026-11-09"), reversal(spend_of(4000, "2026-11-09"), "Twice"),
                                     spend_of(5000, "2026-11-10")};
  ledger[3].reverses = id_number<DocumentId>(3);
  ledger[4].postings[0].account = Account::RepaidToCouncil;
  const auto asked = receipts_asked(agreement_id, november, kept(ledger), pence_of(1000));
  REQUIRE(asked.size() == 1);
  CHECK(asked[0].id == id_number<DocumentId>(1));
  CHECK(receipts_asked(agreement_id, november, kept(ledger), {}).empty());
  CHECK(receipts_asked(agreement_id, november, kept(ledger), pence_of(0)).size() == 2);
}

TEST_CASE("a statement that stops early or ends with another sum leaves that open, to the day and the penny") {
  ReturnFigures figures;
  figures.closing = pence_of(30000);
  StatementNote statement{november.first, november.last, pence_of(30000), {}, {}};
  CHECK(gap_of(statement, november, figures).none());
  statement.last = day_of("2026-11-20");
  statement.closing = pence_of(30800);
  CHECK(gap_of(statement, november, figures).days_missing == 9);
  CHECK(gap_of(statement, november, figures).difference == 800);
  statement.last = day_of("2026-10-20");
  CHECK(gap_of(statement, november, figures).days_missing == 28);
}

TEST_CASE("periods follow each other without a gap, also when the agreement's cycle changes") {
  const Agreement agreement = sample_agreement();
  CHECK(next_period(agreement_id, agreement, {}) == november);
  const std::vector<Return> one = {returned(november)};
  CHECK(next_period(agreement_id, agreement, one) == december);
  CHECK(next_period(agreement_id, agreement, std::vector{returned(november, ReturnState::Reopened)}) == november);
  Agreement weekly = agreement;
  weekly.period_days = 7;
  CHECK(next_period(agreement_id, weekly, one) == SentPeriod{day_of("2026-11-30"), day_of("2026-12-06")});
  CHECK(next_period(id_number<DocumentId>(77), agreement, one) == november);  // another agreement's
}

TEST_CASE("with a cycle of months each return is of a month or a quarter of the calendar") {
  Agreement monthly = sample_agreement();
  monthly.first_day = monthly.starts = day_of("2026-11-01");
  monthly.period_months = 1;
  const SentPeriod first = next_period(agreement_id, monthly, {});
  CHECK(first == SentPeriod{day_of("2026-11-01"), day_of("2026-11-30")});
  CHECK(next_period(agreement_id, monthly, std::vector{returned(first)}) ==
        SentPeriod{day_of("2026-12-01"), day_of("2026-12-31")});
  Agreement quarterly = monthly;
  quarterly.period_months = 3;
  CHECK(next_period(agreement_id, quarterly, {}) == SentPeriod{day_of("2026-11-01"), day_of("2027-01-31")});
  // From four weeks to months: a short first period, and then whole months.
  const std::vector four_weeks = {returned(november)};
  CHECK(next_period(agreement_id, monthly, four_weeks) == SentPeriod{day_of("2026-11-30"), day_of("2026-11-30")});
}

TEST_CASE("the id of a return follows from agreement and period, and is nobody else's") {
  const DocumentId id = return_id(agreement_id, november.first);
  CHECK(id == return_id(agreement_id, november.first));
  CHECK(id != return_id(agreement_id, december.first));
  CHECK(id != agreement_id);
  CHECK(return_id(agreement_id, Date(0)) != agreement_id);
}

TEST_CASE("only the next period that is over is sent, once, and only when it is declared to be right") {
  const Agreement agreement = sample_agreement();
  SendReturn sent;
  sent.agreement = agreement_id;
  sent.first = november.first;
  sent.last = november.last;
  sent.declared = Declared::Yes;
  const Date after = day_of("2026-11-30");
  CHECK_FALSE(check(sent, agreement, {}, after));
  CHECK(check(sent, agreement, {}, november.last) == ReturnFault::NotOver);
  CHECK(check(sent, agreement, std::vector{returned(november)}, after) == ReturnFault::AlreadySent);
  CHECK_FALSE(check(sent, agreement, std::vector{returned(november, ReturnState::Reopened)}, after));
  SendReturn wrong = sent;
  wrong.declared = Declared::No;
  CHECK(check(wrong, agreement, {}, after) == ReturnFault::NotDeclared);
  wrong = sent;
  wrong.last = december.last;
  CHECK(check(wrong, agreement, {}, after) == ReturnFault::NotNext);
  wrong = sent;
  wrong.note = std::string("bell \a");
  CHECK(check(wrong, agreement, {}, after) == ReturnFault::BadText);
  wrong.note = std::string(Return::most_words + 1, 'a');
  CHECK(check(wrong, agreement, {}, after) == ReturnFault::BadText);
}

TEST_CASE("a return opened again is sent as its next edition, and the first stays as it was sent") {
  Return one = returned(november, ReturnState::Reopened);
  SendReturn again;
  again.agreement = agreement_id;
  again.first = november.first;
  again.last = november.last;
  again.figures.closing = pence_of(5);
  again.note = "  We found the receipt \n";
  send(one, again, jo, day_of("2026-12-08"));
  REQUIRE(one.editions.size() == 2);
  CHECK(one.editions[0].figures == ReturnFigures{});
  CHECK(one.editions[1].number == 2);
  CHECK(one.editions[1].note == "We found the receipt");
  CHECK(one.state == ReturnState::Sent);
  CHECK(one.steps.back().person == jo);
}

TEST_CASE("an answer brings a question back to the council, and words are refused once it is done") {
  Return one = returned(november, ReturnState::Question);
  const AnswerReturn words{return_id(agreement_id, november.first), "It was the bus", {}, {}};
  CHECK_FALSE(check(one, words));
  answer(one, words, sam, day_of("2026-12-05"));
  CHECK(one.state == ReturnState::Sent);
  CHECK(one.steps.back().words.en == "It was the bus");
  CHECK(check(one, AnswerReturn{words.id, " \n ", {}, {}}) == ReturnFault::BadText);
  one.state = ReturnState::Accepted;
  CHECK(check(one, words) == ReturnFault::NoQuestion);
}

TEST_CASE("the last return sent is the only one that may be opened again") {
  const std::vector<Return> returns = {returned(november), returned(december)};
  CHECK(last_sent(agreement_id, returns)->first == december.first);
  CHECK(last_sent(agreement_id, std::vector{returned(november, ReturnState::Reopened)}) == nullptr);
}

TEST_CASE("on the device too, a period is closed as soon as its return is sent, and open when the council opens it") {
  Book book = sample_book();
  BookChange change;
  change.id = id_number<OperationId>(40);
  change.subject = riley;
  change.actor = sam;
  change.made_at_ms = 1'796'040'000'000;  // 30 November 2026
  SendReturn sent;
  sent.agreement = agreement_id;
  sent.first = november.first;
  sent.last = november.last;
  change.change = sent;
  const Book after = apply_changes(book, std::vector{change});
  CHECK(after.sent(agreement_id) == std::vector{november});
  REQUIRE(after.returns.size() == 1);
  CHECK(after.returns[0].progress == Progress::OnDevice);
  // The council has it: the change is not laid over it twice.
  book.returns.push_back({return_id(agreement_id, november.first), {1, {}}, riley, returned(november), {}});
  CHECK(apply_changes(book, std::vector{change}).returns[0].content.editions.size() == 1);
  book.returns[0].content.state = ReturnState::Reopened;
  book.returns[0].version.number = 2;
  CHECK(apply_changes(book, {}).sent(agreement_id).empty());
}

TEST_CASE("a day of a sent return is told beside the field, and a payment can move to today with its day beside it") {
  Book book = sample_book();
  book.returns.push_back({return_id(agreement_id, november.first), {1, {}}, riley, returned(november), {}});
  SpendForm form;
  form.what = "Swim club";
  form.amount = "8";
  form.day = "20 11 2026";
  const auto refused = check(form, book, book.agreements[0], day_of("2026-12-02"));
  REQUIRE(std::holds_alternative<SpendFaults>(refused));
  CHECK(std::get<DayRule>(std::get<SpendFaults>(refused).day) == DayRule::Sent);
  form.day = "01 12 2026";
  CHECK(std::holds_alternative<RecordTransaction>(check(form, book, book.agreements[0], day_of("2026-12-02"))));
  RecordTransaction late = record_of(spend_of(800, "2026-11-20"));
  late.receipts = {id_number<DocumentId>(8)};
  const RecordTransaction moved = moved_to(late, day_of("2026-12-02"));
  CHECK(moved.text == "Swim club (20 11 2026)");
  CHECK(moved.day == day_of("2026-12-02"));
  CHECK(moved.receipts == late.receipts);
  late.text = std::string(Transaction::most_letters, 'a');
  CHECK(moved_to(late, day_of("2026-12-02")).text == late.text);
}

TEST_CASE("a return comes out of its bytes as it went in, with what a newer program wrote after it") {
  const Return one = returned(november);
  const Bytes bytes = wire::encode_payload(one);
  const auto back = wire::decode_payload<Return>(bytes);
  REQUIRE(back.ok());
  CHECK(wire::encode_payload(back.value()) == bytes);
  Bytes longer = bytes;
  longer.push_back(7);
  CHECK(wire::encode_payload(wire::decode_payload<Return>(longer).value()) == longer);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    CHECK_FALSE(wire::decode_payload<Return>(std::span(bytes).first(size)).ok());
}
