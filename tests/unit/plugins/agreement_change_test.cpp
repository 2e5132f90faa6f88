// Agreements made, changed and ended in writing: the family has the reasons, the days and what it can do, and what was
// told in writing is changed in writing.
#include "plugins/direct_payments/model/outlook.hpp"
#include "tests/support/written_file.hpp"
#include "tests/unit/plugins/agreement_sample.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;
using wire::Outcome;

TEST_CASE("a rise holds from the first day of a period, and the family reads how much, from when, why and by whom") {
  WritingCouncil council;
  const auto done =
      council.amend({{"--from", "2026-12-28"}, {"--pounds", "340.00"}, {"--welsh", "Cododd y cyfraddau."}});
  REQUIRE(done.ok());
  CHECK(says(done, "changes on 2026-12-28, £312.00 to £340.00, with 36 days of notice"));
  const Agreement agreement = council.agreement();
  CHECK(terms_on(agreement, day_of("2026-12-27")).per_period == pence_of(31200));
  CHECK(terms_on(agreement, day_of("2026-12-28")).per_period == pence_of(34000));
  CHECK(period_of(agreement, day_of("2027-01-01")).first == day_of("2026-12-28"));
  const auto letters = council.letters();
  REQUIRE(letters.size() == 1);
  CHECK(letters[0].kind == NoticeKind::Amended);
  CHECK(letters[0].reason.cy == "Cododd y cyfraddau.");
  CHECK(letters[0].officer == "R. Marsh");
  CHECK(letters[0].day == day_of("2026-11-22"));
  CHECK(letters[0].disagree.size() == 3);
  CHECK(letters[0].short_because.en.empty());
}

TEST_CASE("the notice in the inbox leads to the letter, and tells whoever stands beside the person nothing of it") {
  WritingCouncil council;
  REQUIRE(council.amend({{"--from", "2026-12-28"}, {"--pounds", "340.00"}}).ok());
  const auto notices = council.feed_of<wire::Notice>(sam);
  REQUIRE(notices.size() == 1);
  CHECK(notices[0].href == "/money/agreement?for=" + agreement_id.text());
  CHECK_FALSE(notices[0].title.cy.empty());
  CHECK(notices[0].text.en.find("340") == std::string::npos);
  CHECK(council.feed_of<wire::Notice>(nadia).empty());
}

TEST_CASE("less money is told as many days before as the council says, or the letter says why not") {
  WritingCouncil council;
  const WritingCouncil::Options soon{{"--from", "2026-11-30"}, {"--pounds", "200.00"}};
  CHECK(says(council.amend(soon), "8 days of notice, and the council gives 28: choose 2026-12-20 or later"));
  CHECK(council.letters().empty());
  WritingCouncil::Options said = soon;
  said.emplace_back("--short-notice", "You asked for fewer hours at once.");
  REQUIRE(council.amend(said).ok());
  REQUIRE(council.letters().size() == 1);
  CHECK(council.letters()[0].short_because.en == "You asked for fewer hours at once.");
  CHECK(council.letters()[0].days_of_notice() == 8);
  CHECK(council.letters()[0].usual_days == 28);
}

TEST_CASE("more money may come at once; another cycle may not, whatever it is worth") {
  WritingCouncil council;
  CHECK(council.amend({{"--from", "2026-11-30"}, {"--pounds", "313.00"}}).ok());
  CHECK(says(council.amend({{"--from", "2026-12-28"}, {"--every", "1 week"}, {"--pounds", "1.00"}, {"--welsh", ""}}),
             "Kept"));
  WritingCouncil other;
  CHECK(says(other.amend({{"--from", "2026-11-30"}, {"--every", "1 week"}}), "8 days of notice"));
}

TEST_CASE("another cycle begins where a period ends, and no day is in two periods or in none") {
  WritingCouncil council;
  REQUIRE(council.amend({{"--from", "2026-12-28"}, {"--every", "1 month"}, {"--pounds", "340.00"}}).ok());
  const Agreement agreement = council.agreement();
  BudgetPeriod before = period_of(agreement, day_of("2026-11-02"));
  for (int i = 0; i < 20; ++i) {
    const BudgetPeriod next = period_of(agreement, Date(before.last.days() + 1));
    CHECK(next.first == Date(before.last.days() + 1));
    CHECK(next.holds(next.first));
    CHECK(next.last >= next.first);
    before = next;
  }
  CHECK(period_of(agreement, day_of("2026-12-27")).last == day_of("2026-12-27"));
  CHECK(period_of(agreement, day_of("2027-01-10")).last == day_of("2027-01-27"));
}

TEST_CASE("the forecast counts what is paid from each day on") {
  WritingCouncil council;
  REQUIRE(council.amend({{"--from", "2026-12-28"}, {"--pounds", "340.00"}}).ok());
  Book book = sample_book();
  book.agreements.front().agreement = council.agreement();
  const Outlook found = outlook(book, book.agreements.front(), {}, day_of("2026-11-22"), {});
  std::vector<std::pair<std::string, std::int64_t>> paid;
  for (const ExpectedPayment& one : found.expected) {
    for (Date day = one.first; one.ends && day <= *one.ends; day = Date(day.days() + one.every_days))
      paid.emplace_back(day.iso(), one.amount.pence());
  }
  REQUIRE(paid.size() >= 3);
  CHECK(paid[0] == std::pair<std::string, std::int64_t>("2026-11-30", 31200));
  CHECK(paid[1] == std::pair<std::string, std::int64_t>("2026-12-28", 34000));
  CHECK(paid[2] == std::pair<std::string, std::int64_t>("2027-01-25", 34000));
}

TEST_CASE("a stop says which return is the last, until when, and what becomes of the money that is left") {
  WritingCouncil council;
  const auto done = council.stop("2026-12-27");
  REQUIRE(done.ok());
  CHECK(says(done, "Its last return is of 2026-11-30 to 2026-12-27, to be sent by 2027-01-24"));
  const auto letters = council.letters();
  REQUIRE(letters.size() == 1);
  CHECK(letters[0].kind == NoticeKind::Stopped);
  CHECK(letters[0].money_left.en.find("Pay what you still owe first") == 0);
  CHECK_FALSE(letters[0].money_left.cy.empty());
  const Agreement agreement = council.agreement();
  CHECK(agreement.ends == day_of("2026-12-27"));
  CHECK_FALSE(agreement.review);  // nobody looks at the plan of what has ended
  CHECK(council.push(sam, record_of(spend_of(800, "2026-11-21"))).outcome == Outcome::Applied);
}

TEST_CASE("a change that would begin after the end does not begin") {
  WritingCouncil council;
  REQUIRE(council.amend({{"--from", "2027-01-25"}, {"--pounds", "340.00"}}).ok());
  REQUIRE(council.stop("2026-12-27", {{"--money-left", "Keep it for the last wages."}}).ok());
  CHECK(council.agreement().later.empty());
  CHECK(council.letters().size() == 2);  // what was written stays written
  CHECK(council.run("agreement", "show", {agreement_id.text(), ""}).value().find("Keep it for the last wages.") !=
        std::string::npos);
}

TEST_CASE("an agreement that an officer makes is paid, spent and told like any other") {
  WritingCouncil council;
  const auto done = council.create("120.50", "2026-12-01", {{"--every", "1 month"}, {"--review", "2027-06-01"}});
  REQUIRE(done.ok());
  const auto letters = council.letters();
  REQUIRE(letters.size() == 1);
  const Agreement made = council.agreement(letters[0].agreement);
  CHECK(made.per_period == pence_of(12050));
  CHECK(made.period_months == 1);
  CHECK(made.grown_up == day_of("2030-03-09"));
  CHECK(made.source_date == day_of("2026-11-22"));
  RecordTransaction spend = record_of(spend_of(500, "2026-12-02"));
  spend.agreement = mark_of(letters[0].agreement);
  CHECK(council.push(sam, spend).outcome == Outcome::Applied);
  CHECK(says(council.run("agreement", "list", {""}), "2 agreements."));
}

TEST_CASE("what was told in writing is changed in writing: a file brings only payments from then on") {
  WritingCouncil council;
  REQUIRE(council.amend({{"--from", "2026-12-28"}, {"--pounds", "340.00"}}).ok());
  const auto again = council.run("agreement", "import", {demo_folder + "agreements.json"});
  REQUIRE(again.ok());
  CHECK(says(again, "new or changed: 0; payments put into the ledger: 0"));
  CHECK(says(again, "left out: 1."));
  CHECK(council.agreement().later.size() == 1);
}

TEST_CASE("from the day on which somebody else keeps the money, payments go to them, and back again") {
  WritingCouncil council;
  REQUIRE(council.amend({{"--from", "2026-12-28"}, {"--account", "managed"}, {"--keeper", "Own Purse"}}).ok());
  REQUIRE(council.amend({{"--from", "2027-02-22"}, {"--account", "bank"}}).ok());
  const Agreement agreement = council.agreement();
  CHECK(terms_on(agreement, day_of("2026-12-27")).account == Account::Bank);
  CHECK(terms_on(agreement, day_of("2026-12-28")).account == Account::ManagedAccount);
  CHECK(terms_on(agreement, day_of("2027-02-21")).account == Account::ManagedAccount);
  CHECK(terms_on(agreement, day_of("2027-02-22")).account == Account::Bank);
  CHECK(council.letters()[0].keeper == "Own Purse");
  std::string file = R"({"agreements": [)";
  std::ifstream demo(demo_folder + "agreements.json");
  std::string text((std::istreambuf_iterator<char>(demo)), {});
  const std::string last = R"("day": "2026-11-02", "pounds": "312.00" })";
  text.insert(text.find(last) + last.size(),
              R"(, {"id": "8c2e5b97-41d0-4f3a-b6e8-0a7d9c1f2e55", "day": "2026-12-28", "pounds": "312.00"})");
  const WrittenFile agreements(text);
  REQUIRE(says(council.run("agreement", "import", {agreements.path()}), "payments put into the ledger: 1"));
  std::int64_t managed = 0;
  for (const Transaction& one : council.feed_of<Transaction>(sam))
    managed += balance(Account::ManagedAccount, {&one, 1});
  CHECK(managed == 31200);
  CHECK(council.run("ledger", "check").value().find("they all fit") != std::string::npos);
}
