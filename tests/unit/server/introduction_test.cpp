// Sharing that begins anew: an officer introduces two people, or records somebody who stands by a child by their post.
// What that opens is a name; the rest its owners choose themselves, and may choose again when it was over.
#include "app/server/family/shares.hpp"
#include "app/server/session/session_info.hpp"
#include "tests/unit/server/whole_council.hpp"

using namespace alongside;
using namespace alongside::testing;

namespace {

const std::string riley_id = child.id.text();
const std::string both_asked = "Both asked for it";

std::vector<wire::FamilyPerson> people_of(WholeCouncil& council, Who who) {
  const auto context = council.application().context();
  const auto info = server::session_info(context.database, context.clock, actor(who));
  REQUIRE(info.ok());
  return info->people;
}
const wire::FamilyPerson* found_by(const std::vector<wire::FamilyPerson>& people, Who who) {
  const auto found = std::ranges::find(people, person(who), &wire::FamilyPerson::id);
  return found == people.end() ? nullptr : &*found;
}

std::string not_introduced(WholeCouncil& council, Who one, Who other, const std::string& sure = "yes") {
  return council.refusal("household", "introduce", {riley_id, id_of(one), id_of(other), both_asked, sure});
}
void stand(WholeCouncil& council, Who who, const std::string& role, const std::string& until) {
  council.must("household", "stand", {riley_id, id_of(who), role, "", until, both_asked, "yes"});
}
void share(WholeCouncil& council, Who owner, Who viewer, wire::ShareLevel level, Date until = last_date) {
  const auto context = council.application().context();
  const server::ShareGrant grant{person(owner), person(viewer),        child, wire::Facet::School,
                                 level,         context.clock.today(), until};
  REQUIRE(server::set_share(context.database, grant, server::EarlierShare::Replaced).ok());
}
wire::ShareLevel level_of(WholeCouncil& council, Who owner, Who viewer) {
  const auto context = council.application().context();
  return context.access.share(person(owner), person(viewer), child, wire::Facet::School).value();
}

}  // namespace

TEST_CASE("two who are introduced find each other's name and nothing more, and can share from then on") {
  WholeCouncil council;
  stand(council, Who::Other, "helper", "open");
  CHECK(people_of(council, Who::Other).empty());
  CHECK(has(not_introduced(council, Who::Parent, Who::Other, ""), "Each of the two will read the other's name"));
  CHECK(people_of(council, Who::Other).empty());
  CHECK(
      has(council.must("household", "introduce", {riley_id, id_of(Who::Parent), id_of(Who::Other), both_asked, "yes"}),
          "Nothing is shared by this"));
  const auto mine = people_of(council, Who::Other);
  REQUIRE(found_by(mine, Who::Parent));
  CHECK(mine.size() == 1);
  CHECK(mine[0].lends.empty());
  const auto theirs = people_of(council, Who::Parent);
  REQUIRE(found_by(theirs, Who::Other));
  CHECK(found_by(theirs, Who::Other)->lends.empty());
  CHECK(council.count("standing_change WHERE reason = 'Introduced: Both asked for it'") == 2);
  share(council, Who::Parent, Who::Other, wire::ShareLevel::See);
  CHECK(level_of(council, Who::Parent, Who::Other) == wire::ShareLevel::See);
  // Who are introduced once more keep what they share.
  council.must("household", "introduce", {riley_id, id_of(Who::Other), id_of(Who::Parent), both_asked, "yes"});
  CHECK(level_of(council, Who::Parent, Who::Other) == wire::ShareLevel::See);
}

TEST_CASE(
    "nobody is introduced to whom a restriction keeps away, to who does not stand by the child, or to themselves") {
  WholeCouncil council;
  CHECK(has(not_introduced(council, Who::Parent, Who::Restricted), "is restricted"));
  CHECK(has(not_introduced(council, Who::Restricted, Who::Parent), "is restricted"));
  CHECK(has(not_introduced(council, Who::Parent, Who::Other), "does not stand by this child"));
  CHECK(has(not_introduced(council, Who::Former, Who::Parent), "does not stand by this child today"));
  CHECK(has(not_introduced(council, Who::Parent, Who::Parent), "write two people"));
  CHECK(has(council.refusal("household", "introduce", {riley_id, id_of(Who::Parent), id_of(Who::Carer), "", "yes"}),
            "write why"));
  CHECK(council.count("share WHERE level = 0") == 0);
}

TEST_CASE("that an introduction was refused stands in nobody's export: it would tell of a restriction") {
  WholeCouncil council;
  not_introduced(council, Who::Parent, Who::Restricted);
  const std::vector<std::string> wrong_order{id_of(Who::Restricted), riley_id, id_of(Who::Parent), both_asked, "yes"};
  CHECK(has(council.refusal("household", "introduce", wrong_order), "The child comes first"));
  CHECK(council.count("audit WHERE verb = 'household introduce'") >= 1);
  for (const Who who : {Who::Restricted, Who::Parent}) {
    const std::string folder = council.path("export" + id_of(who));
    council.must("household", "export", {id_of(who), folder, ""});
    CHECK_FALSE(has(WholeCouncil::bytes_of(folder + "/everything.html"), "introduce"));
    CHECK_FALSE(has(WholeCouncil::bytes_of(folder + "/everything.json"), "introduce"));
  }
}

TEST_CASE("whom one stopped showing things, or whose time is over, is still there to be shown them again") {
  WholeCouncil council;
  stand(council, Who::Other, "helper", "open");
  const Date today = council.application().context().clock.today();
  share(council, Who::Parent, Who::Other, wire::ShareLevel::See, Date(today.days() - 1));
  CHECK(level_of(council, Who::Parent, Who::Other) == wire::ShareLevel::None);
  CHECK(found_by(people_of(council, Who::Parent), Who::Other));
  CHECK(people_of(council, Who::Other).empty());  // to whom nothing is shown reads nobody's name
  share(council, Who::Parent, Who::Other, wire::ShareLevel::None);
  CHECK(found_by(people_of(council, Who::Parent), Who::Other));
  stand(council, Who::Other, "helper", Date(today.days()).iso());
  council.must("household", "stand",
               {riley_id, id_of(Who::Other), "helper", "2026-01-01", "2026-01-02", both_asked, ""});
  CHECK_FALSE(found_by(people_of(council, Who::Parent), Who::Other));
}

TEST_CASE("a professional stands for a year at most, sees what is shared, and changes nothing") {
  WholeCouncil council;
  const auto refused = [&](Who who, const std::string& until) {
    return council.refusal("household", "stand", {riley_id, id_of(who), "professional", "", until, both_asked, "yes"});
  };
  const Date today = council.application().context().clock.today();
  CHECK(has(refused(Who::Other, ""), "for a year from today at most"));
  CHECK(has(refused(Who::Other, "open"), "for a year from today at most"));
  CHECK(has(refused(Who::Other, Date(today.days() + 367).iso()), "for a year from today at most"));
  CHECK(has(refused(Who::Carer, Date(today.days() + 30).iso()), "of the child's family"));
  CHECK(has(
      council.must("household", "stand",
                   {riley_id, id_of(Who::Other), "professional", "", Date(today.days() + 30).iso(), both_asked, "yes"}),
      "Recorded: professional from"));
  share(council, Who::Parent, Who::Other, wire::ShareLevel::Change);
  CHECK(level_of(council, Who::Parent, Who::Other) == wire::ShareLevel::See);
  const auto people = people_of(council, Who::Parent);
  REQUIRE(found_by(people, Who::Other));
  CHECK(found_by(people, Who::Other)->works_with == std::vector<SubjectId>{child.id});
  const auto theirs = people_of(council, Who::Other);
  REQUIRE(found_by(theirs, Who::Parent));
  CHECK(found_by(theirs, Who::Parent)->works_with.empty());
  CHECK(found_by(theirs, Who::Parent)->lends ==
        std::vector<wire::Lent>{{child.id, wire::Facet::School, wire::ShareLevel::See}});
  // It can be made longer before it ends: the year counts from the day of asking.
  council.open(Date(today.days() + 25));
  stand(council, Who::Other, "professional", Date(today.days() + 25 + 366).iso());
  stand(council, Who::Other, "helper", "open");  // who became a friend of the family changes it after all
  CHECK(level_of(council, Who::Parent, Who::Other) == wire::ShareLevel::Change);
}
