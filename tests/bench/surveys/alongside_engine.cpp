// Our survey engine as the bench asks it: a few C functions over read_form and FormRun. Compiled to WebAssembly
// for Node. The server's reader of JSON wraps Boost.JSON, which is not there; this reads with RapidJSON instead.
#include "app/server/json_reader.hpp"
#include "plugins/feedback/api/definition_file.hpp"
#include "plugins/feedback/api/form_file.hpp"
#include "plugins/feedback/model/form_run.hpp"

#include <rapidjson/reader.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside::server {

const JsonValue* JsonValue::find(std::string_view name) const {
  const auto found = std::ranges::find(members, name, &Member::first);
  return found == members.end() ? nullptr : &found->second;
}

std::string_view JsonValue::text_at(std::string_view name) const {
  const JsonValue* value = find(name);
  return value != nullptr && value->is(JsonKind::Text) ? std::string_view(value->text) : std::string_view();
}

}  // namespace alongside::server

namespace {

using namespace alongside;
using namespace alongside::feedback;
using server::JsonKind;
using server::JsonValue;

// Builds the tree while RapidJSON reads.
class TreeBuilder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, TreeBuilder> {
 public:
  bool Default() { return add({}); }
  bool Bool(bool truth) {
    JsonValue value;
    value.kind = JsonKind::Boolean;
    value.boolean = truth;
    return add(std::move(value));
  }
  bool Int(int number) { return Double(number); }
  bool Uint(unsigned number) { return Double(number); }
  bool Int64(std::int64_t number) { return Double(static_cast<double>(number)); }
  bool Uint64(std::uint64_t number) { return Double(static_cast<double>(number)); }
  bool Double(double number) {
    JsonValue value;
    value.kind = JsonKind::Real;
    value.real = number;
    return add(std::move(value));
  }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    JsonValue value;
    value.kind = JsonKind::Text;
    value.text.assign(text, size);
    return add(std::move(value));
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    open_.back().second.assign(text, size);
    return true;
  }
  bool StartObject() { return begin(JsonKind::Object); }
  bool StartArray() { return begin(JsonKind::Array); }
  bool EndObject(rapidjson::SizeType) { return end(); }
  bool EndArray(rapidjson::SizeType) { return end(); }

  JsonValue take() { return std::move(whole_); }

 private:
  bool begin(JsonKind kind) {
    open_.emplace_back();
    open_.back().first.kind = kind;
    return true;
  }
  bool end() {
    JsonValue done = std::move(open_.back().first);
    open_.pop_back();
    return add(std::move(done));
  }
  bool add(JsonValue value) {
    if (open_.empty()) {
      whole_ = std::move(value);
    } else if (open_.back().first.is(JsonKind::Array)) {
      open_.back().first.items.push_back(std::move(value));
    } else {
      open_.back().first.members.emplace_back(open_.back().second, std::move(value));
    }
    return true;
  }

  std::vector<std::pair<JsonValue, std::string>> open_;  // with the name that is next
  JsonValue whole_;
};

JsonValue read_tree(const char* text) {
  TreeBuilder builder;
  rapidjson::StringStream stream(text);
  rapidjson::Reader().Parse(stream, builder);
  return builder.take();
}

// A survey that somebody answers; the caller holds it.
struct BenchSurvey {
  Form form;
  std::unique_ptr<FormRun> run;
  std::vector<unsigned char> shown;  // of each question, in order
};

}  // namespace

extern "C" {

char* text_create(std::size_t size) { return static_cast<char*>(std::malloc(size)); }
void text_destroy(char* text) { std::free(text); }

// Null when it is refused.
BenchSurvey* survey_create(const char* definition, double now) {
  auto form = read_form(read_tree(definition));
  if (!form.ok()) return nullptr;
  auto* survey = new BenchSurvey{std::move(form.value()), nullptr, {}};
  survey->run = std::make_unique<FormRun>(survey->form, now);
  return survey;
}

void survey_destroy(BenchSurvey* survey) { delete survey; }

void survey_answer(BenchSurvey* survey, const char* name, const char* value) {
  survey->run->answer(name, value_of_json(read_tree(value)));
}

void survey_answer_text(BenchSurvey* survey, const char* name, const char* text) {
  survey->run->answer(name, Value::of_text(text));
}

// Whether each question shows; as many bytes as survey_questions says.
const unsigned char* survey_shown(BenchSurvey* survey) {
  survey->shown.clear();
  for (std::size_t i = 0; i < survey->form.elements.size(); ++i) {
    if (!holds_others(survey->form.elements[i].type)) survey->shown.push_back(survey->run->shows(i) ? 1 : 0);
  }
  return survey->shown.data();
}

std::size_t survey_questions(BenchSurvey* survey) {
  survey_shown(survey);
  return survey->shown.size();
}
}
