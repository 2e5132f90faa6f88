// What a council asks about all its direct payments together: figures for its committee, with nothing told of few
// families, and the birthdays after which somebody else is paid or another law holds.
#include "app/base/birthday.hpp"
#include "app/server/json_reader.hpp"
#include "plugins/direct_payments/api/agreement_file.hpp"
#include "plugins/direct_payments/api/agreement_import.hpp"
#include "plugins/direct_payments/api/coming_of_age.hpp"
#include "plugins/direct_payments/api/feature.hpp"
#include "plugins/direct_payments/api/take_up.hpp"
#include "tests/support/family_parts.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;

namespace {

const PersonId riley_themselves = PersonId::parse("e83d5b92-6a0f-4c1d-97b4-2d5c8e1f7a36").value();

struct Payments : FamilyParts {
  std::uint8_t families = 0;

  Payments() : FamilyParts(make_feature) { clock.day = day_of("2027-01-10"); }

  // As if one family more had an agreement with such a cycle.
  wire::Subject add_family(std::uint16_t days, std::uint16_t months = 0, std::int64_t pence = 31200) {
    ++families;
    const wire::Subject child{id_number<HouseholdId>(families), id_number<SubjectId>(families)};
    Agreement agreement = sample_agreement();
    agreement.period_days = days;
    agreement.period_months = months;
    agreement.per_period = pence_of(pence);
    put(child, id_number<DocumentId>(families), agreement);
    return child;
  }
  void spent(const wire::Subject& child, std::uint8_t number, Account category, std::int64_t pence) {
    Transaction payment = spend_of(pence, "2026-12-10");
    payment.agreement = id_number<DocumentId>(number);
    payment.postings[0].account = category;
    put(child, id_number<DocumentId>(static_cast<std::uint8_t>(100 + number)), payment);
  }
  std::string figures(const std::string& month = "2026-12", const std::string& as_json = "") {
    return run("agreement", "figures", {month, as_json}).value();
  }
  std::vector<FileAgreement> file() {
    return parse_agreements(server::read_json_file(demo_folder + "agreements.json", {}).value()).value();
  }

 private:
  template <wire::Message T>
  void put(const wire::Subject& child, DocumentId id, const T& content) {
    REQUIRE(documents
                .put_by_council({id, child, id_number<PersonId>(families), wire::Facet::Money, T::schema.id,
                                 T::schema.version, wire::encode_payload(content)})
                .ok());
  }
};

bool says(const std::string& text, const std::string& part) {
  CAPTURE(text);
  return text.find(part) != std::string::npos;
}

TakeUpTable table_with(std::vector<std::size_t> families) {
  TakeUpTable table{"paid", TakeUpOf::Families, {}};
  for (const std::size_t count : families) table.cells.push_back({std::to_string(count), count, 0, false});
  return table;
}

std::string shown(TakeUpTable table) {
  hide_few(table, {});
  std::string text;
  for (const TakeUpCell& cell : table.cells) text += cell.is_hidden ? "-" : cell.name + " ";
  return text;
}

}  // namespace

TEST_CASE("of fewer families than the council tells of nothing is told, not even how many") {
  Payments council;
  for (int i = 0; i < 9; ++i) council.add_family(28);
  CHECK(council.figures() ==
        "2026-12-01 to 2026-12-31: fewer than 10 families have a direct payment. Nothing is told of so few.\n");
  CHECK(says(council.figures("2026-12", "yes"), "\"too_few\":true"));
  CHECK_FALSE(says(council.figures("2026-12", "yes"), "families"));
}

TEST_CASE("families are counted by kind on the month's last day, and small counts are hidden with one more") {
  Payments council;
  for (int i = 0; i < 7; ++i) council.add_family(0, 1);
  for (int i = 0; i < 6; ++i) council.add_family(28);
  for (int i = 0; i < 2; ++i) council.add_family(7);
  const std::string text = council.figures();
  CHECK(says(text, "15 families have a direct payment"));
  CHECK(says(text, "each month: 7\n"));
  CHECK(says(text, "every four weeks: not shown\n"));  // else the week's two would be 15 - 7 - 6
  CHECK(says(text, "each week: not shown\n"));
  CHECK(says(text, "kept in\n  nothing recorded yet: 15\n"));
  const auto json = server::read_json(council.figures("2026-12", "yes"));
  REQUIRE(json.ok());
  CHECK(json->find("families")->integer == 15);
  council.council.disclosure = {10, 5, 5};
  CHECK(says(council.figures(), "each month: 5\n"));
}

TEST_CASE("what is hidden together is never few, and nothing is hidden where nothing is few") {
  CHECK(shown(table_with({7, 6, 5})) == "7 6 5 ");
  CHECK(shown(table_with({20, 4, 9})) == "20 --");
  CHECK(shown(table_with({20, 1, 2, 9})) == "20 ---");  // one and two are three
  CHECK(shown(table_with({20, 4, 4})) == "20 --");
  CHECK(shown(table_with({4, 20})) == "--");
  CHECK(shown(table_with({12})) == "12 ");
  CHECK(shown(table_with({3})) == "-");
}

TEST_CASE("spending is told in whole pounds, and not where it is mostly one family's") {
  Payments council;
  std::vector<wire::Subject> children;
  for (int i = 0; i < 12; ++i) children.push_back(council.add_family(28));
  for (std::uint8_t i = 1; i <= 12; ++i) {
    const Account account = i <= 6 ? Account::Activities : Account::PersonalAssistant;
    council.spent(children[i - 1u], i, account, i == 12 ? 500'000 : 1050);
  }
  const std::string text = council.figures();
  CHECK(says(text, "spent on\n  pa: not shown\n  activities: not shown\n"));
  CHECK(says(text, "a bank account: 12\n"));
  Payments even;
  children.clear();
  for (int i = 0; i < 12; ++i) children.push_back(even.add_family(28));
  for (std::uint8_t i = 1; i <= 12; ++i) even.spent(children[i - 1u], i, Account::Activities, 1050);
  CHECK(says(even.figures(), "activities: £126\n"));
}

TEST_CASE("only a month that is over is told of") {
  Payments council;
  CHECK_FALSE(council.run("agreement", "figures", {"2027-01", ""}).ok());
  CHECK_FALSE(council.run("agreement", "figures", {"2026-13", ""}).ok());
  CHECK_FALSE(council.run("agreement", "figures", {"last month", ""}).ok());
}

TEST_CASE("the 16th and 18th birthdays ahead are listed with what is to do, and name nobody") {
  Payments council;
  REQUIRE(import_agreements(council.context, council.file()).ok());
  CHECK(council.run("agreement", "birthdays", {""}).value() == "0 birthdays until 2028-01-10.\n");
  const std::string later = council.run("agreement", "birthdays", {"60"}).value();
  CHECK(says(later, "2028-03-09  16  agreement " + agreement_id.text() + ": ask them whether they want to be paid"));
  CHECK(says(later, "2030-03-09  18  agreement " + agreement_id.text() + ": end it on 2030-03-08"));
  CHECK(says(later, "2 birthdays until 2032-01-10.\n"));
  CHECK_FALSE(says(later, "Riley"));
  CHECK_FALSE(council.run("agreement", "birthdays", {"0"}).ok());
  CHECK_FALSE(council.run("agreement", "birthdays", {"soon"}).ok());
}

TEST_CASE("who was born on 29 February is older on 1 March of a year without one") {
  CHECK(birthday(day_of("2012-02-29"), 16) == day_of("2028-02-29"));
  CHECK(birthday(day_of("2012-02-29"), 18) == day_of("2030-03-01"));
  CHECK(birthday(day_of("2012-03-09"), 18) == day_of("2030-03-09"));
}

TEST_CASE("a young person is paid themselves from 16 on, and every agreement says when they are grown up") {
  Payments council;
  std::vector<FileAgreement> file = council.file();
  file[0].agreement.payee = riley_themselves;
  file[0].payments.clear();
  const auto early = import_agreements(council.context, file);
  REQUIRE_FALSE(early.ok());
  CHECK(says(early.error().detail, "from 2028-03-09 on"));
  file[0].agreement.first_day = file[0].agreement.starts = day_of("2028-03-09");
  file[0].agreement.review.reset();
  council.clock.day = day_of("2028-03-09");
  const auto taken = import_agreements(council.context, file);
  REQUIRE(taken.ok());
  CHECK(says(taken.value(), "Going on after their child is 18: 1."));
  const auto seen = council.feed_of<Agreement>(riley_themselves);
  REQUIRE(seen.size() == 1);
  CHECK(seen[0].grown_up == day_of("2030-03-09"));
  CHECK(council.feed_of<Agreement>(sam).empty());  // it is theirs: a parent sees what they share
  CHECK(council.push(riley_themselves, record_of(spend_of(800, "2028-03-20"))).outcome == wire::Outcome::Applied);
  CHECK(council.push(sam, record_of(spend_of(800, "2028-03-20"))).outcome == wire::Outcome::Refused);
  file[0].agreement.ends = day_of("2030-03-08");
  CHECK_FALSE(says(import_agreements(council.context, file).value(), "after its child is 18"));
}
