#include "plugins/feedback/api/convert/lss_names.hpp"

#include "plugins/feedback/model/coerce.hpp"

#include <utility>

namespace alongside::feedback {
namespace {

using Kind = ForeignNode::Kind;

constexpr std::string_view ticked = "has the choice";  // no function of LimeSurvey's is called so

Error no_lss_like(std::string what) { return {ErrorCode::InvalidInput, std::move(what)}; }

std::string_view without_ending(std::string_view word) {
  for (const std::string_view ending : {".NAOK", ".valueNAOK", ".value"}) {
    if (word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
  }
  return word;
}

}  // namespace

LssName& LssNames::add(const std::string& code) {
  const std::string wanted = code.empty() ? "question" : code;
  std::string ours = wanted;
  for (std::size_t again = 2; !taken_.insert(lower_case(ours)).second; ++again)
    ours = wanted + "_" + std::to_string(again);
  return names_.emplace(ours, LssName{ours, false, false, {}}).first->second;
}

LssName* LssNames::find(const std::string& code) {
  const auto found = names_.find(code);
  return found == names_.end() ? nullptr : &found->second;
}

ForeignNames LssNames::names() const {
  return {[this](const ForeignNode& node) { return name(node); },
          [this](const ForeignNode& node) { return call(node); }};
}

Result<std::string> LssNames::expression(std::string_view relevance) const {
  ForeignNode node = ALONGSIDE_TRY(read_foreign(relevance, ForeignTongue::ExpressionScript));
  return survey_expression(ALONGSIDE_TRY(with_ticks(std::move(node))), names());
}

Result<LssNames::Asked> LssNames::asked(std::string_view word) const {
  const std::string name(without_ending(word));
  auto found = names_.find(name);
  std::string part;
  // A code may have no "_" of its own, but a part may.
  if (const std::size_t end = name.find('_'); found == names_.end() && end != name.npos) {
    found = names_.find(name.substr(0, end));
    part = name.substr(end + 1);
  }
  if (found == names_.end()) return no_lss_like("there is no question with the code \"" + name + "\"");
  if (found->second.is_lost) return no_lss_like("it needs \"" + name + "\", which was left out");
  if (!part.empty() && !found->second.parts.contains(part))
    return no_lss_like("\"" + name + "\" is no part of a question");
  return Asked{&found->second, part};
}

Result<std::string> LssNames::name(const ForeignNode& node) const {
  const Asked found = ALONGSIDE_TRY(asked(node.text));
  if (found.part.empty()) return "{" + found.question->ours + "}";
  if (found.question->is_several)
    return "({" + found.question->ours + "} contains " + ALONGSIDE_TRY(survey_text(found.part)) + ")";
  return "{" + found.question->ours + "." + found.part + "}";
}

Result<ForeignNode> LssNames::with_ticks(ForeignNode node) const {
  for (ForeignNode& part : node.parts) part = ALONGSIDE_TRY(with_ticks(std::move(part)));
  const bool compares = node.kind == Kind::Operator && (node.text == "=" || node.text == "!=");
  for (std::size_t side = 0; compares && side < 2; ++side) {
    const ForeignNode& one = node.parts[side];
    const ForeignNode& other = node.parts[1 - side];
    const bool is_name = one.kind == Kind::Word || one.kind == Kind::Reference;
    if (!is_name || other.kind != Kind::Text || (other.text != "Y" && other.text != "N" && !other.text.empty()))
      continue;
    const Asked found = ALONGSIDE_TRY(asked(one.text));
    if (found.part.empty() || !found.question->is_several) continue;
    ForeignNode has{Kind::Call, std::string(ticked), {one}};
    if ((other.text == "Y") == (node.text == "=")) return has;
    return ForeignNode{Kind::Not, {}, {std::move(has)}};
  }
  return node;
}

Result<std::string> LssNames::call(const ForeignNode& node) const {
  const ForeignNames here = names();
  const std::string& called = node.text;
  const std::size_t count = node.parts.size();
  if (called == ticked) return name(node.parts[0]);
  if (count == 0) return no_lss_like("we have no function like " + called + "()");
  if (called == "is_empty" && count == 1) return "(" + ALONGSIDE_TRY(survey_part(node.parts[0], here)) + " empty)";
  if ((called == "if" || called == "iif") && count == 3) return survey_call("iif", node, here);
  if ((called == "intval" || called == "floor") && count == 1) return survey_call("trunc", node, here);
  if (called == "strlen" && count == 1) {
    const std::string asked = ALONGSIDE_TRY(survey_part(node.parts[0], here));
    if (asked.starts_with('{')) return asked.substr(0, asked.size() - 1) + ".length}";
  }
  if (called == "sum" || called == "min" || called == "max" || called == "round")
    return survey_call(called, node, here);
  return no_lss_like("we have no function like " + called + "()");
}

}  // namespace alongside::feedback
