// parse_definition: the questions of a survey as a council writes them, in SurveyJS's JSON with one
// member of ours, "alongside". What we cannot ask as it is written is refused, each mistake with its
// place. Used by `council-api survey publish` and `survey evaluate`.
#pragma once

#include "app/base/result.hpp"
#include "plugins/feedback/model/definition.hpp"

namespace alongside::server {
class JsonValue;
}

namespace alongside::feedback {

enum class Purpose : std::uint8_t {
  Publishing,  // "alongside" must say which survey these questions are
  Trying,
};

Result<Definition> parse_definition(const server::JsonValue& json, Purpose purpose);

// A JSON value as an answer or a choice's value.
Value value_of_json(const server::JsonValue& json);

}  // namespace alongside::feedback
