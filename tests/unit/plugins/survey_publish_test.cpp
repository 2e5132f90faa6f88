// Publishing: a council's SurveyJS file becomes a frozen edition, or is refused with every mistake in
// its place; `survey evaluate` tries a definition from outside.
#include "app/server/json_reader.hpp"
#include "app/server/tokens/token_desk.hpp"
#include "app/wire/frame.hpp"
#include "plugins/feedback/api/definition_file.hpp"
#include "plugins/feedback/api/feature.hpp"
#include "plugins/feedback/api/results/survey_lint.hpp"
#include "plugins/feedback/api/try_survey.hpp"
#include "plugins/feedback/model/survey_list.hpp"
#include "tests/support/server_parts.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace alongside;
using namespace alongside::feedback;

namespace {

const std::string demo = std::string(FIXTURES) + "/../../assets/demo/northmere/";

std::string refusal(const char* json, Purpose purpose = Purpose::Trying) {
  const auto read = server::read_json(json);
  REQUIRE(read.ok());
  const auto definition = parse_definition(read.value(), purpose);
  return definition.ok() ? "" : definition.error().detail;
}

struct PublishingCouncil : testing::ServerParts {
  std::unique_ptr<server::Feature> feature = make_feature(context);
  server::Verbs verbs;
  server::Router router;

  PublishingCouncil() {
    REQUIRE(database.open(":memory:").ok());
    REQUIRE(server::apply_migrations(database, "tokens", server::TokenDesk::migrations()).ok());
    REQUIRE(server::apply_migrations(database, feature->id(), feature->migrations()).ok());
    feature->verbs(verbs);
    feature->routes(router);
  }
  Result<std::string> verb(const char* name, std::vector<std::string> arguments) {
    return verbs.find("survey", name)->handler(arguments);
  }
  server::Response get(const std::string& path) {
    const server::RouteMatch match = router.match(server::Method::Get, path);
    server::Request request;
    request.parameters = match.parameters;
    return match.route->handler(request);
  }
};

template <class T>
T decoded(const server::Response& response) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(response.body.data());
  return wire::decode_frame<T>(std::span<const std::uint8_t>(bytes, response.body.size())).value();
}

}  // namespace

TEST_CASE("the form for who knows a young person without words can be published as it is, and reads well") {
  const auto json = server::read_json_file(std::string(FIXTURES) + "/../../assets/surveys/what_we_saw.json");
  REQUIRE(json.ok());
  const auto definition = read_definition(json.value());
  CAPTURE((definition.ok() ? "" : definition.error().detail));
  CHECK(definition.ok());
  CHECK(survey_lint(json.value()) == std::vector<std::string>());
}

TEST_CASE("photos in rows, more than five of them, and a signature where nobody is to be known are refused by name") {
  const auto refused = [](const std::string& elements) {
    const auto definition = read_definition(
        server::read_json(R"({"alongside": {"survey": "74a1c6e8-3d09-4b52-8e1f-a06b5c92d7f3"}, "elements": [)" +
                          elements + "]}")
            .value());
    return definition.ok() ? "" : definition.error().detail;
  };
  CHECK(
      refused(R"({"type": "paneldynamic", "name": "visits", "templateElements": [{"type": "file", "name": "photo"}]})")
          .starts_with("visits.photo: ask for photos"));
  CHECK(refused(R"({"type": "file", "name": "a", "allowMultiple": true}, {"type": "file", "name": "b"})")
            .starts_with("b: ask for at most five"));
  CHECK(refused(R"({"type": "file", "name": "a", "acceptedTypes": "audio/*"}, {"type": "signaturepad", "name": "b"})")
            .empty());
}

TEST_CASE("publishing the same questions again changes nothing, and a change makes a new version") {
  PublishingCouncil council;
  REQUIRE(council.verb("import", {demo + "surveys.json"}).ok());
  const std::string file = demo + "surveys/how_was_it.json";
  CHECK(council.verb("publish", {file}).value() == "\"How was it?\": version 1 is published.\n");
  CHECK(council.verb("publish", {file}).value() == "\"How was it?\": these are the questions of version 1.\n");
  std::ifstream in(file);
  std::string text(std::istreambuf_iterator<char>(in), {});
  text.replace(text.find("Would you go again?"), 5, "Could");
  const std::string changed = "survey_publish_test.json";
  std::ofstream(changed) << text;
  CHECK(council.verb("publish", {changed}).value() == "\"How was it?\": version 2 is published.\n");
  std::remove(changed.c_str());
}

TEST_CASE("what was published is announced and answered, and keys for its tokens are there") {
  PublishingCouncil council;
  const std::string id = "74a1c6e8-3d09-4b52-8e1f-a06b5c92d7f3";
  CHECK(council.verb("publish", {demo + "surveys/how_was_it.json"}).error().code == ErrorCode::InvalidInput);
  REQUIRE(council.verb("import", {demo + "surveys.json"}).ok());
  CHECK(council.get("/api/feedback/definitions/" + id).status == 404);
  REQUIRE(council.verb("publish", {demo + "surveys/how_was_it.json"}).ok());
  const auto published = decoded<PublishedSurvey>(council.get("/api/feedback/definitions/" + id));
  CHECK(published.edition.version == 1);
  CHECK(published.definition.pages[0].questions.size() == 6);
  CHECK(server::TokenDesk(council.database).public_key(token_purpose(published.edition)).ok());
  const auto list = decoded<SurveyList>(council.get("/api/feedback/surveys"));
  int with_questions = 0;
  for (const Survey& survey : list.surveys) {
    if (survey.version == 0) continue;
    ++with_questions;
    CHECK(survey.id == id);
    CHECK(survey.about == About::Visit);
  }
  CHECK(with_questions == 1);
  CHECK(council.get("/api/feedback/definitions/none").status == 404);
}

TEST_CASE("every survey of the demo council can be published") {
  PublishingCouncil council;
  REQUIRE(council.verb("import", {demo + "surveys.json"}).ok());
  for (const char* name : {"how_was_it", "what_do_you_like", "getting_there"}) {
    const auto published = council.verb("publish", {demo + "surveys/" + name + ".json"});
    CAPTURE((published.ok() ? "" : published.error().detail));
    CHECK(published.ok());
  }
}

TEST_CASE("what we cannot ask is refused with its place") {
  CHECK(refusal(R"({"elements":[{"type":"matrix","name":"m"}]})").find("elements[0].type") != std::string::npos);
  CHECK(
      refusal(R"({"elements":[{"type":"comment","name":"c","requiredIf":"{a}=1"}]})").find("elements[0].requiredIf") !=
      std::string::npos);
  CHECK(refusal(R"({"elements":[{"type":"comment","name":"c"}],"triggers":[]})").find("triggers") != std::string::npos);
  CHECK(refusal(R"({"pages":[{"elements":[{"type":"checkbox","name":"c","choices":[]}]}]})")
            .find("pages[0].elements[0].choices") != std::string::npos);
  CHECK(refusal(R"({"elements":[{"type":"comment","name":"c","title":{"fr":"Quoi"}}]})").find("title") !=
        std::string::npos);
  CHECK(refusal(R"({"elements":[{"type":"comment","name":"c","visibleIf":"{c"}]})").find("c.visibleIf: character 1") !=
        std::string::npos);
  CHECK(refusal(R"({"elements":[{"type":"comment","name":"c"}]})", Purpose::Publishing).find("alongside") !=
        std::string::npos);
  CHECK(refusal(R"({"elements":[{"type":"rating","name":"r","rateMin":5,"rateMax":2}]})").find("r.choices") !=
        std::string::npos);
  CHECK_FALSE(refusal("[]").empty());
}

TEST_CASE("trying a definition says what shows, what is missing, what is wrong and what would be sent") {
  const auto definition = server::read_json(R"({"pages":[
    {"elements":[{"type":"radiogroup","name":"q","isRequired":true,"choices":["a","b"]}]},
    {"visibleIf":"{q} = 'a'","elements":[{"type":"comment","name":"why"}]}]})");
  REQUIRE(definition.ok());
  const auto tried = [&definition](const char* answers) {
    return try_survey(definition.value(), server::read_json(answers).value(), 0).value();
  };
  CHECK(tried("{}") ==
        "{\"pages\":[[\"q\"]],\"required\":[\"q\"],\"errors\":[{\"question\":\"q\",\"error\":\"required\"}],\"data\":{}"
        "}\n");
  CHECK(tried(R"({"q":"a","why":"x"})") ==
        "{\"pages\":[[\"q\"],[\"why\"]],\"required\":[],\"errors\":[],\"data\":{\"q\":\"a\",\"why\":\"x\"}}\n");
  CHECK(tried(R"({"q":"b","why":"x"})") ==
        "{\"pages\":[[\"q\"]],\"required\":[],\"errors\":[],\"data\":{\"q\":\"b\"}}\n");
  CHECK_FALSE(try_survey(definition.value(), server::read_json("[]").value(), 0).ok());
}
