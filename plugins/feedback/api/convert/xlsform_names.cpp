#include "plugins/feedback/api/convert/xlsform_names.hpp"

#include "app/base/utf8.hpp"
#include "plugins/feedback/model/coerce.hpp"

#include <algorithm>
#include <utility>

namespace alongside::feedback {
namespace {

using Kind = ForeignNode::Kind;

constexpr std::size_t longest_name = 90;  // bytes; one that is taken gets a number behind it

Error no_like(std::string what) { return {ErrorCode::InvalidInput, std::move(what)}; }

// What is a path in SurveyJS is a letter in XForms.
std::string survey_name(const std::string& theirs) {
  std::string ours;
  for (const char c : theirs) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    ours += is_plain ? c : '_';
  }
  return ours.empty() ? "question" : std::string(text_prefix(ours, longest_name));
}

}  // namespace

std::string XlsFormNames::add(const std::string& theirs, const std::string& repeat, bool is_several) {
  const std::string wanted = survey_name(theirs);
  std::string ours = wanted;
  for (std::size_t again = 2; !taken_.insert(lower_case(ours)).second; ++again)
    ours = wanted + "_" + std::to_string(again);
  names_.emplace(theirs, XlsFormName{ours, repeat, is_several, false});
  return ours;
}

const XlsFormName* XlsFormNames::find(const std::string& theirs) const {
  const auto found = names_.find(theirs);
  return found == names_.end() ? nullptr : &found->second;
}

ForeignNames XlsFormNames::names(const From& from) const {
  return {[this, from](const ForeignNode& node) { return name(node, from); },
          [this, from](const ForeignNode& node) { return call(node, from); }};
}

Result<std::string> XlsFormNames::expression(const ForeignNode& node, const From& from) const {
  return survey_expression(node, names(from));
}

Result<std::string> XlsFormNames::name(const ForeignNode& node, const From& from) const {
  if (node.kind == Kind::Word) {
    // A spreadsheet makes these of what is typed for yes and no.
    if (const std::string small = lower_case(node.text); small == "true" || small == "false") return small;
    const auto cell = from.choices ? from.choices->under(*from.choice, node.text) : std::nullopt;
    if (!cell) return no_like("\"" + node.text + "\" is no name of a question");
    return survey_text(*cell);
  }
  const std::string theirs = node.kind == Kind::Here ? from.self : node.text;
  const XlsFormName* found = find(theirs);
  if (found == nullptr) return no_like("there is no question named \"" + theirs + "\"");
  if (found->is_lost) return no_like("it needs \"" + theirs + "\", which was left out");
  if (found->repeat.empty()) return "{" + found->ours + "}";
  if (found->repeat != from.repeat) return no_like("\"" + theirs + "\" stands in a repeat, and this does not");
  return "{panel." + found->ours + "}";
}

Result<std::string> XlsFormNames::over_repeat(std::string_view function, const ForeignNode& node,
                                              const ForeignNames& names) const {
  const XlsFormName* found = node.parts.size() == 1 ? find(node.parts[0].text) : nullptr;
  const bool is_inside = found && node.parts[0].kind == Kind::Reference && !found->repeat.empty() && !found->is_lost;
  if (!is_inside) return survey_call(function, node, names);
  return std::string(function) + "InArray({" + found->repeat + "}, '" + found->ours + "')";
}

// selected(${q}, 'a'), count-selected(${q}) and others that ask about one question.
Result<std::string> XlsFormNames::call_of_one(const ForeignNode& node, const ForeignNames& names,
                                              const From& from) const {
  const ForeignNode& first = node.parts[0];
  const std::string asked = ALONGSIDE_TRY(survey_part(first, names));
  if (node.text == "count-selected" || node.text == "string-length") {
    if (!asked.ends_with('}')) return no_like(node.text + "() of what is no question");
    return asked.substr(0, asked.size() - 1) + ".length}";
  }
  if (node.text == "not" || node.text == "boolean") return (node.text == "not" ? "!(" : "(") + asked + ")";
  if (node.text == "number" || node.text == "string") return asked;
  if (node.text == "int") return "trunc(" + asked + ")";
  if (node.parts.size() != 2) return no_like(node.text + "() with so many values");
  const std::string second = ALONGSIDE_TRY(survey_part(node.parts[1], names));
  if (node.text == "selected") {
    const XlsFormName* found = find(first.kind == Kind::Here ? from.self : first.text);
    return "(" + asked + (found && found->is_several ? " contains " : " = ") + second + ")";
  }
  if (node.text == "contains") return "(" + asked + " contains " + second + ")";
  if (node.text == "coalesce") return "iif(" + asked + " notempty, " + asked + ", " + second + ")";
  if (node.text == "pow") return "(" + asked + " ^ " + second + ")";
  return no_like("we have no function like " + node.text + "()");
}

Result<std::string> XlsFormNames::call(const ForeignNode& node, const From& from) const {
  const ForeignNames here = names(from);
  const std::string& name = node.text;
  if (name == "true" || name == "false") return name;
  if (name == "today" || name == "now") return no_like("a question cannot depend on today's date yet");
  if (node.parts.empty()) return no_like("we have no function like " + name + "()");
  if (name == "if" && node.parts.size() == 3) return survey_call("iif", node, here);
  if (name == "round" && node.parts.size() <= 2) return survey_call("round", node, here);
  if (name == "sum" || name == "min" || name == "max" || name == "count") return over_repeat(name, node, here);
  if (name == "jr:choice-name" && node.parts[0].kind == Kind::Reference) {
    const XlsFormName* found = find(node.parts[0].text);
    if (found && !found->is_lost && found->repeat.empty()) return "displayValue('" + found->ours + "')";
  }
  return call_of_one(node, here, from);
}

std::string XlsFormNames::piped(std::string words, const From& from) const {
  for (std::size_t at = words.find('{'); at != words.npos; at = words.find('{', at + 1)) {
    const std::size_t end = words.find('}', at);
    if (end == words.npos) break;
    const auto ours = name({Kind::Reference, words.substr(at + 1, end - at - 1), {}}, from);
    words.replace(at, end - at + 1, ours.ok() ? ours.value() : "…");
  }
  return words;
}

}  // namespace alongside::feedback
