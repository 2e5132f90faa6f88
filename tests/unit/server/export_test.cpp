// Everything that is held about a person: it is all there, and nothing of anybody else's is.
#include "tests/unit/server/whole_council.hpp"

#include "app/server/json_reader.hpp"
#include "app/wire/messages/family.hpp"
#include "app/wire/messages/notice.hpp"
#include "plugins/comments/model/remark_record.hpp"
#include "plugins/feedback/model/safety_call.hpp"
#include "plugins/requests/model/family_request.hpp"

#include <sys/stat.h>

using namespace alongside;
using namespace alongside::testing;

namespace {

struct Exported {
  std::string page;
  std::string data;
};

Exported export_of(WholeCouncil& council, Who who, std::vector<std::string> more = {""}) {
  static int number = 0;
  const std::string folder = council.path("export" + std::to_string(++number));
  std::vector<std::string> arguments = {id_of(who), folder};
  arguments.insert(arguments.end(), more.begin(), more.end());
  council.must("household", "export", arguments);
  return {WholeCouncil::bytes_of(folder + "/everything.html"), WholeCouncil::bytes_of(folder + "/everything.json")};
}

}  // namespace

TEST_CASE("an export has what somebody wrote, what we wrote and what is shared with them, and nothing else") {
  WholeCouncil council;
  council.put(Who::Parent, child, wire::Facet::School, fact_of(wire::Facet::School, "Marl End School"));
  council.put(Who::Sharer, child, wire::Facet::CareNotes, fact_of(wire::Facet::CareNotes, "Likes <quiet> rooms"));
  council.put(Who::Sharer, child, wire::Facet::Address, fact_of(wire::Facet::Address, "HERON LANE 7"));
  wire::Notice notice;
  notice.title = {"Good news", "Newyddion da"};
  council.put(Who::Parent, own_things(Who::Parent), wire::Facet::Own, notice);
  const Exported parent = export_of(council, Who::Parent);
  for (const std::string words : {"Parent Canary", "Child Canary", "Marl End School", "Good news", "Sharer Canary"}) {
    CAPTURE(words);
    CHECK(has(parent.page, words));
    CHECK(has(parent.data, words));
  }
  CHECK(has(parent.page, "Likes &lt;quiet&gt; rooms"));
  for (const std::string& text : {parent.page, parent.data}) {
    CHECK_FALSE(has(text, "HERON LANE"));
    CHECK_FALSE(has(text, "Restricted Canary"));
    CHECK_FALSE(has(text, "<script"));
  }
  CHECK_FALSE(has(parent.page, "Something else"));
}

TEST_CASE("whoever is restricted is told nothing of others', and whoever stands by the child no more nothing of it") {
  WholeCouncil council;
  council.put(Who::Sharer, child, wire::Facet::CareNotes, fact_of(wire::Facet::CareNotes, "Likes quiet rooms"));
  for (const Who who : {Who::Restricted, Who::Former, Who::Other}) {
    const Exported told = export_of(council, who);
    for (const std::string& text : {told.page, told.data}) {
      CHECK(has(text, "Child Canary") == (who == Who::Restricted));
      for (const char* words : {"quiet rooms", "Sharer", "restricts", "restricted\""}) CHECK_FALSE(has(text, words));
    }
  }
}

TEST_CASE("a call for safety, a comment and a request are told in their own words, in Welsh too") {
  WholeCouncil council;
  requests::FamilyRequest request;
  request.needs = "A break in July";
  council.put(Who::Parent, child, wire::Facet::Own, request);
  comments::RemarkRecord record;
  record.remark.words = "Nothing for teenagers";
  council.put(Who::Parent, own_things(Who::Parent), wire::Facet::Own, record);
  feedback::SafetyCall call;
  call.id = feedback::SafetyId(IdBytes{1});
  call.words = "I am not safe";
  auto insert = council.database().prepare(
      "INSERT INTO feedback_safety (id, arrived_ms, person, read_ms, read_by, call) VALUES (?1, 5, ?2, 0, '', ?3)");
  REQUIRE(insert.ok());
  server::bind_id(server::bind_id(insert.value(), 1, call.id), 2, person(Who::Parent));
  REQUIRE(insert->bind_bytes(3, wire::encode_payload(feedback::SafetyLetter{call, {}})).run().ok());
  const Exported english = export_of(council, Who::Parent);
  const Exported welsh = export_of(council, Who::Parent, {"yes"});
  for (const std::string words : {"A break in July", "Nothing for teenagers", "I am not safe"}) {
    CHECK(has(english.page, words));
    CHECK(has(english.data, words));
    CHECK(has(welsh.page, words));
  }
  CHECK(has(english.page, "Something you asked for"));
  CHECK(has(welsh.page, "Rhywbeth y gofynnoch amdano"));
  CHECK(has(welsh.page, "<html lang=\"cy\">"));
  CHECK_FALSE(has(export_of(council, Who::Carer).data, "not safe"));
}

TEST_CASE("the file for programs is JSON, and what nobody has words for is in it as it is kept") {
  WholeCouncil council;
  council.put(Who::Parent, child, wire::Facet::Own, wire::Preference{{}, "theme", "dark \"and\" \\ quiet", {}});
  server::NewContent odd;
  odd.id = DocumentId(IdBytes{3});
  odd.subject = child;
  odd.owner = person(Who::Parent);
  odd.kind = 9999;
  odd.content = {0xFF, 0x00, 0x61};
  REQUIRE(council.documents().put_by_council(odd).ok());
  const Exported told = export_of(council, Who::Parent);
  const auto json = server::read_json(told.data, {8 * 1024 * 1024, 32});
  REQUIRE_MESSAGE(json.ok(), json.error().detail);
  CHECK(has(told.data, "\"content\":\"_wBh\""));
  CHECK(has(told.page, "Something else"));
  CHECK(has(told.data, "dark \\\"and\\\" \\\\ quiet"));
}

TEST_CASE("an export is written once, for its own user, about somebody who is there, and the audit says who asked") {
  WholeCouncil council;
  const std::string folder = council.path("one");
  council.must("household", "export", {id_of(Who::Parent), folder, ""});
  struct stat state{};
  REQUIRE(stat(folder.c_str(), &state) == 0);
  CHECK((state.st_mode & 077) == 0);
  CHECK(has(council.refusal("household", "export", {id_of(Who::Parent), folder, ""}), "this is there already"));
  CHECK(has(council.refusal("household", "export", {child.id.text(), council.path("two"), ""}), "nobody with this id"));
  CHECK(has(council.refusal("household", "export", {"Parent Canary", council.path("two"), ""}), "write their id"));
  CHECK_FALSE(std::filesystem::exists(council.path("two")));
  const std::string audit = council.must("audit", "list", {"", "", ""});
  CHECK(has(audit, "R. Marsh: household export  about " + id_of(Who::Parent)));
  CHECK(has(export_of(council, Who::Parent).page, "household export"));
  CHECK_FALSE(has(export_of(council, Who::Parent).page, "R. Marsh"));
}
