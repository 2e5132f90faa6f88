#include "plugins/feedback/api/convert/lss_question.hpp"

#include "plugins/feedback/api/convert/made_json.hpp"
#include "plugins/feedback/model/numbers.hpp"
#include "plugins/feedback/model/pattern.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

namespace alongside::feedback {
namespace {

using server::JsonValue;

struct LssKind {
  std::string_view letter, type, input;
  std::string_view lost;  // what of it is not carried
};
constexpr LssKind lss_kinds[] = {
    {"L", "radiogroup", "", ""},
    {"!", "dropdown", "", ""},
    {"O", "radiogroup", "", "the comment beside the list is not asked"},
    {"5", "rating", "", ""},
    {"G", "radiogroup", "", ""},
    {"Y", "boolean", "", ""},
    {"M", "checkbox", "", ""},
    {"P", "checkbox", "", "the comments beside the choices are not asked"},
    {"R", "ranking", "", ""},
    {"S", "text", "", ""},
    {"T", "comment", "", ""},
    {"U", "comment", "", ""},
    {"N", "text", "number", ""},
    {"D", "text", "date", ""},
    {"Q", "multipletext", "", ""},
    {"K", "multipletext", "number", ""},
    {"A", "matrix", "", ""},
    {"B", "matrix", "", ""},
    {"C", "matrix", "", ""},
    {"E", "matrix", "", ""},
    {"F", "matrix", "", ""},
    {"H", "matrix", "", ""},
    {"1", "matrix", "", "only the first of its two scales is asked"},
    {":", "matrixdropdown", "number", ""},
    {";", "matrixdropdown", "", ""},
    {"X", "html", "", ""},
    {"|", "file", "", ""},
};

// Attributes that would change what is asked, and how we ask it instead.
constexpr std::pair<std::string_view, std::string_view> lost_attributes[] = {
    {"array_filter", "every row is always asked"},
    {"array_filter_exclude", "every row is always asked"},
    {"em_validation_q", "the answer is not checked so"},
    {"em_validation_sq", "the answer is not checked so"},
    {"exclude_all_others", "choices can be ticked together; use showNoneItem for \"none of these\""},
    {"hidden", "it is shown"},
    {"random_order", "choices always stand in the order in which they are written"},
    {"time_limit", "nobody is hurried"}};

const LssKind* kind_named(std::string_view letter) {
  const auto found = std::ranges::find(lss_kinds, letter, &LssKind::letter);
  return found == std::end(lss_kinds) ? nullptr : &*found;
}

JsonValue lss_option(const std::string& code, const wire::Bilingual& words) {
  if (words.en.empty() && words.cy.empty()) return made_text(code);
  JsonValue option = made_object();
  put(option, "value", made_text(code));
  put_words(option, "text", words);
  return option;
}

// Of one scale: a question may have rows on one and columns on the other.
JsonValue lss_options(const std::vector<LssOption>& options, int scale, std::size_t& choices) {
  JsonValue list = made_list();
  for (const LssOption& option : options) {
    if (option.scale != scale || option.code.empty()) continue;
    ++choices;
    list.items.push_back(lss_option(option.code, option.words));
  }
  return list;
}

JsonValue numbered_options(int most) {
  JsonValue list = made_list();
  for (int number = 1; number <= most; ++number) list.items.push_back(made_text(std::to_string(number)));
  return list;
}

JsonValue own_options(std::string_view letter) {
  JsonValue list = made_list();
  const auto add = [&list](const char* code, wire::Bilingual words) { list.items.push_back(lss_option(code, words)); };
  if (letter == "C") {
    add("Y", {"Yes", "Ie"});
    add("U", {"Not sure", "Ddim yn siŵr"});
    add("N", {"No", "Na"});
  } else if (letter == "E") {
    add("I", {"More", "Mwy"});
    add("S", {"The same", "Yr un peth"});
    add("D", {"Less", "Llai"});
  } else {
    add("F", {"Female", "Benyw"});
    add("M", {"Male", "Gwryw"});
  }
  return list;
}

JsonValue columns_of(const LssQuestion& question, std::size_t& choices) {
  if (question.type == "A") return numbered_options(5);
  if (question.type == "B") return numbered_options(10);
  if (question.type == "C" || question.type == "E") return own_options(question.type);
  return lss_options(question.answers, 0, choices);
}

void put_boxes(const LssQuestion& question, const LssKind& kind, JsonValue& json) {
  JsonValue items = made_list();
  for (const LssOption& part : question.parts) {
    JsonValue item = made_object();
    put(item, "name", made_text(part.code));
    put_words(item, "title", part.words);
    put_text(item, "inputType", kind.input);
    items.items.push_back(std::move(item));
  }
  put(json, "items", std::move(items));
}

// A table of boxes: rows on scale 0, columns on scale 1.
void put_table(const LssQuestion& question, const LssKind& kind, JsonValue& json, std::size_t& choices) {
  JsonValue columns = made_list();
  for (const LssOption& part : question.parts) {
    if (part.scale != 1) continue;
    JsonValue column = made_object();
    put(column, "name", made_text(part.code));
    put_words(column, "title", part.words);
    put(column, "cellType", made_text("text"));
    put_text(column, "inputType", kind.input);
    columns.items.push_back(std::move(column));
  }
  put(json, "columns", std::move(columns));
  put(json, "rows", lss_options(question.parts, 0, choices));
}

void put_number_limits(const LssQuestion& question, JsonValue& json) {
  for (const auto& [attribute, key] : {std::pair{"min_num_value_n", "min"}, {"max_num_value_n", "max"}}) {
    const auto found = question.attributes.find(attribute);
    if (found == question.attributes.end() || found->second.empty()) continue;
    if (const double number = number_of(found->second); std::isfinite(number)) put(json, key, made_number(number));
  }
}

void put_lss_kind(const LssQuestion& question, const LssKind& kind, JsonValue& json, std::size_t& choices) {
  if (kind.type == "matrix") {
    put(json, "columns", columns_of(question, choices));
    put(json, "rows", lss_options(question.parts, 0, choices));
    if (question.is_required) put(json, "eachRowRequired", made_truth(true));
  } else if (kind.type == "checkbox") {
    put(json, "choices", lss_options(question.parts, 0, choices));
  } else if (kind.type == "ranking") {
    const bool has_answers = !question.answers.empty();
    put(json, "choices", lss_options(has_answers ? question.answers : question.parts, 0, choices));
  } else if (kind.type == "radiogroup" || kind.type == "dropdown") {
    put(json, "choices", question.type == "G" ? own_options("G") : lss_options(question.answers, 0, choices));
  } else if (kind.type == "boolean") {
    put(json, "valueTrue", made_text("Y"));
    put(json, "valueFalse", made_text("N"));
  } else if (kind.type == "multipletext") {
    put_boxes(question, kind, json);
  } else if (kind.type == "matrixdropdown") {
    put_table(question, kind, json, choices);
  } else if (kind.input == "number") {
    put_number_limits(question, json);
  }
}

// "/^[a-z]+$/i"
void put_pattern(const LssQuestion& question, Converted& made, JsonValue& json) {
  const std::size_t end = question.pattern.rfind('/');
  if (question.pattern.empty()) return;
  const bool is_between = question.pattern.starts_with('/') && end > 0;
  const std::string pattern = is_between ? question.pattern.substr(1, end - 1) : question.pattern;
  const bool ignores = is_between && question.pattern.find('i', end) != std::string::npos;
  const auto parsed = Pattern::parse(pattern, ignores ? LetterCase::Ignored : LetterCase::Counts);
  if (const auto* fault = std::get_if<PatternFault>(&parsed))
    return made.leave_out("question " + question.code + ", validation", fault->what);
  JsonValue validator = made_object(), validators = made_list();
  put(validator, "type", made_text("regex"));
  put(validator, "regex", made_text(pattern));
  if (ignores) put(validator, "caseInsensitive", made_truth(true));
  validators.items.push_back(std::move(validator));
  put(json, "validators", std::move(validators));
}

void note_attributes(const LssQuestion& question, Converted& made) {
  for (const auto& [attribute, why] : lost_attributes) {
    const auto found = question.attributes.find(std::string(attribute));
    if (found != question.attributes.end() && !found->second.empty() && found->second != "0")
      made.leave_out("question " + question.code + ", " + std::string(attribute), std::string(why));
  }
}

}  // namespace

bool is_carried(std::string_view type) { return kind_named(type) != nullptr; }

std::optional<JsonValue> lss_question_json(const LssQuestion& question, Converted& made, std::size_t& choices) {
  const LssKind* kind = kind_named(question.type);
  const std::string place = "question " + question.code;
  if (kind == nullptr) {
    const std::string why = question.type == "|"   ? "photos and files cannot be joined to an answer yet"
                            : question.type == "*" ? "it is worked out and not asked: write it as a calculated value"
                            : question.type == "I" ? "the language is chosen in the app"
                                                   : "we know no question of type \"" + question.type + "\"";
    made.leave_out(place, why);
    return std::nullopt;
  }
  JsonValue json = made_object();
  const bool is_said = kind->type == "html";
  put(json, "type", made_text(kind->type));
  put(json, "name", made_text(question.code));
  put_words(json, is_said ? "html" : "title", question.words);
  if (is_said) return json;
  put_words(json, "description", question.help);
  if (kind->type == "text") put_text(json, "inputType", kind->input);
  if (question.is_required) put(json, "isRequired", made_truth(true));
  put_lss_kind(question, *kind, json, choices);
  if (question.has_other && (kind->type == "radiogroup" || kind->type == "dropdown" || kind->type == "checkbox"))
    put(json, "showOtherItem", made_truth(true));
  if (!kind->lost.empty()) made.leave_out(place, std::string(kind->lost));
  put_pattern(question, made, json);
  note_attributes(question, made);
  return json;
}

}  // namespace alongside::feedback
