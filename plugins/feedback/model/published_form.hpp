// PublishedForm: one frozen edition as a device asks it: a form, however simple the survey is. GET
// /api/feedback/forms/{survey}: the edition that is answered now. (Apps from before whole forms could be asked go on
// with PublishedSurvey, definition.hpp.) survey_form: that form, looked at and ready to be run.
#pragma once

#include "app/base/result.hpp"
#include "plugins/feedback/model/edition.hpp"
#include "plugins/feedback/model/form.hpp"
#include "plugins/feedback/model/form_choice_set.hpp"
#include "plugins/feedback/model/form_template.hpp"
#include "plugins/feedback/model/survey.hpp"

#include <memory>

namespace alongside::feedback {

struct PublishedForm {
  static constexpr wire::SchemaId schema{311, 1};
  Edition edition;
  Form form;
  bool is_anonymous = true;
  HowOften how_often = HowOften::AsTheyLike;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(edition), CEREAL_NVP(form), CEREAL_NVP(is_anonymous), CEREAL_NVP(how_often), tail);
  }
};

// InvalidInput: what came is no form that can be run.
Result<std::shared_ptr<const Form>> survey_form(Form form);

}  // namespace alongside::feedback
