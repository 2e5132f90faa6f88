// Who is told of a 16th and an 18th birthday, when, and each once; and what the end of a standing leaves.
#include "tests/unit/server/whole_council.hpp"

#include "app/server/family/birthday_words.hpp"

#include <algorithm>

using namespace alongside;
using namespace alongside::testing;

namespace {

Date on(const char* day) { return Date::parse(day).value(); }

// The titles in somebody's inbox.
std::vector<std::string> inbox(WholeCouncil& council, Who who) {
  std::vector<std::string> titles;
  const auto notices = council.documents().about_by_council(own_things(who), wire::Notice::schema.id);
  REQUIRE(notices.ok());
  for (const auto& document : notices.value()) {
    titles.push_back(wire::decode_payload<wire::Notice>(document.content).value().title.en);
  }
  return titles;
}

std::string told_on(WholeCouncil& council, const char* day) {
  council.open(on(day));
  return council.must("household", "birthdays", {});
}

}  // namespace

TEST_CASE("the young person and each parent are told three months before the 18th birthday and on it, each once") {
  WholeCouncil council;  // the child was born on 2010-05-01
  CHECK(has(told_on(council, "2028-01-31"), "0 notices"));
  CHECK(has(told_on(council, "2028-02-01"), "4 notices"));
  CHECK(has(told_on(council, "2028-04-30"), "0 notices"));
  CHECK(inbox(council, Who::YoungPerson) == std::vector<std::string>{"You will be 18 soon"});
  for (const Who who : {Who::Parent, Who::Sharer, Who::Restricted}) {
    CHECK(inbox(council, who) == std::vector<std::string>{"Somebody in your family will be 18 soon"});
  }
  CHECK(inbox(council, Who::Carer).empty());
  CHECK(inbox(council, Who::Helper).empty());
  CHECK(has(told_on(council, "2028-05-01"), "4 notices"));
  CHECK(has(told_on(council, "2028-05-02"), "0 notices"));
  CHECK(inbox(council, Who::Parent).size() == 2);
}

TEST_CASE("a day on which nothing ran is made up for within 30 days, and not later") {
  WholeCouncil late;
  CHECK(has(told_on(late, "2028-05-31"), "4 notices"));
  WholeCouncil later;
  CHECK(has(told_on(later, "2028-06-01"), "0 notices"));
}

TEST_CASE("they are told of the 16th birthday too, also where it is on a 29 February") {
  WholeCouncil council;
  CHECK(has(told_on(council, "2026-02-01"), "4 notices"));
  CHECK(inbox(council, Who::YoungPerson) == std::vector<std::string>{"You will be 16 soon"});
  CHECK(has(told_on(council, "2026-05-01"), "4 notices"));
  WholeCouncil leap;
  leap.execute("UPDATE child SET born_day = " + std::to_string(on("2012-02-29").days()));
  CHECK(has(told_on(leap, "2027-11-28"), "0 notices"));
  CHECK(has(told_on(leap, "2027-11-29"), "4 notices"));
  CHECK(has(told_on(leap, "2030-02-28"), "4 notices"));  // still 17
  CHECK(inbox(leap, Who::YoungPerson).size() == 2);
  CHECK(has(told_on(leap, "2030-03-01"), "4 notices"));
}

TEST_CASE("who stands by the grown-up by law is not told that anything ends, and nothing does") {
  WholeCouncil council;
  council.open(on("2028-01-10"));
  const auto stood = council.must("household", "stand",
                                  {child.id.text(), id_of(Who::Parent), "deputy", "", "2031-01-01", "Court order", ""});
  CHECK(has(stood, "Recorded: deputy"));
  CHECK(has(told_on(council, "2028-05-01"), "3 notices"));
  CHECK(inbox(council, Who::Parent).empty());
  const auto relation = [&](Who who) { return council.application().access().relation(actor(who), child).value(); };
  CHECK(relation(Who::Parent) == server::Relation::Parent);
  CHECK(relation(Who::Sharer) == server::Relation::Other);
  const auto again =
      council.must("household", "stand", {child.id.text(), id_of(Who::Sharer), "parent", "", "", "Asked to", ""});
  CHECK(has(again, "The child is 18 or older"));
  CHECK(relation(Who::Sharer) == server::Relation::Other);
  CHECK(has(council.refusal("household", "stand", {child.id.text(), id_of(Who::Sharer), "king", "", "", "x y", ""}),
            "deputy, attorney, appointee or representative"));
}

TEST_CASE("every notice has both languages, and no word of it names anybody or anything") {
  using server::Birthday;
  using server::ToldAs;
  for (const Birthday birthday :
       {Birthday::SoonSixteen, Birthday::Sixteen, Birthday::SoonEighteen, Birthday::Eighteen}) {
    for (const ToldAs who : {ToldAs::YoungPerson, ToldAs::Parent}) {
      const auto notice = server::birthday_notice(birthday, who);
      for (const auto* words : {&notice.title, &notice.text}) {
        CHECK_FALSE(words->en.empty());
        CHECK_FALSE(words->cy.empty());
        CHECK(words->en != words->cy);
      }
      CHECK(notice.href == "/account");
    }
  }
}
