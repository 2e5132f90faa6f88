// Retention: what is kept to the day and gone on the next, whatever the clock does; and what is never taken.
#include "tests/unit/server/whole_council.hpp"

#include "app/base/uk_time.hpp"
#include "app/server/audit/audit_trail.hpp"
#include "app/server/retention/reaper.hpp"
#include "app/wire/messages/attachment.hpp"
#include "app/wire/messages/notice.hpp"
#include "plugins/comments/model/remark_record.hpp"
#include "plugins/direct_payments/api/ledger_tables.hpp"
#include "plugins/direct_payments/model/agreement.hpp"
#include "plugins/direct_payments/model/returns/return_record.hpp"
#include "plugins/direct_payments/model/transaction.hpp"
#include "plugins/feedback/model/response.hpp"
#include "plugins/feedback/model/safety_call.hpp"
#include "plugins/requests/model/family_request.hpp"

using namespace alongside;
using namespace alongside::testing;
using server::ClockTrust;
using server::ReaperState;

namespace {

Date day_of(const char* iso) { return Date::parse(iso).value(); }

// Everything that is over today, by the running server's own steps; the state in which it ended.
ReaperState reap_day(WholeCouncil& council, Date day) {
  council.application().hold_date(day);
  for (int i = 0; i < 1000; ++i) {
    const auto step = council.application().reaper().step();
    REQUIRE_MESSAGE(step.ok(), step.error().detail);
    if (step->state != ReaperState::Working) return step->state;
  }
  return ReaperState::Working;
}

// As if the server had run each day until then.
void run_until(WholeCouncil& council, Date day) {
  council.application().hold_date(Date(day.days() - 1));
  council.must("retention", "run", {});
}

DocumentId notice_of(WholeCouncil& council, Date day, Who who = Who::Parent) {
  wire::Notice notice;
  notice.day = day;
  notice.title.en = "News";
  return council.put(who, own_things(who), wire::Facet::Own, notice);
}

bool there(WholeCouncil& council, DocumentId id) {
  const auto found = council.documents().find_by_council(id);
  REQUIRE(found.ok());
  return found.value().has_value();
}

void add_answer(WholeCouncil& council, Date day) {
  council.execute("INSERT INTO feedback_answers VALUES (randomblob(16), randomblob(16), 1, " +
                  std::to_string(day.days()) + ", x'00')");
}

}  // namespace

TEST_CASE("a record is there on its last day and gone on the next, over leap days too") {
  for (const char* iso : {"2026-11-22", "2027-02-28", "2028-02-28", "2028-02-29", "2028-12-31"}) {
    CAPTURE(iso);
    WholeCouncil council;
    const Date written = day_of(iso);
    const DocumentId notice = notice_of(council, written);
    add_answer(council, written);
    const Date last_of_notice(written.days() + 400);
    const Date last_of_answer(written.days() + council.application().config().retention_days.survey_answers);
    run_until(council, last_of_notice);
    CHECK(reap_day(council, Date(last_of_notice.days())) == ReaperState::Done);
    CHECK(there(council, notice));
    CHECK(reap_day(council, Date(last_of_notice.days() + 1)) == ReaperState::Done);
    CHECK_FALSE(there(council, notice));
    if (last_of_answer < last_of_notice) continue;
    CHECK(council.count("feedback_answers") == 1);
  }
}

TEST_CASE("a clock that was set back deletes nothing, and one that leapt waits for an officer") {
  WholeCouncil council;
  const DocumentId notice = notice_of(council, day_of("2026-11-22"));
  CHECK(reap_day(council, day_of("2026-11-22")) == ReaperState::Done);
  CHECK(reap_day(council, day_of("2036-11-22")) == ReaperState::Leapt);
  CHECK(reap_day(council, day_of("2026-12-24")) == ReaperState::Leapt);
  CHECK(there(council, notice));
  CHECK(has(council.must("retention", "list", {}), "That is long ago"));
  CHECK(reap_day(council, day_of("2026-12-23")) == ReaperState::Done);
  CHECK(reap_day(council, day_of("2026-12-22")) == ReaperState::SetBack);
  CHECK(has(council.must("retention", "list", {}), "The clock is before that day"));
  CHECK(there(council, notice));
  council.application().hold_date(day_of("2028-03-01"));
  CHECK(has(council.must("retention", "run", {}), "notices: 1 gone"));
  CHECK_FALSE(there(council, notice));
  CHECK(has(council.must("retention", "list", {}), "1 have gone of notices"));
  CHECK(has(council.must("audit", "list", {"", "", ""}), "R. Marsh: retention run"));
}

TEST_CASE("what is open, what nobody has acknowledged and what is held is never taken") {
  WholeCouncil council;
  const Date old = day_of("2015-01-01");
  requests::FamilyRequest request;
  request.asked_on = old;
  request.steps.push_back({old, requests::StepBy::Family, requests::RequestStatus::Asked, {}, {}});
  const DocumentId open = council.put(Who::Parent, child, wire::Facet::Own, request);
  request.steps.push_back({old, requests::StepBy::Council, requests::RequestStatus::Yes, {}, {}});
  const DocumentId closed = council.put(Who::Parent, child, wire::Facet::Own, request);
  const DocumentId held = council.put(Who::Carer, child, wire::Facet::Own, request);
  const DocumentId held_notice = notice_of(council, old, Who::Carer);
  council.must("household", "hold", {id_of(Who::Carer), "a tribunal"});
  const std::string call = "INSERT INTO feedback_safety VALUES (randomblob(16), 5, ";
  council.execute(call + "x'', 0, '', x'00')");                     // not acknowledged
  council.execute(call + "x'', 6, 'M', x'00')");                    // over
  council.execute(call + sql_id(Who::Carer) + ", 6, 'M', x'00')");  // held
  council.must("retention", "run", {});
  CHECK(there(council, open));
  CHECK_FALSE(there(council, closed));
  CHECK(there(council, held));
  CHECK(there(council, held_notice));
  CHECK(council.count("feedback_safety") == 2);
  CHECK(council.count("feedback_safety WHERE read_ms = 0") == 1);
  council.must("household", "release", {id_of(Who::Carer)});
  council.must("retention", "run", {});
  CHECK_FALSE(there(council, held));
  CHECK_FALSE(there(council, held_notice));
  CHECK(council.count("feedback_safety") == 1);
}

TEST_CASE("a request's time begins with the last word, not with the first") {
  WholeCouncil council;
  requests::FamilyRequest request;
  request.asked_on = day_of("2015-01-01");
  request.steps.push_back({day_of("2015-01-01"), requests::StepBy::Family, requests::RequestStatus::Asked, {}, {}});
  request.steps.push_back({day_of("2026-11-01"), requests::StepBy::Council, requests::RequestStatus::No, {}, {}});
  const DocumentId id = council.put(Who::Parent, child, wire::Facet::Own, request);
  council.must("retention", "run", {});
  CHECK(there(council, id));
}

TEST_CASE("a summer night loses no hour of what is kept") {
  WholeCouncil council;
  // 2026-06-01 00:30 in the United Kingdom: half an hour before midnight UTC.
  const std::int64_t at_ms = std::int64_t{day_of("2026-06-01").days()} * 86'400'000 - 1'800'000;
  council.execute("INSERT INTO sign_in_audit (at_ms, what, officer, person) VALUES (" + std::to_string(at_ms) +
                  ", 'invited', 'R. Marsh', x'00')");
  const Date last(day_of("2026-06-01").days() + 400);
  run_until(council, last);
  reap_day(council, last);
  CHECK(council.count("sign_in_audit") == 1);
  reap_day(council, Date(last.days() + 1));
  CHECK(council.count("sign_in_audit") == 0);
}

TEST_CASE("much that is over goes in small pieces, and a day's work is done once") {
  WholeCouncil council;
  for (int i = 0; i < 1001; ++i) add_answer(council, day_of("2015-01-01"));
  int steps = 0;
  std::int64_t most = 0;
  for (auto step = council.application().reaper().step(); step->state == ReaperState::Working;
       step = council.application().reaper().step()) {
    REQUIRE(step.ok());
    most = std::max(most, step->gone);
    ++steps;
  }
  CHECK(council.count("feedback_answers") == 0);
  CHECK(most == server::RetentionRule::most_a_step);
  CHECK(steps >= 6);
  add_answer(council, day_of("2015-01-01"));
  CHECK(reap_day(council, day_of("2026-11-22")) == ReaperState::Done);
  CHECK(council.count("feedback_answers") == 1);
  CHECK(reap_day(council, day_of("2026-11-23")) == ReaperState::Done);
  CHECK(council.count("feedback_answers") == 0);
}

TEST_CASE("of an old comment the council's words stay, and its sender's go") {
  WholeCouncil council;
  comments::RemarkRecord record;
  record.remark.words = "KINGFISHER";
  record.sent_on = day_of("2015-01-01");
  record.state = comments::RemarkState::Answered;
  record.published.en = "The moderator's words";
  const DocumentId id = council.put(Who::Parent, own_things(Who::Parent), wire::Facet::Own, record);
  auto insert = council.database().prepare(
      "INSERT INTO comments_remark (id, household, person, day, state, record) VALUES (?1, ?2, ?3, 20000, 2, ?4)");
  REQUIRE(insert.ok());
  server::bind_id(server::bind_id(server::bind_id(insert.value(), 1, id), 2, household), 3, person(Who::Parent));
  REQUIRE(insert->bind_bytes(4, wire::encode_payload(record)).run().ok());
  council.must("retention", "run", {});
  CHECK_FALSE(there(council, id));
  CHECK(council.count("comments_remark WHERE person IS NULL") == 1);
  const std::string bytes = WholeCouncil::bytes_of(council.data() + "/alongside.sqlite");
  CHECK_FALSE(has(bytes, "KINGFISHER"));
  CHECK(has(bytes, "The moderator's words"));
  CHECK(has(council.must("audit", "verify", {"", ""}), "the chain is whole"));
}

namespace {

std::string hex_of(std::string id) {
  std::erase(id, '-');
  return id;
}

struct OldMoney {
  DocumentId agreement;
  DocumentId payment;
  DocumentId receipt;
};

// An agreement that ended on this day, with a payment, its receipt and a return in this state.
OldMoney money_until(WholeCouncil& council, Date ends, direct_payments::ReturnState state, Who who = Who::Parent) {
  using namespace direct_payments;
  Agreement agreement;
  agreement.ends = ends;
  OldMoney old;
  old.agreement = council.put(who, child, wire::Facet::Money, agreement);
  direct_payments::Transaction payment;
  payment.agreement = old.agreement;
  payment.day = ends;
  payment.text = "KINGFISHER";
  payment.postings = {{Account::Bank, Money::of_known(500)}, {Account::CouncilPayment, Money::of_known(-500)}};
  old.payment = council.put(who, child, wire::Facet::Money, payment);
  REQUIRE(Ledger(council.database()).append(household, old.payment, payment).ok());
  wire::Attachment receipt;
  receipt.of = old.payment;
  old.receipt = council.put(who, child, wire::Facet::Money, receipt);
  Return sent;
  sent.agreement = old.agreement;
  sent.first = Date(ends.days() - 27);
  sent.last = ends;
  sent.state = state;
  ReturnFigures& figures = sent.editions.emplace_back().figures;
  figures.from_council = Money::of_known(500);
  figures.closing = Money::of_known(500);
  figures.payments = 1;
  council.put(who, child, wire::Facet::Money, sent);
  council.execute("INSERT INTO direct_payments_return SELECT household, id, " + std::to_string(ends.days() - 27) +
                  ", " + std::to_string(ends.days()) + ", '" + std::string(name_of(state)) +
                  "', 1 FROM document WHERE kind = 200 AND id = x'" + hex_of(old.agreement.text()) + "'");
  return old;
}

}  // namespace

TEST_CASE(
    "money that ended goes with its receipts when its years are over, then its lines, and the ledger fits at each "
    "step") {
  using direct_payments::ReturnState;
  WholeCouncil council;  // which keeps money for no day longer than it must
  const Date today = day_of("2026-11-22");
  const OldMoney over = money_until(council, Date(today.days() - 1), ReturnState::Accepted);
  const OldMoney ends_today = money_until(council, today, ReturnState::Accepted);
  const OldMoney open = money_until(council, day_of("2015-01-01"), ReturnState::Question);
  const OldMoney held = money_until(council, day_of("2015-01-01"), ReturnState::Accepted, Who::Carer);
  council.must("household", "hold", {id_of(Who::Carer), "a tribunal"});
  for (auto step = council.application().reaper().step(); step->state == ReaperState::Working;
       step = council.application().reaper().step()) {
    REQUIRE(step.ok());
    const std::string fits = council.must("ledger", "check", {});
    CHECK_MESSAGE(has(fits, "they all fit"), fits);
  }
  for (const DocumentId gone : {over.agreement, over.payment, over.receipt}) CHECK_FALSE(there(council, gone));
  for (const OldMoney& kept : {ends_today, open, held}) {
    for (const DocumentId id : {kept.agreement, kept.payment, kept.receipt}) CHECK(there(council, id));
  }
  CHECK(council.count("direct_payments_payment") == 3);
  CHECK(council.count("direct_payments_line") == 6);
  CHECK(council.count("direct_payments_return") == 3);
  CHECK(council.count("direct_payments_erased") == 0);
  CHECK_FALSE(council.database().execute("DELETE FROM direct_payments_line").ok());
  CHECK_FALSE(council.database().execute("DELETE FROM direct_payments_return").ok());
}

TEST_CASE("the lines that were kept of somebody who was erased go when their years are over, and not a day before") {
  using direct_payments::ReturnState;
  WholeCouncil council;
  const Date today = day_of("2026-11-22");
  money_until(council, Date(today.days() - 1), ReturnState::Accepted);
  council.must("household", "erase", {id_of(Who::Parent), "they asked"});
  CHECK(has(council.must("ledger", "check", {}), "they all fit"));
  CHECK(reap_day(council, today) == ReaperState::Done);
  CHECK(council.count("direct_payments_line") == 2);
  CHECK_FALSE(has(WholeCouncil::bytes_of(council.data() + "/alongside.sqlite"), "KINGFISHER"));
  CHECK(reap_day(council, Date(today.days() + 1)) == ReaperState::Done);
  CHECK(council.count("direct_payments_line") == 0);
  CHECK(has(council.must("ledger", "check", {}), "they all fit"));
}

TEST_CASE("the audit's oldest rows go in order, what is left is a whole chain, and it shows when somebody takes more") {
  WholeCouncil council;
  server::AuditTrail trail(council.database());
  const std::int64_t now = council.application().clock().now_ms();
  const Date begun = uk_day(now);  // of the import's row, which is the first
  for (const int later : {1, 1, 1, 2, 2}) {
    server::AuditEntry entry;
    entry.at_ms = now + later * std::int64_t{86'400'000};
    entry.verb = "requests list";
    entry.officer = "R. Marsh";
    REQUIRE(trail.append(entry).ok());
  }
  const server::AuditHead head = trail.head().value();
  const Date last(begun.days() + 1 + council.application().config().retention_days.audit);
  run_until(council, last);
  CHECK(council.count("audit") == 7);  // and the run's own row
  reap_day(council, last);
  CHECK(council.count("audit") == 6);
  reap_day(council, Date(last.days() + 1));
  CHECK(council.count("audit") == 3);
  CHECK(has(council.must("audit", "verify", {"", ""}), "the chain is whole"));
  CHECK(trail.check(&head)->faults.empty());
  CHECK_FALSE(council.database().execute("DELETE FROM audit").ok());
  council.execute("UPDATE audit_base SET number = number + 1");
  council.execute("DELETE FROM audit WHERE number <= (SELECT number FROM audit_base)");
  CHECK_FALSE(trail.check()->faults.empty());
}

TEST_CASE("the audit is kept from the first row on that is about somebody who is held") {
  WholeCouncil council;
  council.must("household", "export", {id_of(Who::Carer), council.path("carer"), ""});
  council.must("household", "hold", {id_of(Who::Carer), "a tribunal"});
  council.application().hold_date(Date(uk_day(council.application().clock().now_ms()).days() + 3000));
  council.must("retention", "run", {});
  CHECK(has(council.must("audit", "list", {"", "", ""}), "household export  about " + id_of(Who::Carer)));
  CHECK(council.count("audit WHERE number = 1") == 0);  // the import before it
}

TEST_CASE("V14.1.2: every rule says what it deletes, after how many days, and why") {
  WholeCouncil council;
  const std::string list = council.must("retention", "list", {});
  CHECK(council.application().retention().all().size() >= 14);
  for (const server::RetentionRule& rule : council.application().retention().all()) {
    CAPTURE(rule.name);
    CHECK(rule.what.size() > 10);
    CHECK(rule.because.size() > 5);
    CHECK(rule.days != nullptr);
    CHECK(has(list, rule.name + ": " + rule.what));
  }
}
