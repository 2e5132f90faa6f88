#include "app/server/json_tree.hpp"

#include <doctest/doctest.h>

using namespace alongside::server;

TEST_CASE("what is written is read as the same tree, in the same order") {
  for (const std::string text :
       {R"({"b":1,"a":[true,null,"x",{}],"c":{"d":-2.5}})", R"([])", R"("\u003c\"\\\n")", "7"}) {
    const auto tree = read_json(text);
    REQUIRE(tree.ok());
    CHECK(write_json(tree.value()) == text);
  }
}

TEST_CASE("numbers, marks and control characters come back as they were") {
  JsonValue object = json_object();
  put_member(object, "whole", json_whole(-9007199254740993));
  put_member(object, "words", json_words("</script> \x01 ŵ"));
  put_member(object, "truth", json_truth(false));
  const auto read = read_json(write_json(object));
  REQUIRE(read.ok());
  CHECK(read->find("whole")->integer == -9007199254740993);
  CHECK(read->text_at("words") == "</script> \x01 ŵ");
  CHECK_FALSE(read->find("truth")->boolean);
}

TEST_CASE("a member is set in its place, put at the end, or taken away") {
  JsonValue object = json_object();
  put_member(object, "a", json_whole(1));
  put_member(object, "b", json_array());
  put_member(object, "a", json_words("one"));
  CHECK(write_json(object) == R"({"a":"one","b":[]})");
  remove_member(object, "a");
  remove_member(object, "nothing");
  CHECK(write_json(object) == R"({"b":[]})");
}

TEST_CASE("null, no text, an empty list and an empty object say nothing; zero and false say something") {
  for (const JsonValue& empty : {JsonValue(), json_words(""), json_array(), json_object()}) CHECK(is_empty(empty));
  for (const JsonValue& full : {json_whole(0), json_truth(false), json_words(" ")}) CHECK_FALSE(is_empty(full));
}
