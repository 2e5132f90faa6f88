#include "plugins/feedback/api/convert/xlsform_question.hpp"

#include "app/base/text.hpp"
#include "plugins/feedback/api/convert/made_json.hpp"
#include "plugins/feedback/api/convert/xlsform_rules.hpp"
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace alongside::feedback {
namespace {

using server::JsonValue;

constexpr std::size_t most_radio_choices = 10;

struct PlainKind {
  std::string_view theirs, type, input;
};
constexpr PlainKind plain_kinds[] = {{"text", "text", ""},          {"string", "text", ""},
                                     {"integer", "text", "number"}, {"int", "text", "number"},
                                     {"decimal", "text", "number"}, {"date", "text", "date"},
                                     {"time", "text", "time"},      {"datetime", "text", "date"},
                                     {"barcode", "text", ""},       {"range", "slider", ""},
                                     {"note", "html", ""},          {"select_one", "radiogroup", ""},
                                     {"rank", "ranking", ""},       {"select_multiple", "checkbox", ""},
                                     {"image", "file", ""},         {"file", "file", ""},
                                     {"audio", "file", ""},         {"acknowledge", "checkbox", ""},
                                     {"trigger", "checkbox", ""}};

constexpr std::string_view device_kinds[] = {"start",        "end",       "today",          "deviceid",
                                             "subscriberid", "simserial", "phonenumber",    "username",
                                             "email",        "audit",     "start-geopoint", "background-audio"};

std::string why_left_out(const std::string& kind) {
  if (std::ranges::find(device_kinds, kind) != std::end(device_kinds))
    return "it notes something of the person or their device without asking; we do not";
  if (kind == "video") return "films cannot be joined to an answer; ask for a photo or a recording of the voice";
  if (kind.starts_with("geo")) return "we ask nobody where they stand; ask for the place in words";
  if (kind.ends_with("_from_file") || kind.ends_with("external")) return "its choices stand in another file";
  return "we know no question of type \"" + kind + "\"";
}

bool has_appearance(const XlsFormWork& work, const BookRow& row, std::string_view word) {
  return (" " + work.survey.cell(row, "appearance") + " ").find(" " + std::string(word) + " ") != std::string::npos;
}

void put_choices(XlsFormWork& work, const BookRow& row, const XlsFormType& type, const XlsFormNames::From& from,
                 JsonValue& json) {
  const auto list = work.lists.by_name.find(type.list);
  if (list == work.lists.by_name.end())
    return work.leave_out(row, "type", "there is no list \"" + type.list + "\" in \"choices\"");
  const std::string filter = work.survey.cell(row, "choice_filter");
  const auto parsed = read_foreign(filter, ForeignTongue::XPath);
  std::string trouble = filter.empty() || parsed.ok() ? "" : parsed.error().detail;
  JsonValue choices = made_list();
  choices.items.reserve(std::min(list->second.size(), ConvertLimits::most_choices));
  for (const XlsFormChoice& choice : list->second) {
    if (++work.choices > ConvertLimits::most_choices) return;
    JsonValue made = made_object();
    put(made, "value", made_text(choice.name));
    const bool is_same = choice.words.en.empty() || (choice.words.en == choice.name && choice.words.cy.empty());
    if (!is_same) put_words(made, "text", choice.words);
    if (!filter.empty() && trouble.empty()) {
      XlsFormNames::From of_choice = from;
      of_choice.choices = work.lists.sheet;
      of_choice.choice = choice.row;
      const auto condition = work.names.expression(parsed.value(), of_choice);
      if (condition.ok())
        put(made, "visibleIf", made_text(condition.value()));
      else
        trouble = condition.error().detail;
    }
    choices.items.push_back(is_same && made.members.size() == 1 ? made_text(choice.name) : std::move(made));
  }
  if (!trouble.empty()) work.leave_out(row, "choice_filter", trouble + "; every choice is always offered");
  put(json, "choices", std::move(choices));
  if (type.has_other) put(json, "showOtherItem", made_truth(true));
  if (work.survey.cell(row, "parameters").find("randomize") != std::string::npos)
    work.leave_out(row, "parameters", "choices always stand in the order in which they are written");
}

// "start=0 end=10 step=1"
void put_range(const XlsFormWork& work, const BookRow& row, JsonValue& json) {
  double least = 1, most = 10, step = 1;
  std::string parameters = work.survey.cell(row, "parameters");
  std::ranges::replace(parameters, ';', ' ');
  std::ranges::replace(parameters, ',', ' ');
  for (const std::string_view one : split(parameters, ' ')) {
    const std::size_t is = one.find('=');
    if (is == one.npos) continue;
    const double number = number_of(trim(one.substr(is + 1)));
    const std::string key = lower_case(trim(one.substr(0, is)));
    if (!std::isfinite(number)) continue;
    if (key == "start") least = number;
    if (key == "end") most = number;
    if (key == "step" && number > 0) step = number;
  }
  put(json, "min", made_number(std::min(least, most)));
  put(json, "max", made_number(std::max(least, most)));
  put(json, "step", made_number(step));
}

void put_kind(XlsFormWork& work, const BookRow& row, const XlsFormType& type, const XlsFormNames::From& from,
              JsonValue& json) {
  if (type.kind == "range") put_range(work, row, json);
  if (type.kind == "audio") put(json, "acceptedTypes", made_text("audio/*"));
  if (type.kind == "datetime") work.leave_out(row, "type", "the day is asked, the time of the day is not");
  if (type.kind == "barcode") work.leave_out(row, "type", "it is asked as words: there is no scanner");
  if (type.kind.starts_with("select") || type.kind == "rank") put_choices(work, row, type, from, json);
  if (type.kind == "acknowledge" || type.kind == "trigger") {
    JsonValue choice = made_object(), choices = made_list();
    put(choice, "value", made_text("OK"));
    put(choice, "text", made_words({"Yes, I have read this", "Do, rydw i wedi darllen hwn"}));
    choices.items.push_back(std::move(choice));
    put(json, "choices", std::move(choices));
  }
}

std::string type_of(const XlsFormWork& work, const BookRow& row, const PlainKind& kind, const XlsFormType& type) {
  if (kind.type == "file" && has_appearance(work, row, "signature")) return "signaturepad";
  if (kind.type == "text" && kind.input.empty() && has_appearance(work, row, "multiline")) return "comment";
  if (kind.type != "radiogroup") return std::string(kind.type);
  const auto list = work.lists.by_name.find(type.list);
  const bool is_long = list != work.lists.by_name.end() && list->second.size() > most_radio_choices;
  return is_long || has_appearance(work, row, "minimal") ? "dropdown" : "radiogroup";
}

}  // namespace

std::string XlsFormWork::place(const BookRow& row, std::string_view column) const {
  return "survey row " + std::to_string(row.number) + ", " + std::string(column);
}

void XlsFormWork::leave_out(const BookRow& row, std::string_view column, const std::string& why) const {
  made.leave_out(place(row, column), why);
}

std::optional<std::string> XlsFormWork::expression(const BookRow& row, std::string_view column,
                                                   const XlsFormNames::From& from) const {
  const std::string cell = survey.cell(row, column);
  if (cell.empty()) return std::nullopt;
  const auto parsed = read_foreign(cell, ForeignTongue::XPath);
  const auto ours = parsed.ok() ? names.expression(parsed.value(), from) : Result<std::string>(parsed.error());
  if (ours.ok()) return ours.value();
  leave_out(row, column, ours.error().detail);
  return std::nullopt;
}

wire::Bilingual XlsFormWork::words(const BookRow& row, std::string_view column, const XlsFormNames::From& from) const {
  const wire::Bilingual words = survey.words(row, column);
  return {names.piped(words.en, from), names.piped(words.cy, from)};
}

XlsFormType xlsform_type(std::string_view cell) {
  std::vector<std::string> words;
  for (const std::string_view word : split(cell, ' ')) {
    if (!trim(word).empty()) words.emplace_back(trim(word));
  }
  if (words.empty()) return {};
  XlsFormType type{lower_case(words[0]), {}, false};
  std::size_t next = 1;
  // "begin group" and "select one" were written so before.
  const std::string second = words.size() > 1 ? lower_case(words[1]) : "";
  const bool is_apart = (type.kind == "begin" || type.kind == "end") ||
                        (type.kind == "select" && (second == "one" || second == "multiple"));
  if (is_apart && words.size() > 1) type.kind += "_" + lower_case(words[next++]);
  if (type.kind == "select1") type.kind = "select_one";
  if (next < words.size() && lower_case(words[next]) == "from") ++next;
  if (next < words.size()) type.list = words[next++];
  type.has_other = next < words.size() && lower_case(words[next]).starts_with("or");
  return type;
}

void put_xlsform_condition(const XlsFormWork& work, const BookRow& row, const XlsFormNames::From& from,
                           JsonValue& json) {
  const auto condition = work.expression(row, "relevant", from);
  if (condition) put(json, "visibleIf", made_text(*condition));
  if (!condition && !work.survey.cell(row, "relevant").empty()) work.made.left_out.back().why += "; it is always asked";
}

std::optional<JsonValue> xlsform_question(XlsFormWork& work, const BookRow& row, const XlsFormType& type,
                                          const XlsFormNames::From& from) {
  const auto kind = std::ranges::find(plain_kinds, type.kind, &PlainKind::theirs);
  if (kind == std::end(plain_kinds)) {
    work.leave_out(row, "type", why_left_out(type.kind));
    return std::nullopt;
  }
  JsonValue json = made_object();
  const bool is_sum = kind->type == "text" && !work.survey.cell(row, "calculation").empty();
  const auto sum = is_sum ? work.expression(row, "calculation", from) : std::nullopt;
  if (is_sum && !sum) return std::nullopt;
  const std::string ours = work.names.find(from.self)->ours;
  put(json, "type", made_text(sum ? "expression" : type_of(work, row, *kind, type)));
  put(json, "name", made_text(ours));
  put_text(json, "inputType", sum ? "" : kind->input);
  put_words(json, kind->type == "html" ? "html" : "title", work.words(row, "label", from));
  put_words(json, "description", work.words(row, "hint", from));
  put_xlsform_condition(work, row, from, json);
  if (sum) {
    put(json, "expression", made_text(*sum));
    return json;
  }
  put_kind(work, row, type, from, json);
  put_xlsform_rules(work, row, type, from, json);
  return json;
}

}  // namespace alongside::feedback
