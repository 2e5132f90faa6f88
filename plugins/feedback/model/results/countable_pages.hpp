// countable_pages(): the questions of an edition whose answers can be counted, as pages of simple questions, whichever
// way the edition was frozen. Of a whole form these are choices of one or several, ratings, yes or no, and words;
// answers in rows and panels, rankings and numbers are not counted. Conditions keep only which answers they depend on:
// "{name} {other}". Used by join_questions().
#pragma once

#include "plugins/feedback/model/definition.hpp"

#include <vector>

namespace alongside::feedback {

std::vector<SurveyPage> countable_pages(const Definition& definition);

}  // namespace alongside::feedback
