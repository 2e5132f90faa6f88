// LssNames: what LimeSurvey's questions are called there and here, and ExpressionScript in SurveyJS's language. The
// lower half of convert_limesurvey.
#pragma once

#include "plugins/feedback/api/convert/foreign_expression.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace alongside::feedback {

struct LssName {
  std::string ours;
  bool is_several = false;      // its parts are ticked: "Y" or nothing
  bool is_lost = false;         // it was left out
  std::set<std::string> parts;  // their codes
};

class LssNames {
 public:
  LssName& add(const std::string& code);
  LssName* find(const std::string& code);

  Result<std::string> expression(std::string_view relevance) const;

 private:
  struct Asked {
    const LssName* question;
    std::string part;
  };

  Result<Asked> asked(std::string_view word) const;
  Result<std::string> name(const ForeignNode& node) const;
  Result<std::string> call(const ForeignNode& node) const;
  // "code_SQ001 == 'Y'" asks whether a choice is among the answer.
  Result<ForeignNode> with_ticks(ForeignNode node) const;
  ForeignNames names() const;

  std::map<std::string, LssName> names_;
  std::set<std::string> taken_;
};

}  // namespace alongside::feedback
