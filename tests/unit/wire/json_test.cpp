#include "app/wire/json.hpp"
#include "app/wire/messages/problem.hpp"
#include "tests/unit/wire/sample.hpp"
#include "tests/unit/wire/wire_test.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace alongside::wire {
namespace {

TEST_CASE("a message can be read as JSON") {
  CHECK(to_json(problem_of({DecodeCode::BadText, 3})) ==
        R"({"code":"bad_text","detail":"The body was refused: bad_text at byte 3.","offset":3})");
}

TEST_CASE("JSON of every kind of field says what it is, and leaves out what it cannot name") {
  sample::Everything all = sample::full_everything();
  all.tail.bytes = {1, 2, 3};
  const std::string json = to_json(all);
  for (const std::string_view part :
       {R"("yes":true)", R"("large":18446744073709551615)", R"("text":"tŷ\n€😀")", R"("words":["","one","two"])",
        R"("by_name":{"a":{"name":"ash","weight":1})", R"({"key":-5,"value":[]})", R"("tags":["quiet","saturday"])",
        R"("triple":[1,128,65535])", R"("note":"")", R"("choice":{"kind":3,"value":{"name":"elm","weight":4}})",
        R"("day":"2026-11-22")", R"("price":-12345)", R"("latitude":52.907)",
        R"("id":"0123abcd-4567-89ef-0123-456789abcdef")"}) {
    CAPTURE(part);
    CAPTURE(json);
    CHECK(json.find(part) != std::string::npos);
  }
  CHECK(json.find("tail") == std::string::npos);
  all.note.reset();
  CHECK(to_json(all).find(R"("note":null)") != std::string::npos);
}

TEST_CASE("text cannot break out of JSON") {
  Problem problem;
  problem.detail = "\"},\"x\":\"\\\t";
  CHECK(to_json(problem) == R"({"code":"","detail":"\"},\"x\":\"\\\t","offset":0})");
  problem.detail = "</script>\x01";
  CHECK(to_json(problem) == R"({"code":"","detail":"\u003c/script>\u0001","offset":0})");
}

enum class Light : std::uint8_t { Off, On };
constexpr std::string_view name_of(Light light) { return light == Light::On ? "on" : "off"; }

TEST_CASE("an enum with a name is written by its name, another by its number") {
  CHECK(to_json(Holder<std::vector<Light>>{{Light::Off, Light::On}}) == R"({"value":["off","on"]})");
  CHECK(to_json(Holder<sample::Colour>{sample::Colour::Blue}) == R"({"value":2})");
}

TEST_CASE("a fraction JSON has no word for is null") {
  CHECK(to_json(Holder<double>{std::numeric_limits<double>::quiet_NaN()}) == R"({"value":null})");
  CHECK(to_json(Holder<double>{0.1}) == R"({"value":0.1})");
}

TEST_CASE("empty things are empty objects and arrays, and nothing is null") {
  CHECK(to_json(sample::Box<sample::CardFirst>{}) == R"({"cards":[]})");
  CHECK(to_json(Holder<std::map<std::string, bool>>{}) == R"({"value":{}})");
  CHECK(to_json(Holder<std::variant<std::monostate>>{}) == R"({"value":{"kind":0,"value":null}})");
}

}  // namespace
}  // namespace alongside::wire
