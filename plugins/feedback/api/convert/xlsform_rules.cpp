#include "plugins/feedback/api/convert/xlsform_rules.hpp"

#include "app/base/text.hpp"
#include "plugins/feedback/api/convert/made_json.hpp"
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/numbers.hpp"
#include "plugins/feedback/model/pattern.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

namespace alongside::feedback {
namespace {

using server::JsonValue;
using Kind = ForeignNode::Kind;

bool is_yes(const std::string& cell) {
  const std::string small = lower_case(cell);
  return small == "yes" || small == "true" || small == "true()" || small == "1";
}
bool is_no(const std::string& cell) {
  const std::string small = lower_case(cell);
  return small.empty() || small == "no" || small == "false" || small == "false()" || small == "0";
}

// Each part of "a and b" is asked for itself.
void split_constraint(const ForeignNode& node, std::vector<const ForeignNode*>& parts) {
  if (node.kind != Kind::Operator || node.text != "and") return parts.push_back(&node);
  for (const ForeignNode& part : node.parts) split_constraint(part, parts);
}

JsonValue validator_of(std::string_view type, std::string_view key, const std::string& text,
                       const wire::Bilingual& says) {
  JsonValue validator = made_object();
  put(validator, "type", made_text(type));
  put(validator, key, made_text(text));
  put_words(validator, "text", says);
  return validator;
}

// regex(., '[a-z]+') asks for the whole answer, as JavaRosa has it.
Result<JsonValue> validator_from(const XlsFormWork& work, const ForeignNode& node, const XlsFormNames::From& from,
                                 const wire::Bilingual& says) {
  const bool is_pattern = node.kind == Kind::Call && node.text == "regex" && node.parts.size() == 2 &&
                          node.parts[0].kind == Kind::Here && node.parts[1].kind == Kind::Text;
  if (is_pattern) {
    const std::string pattern = "^(?:" + node.parts[1].text + ")$";
    const auto parsed = Pattern::parse(pattern, LetterCase::Counts);
    if (const auto* fault = std::get_if<PatternFault>(&parsed)) return Error{ErrorCode::InvalidInput, fault->what};
    return validator_of("regex", "regex", pattern, says);
  }
  const std::string holds = ALONGSIDE_TRY(work.names.expression(node, from));
  const std::string self = ALONGSIDE_TRY(work.names.expression({Kind::Here, {}, {}}, from));
  return validator_of("expression", "expression", self + " empty or " + holds, says);
}

void put_validators(const XlsFormWork& work, const BookRow& row, const XlsFormType& type,
                    const XlsFormNames::From& from, JsonValue& json) {
  JsonValue validators = made_list();
  const wire::Bilingual says = work.words(row, "constraint_message", from);
  const std::string constraint = work.survey.cell(row, "constraint");
  if (type.kind == "integer" || type.kind == "int") {
    const auto self = work.names.expression({Kind::Here, {}, {}}, from);
    if (self.ok())
      validators.items.push_back(validator_of("expression", "expression",
                                              self.value() + " empty or " + self.value() + " % 1 = 0",
                                              {"Write a whole number.", "Ysgrifenna rif cyfan."}));
  }
  if (!constraint.empty()) {
    const auto parsed = read_foreign(constraint, ForeignTongue::XPath);
    if (!parsed.ok()) return work.leave_out(row, "constraint", parsed.error().detail);
    std::vector<const ForeignNode*> parts;
    split_constraint(parsed.value(), parts);
    for (const ForeignNode* part : parts) {
      auto validator = validator_from(work, *part, from, says);
      if (validator.ok())
        validators.items.push_back(std::move(validator).value());
      else
        work.leave_out(row, "constraint", validator.error().detail);
    }
  }
  if (!validators.items.empty()) put(json, "validators", std::move(validators));
}

void put_default(const XlsFormWork& work, const BookRow& row, const XlsFormType& type, JsonValue& json) {
  const std::string cell = work.survey.cell(row, "default");
  if (cell.empty()) return;
  if (cell.find("${") != cell.npos || cell.find('(') != cell.npos)
    return work.leave_out(row, "default", "it is worked out; a question begins with a fixed answer, or none");
  const double number = number_of(cell);
  const bool counts = type.kind == "integer" || type.kind == "decimal" || type.kind == "range" || type.kind == "int";
  if (counts && std::isfinite(number)) return put(json, "defaultValue", made_number(number));
  if (type.kind != "select_multiple" && type.kind != "rank") return put(json, "defaultValue", made_text(cell));
  JsonValue list = made_list();
  for (const std::string_view one : split(cell, ' ')) {
    if (!trim(one).empty()) list.items.push_back(made_text(trim(one)));
  }
  put(json, "defaultValue", std::move(list));
}

}  // namespace

void put_xlsform_rules(const XlsFormWork& work, const BookRow& row, const XlsFormType& type,
                       const XlsFormNames::From& from, JsonValue& json) {
  if (type.kind == "note") return;
  const std::string required = work.survey.cell(row, "required");
  if (is_yes(required)) {
    put(json, "isRequired", made_truth(true));
  } else if (!is_no(required)) {
    if (const auto condition = work.expression(row, "required", from)) put(json, "requiredIf", made_text(*condition));
  }
  if (is_yes(work.survey.cell(row, "readonly"))) put(json, "readOnly", made_truth(true));
  put_default(work, row, type, json);
  put_validators(work, row, type, from, json);
}

}  // namespace alongside::feedback
