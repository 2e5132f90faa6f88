#include "app/server/json_reader.hpp"
#include "app/server/json_fields.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace alongside;
using namespace alongside::server;

namespace {

std::string fault(std::string_view text) {
  const auto value = read_json(text);
  return value.ok() ? "none" : value.error().detail;
}

TEST_CASE("a number is the nearest there is, as JavaScript reads it") {
  for (const auto& [text, number] : {std::pair{"133333333333313333333332", 133333333333313333333332.0},
                                     {"-2.9123456789012345", -2.9123456789012345},
                                     {"5e-324", 5e-324},
                                     {"1.7976931348623157e308", 1.7976931348623157e308},
                                     {"9007199254740993.0", 9007199254740993.0},
                                     {"18446744073709551615", 18446744073709551615.0}}) {
    INFO(text);
    CHECK(read_json(text).value().real == number);
  }
  CHECK(!std::signbit(read_json("-0e5").value().real));
}

}  // namespace

TEST_CASE("JSON becomes a plain tree in the file's order") {
  const auto value = read_json(R"({"a": [1, 2.5, -3, true, null, "ŵ\u0175\n"], "b": {"c": {}}, "big": 1e300})");
  REQUIRE(value.ok());
  const JsonValue& a = *value->find("a");
  REQUIRE(a.items.size() == 6);
  CHECK(a.items[0].integer == 1);
  CHECK(a.items[1].real == 2.5);
  CHECK(a.items[2].integer == -3);
  CHECK(a.items[3].boolean);
  CHECK(a.items[4].is(JsonKind::Null));
  CHECK(a.items[5].text == "ŵŵ\n");
  CHECK(value->members[1].first == "b");
  CHECK(value->find("b")->find("c")->is(JsonKind::Object));
  CHECK(value->find("nothing") == nullptr);
  CHECK(value->text_at("a") == "");
}

TEST_CASE("a mistake is told by line, column and byte") {
  CHECK(fault("{\n  \"a\": tru,\n}").find("line 2, column ") != std::string::npos);
  CHECK(fault("{\"a\": 1").find("byte 7") != std::string::npos);
  CHECK(fault("{} x").find("byte 3") != std::string::npos);
}

TEST_CASE("what is not strict JSON is refused") {
  for (const char* bad : {"", " ", "{", "[1,]", "{\"a\":1,}", "{'a':1}", "// c\n1", "NaN", "01", "1 2", "\"\xff\"",
                          "\"a\nb\"", "{\"a\":1,\"a\":2}", "\"\\ud800\""}) {
    CAPTURE(bad);
    CHECK(fault(bad) != "none");
  }
}

TEST_CASE("depth and size are limited") {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK(read_json(nested(32)).ok());
  CHECK(!read_json(nested(33)).ok());
  CHECK(!read_json(nested(1'000'000)).ok());
  CHECK(read_json("[1]", {3, 32}).ok());
  CHECK(read_json("[12]", {3, 32}).error().code == ErrorCode::TooLarge);
}

TEST_CASE("fields are taken by name, and every mistake is noted with its path") {
  const auto value = read_json(R"({"name": " ", "size": 4.5, "child": {"age": "6"}, "extra": 1, "list": [1, 2]})");
  REQUIRE(value.ok());
  JsonMistakes mistakes;
  JsonFields fields(value.value(), "", mistakes);
  fields.text("name");
  fields.integer("size", {1, 5});
  JsonFields child = fields.object("child");
  child.integer("age", {0, 25});
  child.finish();
  CHECK(fields.array("list", 1, 2).size() == 2);
  CHECK(fields.optional_text("nickname").empty());
  fields.finish();
  CHECK(mistakes.lines() ==
        std::vector<std::string>{"name: write some text in quotes", "size: write a whole number from 1 to 5",
                                 "child.age: write a whole number from 0 to 25",
                                 "extra: this key is not known: check its spelling or take it out"});
}
