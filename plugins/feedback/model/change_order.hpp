// concerned_first(): the stories in the order in which they are shown to somebody who comes from a service:
// those that concern it first, else newest first. Used by the screen and by the page without script.
#pragma once

#include "plugins/feedback/model/change_story.hpp"

#include <string_view>
#include <vector>

namespace alongside::feedback {

inline bool concerns(const ChangeStory& story, std::string_view service) {
  for (const ChangeStep& step : story.steps) {
    for (const ConcernedService& one : step.services) {
      if (one.id == service) return true;
    }
  }
  return false;
}

inline std::vector<const ChangeStory*> concerned_first(const ChangeList& list, std::string_view service) {
  std::vector<const ChangeStory*> order;
  for (const bool wanted : {true, false}) {
    for (const ChangeStory& story : list.stories) {
      if (concerns(story, service) == wanted) order.push_back(&story);
    }
  }
  return order;
}

}  // namespace alongside::feedback
