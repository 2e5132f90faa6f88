// SaidEarly: what a person said on a page before that page knew what they had begun earlier. Where the two are joined
// each such answer may hold, and everything else must be as it was. Used by the schedules.
#pragma once

#include "plugins/feedback/model/survey_draft.hpp"

#include <set>
#include <string>

namespace alongside::schedules {

class SaidEarly {
 public:
  // They did something: what changed by it was said early.
  void note(const feedback::SurveyDraft& before, const feedback::SurveyDraft& after);
  bool is_empty() const { return names_.empty() && !is_how_; }
  // Whether the two are the same but for what was said early.
  bool leaves(const feedback::SurveyDraft& before, const feedback::SurveyDraft& now) const;

 private:
  feedback::SurveyDraft without(feedback::SurveyDraft draft) const;

  std::set<std::string> names_;
  bool is_how_ = false;  // who gave the answers was said early
};

}  // namespace alongside::schedules
