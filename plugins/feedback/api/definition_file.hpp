// read_definition: a survey as a council writes it, in SurveyJS's JSON with one member of ours, "alongside". What we
// cannot ask as it is written is refused, each mistake with its place. Used by `council-api survey publish`.
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

// A survey of simple questions is frozen as pages, which every app can ask; any other as a form.
Result<Definition> read_definition(const server::JsonValue& json);

// The simple questions alone.
Result<Definition> parse_definition(const server::JsonValue& json, Purpose purpose);

// A JSON value as an answer or a choice's value.
Value value_of_json(const server::JsonValue& json);

}  // namespace alongside::feedback
