// Making, changing and writing JSON trees: the other half of json_reader. Used by features that
// serve or export JSON in somebody else's shape; what is in our own shape goes through wire::to_json.
#pragma once

#include "app/server/json_reader.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::server {

JsonValue json_words(std::string_view text);
JsonValue json_whole(std::int64_t number);
JsonValue json_truth(bool truth);
JsonValue json_object();
JsonValue json_array();

// Sets the member of that name, in its place when it is there, else at the end.
void put_member(JsonValue& object, std::string_view name, JsonValue value);
void remove_member(JsonValue& object, std::string_view name);
// Null, "", [] and {}: what says nothing.
bool is_empty(const JsonValue& value);

// Compact, in the tree's order. read_json gives the same tree again.
std::string write_json(const JsonValue& value);

}  // namespace alongside::server
