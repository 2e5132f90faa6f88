// ForeignExpression: a condition or a sum of another tool, in XLSForm's XPath or LimeSurvey's ExpressionScript, as a
// tree; and that tree in SurveyJS's language. Where a name or a function has no like there, the error says which. Used
// by the converters, each with its own names and functions.
#pragma once

#include "app/base/result.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::feedback {

enum class ForeignTongue : std::uint8_t { XPath, ExpressionScript };

struct ForeignNode {
  enum class Kind : std::uint8_t {
    Reference,  // ${name}
    Word,       // name
    Here,       // .
    Text,
    Number,
    Call,
    Operator,  // in SurveyJS's writing: "=", "and", "+"
    Not,
    Minus,
  };
  Kind kind = Kind::Word;
  std::string text;
  std::vector<ForeignNode> parts;
};

Result<ForeignNode> read_foreign(std::string_view text, ForeignTongue tongue);

// What names and functions are called over there.
struct ForeignNames {
  std::function<Result<std::string>(const ForeignNode&)> name;
  std::function<Result<std::string>(const ForeignNode&)> call;
};

// Read again by our own grammar before it is given back.
Result<std::string> survey_expression(const ForeignNode& node, const ForeignNames& names);
// The same, as a part of another.
Result<std::string> survey_part(const ForeignNode& node, const ForeignNames& names);
Result<std::string> survey_text(std::string_view text);  // in quotes
// "max(a, b)", for functions of one meaning and two names.
Result<std::string> survey_call(std::string_view name, const ForeignNode& call, const ForeignNames& names);

}  // namespace alongside::feedback
