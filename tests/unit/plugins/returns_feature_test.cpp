// Returns at the council: the figures are the ledger's, a sent period is closed to everybody, a question, an answer,
// and what an officer decides, with who and when.
#include "app/server/json_reader.hpp"
#include "app/wire/messages/notice.hpp"
#include "plugins/direct_payments/api/feature.hpp"
#include "plugins/direct_payments/api/ledger_tables.hpp"
#include "plugins/direct_payments/api/returns/return_content.hpp"
#include "plugins/direct_payments/model/returns/return_figures.hpp"
#include "plugins/direct_payments/model/returns/return_rules.hpp"
#include "tests/support/family_parts.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;
using wire::Outcome;

namespace {

const Date november_begins = day_of("2026-11-02");
const Date november_ends = day_of("2026-11-29");
const DocumentId return_of_november = return_id(agreement_id, november_begins);

// The demo family ten days after its first period, with one planned visit, one spend on it and one without a plan.
struct Family : FamilyParts {
  Family() : FamilyParts(make_feature) {
    REQUIRE(run("guide", "import", {demo_folder + "direct_payments.json"}).ok());
    REQUIRE(run("agreement", "import", {demo_folder + "agreements.json"}).ok());
    clock.day = december_9;
    PutPlanItem put;
    put.id = id_number<DocumentId>(50);
    put.item = sample_plan(800, 3);
    REQUIRE(push(sam, put).outcome == Outcome::Applied);
    RecordTransaction planned = record_of(spend_of(800, "2026-11-21"));
    planned.plan_item = put.id;
    REQUIRE(push(sam, planned).outcome == Outcome::Applied);
    REQUIRE(push(jo, record_of(spend_of(1250, "2026-11-12", "Bus"))).outcome == Outcome::Applied);
    bus = last_document();
  }
  static inline const Date december_9 = day_of("2026-12-09");

  SendReturn filled(Date first = november_begins, Date last = november_ends) {
    const auto documents = documents_of(sam, Transaction::schema.id);
    std::vector<Transaction> ledger;
    for (const auto& document : documents)
      ledger.push_back(wire::decode_payload<Transaction>(document.content).value());
    std::vector<KeptTransaction> kept;
    for (std::size_t i = 0; i < ledger.size(); ++i) kept.push_back({documents[i].id, &ledger[i]});
    std::vector<PlannedItem> plan;
    for (const auto& document : documents_of(sam, PlanItem::schema.id))
      plan.push_back({document.id, wire::decode_payload<PlanItem>(document.content).value()});
    SendReturn sent;
    sent.agreement = agreement_id;
    sent.first = first;
    sent.last = last;
    sent.figures = return_figures(agreement_id, {first, last}, kept, plan);
    sent.declared = Declared::Yes;
    return sent;
  }
  Return seen(PersonId person = sam) {
    const auto all = feed_of<Return>(person);
    REQUIRE(all.size() == 1);
    return all[0];
  }
  Result<std::string> say(const char* verb, const std::string& words, const std::string& officer = "R. Marsh") {
    return run("returns", verb, {return_of_november.text(), words, "", ""}, officer);
  }
  std::string check() { return run("ledger", "check").value(); }

  DocumentId bus;
};

}  // namespace

TEST_CASE("a return reaches the council and whoever shares the money, with the ledger's figures and what is missing") {
  Family family;
  CHECK(family.push(jo, family.filled()).outcome == Outcome::Applied);
  for (const PersonId person : {sam, jo, pat}) {
    const Return one = family.seen(person);
    CHECK(one.state == ReturnState::Sent);
    CHECK(one.editions[0].by == jo);
    CHECK(one.editions[0].figures.closing == pence_of(31200 - 800 - 1250));
    CHECK(one.editions[0].without_receipt == 1);  // the bus: over £10
    CHECK(one.editions[0].rules_date == day_of("2026-04-01"));
    CHECK_FALSE(one.editions[0].declaration.en.empty());
  }
}

TEST_CASE("figures that are not the ledger's are given back to look at again, by a penny or by a line") {
  Family family;
  SendReturn wrong = family.filled();
  wrong.figures.closing = pence_of(wrong.figures.closing.pence() + 1);
  auto result = family.push(sam, wrong);
  CHECK(result.outcome == Outcome::Conflict);
  CHECK(result.code == "other_figures");
  wrong = family.filled();
  wrong.figures.lines[0].spent = pence_of(799);
  CHECK(family.push(sam, wrong).code == "other_figures");
  SendReturn stale = family.filled();
  REQUIRE(family.push(jo, record_of(spend_of(300, "2026-11-25"))).outcome == Outcome::Applied);
  CHECK(family.push(sam, stale).code == "other_figures");
  CHECK(family.feed_of<Return>(sam).empty());
}

TEST_CASE("a helper, a stranger and somebody who did not declare it cannot send a return") {
  Family family;
  SendReturn sent = family.filled();
  CHECK(family.push(pat, sent).code == "not_allowed");
  CHECK(family.push(nadia, sent).outcome == Outcome::Refused);
  sent.declared = Declared::No;
  CHECK(family.push(sam, sent).code == "not_declared");
  CHECK(family.push(sam, family.filled(day_of("2026-11-30"), day_of("2026-12-27"))).code == "not_next");
  CHECK(family.feed_of<Return>(sam).empty());
}

TEST_CASE("nothing dated in a sent period is added, taken back or planned otherwise, and the words say conflict") {
  Family family;
  const RecordTransaction before = record_of(spend_of(500, "2026-11-20"));
  REQUIRE(family.push(sam, family.filled()).outcome == Outcome::Applied);
  const auto late = family.push(jo, before);
  CHECK(late.outcome == Outcome::Conflict);
  CHECK(late.code == "period_sent");
  ReverseTransaction reverse;
  reverse.transaction = family.bus;
  reverse.reason = "Wrong";
  CHECK(family.push(jo, reverse).code == "period_sent");
  PutPlanItem put;
  put.id = id_number<DocumentId>(51);
  put.item = sample_plan(900, 1);
  CHECK(family.push(sam, put).code == "period_sent");
  put.id = id_number<DocumentId>(50);
  put.item.day = day_of("2026-12-01");
  CHECK(family.push(sam, put, 1).code == "period_sent");  // out of the closed period is a change of it too
  RemovePlanItem remove;
  remove.id = id_number<DocumentId>(50);
  CHECK(family.push(sam, remove, 1).code == "period_sent");
  RecordTransaction moved = before;
  moved.day = day_of("2026-12-02");
  CHECK(family.push(jo, moved).outcome == Outcome::Applied);
  AddReceipt receipt;  // papers may come later: they change no figure
  receipt.transaction = family.bus;
  receipt.receipt = id_number<DocumentId>(60);
  CHECK(family.push(jo, receipt).outcome == Outcome::Applied);
}

TEST_CASE("a second person who sends the same period is told that somebody was first") {
  Family family;
  const SendReturn both = family.filled();
  REQUIRE(family.push(sam, both).outcome == Outcome::Applied);
  const auto second = family.push(jo, both);
  CHECK(second.outcome == Outcome::Conflict);
  CHECK(second.code == "already_sent");
  CHECK(family.seen().editions.size() == 1);
}

TEST_CASE("the database itself keeps a closed period closed, and what officers did unedited") {
  Family family;
  REQUIRE(family.push(sam, family.filled()).outcome == Outcome::Applied);
  Ledger ledger(family.database);
  CHECK_FALSE(ledger.append(riley.household, id_number<DocumentId>(70), spend_of(5, "2026-11-29")).ok());
  CHECK(ledger.append(riley.household, id_number<DocumentId>(71), spend_of(5, "2026-11-30")).ok());
  CHECK_FALSE(family.database.execute("DELETE FROM direct_payments_return").ok());
  CHECK_FALSE(family.database.execute("UPDATE direct_payments_return_step SET officer = 'x'").ok());
  CHECK_FALSE(family.database.execute("DELETE FROM direct_payments_return_step").ok());
}

TEST_CASE("the council's own payments stay out of a closed period too") {
  Family family;
  REQUIRE(family.push(sam, family.filled()).outcome == Outcome::Applied);
  const auto again = family.run("agreement", "import", {demo_folder + "agreements.json"});
  CHECK(again.value() == "Agreements read: 1; new or changed: 0; payments put into the ledger: 0.\n");
  CHECK(family.check().find("they all fit") != std::string::npos);
}

TEST_CASE("a question reaches the family by name and day, is answered in place, and the return is accepted") {
  Family family;
  REQUIRE(family.push(jo, family.filled()).outcome == Outcome::Applied);
  REQUIRE(family.say("query", "What was the bus for?").ok());
  Return one = family.seen();
  CHECK(one.state == ReturnState::Question);
  CHECK(one.steps.back().officer == "R. Marsh");
  CHECK(one.steps.back().day == Family::december_9);
  CHECK(family.feed_of<wire::Notice>(sam).size() == 1);  // the payee, and
  CHECK(family.feed_of<wire::Notice>(jo).size() == 1);   // whoever sent it
  CHECK(family.push(pat, AnswerReturn{return_of_november, "I know", {}, {}}).code == "not_allowed");
  CHECK(family.push(sam, AnswerReturn{return_of_november, "To the club", {id_number<DocumentId>(61)}, {}}).outcome ==
        Outcome::Applied);
  one = family.seen();
  CHECK(one.state == ReturnState::Sent);
  CHECK(one.steps.back().person == sam);
  REQUIRE(family.say("accept", "").ok());
  CHECK(family.seen().state == ReturnState::Accepted);
  const auto late = family.push(sam, AnswerReturn{return_of_november, "And more", {}, {}});
  CHECK(late.outcome == Outcome::Conflict);
  CHECK(late.code == "no_question");
  CHECK(family.push(sam, record_of(spend_of(500, "2026-11-20"))).code == "period_sent");
  CHECK_FALSE(family.say("query", "One more thing").ok());
}

TEST_CASE("opened again, a period takes corrections, and is sent as the next edition beside the first") {
  Family family;
  REQUIRE(family.push(sam, family.filled()).outcome == Outcome::Applied);
  CHECK_FALSE(family.say("reopen", "").ok());
  CHECK_FALSE(family.say("reopen", "The bus is twice", " ").ok());
  REQUIRE(family.say("reopen", "The bus is twice").ok());
  CHECK_FALSE(family.say("accept", "").ok());  // the family has it
  ReverseTransaction reverse;
  reverse.transaction = family.bus;
  reverse.reason = "Twice";
  REQUIRE(family.push(jo, reverse).outcome == Outcome::Applied);
  CHECK(family.push(sam, family.filled(), 1).outcome == Outcome::Conflict);  // not the version that was opened
  CHECK(family.push(sam, family.filled(), 2).outcome == Outcome::Applied);
  const Return one = family.seen();
  REQUIRE(one.editions.size() == 2);
  CHECK(one.editions[0].figures.closing == pence_of(29150));
  CHECK(one.editions[1].figures.closing == pence_of(30400));
  CHECK(family.push(jo, record_of(spend_of(500, "2026-11-20"))).code == "period_sent");
}

TEST_CASE("a return with a later one after it is not opened, since the later begins with what it ends with") {
  Family family;
  REQUIRE(family.push(sam, family.filled()).outcome == Outcome::Applied);
  family.clock.day = Date(Family::december_9.days() + 28);
  REQUIRE(family.push(sam, family.filled(day_of("2026-11-30"), day_of("2026-12-27"))).outcome == Outcome::Applied);
  const auto refused = family.say("reopen", "The bus is twice");
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().detail.find(return_id(agreement_id, day_of("2026-11-30")).text()) != std::string::npos);
  REQUIRE(family
              .run("returns", "reopen",
                   {return_id(agreement_id, day_of("2026-11-30")).text(), "So that November can be put right", "", ""})
              .ok());
  CHECK(family.say("reopen", "The bus is twice").ok());
}

TEST_CASE("the list says what waits, what is missing and what was not sent, and names nobody") {
  Family family;
  const auto not_sent = family.run("returns", "list", {"", ""});
  CHECK(not_sent.value() ==
        "not sent: agreement " + agreement_id.text() + "  2026-11-02 to 2026-11-29\n0 to look at, 1 not sent.\n");
  family.clock.day = Date(Family::december_9.days() + 20);
  CHECK(family.run("returns", "list", {"", ""}).value().find("(late)") != std::string::npos);
  family.clock.day = Family::december_9;
  SendReturn sent = family.filled();
  sent.statement = StatementNote{november_begins, day_of("2026-11-28"), pence_of(29100), {}, {}};
  sent.note = "=Riley lost the ticket";
  REQUIRE(family.push(sam, sent).outcome == Outcome::Applied);
  const std::string list = family.run("returns", "list", {"", ""}).value();
  CHECK(list == return_of_november.text() +
                    "  2026-11-02 to 2026-11-29  edition 1  sent  sent 2026-12-09  closing "
                    "£291.50  1 without a receipt  1 days without a statement  bank differs by "
                    "-£0.50\n1 to look at, 0 not sent.\n");
  const auto json = server::read_json(family.run("returns", "list", {"", "yes"}).value());
  REQUIRE(json.ok());
  const auto& one = json->find("returns")->items[0];
  CHECK(one.text_at("state") == "sent");
  CHECK(one.find("last_edition")->find("statement_difference")->integer == -50);
  CHECK(family.run("returns", "show", {return_of_november.text(), ""}).value().find("Riley lost the ticket") !=
        std::string::npos);
  CHECK(server::read_json(family.run("returns", "show", {return_of_november.text(), "yes"}).value()).ok());
  REQUIRE(family.say("accept", "Thank you").ok());
  CHECK(family.run("returns", "list", {"", ""}).value() == "0 to look at, 0 not sent.\n");
  CHECK_FALSE(family.run("returns", "show", {"nonsense", ""}).ok());
  CHECK(family.run("returns", "show", {agreement_id.text(), ""}).error().code == ErrorCode::NotFound);
}

namespace {

// The family's document of November's return, with something else in it.
void spoil(Family& family, const std::function<void(Return&)>& change) {
  const auto document = family.documents.find_by_council(return_of_november).value();
  Return one = wire::decode_payload<Return>(document->content).value();
  change(one);
  REQUIRE(family.documents.put_by_council(content_of(document->id, document->subject, document->owner, one)).ok());
}

const std::string november_edition = "return " + return_of_november.text() + ": 2026-11-02 to 2026-11-29, edition 1: ";

bool tells(Family& family, const std::string& finding) {
  const std::string report = family.check();
  CAPTURE(report);
  return report.find(finding) != std::string::npos;
}

}  // namespace

TEST_CASE("ledger check counts returns, and holds a sent one to the ledger through questions and editions") {
  Family family;
  REQUIRE(family.push(sam, family.filled()).outcome == Outcome::Applied);
  CHECK(family.check() == "3 transactions, 6 lines, 1 returns: they all fit.\n");
  REQUIRE(family.say("reopen", "The bus is twice").ok());
  REQUIRE(family.push(jo, record_of(spend_of(500, "2026-11-20"))).outcome == Outcome::Applied);
  CHECK(tells(family, "they all fit"));  // it is open: what the first edition said is history
  REQUIRE(family.push(sam, family.filled(), 2).outcome == Outcome::Applied);
  family.clock.day = Date(Family::december_9.days() + 28);
  REQUIRE(family.push(sam, family.filled(day_of("2026-11-30"), day_of("2026-12-27"))).outcome == Outcome::Applied);
  CHECK(family.check() == "4 transactions, 8 lines, 2 returns: they all fit.\n");
}

TEST_CASE("ledger check names the figure of a sent return that the ledger does not say, with its edition") {
  Family family;
  REQUIRE(family.push(sam, family.filled()).outcome == Outcome::Applied);
  spoil(family, [](Return& one) {
    one.editions[0].figures.spent = pence_of(2049);
    one.editions[0].figures.closing = pence_of(29151);
  });
  CHECK(tells(family, november_edition + "\"spent\" is not what the ledger says"));
  CHECK(tells(family, november_edition + "\"closing\" is not what the ledger says"));
  CHECK_FALSE(tells(family, "do not add up\n"));
  CHECK_FALSE(tells(family, "\"opening\""));
}

TEST_CASE("ledger check names the line of a sent return that plan and ledger do not say") {
  Family family;
  REQUIRE(family.push(sam, family.filled()).outcome == Outcome::Applied);
  spoil(family, [](Return& one) { one.editions[0].figures.lines[0].planned = pence_of(2401); });
  CHECK(tells(family,
              november_edition + "line " + id_number<DocumentId>(50).text() + " is not what plan and ledger say"));
  spoil(family, [](Return& one) { one.editions[0].figures.lines.clear(); });
  CHECK(tells(family, november_edition + "its lines do not add up to \"spent\""));
}

TEST_CASE("ledger check finds a payment that got into a sent period behind the rules") {
  Family family;
  REQUIRE(family.push(sam, family.filled()).outcome == Outcome::Applied);
  REQUIRE(family.database.execute("DROP TRIGGER direct_payments_period_closed").ok());
  Transaction late = spend_of(5, "2026-11-29");
  const auto document = family.documents.find_by_council(family.bus).value();
  server::NewContent content{id_number<DocumentId>(72), document->subject, document->owner,
                             document->facet,           document->kind,    document->edition,
                             wire::encode_payload(late)};
  REQUIRE(family.documents.put_by_council(content).ok());
  REQUIRE(Ledger(family.database).append(riley.household, content.id, late).ok());
  CHECK(tells(family, november_edition + "\"closing\" is not what the ledger says"));
  CHECK(tells(family, november_edition + "the ledger has another number of payments"));
}

TEST_CASE("ledger check finds editions that do not add up, and a document and a row that are not of one mind") {
  Family family;
  REQUIRE(family.push(sam, family.filled()).outcome == Outcome::Applied);
  const std::string place = "return " + return_of_november.text() + ": ";
  spoil(family, [](Return& one) {
    one.editions[0].number = 2;
    one.editions[0].figures.opening = pence_of(1);
  });
  CHECK(tells(family, place + "edition 1: it has another number"));
  CHECK(tells(family, place + "edition 1: its figures do not add up"));
  spoil(family, [](Return& one) { one.state = ReturnState::Accepted; });
  CHECK(tells(family, place + "the family sees another state, edition or last day than the council has"));
  REQUIRE(family.database.execute("DROP TRIGGER direct_payments_return_kept").ok());
  REQUIRE(family.database.execute("DELETE FROM direct_payments_return").ok());
  CHECK(tells(family, place + "the council has no row of it, so nothing closes its period"));
  REQUIRE(family.database.execute("UPDATE document SET gone = 1 WHERE kind = 203").ok());
  REQUIRE(family.database
              .execute("INSERT INTO direct_payments_return VALUES (x'7d0c1f8e3b524a6f9d1e5c2a8b7f4e60',"
                       " x'd3a81f6c0e574b299a4d7c1e5f2b8d90', 20759, 20786, 'sent', 1)")
              .ok());
  CHECK(tells(family, "return of agreement " + agreement_id.text() + " from 2026-11-02: no family sees it"));
}
