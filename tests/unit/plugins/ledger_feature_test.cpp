#include "app/server/json_reader.hpp"
#include "app/wire/messages/intents.hpp"
#include "app/wire/messages/notice.hpp"
#include "plugins/direct_payments/api/agreement_file.hpp"
#include "plugins/direct_payments/api/feature.hpp"
#include "plugins/direct_payments/api/ledger_tables.hpp"
#include "tests/support/family_parts.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"

#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;
using server::Actor;

namespace {

// The demo family with its agreement, and everybody's pushes.
struct Family : FamilyParts {
  Family() : FamilyParts(make_feature) { REQUIRE(run("agreement", "import", {demo_folder + "agreements.json"}).ok()); }
  std::string check() { return run("ledger", "check").value(); }
};

RecordTransaction spend(std::int64_t pence = 800) { return record_of(spend_of(pence, "2026-11-21")); }

}  // namespace

TEST_CASE("the demo agreement is imported once, however often, and its payment is in the ledger") {
  Family family;
  CHECK(family.feed_of<Agreement>(sam).size() == 1);
  CHECK(family.feed_of<Agreement>(pat).size() == 1);
  REQUIRE(family.feed_of<Transaction>(sam).size() == 1);
  CHECK(family.feed_of<Transaction>(sam)[0].recorded_by.is_nil());
  const auto again = family.run("agreement", "import", {demo_folder + "agreements.json"});
  CHECK(again.value() == "Agreements read: 1; new or changed: 0; payments put into the ledger: 0.\n");
  CHECK(family.check() == "1 transactions, 2 lines: they all fit.\n");
}

TEST_CASE("a spend reaches whoever shares the money, with who did it, and the ledger") {
  Family family;
  CHECK(family.push(jo, spend()).outcome == wire::Outcome::Applied);
  for (const PersonId person : {sam, jo, pat}) {
    const auto seen = family.feed_of<Transaction>(person);
    REQUIRE(seen.size() == 2);
    const Transaction& newest = seen[0].recorded_by.is_nil() ? seen[1] : seen[0];
    CHECK(newest.recorded_by == jo);
    CHECK(newest.text == "Swim club");
  }
  CHECK(family.check() == "2 transactions, 4 lines: they all fit.\n");
}

TEST_CASE("who may only see the money, or nothing, cannot change it, and learns nothing by trying") {
  Family family;
  const auto by_helper = family.push(pat, spend());
  CHECK(by_helper.outcome == wire::Outcome::Refused);
  CHECK(by_helper.code == "not_allowed");
  const auto by_stranger = family.push(nadia, spend());
  CHECK(by_stranger.outcome == wire::Outcome::Refused);
  RecordTransaction nowhere = spend();
  nowhere.agreement ^= 1;
  CHECK(family.push(nadia, nowhere).code == by_stranger.code);
  CHECK(family.check() == "1 transactions, 2 lines: they all fit.\n");
}

TEST_CASE("V2.2.2 V2.2.3: each rule of the ledger holds at the council too, with its name") {
  Family family;
  RecordTransaction unbalanced = spend();
  unbalanced.postings[0].amount = pence_of(799);
  CHECK(family.push(sam, unbalanced).code == "unbalanced");
  RecordTransaction income = record_of(council_payment(31200, "2026-11-16"));
  CHECK(family.push(sam, income).code == "not_for_families");
  RecordTransaction early = spend();
  early.day = day_of("2026-11-01");
  CHECK(family.push(sam, early).code == "before_agreement");
  RecordTransaction far = spend();
  far.day = day_of("2027-11-01");
  CHECK(family.push(sam, far).code == "too_far_ahead");
  RecordTransaction wordless = spend();
  wordless.text = "  ";
  CHECK(family.push(sam, wordless).code == "bad_text");
  CHECK(family.check() == "1 transactions, 2 lines: they all fit.\n");
}

TEST_CASE("a line of a bank's file is in the ledger once, whoever read that file, until it is taken back") {
  Family family;
  RecordTransaction line = spend();
  line.bank = BankNote{"FIT-1", pence_of(30400), 0};
  CHECK(family.push(sam, line).outcome == wire::Outcome::Applied);
  const DocumentId first = family.last_document();
  line.text = "SWIM Club";  // another device writes the same words otherwise
  line.bank->balance.reset();
  const auto again = family.push(jo, line);
  CHECK(again.outcome == wire::Outcome::Refused);
  CHECK(again.code == "already_added");
  line.bank->ordinal = 1;  // a genuine second one
  CHECK(family.push(jo, line).outcome == wire::Outcome::Applied);
  CHECK(family.push(jo, spend()).outcome == wire::Outcome::Applied);  // typed by hand: as often as people like
  ReverseTransaction reverse;
  reverse.transaction = first;
  reverse.reason = "Not ours";
  CHECK(family.push(sam, reverse).outcome == wire::Outcome::Applied);
  line.bank->ordinal = 0;
  CHECK(family.push(jo, line).outcome == wire::Outcome::Applied);
  line.bank->bank_id = "a\tb";
  CHECK(family.push(jo, line).code == "bad_text");
  CHECK(family.check() == "6 transactions, 12 lines: they all fit.\n");
}

TEST_CASE("a payment is taken back once, with a reason, and the council's payments never by a family") {
  Family family;
  family.push(sam, spend());
  ReverseTransaction reverse;
  reverse.transaction = family.last_document();
  CHECK(family.push(jo, reverse).code == "bad_text");
  reverse.reason = "Paid twice";
  CHECK(family.push(pat, reverse).outcome == wire::Outcome::Refused);
  CHECK(family.push(jo, reverse).outcome == wire::Outcome::Applied);
  const DocumentId reversal_id = family.last_document();
  CHECK(family.push(sam, reverse).code == "already_reversed");
  reverse.transaction = reversal_id;
  CHECK(family.push(sam, reverse).code == "not_reversible");
  reverse.transaction = DocumentId::parse("8c2e5b97-41d0-4f3a-b6e8-0a7d9c1f2e54").value();
  CHECK(family.push(sam, reverse).code == "not_reversible");
  reverse.transaction = id_number<DocumentId>(99);
  CHECK(family.push(sam, reverse).code == "not_found");
  CHECK(family.check() == "3 transactions, 6 lines: they all fit.\n");
}

TEST_CASE("a plan item is made, changed by who saw it last, and taken out") {
  Family family;
  PutPlanItem put;
  put.id = id_number<DocumentId>(50);
  put.item = sample_plan(800, 3);
  CHECK(family.push(sam, put).version == 1);
  CHECK(family.push(jo, put, 1).version == 2);
  CHECK(family.push(sam, put, 1).outcome == wire::Outcome::Conflict);
  CHECK(family.feed_of<PlanItem>(pat).empty());  // the plan is not shared with the helper
  RemovePlanItem remove;
  remove.id = put.id;
  CHECK(family.push(sam, remove, 1).outcome == wire::Outcome::Conflict);
  CHECK(family.push(sam, remove, 2).outcome == wire::Outcome::Applied);
  CHECK(family.feed_of<PlanItem>(jo).empty());
  put.item.units = 0;
  CHECK(family.push(sam, put).code == "bad_units");
}

TEST_CASE("a plan item cannot be removed as if a payment were one") {
  Family family;
  family.push(sam, spend());
  RemovePlanItem remove;
  remove.id = family.last_document();
  CHECK(family.push(sam, remove, 1).code == "not_found");
  CHECK(family.feed_of<Transaction>(sam).size() == 2);
}

TEST_CASE("after a spend on a planned visit, whoever recorded it is asked how it was, and nobody else") {
  Family family;
  PutPlanItem put;
  put.id = id_number<DocumentId>(50);
  put.item = sample_plan(800, 3);
  family.push(sam, put);
  RecordTransaction record = spend();
  record.plan_item = put.id;
  record.service = put.item.service;
  CHECK(family.push(jo, record).outcome == wire::Outcome::Applied);
  CHECK(family.feed_of<wire::Notice>(sam).empty());
  const auto notices = family.feed_of<wire::Notice>(jo);
  REQUIRE(notices.size() == 1);
  CHECK(notices[0].title.en == "How was Saturday Swim Club?");
  const Bytes intent = intent_of(Route::parse(notices[0].href));
  const auto visit = wire::decode_frame<wire::VisitIntent>(intent);
  REQUIRE(visit.ok());
  CHECK(visit->service == swim_club);
  CHECK(visit->day == day_of("2026-11-21"));
  CHECK(Route::parse(notices[0].href).path == "/say/visit");
}

TEST_CASE("who goes to the same place each week is asked now and then, reminded once, and not again") {
  Family family;
  const auto go = [&family](const char* day) {
    family.clock.day = day_of(day);
    RecordTransaction record = spend();
    record.service = ServiceId::parse(swim_club).value();
    REQUIRE(family.push(sam, record).outcome == wire::Outcome::Applied);
    return family.feed_of<wire::Notice>(sam).size();
  };
  CHECK(go("2026-11-22") == 1);
  CHECK(go("2026-11-22") == 1);
  CHECK(go("2026-12-19") == 1);
  CHECK(go("2026-12-20") == 2);
  CHECK(go("2027-03-01") == 2);
  CHECK(go("2027-09-01") == 2);
}

TEST_CASE("a name of any length does not cost the spend its place") {
  Family family;
  RecordTransaction record = spend();
  record.service = ServiceId::parse(swim_club).value();
  record.text.clear();
  for (int i = 0; i < 200; ++i) record.text += "ŷ";
  CHECK(family.push(sam, record).outcome == wire::Outcome::Applied);
  CHECK(family.feed_of<wire::Notice>(sam).size() == 1);
}

TEST_CASE("the database itself refuses books that do not balance, and edits") {
  Family family;
  server::Database& database = family.database;
  const std::string ids = "x'7d0c1f8e3b524a6f9d1e5c2a8b7f4e60', x'd3a81f6c0e574b299a4d7c1e5f2b8d90', randomblob(16)";
  CHECK_FALSE(
      database.execute("INSERT INTO direct_payments_payment (household, agreement, id, day) VALUES (" + ids + ", 1)")
          .ok());
  Transaction broken = spend_of(800, "2026-11-21");
  broken.postings[0].amount = pence_of(801);
  CHECK_FALSE(Ledger(database).append(riley.household, id_number<DocumentId>(60), broken).ok());
  CHECK_FALSE(database.execute("UPDATE direct_payments_line SET pence = 1").ok());
  CHECK_FALSE(database.execute("DELETE FROM direct_payments_line").ok());
  CHECK_FALSE(database.execute("UPDATE direct_payments_payment SET day = 1").ok());
  CHECK_FALSE(database.execute("DELETE FROM direct_payments_payment").ok());
  CHECK_FALSE(database
                  .execute("INSERT INTO direct_payments_line SELECT household, agreement, payment, 7, day, account, 1"
                           " FROM direct_payments_line LIMIT 1")
                  .ok());
}

TEST_CASE("ledger check names what does not fit") {
  Family family;
  family.push(sam, spend());
  const std::string id = family.last_document().text();
  REQUIRE(Ledger(family.database).append(riley.household, id_number<DocumentId>(61), spend_of(5, "2026-11-20")).ok());
  CHECK(family.check().find(id_number<DocumentId>(61).text() + ": no family sees it") != std::string::npos);
  REQUIRE(family.database.execute("DROP TRIGGER direct_payments_line_stays").ok());
  REQUIRE(family.database.execute("UPDATE direct_payments_line SET pence = 801 WHERE pence = 800").ok());
  const std::string report = family.check();
  CHECK(report.find(id + ": unbalanced") != std::string::npos);
  CHECK(report.find(id + ": the family sees something else") != std::string::npos);
}

TEST_CASE("every mistake in an agreements' file is named at once, and nothing of it is taken") {
  const auto json =
      server::read_json(R"({"agreements":[{"id":"x","household":"","child":"5a1e9c34-7f2b-4d88-b0c6-1e9d3a7f5b21",
    "payee":"2f6b8d10-94c3-4e7a-8a51-c7d20e3f9b14","period_days":0,"first_day":"2026-02-30","pounds_per_period":"-3",
    "starts":"2026-11-02","ends":"2026-11-01","letter":{"title":{},"date":"x"},"payments":[{"id":"y","day":"z","pounds":"0"}],
    "extra":1}]})");
  REQUIRE(json.ok());
  const auto bad = parse_agreements(json.value());
  REQUIRE_FALSE(bad.ok());
  for (const char* path :
       {"id", "household", "period_days", "first_day", "pounds_per_period", "ends", "letter.title.en", "letter.date",
        "payments[0].id", "payments[0].day", "payments[0].pounds", "extra"}) {
    CAPTURE(path);
    CHECK(bad.error().detail.find("agreements[0]." + std::string(path)) != std::string::npos);
  }
}

TEST_CASE("an agreement is paid by days or by months, and not by both") {
  const auto parsed = [](const std::string& period) {
    return parse_agreements(server::read_json(R"({"agreements":[{"id":"d3a81f6c-0e57-4b29-9a4d-7c1e5f2b8d90",
      "household":"7d0c1f8e-3b52-4a6f-9d1e-5c2a8b7f4e60","child":"5a1e9c34-7f2b-4d88-b0c6-1e9d3a7f5b21",
      "payee":"2f6b8d10-94c3-4e7a-8a51-c7d20e3f9b14",)" +
                                              period + R"("first_day":"2026-11-01",
      "pounds_per_period":"338.00","starts":"2026-11-01","letter":{"title":{"en":"Our letter"},"date":"2026-10-19"},
      "payments":[]}]})")
                                .value());
  };
  const auto monthly = parsed(R"("period_months":1,)");
  REQUIRE(monthly.ok());
  const BudgetPeriod february = period_of(monthly.value()[0].agreement, day_of("2027-02-14"));
  CHECK(february.first == day_of("2027-02-01"));
  CHECK(february.last == day_of("2027-02-28"));
  CHECK(february.index == 3);
  CHECK_FALSE(parsed(R"("period_months":1,"period_days":28,)").ok());
  CHECK_FALSE(parsed(R"("period_months":13,)").ok());
  CHECK_FALSE(parsed("").ok());
}
