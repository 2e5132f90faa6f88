// SurveyShelf: the surveys that a council announces, and with which questions each is answered now.
// Used by the feedback feature's routes, pages and verbs.
#pragma once

#include "app/base/date.hpp"
#include "app/base/result.hpp"
#include "plugins/feedback/api/definition_store.hpp"
#include "plugins/feedback/model/published_form.hpp"
#include "plugins/feedback/model/survey_list.hpp"

#include <cstddef>
#include <string_view>

namespace alongside::server {
class JsonValue;
}

namespace alongside::feedback {

class SurveyShelf {
 public:
  explicit SurveyShelf(server::Database& database) : database_(database), definitions_(database) {}

  struct Imported {
    std::size_t surveys = 0;
    std::size_t open = 0;
  };
  Result<Imported> import(const server::JsonValue& json, Date today);

  // Drafts never leave the server, nor does a survey before its day or after it.
  Result<SurveyList> open(Date today) const;
  // InvalidInput when the council has announced no such survey.
  Result<Survey> announced(SurveyId survey) const;
  // Drafts too: for the council's own verbs, never for a route.
  Result<SurveyList> all() const;
  // Nobody can answer it from now on; what was answered stays. The same once more changes nothing.
  Result<void> close(SurveyId survey);
  // The edition that is answered today; NotFound when there is none.
  Result<PublishedSurvey> published(std::string_view survey, Date today) const;
  Result<PublishedForm> form(std::string_view survey, Date today) const;

 private:
  Result<void> keep(const SurveyList& list);

  server::Database& database_;
  DefinitionStore definitions_;
};

}  // namespace alongside::feedback
