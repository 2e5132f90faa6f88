// What opens something to somebody, where the council names its staff: one officer asks for it and another confirms it.
#include "tests/unit/server/whole_council.hpp"

#include "app/server/family/relationships.hpp"

#include <algorithm>

using namespace alongside;
using namespace alongside::testing;

namespace {

const std::string riley = child.id.text();
const std::string because = "The order has ended";

// Two officers with the role, one of whom has an account of their own, and one without.
class StaffedCouncil : public WholeCouncil {
 public:
  StaffedCouncil() {
    std::string text = bytes_of(FIXTURES "/../../assets/demo/northmere/council.json");
    text.insert(text.find('{') + 1,
                R"("staff": [{"officer": "R. Marsh", "roles": ["safeguarding", "households", "system"]},)"
                R"({"officer": "A. Lewis", "roles": ["safeguarding"], "account": "alewis"},)"
                R"({"officer": "D. Clerk", "roles": ["households"]}],)");
    std::ofstream(path("council.json"), std::ios::binary) << text;
    configure(path("council.json"));
    open();
  }
  Result<std::string> lift(const server::VerbAsker& asker, const std::string& sure) {
    return verb_as(asker, "household", "lift", {riley, id_of(Who::Restricted), because, sure});
  }
  Result<std::string> confirm(const server::VerbAsker& asker, const std::string& sure) {
    return verb_as(asker, "household", "confirm", {riley, id_of(Who::Restricted), sure});
  }
  bool is_restricted() {
    return count("relationship WHERE restricted = 1 AND person = " + sql_id(Who::Restricted)) == 1;
  }
  std::string audited() { return must("audit", "list", {"", "", ""}); }
};

const server::VerbAsker marsh{"R. Marsh"};
const server::VerbAsker lewis{"A. Lewis", "alewis"};

}  // namespace

TEST_CASE("a restriction ends when one officer asked for it, and another saw what it opens and confirmed it") {
  StaffedCouncil council;
  CHECK(has(council.lift(marsh, "").error().detail, "will see what " + id_of(Who::Sharer)));
  const auto asked = council.lift(marsh, "yes");
  REQUIRE_MESSAGE(asked.ok(), asked.error().detail);
  CHECK(has(asked.value(), "Nothing is open yet. Another officer"));
  CHECK(council.is_restricted());
  CHECK(council.count("standing_change") == 0);
  CHECK(has(council.must("household", "proposals", {}), "R. Marsh wants this for child " + riley));
  const auto shown = council.confirm(lewis, "");
  REQUIRE_FALSE(shown.ok());
  CHECK(has(shown.error().detail, id_of(Who::Restricted) + " will see what " + id_of(Who::Sharer) + " shares: money"));
  CHECK(council.is_restricted());
  REQUIRE(council.confirm(lewis, "yes").ok());
  CHECK_FALSE(council.is_restricted());
  CHECK(council.count("standing_change WHERE officer = 'R. Marsh, confirmed by A. Lewis'") == 1);
  CHECK(has(council.must("household", "proposals", {}), "Nothing waits"));
  CHECK_FALSE(council.confirm(lewis, "yes").ok());
}

TEST_CASE("nobody confirms what they asked for themselves, under their own name or with their account") {
  StaffedCouncil council;
  REQUIRE(council.lift(marsh, "yes").ok());
  CHECK(has(council.confirm(marsh, "yes").error().detail, "somebody else confirms it"));
  REQUIRE(council.lift(lewis, "yes").ok());
  CHECK(has(council.confirm({"R. Marsh", "alewis"}, "yes").error().detail, "somebody else confirms it"));
  CHECK(council.is_restricted());
  REQUIRE(council.confirm({"R. Marsh", "rmarsh"}, "yes").ok());
}

TEST_CASE("who may not, and whatever they tried, is refused and stands in the audit") {
  StaffedCouncil council;
  const auto refused = council.lift({"D. Clerk", "clerk"}, "yes");
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().detail ==
        "D. Clerk may not do this. This wants the role safeguarding, which have today: R. Marsh, A. Lewis.");
  CHECK(has(council.audited(), "D. Clerk: household lift  about " + riley));
  CHECK(has(council.audited(), "not done (not_allowed)  from account clerk"));
  CHECK_FALSE(council.lift({"A. Lewis", "clerk"}, "yes").ok());
  CHECK(has(council.audited(), "A. Lewis: household lift"));
  CHECK(council.count("standing_proposal") == 0);
  CHECK(has(council.must("audit", "verify", {"", ""}), "the chain is whole"));
}

TEST_CASE("what opens something else by then than was told, or waited for more than 14 days, is asked for again") {
  StaffedCouncil council;
  REQUIRE(council.lift(marsh, "yes").ok());
  council.execute("DELETE FROM share WHERE facet = 1 AND viewer = " + sql_id(Who::Restricted));
  CHECK(has(council.confirm(lewis, "yes").error().detail, "it would open something else today"));
  CHECK(council.is_restricted());
  REQUIRE(council.lift(marsh, "yes").ok());
  council.open(Date::parse("2026-12-06").value());
  CHECK(has(council.must("household", "proposals", {}), "R. Marsh wants this"));
  council.open(Date::parse("2026-12-07").value());
  CHECK(has(council.must("household", "proposals", {}), "(over)"));
  CHECK(has(council.confirm(lewis, "yes").error().detail, "nothing waits"));
}

TEST_CASE("somebody new, or more than before, waits for a second officer; an end and a restriction do not") {
  StaffedCouncil council;
  const auto stand = [&](Who who, const std::string& role, const std::string& until) {
    return council.must("household", "stand", {riley, id_of(who), role, "", until, "Fostering", "yes"});
  };
  CHECK(has(stand(Who::Other, "carer", ""), "Nothing is open yet"));
  CHECK(council.count("relationship WHERE person = " + sql_id(Who::Other)) == 0);
  CHECK(has(stand(Who::Helper, "parent", ""), "Nothing is open yet"));
  CHECK(has(stand(Who::Helper, "helper", "2027-01-01"), "Recorded"));
  CHECK(has(stand(Who::Helper, "helper", "open"), "Nothing is open yet"));
  REQUIRE(council.verb_as(lewis, "household", "confirm", {riley, id_of(Who::Other), "yes"}).ok());
  CHECK(council.count("relationship WHERE role = 1 AND person = " + sql_id(Who::Other)) == 1);
  stand(Who::Other, "parent", "");
  CHECK(has(council.must("household", "restrict", {riley, id_of(Who::Other), "An order", ""}), "Restricted"));
  CHECK(council.count("standing_proposal WHERE person = " + sql_id(Who::Other)) == 0);
}

TEST_CASE("no household's file ends a restriction behind their back") {
  StaffedCouncil council;
  std::string text = WholeCouncil::bytes_of(FIXTURES "/family/relations.json");
  const std::string restricted = "\"restricted\": true, ";
  text.erase(text.find(restricted), restricted.size());
  std::ofstream(council.path("family.json"), std::ios::binary) << text;
  CHECK(has(council.refusal("household", "import", {council.path("family.json")}), "would end the restriction"));
  CHECK(council.is_restricted());
  council.must("household", "import", {FIXTURES "/family/relations.json"});
}

TEST_CASE("whoever is restricted finds nothing of what waits in what is held about them") {
  StaffedCouncil council;
  REQUIRE(council.lift(marsh, "yes").ok());
  REQUIRE_FALSE(council.verb_as(lewis, "household", "confirm", {id_of(Who::Restricted), riley, "yes"}).ok());
  council.must("household", "export", {id_of(Who::Restricted), council.path("export"), ""});
  for (const char* file : {"/everything.html", "/everything.json"}) {
    const std::string held = WholeCouncil::bytes_of(council.path("export") + file);
    for (const std::string& words : {std::string("household lift"), std::string("household confirm"), because}) {
      CHECK_FALSE(has(held, words));
    }
  }
}
