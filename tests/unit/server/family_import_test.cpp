// `household import`: the demo family, twice, and files that are wrong.
#include "app/server/family/shares.hpp"
#include "app/wire/messages/family.hpp"
#include "tests/unit/server/family_world.hpp"

using namespace alongside;
using namespace alongside::server;
using namespace alongside::testing;

namespace {

std::string mistakes_in(std::string_view json) {
  const auto read = read_json(json);
  REQUIRE(read.ok());
  const auto file = parse_family_file(read.value());
  return file.ok() ? "none" : file.error().detail;
}

bool says(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

// A household with these members after its id.
std::string household_with(const std::string& rest) {
  return R"({"households": [{"id": "10000000-0000-4000-8000-00000000000a", )" + rest + "}]}";
}

}  // namespace

TEST_CASE("the demo families are read, and importing twice changes nothing") {
  FamilyWorld world;
  const auto first = world.import(DEMO_COUNCIL "/family.json");
  REQUIRE(first.ok());
  CHECK(first->people == 6);
  CHECK(first->changed == 28);
  const auto second = world.import(DEMO_COUNCIL "/family.json");
  REQUIRE(second.ok());
  CHECK(second->changed == 0);
  CHECK(second->text() == "Nothing changed: 2 households, 6 people, 2 children are in already.\n");
}

TEST_CASE("separated parents of the demo see nothing of each other, and the others what they agreed") {
  FamilyWorld world;
  REQUIRE(world.import(DEMO_COUNCIL "/family.json").ok());
  const auto id = [](const char* text) { return PersonId::parse(text).value(); };
  const PersonId sam = id("2f6b8d10-94c3-4e7a-8a51-c7d20e3f9b14");
  const PersonId jo = id("9c4e2a77-0d1b-4f36-a5e8-3b6f1d8c2e95");
  const PersonId pat = id("b17a4c60-2e9d-4583-8f0a-6d3b9e5c1f78");
  const wire::Subject riley{HouseholdId::parse("7d0c1f8e-3b52-4a6f-9d1e-5c2a8b7f4e60").value(),
                            SubjectId::parse("5a1e9c34-7f2b-4d88-b0c6-1e9d3a7f5b21").value()};
  const wire::Subject asha{HouseholdId::parse("c2f95e1a-8d47-4b03-a6f1-9e0c3d7b5a82").value(),
                           SubjectId::parse("41d7e8b5-5c3a-4960-b2de-8f1a0c6e9d37").value()};
  const PersonId nadia = id("68b0f3d9-1a7c-4e25-9c84-d5e2b7a1f063");
  CHECK(world.access.viewers(sam, riley, wire::Facet::Money).value() == std::vector{sam, jo, pat});
  CHECK(world.access.viewers(jo, riley, wire::Facet::Money).value() == std::vector{jo, sam});
  CHECK(world.access.viewers(sam, riley, wire::Facet::Visits).value() == std::vector{sam, jo});
  CHECK(world.access.viewers(jo, riley, wire::Facet::Visits).value() == std::vector{jo});
  for (const auto facet : {wire::Facet::Address, wire::Facet::Phone, wire::Facet::Diary, wire::Facet::Workers}) {
    CHECK(world.access.viewers(sam, riley, facet).value() == std::vector{sam});
  }
  for (std::size_t i = 0; i < wire::facet_count; ++i) {
    CHECK(world.access.viewers(nadia, asha, static_cast<wire::Facet>(i)).value() == std::vector{nadia});
  }
}

TEST_CASE("each owner's own list says what they share, from the first day, and nobody else has it") {
  FamilyWorld world;
  REQUIRE(world.import(DEMO_COUNCIL "/family.json").ok());
  const PersonId sam = PersonId::parse("2f6b8d10-94c3-4e7a-8a51-c7d20e3f9b14").value();
  std::size_t by_sam = 0;
  const auto shares = world.documents.all_by_council(wire::Share::schema.id);
  REQUIRE(shares.ok());
  for (const wire::Document& document : shares.value()) {
    CHECK(document.facet == wire::Facet::Own);
    by_sam += document.owner == sam ? 1 : 0;
  }
  CHECK(by_sam == 7);  // six facets with Jo, one with Pat
}

TEST_CASE("what an owner has changed since stays as they have it") {
  FamilyWorld world;
  ShareGrant grant{person(Who::Sharer), person(Who::Parent), child, wire::Facet::Money, wire::ShareLevel::None, Date{}};
  REQUIRE(set_share(world.database, grant, EarlierShare::Replaced).ok());
  REQUIRE(world.import(FIXTURES "/family/relations.json").ok());
  CHECK(world.access.share(grant.owner, grant.viewer, child, grant.facet).value() == wire::ShareLevel::None);
}

TEST_CASE("every mistake is named by its path, with what to write, and a key that is not known is one") {
  const std::string mistakes = mistakes_in(household_with(R"("colour": 1, "demo": "yes", "people": [{"id": "x"}],
      "children": [{"id": "20000000-0000-4000-8000-00000000000a", "name": "A", "born": "2026-13-01",
        "around": [{"person": "30000000-0000-4000-8000-00000000000a", "role": "boss", "scope": ["Own"], "from": "now"}],
        "shares": [{"owner": "30000000-0000-4000-8000-00000000000b", "viewer": "30000000-0000-4000-8000-00000000000a",
                    "facets": ["own"], "level": "much", "from": "2026-01-01"}]}])"));
  for (const char* path :
       {"households[0].colour: this key is not known", "households[0].demo: write true or false",
        "households[0].people[0].id: write an id", "households[0].people[0].name", "children[0].born: write a date",
        "around[0].role: write \"parent\"", "around[0].scope: write money", "around[0].from: write a date",
        "around[0].person: name one of the people", "shares[0].owner: name somebody", "shares[0].facets: write money",
        "shares[0].level: write \"see\""}) {
    CAPTURE(path);
    CHECK(says(mistakes, path));
  }
}

TEST_CASE("an email address is the council's to change, and whether they want emails the person's") {
  FamilyWorld world;
  const auto with = [&](const std::string& more) {
    const std::string json = household_with(R"("people": [{"id": "30000000-0000-4000-8000-00000000000a", "name": "A")" +
                                            more + "}], \"children\": []");
    const auto file = parse_family_file(read_json(json).value());
    REQUIRE(file.ok());
    REQUIRE(import_family(world.database, world.documents, world.chance, file.value()).ok());
  };
  const auto id = PersonId::parse("30000000-0000-4000-8000-00000000000a").value();
  const wire::Subject own{HouseholdId::parse("10000000-0000-4000-8000-00000000000a").value(), SubjectId(id.bytes())};
  with("");
  CHECK(mail_address_of(world.database, id).value() == "");
  CHECK(mail_wish(world.documents, own).value() == MailWish::None);
  with(R"(, "email": "a@family.example", "emails": "cy")");
  CHECK(mail_address_of(world.database, id).value() == "a@family.example");
  CHECK(mail_wish(world.documents, own).value() == MailWish::Welsh);
  with(R"(, "emails": "off")");  // said again in the file: the first word stands, and so does the address
  CHECK(mail_address_of(world.database, id).value() == "a@family.example");
  CHECK(mail_wish(world.documents, own).value() == MailWish::Welsh);
  with(R"(, "email": "")");
  CHECK(mail_address_of(world.database, id).value() == "");
}

TEST_CASE("an address that is none and a wish that is none are named, and not repeated") {
  const std::string mistakes = mistakes_in(household_with(
      R"("people": [{"id": "30000000-0000-4000-8000-00000000000a", "name": "A", "email": "secret", "emails": true}],
         "children": [])"));
  CHECK(says(mistakes, "households[0].people[0].email: write an email address"));
  CHECK(says(mistakes, "households[0].people[0].emails: write \"off\", \"en\" or \"cy\""));
  CHECK(!says(mistakes, "secret"));
}

TEST_CASE("a file that is not what it should be is refused without a crash") {
  for (const char* bad : {"[]", "null", "{}", "{\"households\": 5}", "{\"households\": [5]}", "{\"households\": []}"}) {
    CAPTURE(bad);
    CHECK(mistakes_in(bad) != "none");
  }
}

TEST_CASE("a person who is in another household already stops the import, and nothing of it is kept") {
  FamilyWorld world;
  const std::string json =
      household_with(R"("people": [{"id": "30000000-0000-4000-8000-000000000001", "name": "A"}], "children": [])");
  const auto file = parse_family_file(read_json(json).value());
  REQUIRE(file.ok());
  const auto imported = import_family(world.database, world.documents, world.chance, file.value());
  REQUIRE(!imported.ok());
  CHECK(imported.error().detail == "an id in the file already belongs to somebody in another household");
  auto count = world.database.prepare("SELECT count(*) FROM household");
  REQUIRE(count->step().ok());
  CHECK(count->column_integer(0) == 2);
}
