#include "plugins/feedback/api/results/story_file.hpp"

#include "app/base/id.hpp"
#include "app/server/json_fields.hpp"

#include <string>
#include <string_view>

namespace alongside::feedback {
namespace {

using server::JsonFields;
using server::JsonMistakes;
using server::JsonValue;

constexpr std::string_view outcome_rule = "write done, doing or could_not";
constexpr std::string_view day_rule = "write a date like 2027-01-29";

// Both languages, always: a finding that only half of the families can read is not told.
wire::Bilingual both(JsonFields fields, std::size_t most_bytes) {
  wire::Bilingual words;
  words.en = fields.text("en", {most_bytes, "write it in English, shorter than 1,500 bytes"});
  words.cy = fields.text("cy", {most_bytes, "write it in Welsh, shorter than 1,500 bytes"});
  fields.finish();
  return words;
}

ChangeOutcome outcome_of(JsonFields& fields) {
  const std::string word = fields.text("outcome", {20, outcome_rule});
  if (word == "done") return ChangeOutcome::Done;
  if (word == "could_not") return ChangeOutcome::CouldNot;
  if (word != "doing") fields.mistake("outcome", outcome_rule);
  return ChangeOutcome::Doing;
}

void read_services(JsonFields& fields, const std::string& path, JsonMistakes& mistakes, ChangeStep& step) {
  if (fields.optional("services") == nullptr) return;
  std::size_t index = 0;
  for (const JsonValue& item : fields.array("services", 0, 20)) {
    JsonFields one(item, path + ".services[" + std::to_string(index++) + "]", mistakes);
    const auto id = parse_uuid(one.text("id", {36, "write the id of a service"}));
    if (!id.ok()) one.mistake("id", "write the id of a service, a UUID");
    step.services.push_back(
        {id.ok() ? uuid_text(id.value()) : std::string(), one.text("name", {400, "write its name"})});
    one.finish();
  }
}

ChangeStep read_step(JsonFields fields, const std::string& path, JsonMistakes& mistakes) {
  constexpr std::size_t most = 1500;
  ChangeStep step;
  step.said = both(fields.object("said"), most);
  step.said_easily = both(fields.object("said_easily"), most);
  step.outcome = outcome_of(fields);
  // Why not is asked for by its own name, so that it cannot be forgotten.
  const bool could_not = step.outcome == ChangeOutcome::CouldNot;
  step.did = both(fields.object(could_not ? "because" : "did"), most);
  step.did_easily = both(fields.object(could_not ? "because_easily" : "did_easily"), most);
  step.owner = both(fields.object("owner"), 200);
  const auto by = Date::parse(fields.text("by", {10, day_rule}));
  if (by.ok())
    step.by = by.value();
  else
    fields.mistake("by", day_rule);
  read_services(fields, path, mistakes, step);
  fields.finish();
  return step;
}

}  // namespace

Result<std::vector<ChangeStep>> parse_story(const JsonValue& json) {
  JsonMistakes mistakes;
  JsonFields fields(json, "", mistakes);
  std::vector<ChangeStep> steps;
  for (const JsonValue& item : fields.array("findings", 1, 50)) {
    const std::string path = "findings[" + std::to_string(steps.size()) + "]";
    steps.push_back(read_step(JsonFields(item, path, mistakes), path, mistakes));
  }
  fields.finish();
  if (!mistakes.none()) return Error{ErrorCode::InvalidInput, mistakes.report()};
  return steps;
}

}  // namespace alongside::feedback
