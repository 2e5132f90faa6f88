// What an officer may not decide about an agreement: each is refused in words that say what to do, and nothing is kept.
#include "tests/unit/plugins/agreement_sample.hpp"

#include <doctest/doctest.h>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;

namespace {

using Options = WritingCouncil::Options;

// Refused with these words, and neither the agreement nor a letter is there afterwards.
void refuses(WritingCouncil& council, const Result<std::string>& done, const std::string& words) {
  CHECK_FALSE(done.ok());
  CHECK(says(done, words));
  CHECK(council.letters().empty());
  CHECK(council.feed_of<wire::Notice>(sam).empty());
  CHECK(council.agreement().later.empty());
  CHECK_FALSE(council.agreement().ends);
}

}  // namespace

TEST_CASE("a change before the start, within a period, or of nothing is refused") {
  WritingCouncil council;
  refuses(council, council.amend({{"--from", "2026-11-02"}, {"--pounds", "340.00"}}),
          "the agreement starts on 2026-11-02");
  refuses(council, council.amend({{"--from", "2025-01-01"}, {"--pounds", "340.00"}}), "choose a later day");
  refuses(council, council.amend({{"--from", "2026-12-25"}, {"--pounds", "340.00"}}),
          "a change begins with a period: choose 2026-11-30 or 2026-12-28");
  refuses(council, council.amend({{"--from", "2026-12-28"}, {"--pounds", "312.00"}}), "nothing would change");
  refuses(council, council.amend({}), "say what changes");
  refuses(council, council.amend({{"--pounds", "340.00"}}), "--from DAY");
}

TEST_CASE("no amount but pounds above zero is taken") {
  WritingCouncil council;
  for (const char* pounds : {"0", "0.00", "-312.00", "£312", "1,000.00", "312.005", "many", " ", "1e5", "100000.01"}) {
    CAPTURE(pounds);
    refuses(council, council.amend({{"--from", "2026-12-28"}, {"--pounds", pounds}}), "write pounds above zero");
    refuses(council, council.create(pounds, "2026-12-01"), "write pounds above zero");
  }
}

TEST_CASE("no day but one in the calendar is taken, and no cycle but of days, weeks or months") {
  WritingCouncil council;
  for (const char* day : {"2026-02-30", "28/12/2026", "20205-01-01", "tomorrow", "2026-12-28 "}) {
    CAPTURE(day);
    refuses(council, council.amend({{"--from", day}, {"--pounds", "340.00"}}), "write a day like 2026-12-28");
    refuses(council, council.stop(day), "write a day like 2026-12-28");
  }
  for (const char* every :
       {"0 weeks", "4", "weeks", "-1 month", "13 months", "367 days", "53 weeks", "4 years", "99999 days"}) {
    CAPTURE(every);
    refuses(council, council.amend({{"--from", "2026-12-28"}, {"--every", every}}), "write how often");
  }
}

TEST_CASE("versions never overlap: a change comes after the last that has begun or been told") {
  WritingCouncil council;
  REQUIRE(council.amend({{"--from", "2027-01-25"}, {"--pounds", "340.00"}}).ok());
  CHECK(says(council.amend({{"--from", "2026-12-28"}, {"--pounds", "350.00"}}),
             "there is a change from 2027-01-25 on already"));
  CHECK(council.agreement().later.size() == 1);
  // One that has not begun is put right by another letter, and both are kept.
  REQUIRE(council.amend({{"--from", "2027-01-25"}, {"--pounds", "304.00"}}).ok());
  REQUIRE(council.agreement().later.size() == 1);
  CHECK(council.agreement().later[0].per_period == pence_of(30400));
  CHECK(council.letters().size() == 2);
  council.clock.day = day_of("2027-01-25");
  CHECK(says(council.amend({{"--from", "2027-01-25"}, {"--pounds", "350.00"}}), "already"));
}

TEST_CASE("nothing is stopped in the past, before it starts, twice, or sooner than is told") {
  WritingCouncil council;
  refuses(council, council.stop("2026-11-21"), "2026-11-21 has passed");
  refuses(council, council.stop("2026-11-01"), "it starts on 2026-11-02");
  refuses(council, council.stop("2026-11-29"), "7 days of notice, and the council gives 28");
  refuses(council, council.amend({{"--ends", "2026-12-27"}}), "an earlier end is a stop");
  REQUIRE(council.stop("2026-12-27").ok());
  CHECK(says(council.stop("2026-12-27"), "it ends on 2026-12-27 already"));
  CHECK(says(council.stop("2027-02-21"), "it ends on 2026-12-27 already"));
  CHECK(says(council.amend({{"--from", "2027-01-25"}, {"--pounds", "340.00"}}), "it ends on 2026-12-27, before that"));
  CHECK(council.amend({{"--ends", "never"}}).ok());
  CHECK_FALSE(council.agreement().ends);
  REQUIRE(council.stop("2026-12-27").ok());
  council.clock.day = day_of("2027-01-10");
  CHECK(says(council.amend({{"--ends", "never"}}), "it ended on 2026-12-27"));
}

TEST_CASE("a household, child or payee that nobody knows has no agreement made") {
  WritingCouncil council;
  const std::string nobody = "00000000-0000-4000-8000-0000000000aa";
  const auto make = [&](const std::string& household, const std::string& child, const std::string& payee) {
    return council.decide("create", {household, child, payee, "312.00", "2026-12-01", "As agreed."}, {});
  };
  refuses(council, make(nobody, riley.id.text(), sam.text()), "no such child in this household");
  refuses(council, make(riley.household.text(), nobody, sam.text()), "no such child in this household");
  refuses(council, make(household_b.text(), riley.id.text(), nadia.text()), "no such child in this household");
  refuses(council, make(riley.household.text(), riley.id.text(), nadia.text()), "its payee is nobody to its child");
  refuses(council, make("riley", riley.id.text(), sam.text()), "give the id of the household");
  refuses(council, make(riley.household.text(), riley.id.text(), ""), "give the id of who is paid");
}

TEST_CASE("an agreement that ends or is looked at before it starts, or began long ago, is not made") {
  WritingCouncil council;
  refuses(council, council.create("312.00", "2026-12-01", {{"--ends", "2026-11-30"}}), "it ends before it starts");
  refuses(council, council.create("312.00", "2026-12-01", {{"--review", "2026-11-30"}}), "its review is before");
  refuses(council, council.create("312.00", "2020-12-01"), "more than a year ago");
  refuses(council, council.create("312.00", "2026-12-01", {{"--account", "managed"}}), "--keeper NAME");
  refuses(council, council.create("312.00", "2026-12-01", {{"--keeper", "Own Purse"}}), "only a managed account");
  refuses(council, council.create("312.00", "2026-12-01", {{"--account", "pocket"}}), "write bank, card or managed");
}

TEST_CASE("no decision is kept without an officer, plain words of why, and the council's own rule of notice") {
  WritingCouncil council;
  const Options rise{{"--from", "2026-12-28"}, {"--pounds", "340.00"}};
  refuses(council, council.decide("amend", {agreement_id.text(), "Why."}, rise, " "), "who decided it");
  refuses(council, council.decide("amend", {agreement_id.text(), " "}, rise), "say why");
  refuses(council, council.decide("amend", {agreement_id.text(), std::string("a\0b", 3)}, rise), "say why");
  refuses(council, council.decide("amend", {agreement_id.text(), "\xff"}, rise), "say why");
  refuses(council, council.decide("amend", {agreement_id.text(), std::string(2001, 'a')}, rise), "say why");
  refuses(council, council.decide("amend", {sam.text(), "Why."}, rise), "no agreement with this id");
  refuses(council, council.decide("amend", {"all", "Why."}, rise), "give the id of an agreement");
  REQUIRE(council.database.execute("DELETE FROM direct_payments_guide").ok());
  refuses(council, council.amend(rise), "how many days of notice");
}

TEST_CASE("a period whose return was sent is not changed any more") {
  WritingCouncil council;
  council.clock.day = day_of("2027-01-20");
  REQUIRE(council.database
              .execute("INSERT INTO direct_payments_return (household, agreement, first, last, state, edition)"
                       " SELECT household, id, 20787, 20814, 'sent', 1 FROM document WHERE kind = 200")
              .ok());
  refuses(council, council.amend({{"--from", "2026-11-30"}, {"--pounds", "340.00"}}), "was sent");
}
