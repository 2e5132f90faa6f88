// StoryShelf: what the council said back to each survey, and what everybody may see of it with the counts of the
// newest release. Used by the answer verb, the route and the pages.
#pragma once

#include "app/base/result.hpp"
#include "plugins/feedback/model/change_story.hpp"
#include "plugins/feedback/model/survey.hpp"

#include <cstddef>
#include <vector>

namespace alongside {
class Chance;
}

namespace alongside::server {
struct FeatureContext;
}

namespace alongside::feedback {

class StoryShelf {
 public:
  explicit StoryShelf(const server::FeatureContext& context) : context_(context) {}

  struct Told {
    bool is_new = false;     // no: these very words stood there already, and nobody is told again
    std::size_t people = 0;  // who answered by name and has a notice now
  };
  // InvalidInput when nothing of this survey is released yet: what was said must be seen beside what was done.
  Result<Told> answer(const Survey& survey, const std::vector<ChangeStep>& steps, Chance& chance);
  Result<ChangeList> all() const;  // newest first

 private:
  Result<std::size_t> tell(const Survey& survey, Chance& chance);

  const server::FeatureContext& context_;
};

}  // namespace alongside::feedback
