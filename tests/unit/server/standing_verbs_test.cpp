// What officers do about who stands by a child: what is refused and in which words, what is asked twice, and that
// nothing of a restriction is told to whom it keeps away.
#include "tests/unit/server/whole_council.hpp"

#include "app/server/family/standing_changes.hpp"

#include <algorithm>

using namespace alongside;
using namespace alongside::testing;

namespace {

const std::string the_child = child.id.text();
const std::string nobody = "30000000-0000-4000-8000-00000000ffff";
const std::string why = "A court order";

std::string restricted(WholeCouncil& council, Who who, const std::string& sure = "") {
  return council.must("household", "restrict", {the_child, id_of(who), why, sure});
}
std::string not_restricted(WholeCouncil& council, const std::string& of, const std::string& who,
                           const std::string& reason = why) {
  return council.refusal("household", "restrict", {of, who, reason, ""});
}
std::string not_so(WholeCouncil& council, const std::vector<std::string>& words) {
  return council.refusal("household", "stand", words);
}

server::Relationship standing(WholeCouncil& council, Who who) {
  const auto found = server::find_relationship(council.database(), child, person(who));
  REQUIRE(found.ok());
  REQUIRE(found.value().has_value());
  return *found.value();
}

// Who is let see something of the sharer's.
bool sees(WholeCouncil& council, Who who) {
  const auto context = council.application().context();
  const auto viewers = context.access.viewers(person(Who::Sharer), child, wire::Facet::Money);
  REQUIRE(viewers.ok());
  return std::ranges::find(viewers.value(), person(who)) != viewers->end();
}

}  // namespace

TEST_CASE("a restriction takes effect at once, says what it closes, and who ordered it is kept") {
  WholeCouncil council;
  council.put(Who::Sharer, child, wire::Facet::Money, fact_of(wire::Facet::Money, "HERON"));
  CHECK(sees(council, Who::Parent));
  const std::string report = restricted(council, Who::Parent);
  CHECK(has(report, id_of(Who::Parent) + " sees no more what " + id_of(Who::Sharer) +
                        " shares: money (change), care_notes (see)"));
  CHECK(has(report, "cannot be taken back"));
  CHECK_FALSE(has(report, "Canary"));
  CHECK_FALSE(sees(council, Who::Parent));
  CHECK(sees(council, Who::Carer));
  CHECK(council.count("feed WHERE viewer = " + sql_id(Who::Parent) + " AND gone = 0") == 0);
  CHECK(has(council.must("household", "restrictions", {}), "R. Marsh: A court order"));
  CHECK(has(council.must("audit", "list", {"", "", ""}), "R. Marsh: household restrict  about " + the_child));
}

TEST_CASE("an officer reads until when something is shared, where it ends by itself") {
  WholeCouncil council;
  const std::string day = std::to_string(Date::parse("2030-01-03").value().days());
  REQUIRE(council.application()
              .context()
              .database.execute("UPDATE share SET until_day = " + day + " WHERE facet = 1")
              .ok());
  CHECK(has(restricted(council, Who::Parent), " shares: money (change until 2030-01-03), care_notes (see)"));
}

TEST_CASE("nobody is restricted by mistake: unknown, of elsewhere, in the wrong order, twice or without a reason") {
  WholeCouncil council;
  CHECK(has(not_restricted(council, the_child, id_of(Who::Parent), ""), "write why"));
  CHECK(has(not_restricted(council, the_child, id_of(Who::Parent), "two\nlines"), "write why"));
  CHECK(has(not_restricted(council, the_child, nobody), "there is nobody with this id"));
  CHECK(has(not_restricted(council, the_child, "Sam"), "PERSON: write the person's id"));
  CHECK(has(not_restricted(council, "Riley", id_of(Who::Parent)), "CHILD: write the child's id"));
  CHECK(has(not_restricted(council, id_of(Who::Parent), the_child), "The child comes first"));
  CHECK(has(not_restricted(council, the_child, id_of(Who::Real)), "does not stand by this child"));
  CHECK(has(not_restricted(council, the_child, id_of(Who::Other)), "does not stand by this child"));
  CHECK(has(not_restricted(council, the_child, id_of(Who::YoungPerson)), "the young person themselves"));
  CHECK(has(not_restricted(council, the_child, id_of(Who::Restricted)), "restricted already"));
  CHECK(council.count("relationship WHERE restricted = 1") == 1);
  CHECK(council.count("standing_change") == 0);
  restricted(council, Who::Parent);
  CHECK(has(not_restricted(council, the_child, id_of(Who::Parent)), "restricted already"));
  CHECK(council.count("standing_change") == 1);
}

TEST_CASE("the only carer of a child is restricted only by who says again that it is right") {
  WholeCouncil council;
  restricted(council, Who::Parent);
  restricted(council, Who::Carer);
  CHECK(has(not_restricted(council, the_child, id_of(Who::Sharer)), "nobody whom this protects"));
  CHECK(standing(council, Who::Sharer).restriction == server::Restriction::None);
  restricted(council, Who::Sharer, "yes");
  CHECK(standing(council, Who::Sharer).restriction == server::Restriction::Protective);
}

TEST_CASE("a restriction is lifted after the officer was told what that opens, and not before") {
  WholeCouncil council;
  const auto lift = [&](const std::string& sure) {
    return council.verb("household", "lift", {the_child, id_of(Who::Restricted), "The order has ended", sure});
  };
  const auto asked = lift("");
  REQUIRE_FALSE(asked.ok());
  CHECK(has(asked.error().detail, "nothing was changed yet"));
  CHECK(has(asked.error().detail, id_of(Who::Restricted) + " will see what " + id_of(Who::Sharer) +
                                      " shares: money (change), care_notes (see)"));
  CHECK(has(asked.error().detail, "--sure"));
  CHECK_FALSE(sees(council, Who::Restricted));
  CHECK(council.count("standing_change") == 0);
  REQUIRE(lift("yes").ok());
  CHECK(sees(council, Who::Restricted));
  CHECK(has(lift("yes").error().detail, "not restricted"));
  CHECK(has(council.must("household", "restrictions", {}), "Nobody is restricted"));
  CHECK(has(council.must("audit", "list", {"", "", ""}), "R. Marsh: household lift"));
}

TEST_CASE("whoever is restricted finds nothing of it in what is held about them, whatever an officer tried") {
  WholeCouncil council;
  council.must("household", "sign-out", {id_of(Who::Parent)});
  restricted(council, Who::Parent);
  not_restricted(council, id_of(Who::Parent), the_child);  // the wrong way round: the audit's row is about them
  council.refusal("household", "lift", {id_of(Who::Parent), the_child, why, ""});
  CHECK(council.count("audit WHERE verb = 'household restrict'") == 2);
  council.must("household", "export", {id_of(Who::Parent), council.path("export"), ""});
  for (const char* file : {"/everything.html", "/everything.json"}) {
    const std::string told = WholeCouncil::bytes_of(council.path("export") + file);
    CHECK(has(told, "household sign-out"));
    for (const std::string& words : {std::string("household restrict"), std::string("household lift"), why}) {
      CHECK_FALSE(has(told, words));
    }
  }
}

TEST_CASE("somebody is recorded as standing by a child once what that opens was said, and until their last day") {
  WholeCouncil council;
  const auto words = [](const std::string& from, const std::string& until, const std::string& sure) {
    return std::vector<std::string>{the_child, id_of(Who::Other), "helper", from, until, "Begins on Monday", sure};
  };
  CHECK(has(not_so(council, words("", "", "")), "nothing was changed yet"));
  CHECK(council.count("relationship WHERE person = " + sql_id(Who::Other)) == 0);
  CHECK(has(council.must("household", "stand", words("2026-12-01", "2027-01-31", "yes")),
            "helper from 2026-12-01 until 2027-01-31"));
  CHECK(standing(council, Who::Other).role == wire::FamilyRole::Helper);
  // Their end closes things and so is asked once; what is not said stays as it was.
  CHECK(has(council.must("household", "stand", words("", "2026-12-24", "")), "from 2026-12-01 until 2026-12-24"));
  CHECK(has(council.must("household", "stand", words("", "open", "")), "from 2026-12-01, without an end"));
  CHECK(council.count("standing_change WHERE person = " + sql_id(Who::Other)) >= 1);
  CHECK(has(council.must("audit", "list", {"", "", ""}), "R. Marsh: household stand"));
}

TEST_CASE("who stood by a child once stands again only after the officer was told whom it opens what to") {
  WholeCouncil council;
  const std::vector<std::string> again = {the_child, id_of(Who::Former), "carer", "", "open", "Is back", ""};
  const std::string asked = not_so(council, again);
  CHECK(has(asked, id_of(Who::Former) + " will see what " + id_of(Who::Sharer) + " shares: money (change)"));
  CHECK_FALSE(sees(council, Who::Former));
  CHECK(has(council.must("household", "stand", {the_child, id_of(Who::Former), "carer", "", "open", "Is back", "yes"}),
            "sees what"));
  CHECK(sees(council, Who::Former));
  CHECK(has(council.must("household", "stand", {the_child, id_of(Who::Former), "carer", "", "2026-11-21", "Left", ""}),
            "sees no more what"));
  CHECK_FALSE(sees(council, Who::Former));
}

TEST_CASE("a standing that cannot be is refused in words that say what to write, and a restriction outlives the rest") {
  WholeCouncil council;
  const auto refused = [&](const std::string& who, const std::string& role, const std::string& from,
                           const std::string& until, const std::string& reason) {
    return not_so(council, {the_child, who, role, from, until, reason, "yes"});
  };
  const std::string parent = id_of(Who::Parent);
  CHECK(has(refused(parent, "uncle", "", "", why), "ROLE: write parent, carer, helper, professional or young_person"));
  CHECK(has(refused(parent, "parent", "2026-12-01", "2026-11-30", why), "--until"));
  CHECK_FALSE(refused(parent, "parent", "1 December", "", why).empty());
  CHECK_FALSE(refused(parent, "parent", "", "2026-02-30", why).empty());
  CHECK(has(refused(parent, "parent", "", "", ""), "write why"));
  CHECK(has(refused(nobody, "parent", "", "", why), "there is nobody with this id"));
  CHECK(has(refused(parent, "young_person", "", "", why), "is recorded as this young person already"));
  CHECK(has(not_so(council, {the_child, id_of(Who::Real), "helper", "", "", why, ""}), "of another household"));
  CHECK(council.count("standing_change") == 0);
  council.must("household", "stand", {the_child, id_of(Who::Restricted), "carer", "", "", why, ""});
  CHECK(standing(council, Who::Restricted).restriction == server::Restriction::Protective);
  CHECK_FALSE(sees(council, Who::Restricted));
}
