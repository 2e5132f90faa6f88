// What somebody chose to be told of about their money: nothing unless they did, each cause once, only what they may
// see.
#include "app/wire/messages/notice.hpp"
#include "plugins/direct_payments/model/alerts/alert_choice.hpp"
#include "plugins/direct_payments/model/changes.hpp"
#include "tests/unit/plugins/agreement_sample.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;

namespace {

struct ToldFamily : WritingCouncil {
  ToldFamily() { clock.day = day_of("2026-11-23"); }

  wire::OperationResult choose(PersonId person, Wanted runs_out, Wanted too_much, Wanted due, std::uint64_t base = 0) {
    ChooseAlerts choose;
    choose.agreement = agreement_id;
    choose.choices = {runs_out, too_much, due};
    return push(person, choose, base);
  }
  void spend(std::int64_t pence, const char* day) {
    REQUIRE(push(sam, record_of(spend_of(pence, day))).outcome == wire::Outcome::Applied);
  }
  std::size_t told(PersonId person = sam) {
    REQUIRE(run("agreement", "alerts").ok());
    return feed_of<wire::Notice>(person).size();
  }
};

}  // namespace

TEST_CASE("nobody is told of anything that they did not choose") {
  ToldFamily family;
  family.spend(40000, "2026-11-12");
  CHECK(family.told() == 0);
  REQUIRE(family.choose(sam, Wanted::No, Wanted::Yes, Wanted::No).outcome == wire::Outcome::Applied);
  CHECK(family.told() == 0);
  CHECK(family.run("agreement", "alerts").value() == "1 people chose to be told of something; 0 messages written.\n");
}

TEST_CASE("money that will not last is told once, and again when it comes about again later") {
  ToldFamily family;
  REQUIRE(family.choose(sam, Wanted::Yes, Wanted::No, Wanted::No).outcome == wire::Outcome::Applied);
  CHECK(family.told() == 0);
  family.spend(40000, "2026-11-12");
  CHECK(family.told() == 1);
  CHECK(family.told() == 1);
  const wire::Notice notice = family.feed_of<wire::Notice>(sam)[0];
  CHECK(notice.href == "/money/forecast?for=" + agreement_id.text());
  CHECK(notice.text.en.find("400") == std::string::npos);
  // The family adds of its own, so it lasts; five weeks later it does not any more.
  Transaction added = spend_of(300000, "2026-11-20", "From us");
  added.postings = {{Account::Bank, pence_of(300000)}, {Account::FamilyContribution, pence_of(-300000)}};
  REQUIRE(family.push(sam, record_of(added)).outcome == wire::Outcome::Applied);
  CHECK(family.told() == 1);
  family.clock.day = day_of("2026-12-29");
  family.spend(350000, "2026-12-28");
  CHECK(family.told() == 2);
}

TEST_CASE("more left than may be kept is told once to each who chose it") {
  ToldFamily family;
  family.spend(1000, "2026-11-12");
  for (const PersonId person : {sam, jo})
    REQUIRE(family.choose(person, Wanted::No, Wanted::Yes, Wanted::No).outcome == wire::Outcome::Applied);
  CHECK(family.told(sam) == 1);
  CHECK(family.told(jo) == 1);
  CHECK(family.told(sam) == 1);
}

TEST_CASE("a return that is due is told once for each period") {
  ToldFamily family;
  REQUIRE(family.choose(sam, Wanted::No, Wanted::No, Wanted::Yes).outcome == wire::Outcome::Applied);
  family.clock.day = day_of("2026-11-29");
  CHECK(family.told() == 0);  // its last day is not over
  family.clock.day = day_of("2026-11-30");
  CHECK(family.told() == 1);
  CHECK(family.feed_of<wire::Notice>(sam)[0].href == "/money/returns");
  family.clock.day = day_of("2026-12-30");
  CHECK(family.told() == 1);  // the first one still waits
}

TEST_CASE("a choice is its person's own, may be taken back, and tells only of what they may see") {
  ToldFamily family;
  family.spend(40000, "2026-11-12");
  REQUIRE(family.choose(jo, Wanted::Yes, Wanted::No, Wanted::No).outcome == wire::Outcome::Applied);
  CHECK(family.feed_of<AlertChoice>(sam).empty());
  REQUIRE(family.feed_of<AlertChoice>(jo).size() == 1);
  REQUIRE(family.choose(jo, Wanted::No, Wanted::No, Wanted::No, 1).outcome == wire::Outcome::Applied);
  CHECK(family.told(jo) == 0);
  CHECK(family.choose(jo, Wanted::Yes, Wanted::No, Wanted::No, 1).outcome == wire::Outcome::Conflict);
  CHECK(family.choose(nadia, Wanted::Yes, Wanted::Yes, Wanted::Yes).outcome != wire::Outcome::Applied);
  REQUIRE(family.choose(jo, Wanted::Yes, Wanted::No, Wanted::No, 2).outcome == wire::Outcome::Applied);
  // Sam takes the share back: nothing of the money reaches Jo any more, nor a message made of it.
  REQUIRE(family.database.execute("DELETE FROM share").ok());
  CHECK(family.told(jo) == 0);
}
