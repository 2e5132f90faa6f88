// ReleaseShelf: the releases of each survey, and which answers they have counted. A release is made once and
// never changed. Used by the release verb, by what families see and by the report.
#pragma once

#include "app/base/result.hpp"
#include "plugins/feedback/model/definition.hpp"
#include "plugins/feedback/model/results/disclosure_rules.hpp"
#include "plugins/feedback/model/results/protect.hpp"
#include "plugins/feedback/model/results/release.hpp"
#include "plugins/feedback/model/results/themes.hpp"

#include <set>
#include <string>
#include <vector>

namespace alongside::server {
class Database;
struct FeatureContext;
}  // namespace alongside::server

namespace alongside::feedback {

DisclosureRules rules_of(const server::FeatureContext& context);

class ReleaseShelf {
 public:
  explicit ReleaseShelf(const server::FeatureContext& context) : context_(context) {}

  Result<std::vector<Release>> all(SurveyId survey) const;  // oldest first
  // Counts whoever no release has counted, and freezes it. `crosses`: beside each question by how it was answered.
  // Unavailable while too few have answered since the last.
  Result<Release> make(const std::string& survey, const std::vector<CrossPair>& crosses);

  Result<Themes> themes(SurveyId survey) const;
  Result<void> put_themes(SurveyId survey, const Themes& themes);

 private:
  Result<std::set<AnswerId>> counted(SurveyId survey) const;
  Result<void> keep(SurveyId survey, const Release& release, const std::vector<AnswerId>& people);

  const server::FeatureContext& context_;
};

}  // namespace alongside::feedback
