// SurveyCouncil: the council of one schedule: the real tables and the real box for answers without a name, and a survey
// that everybody may answer as often as they like. Owned by the schedule; lives through everything.
#pragma once

#include "app/base/date.hpp"
#include "app/server/migration.hpp"
#include "plugins/feedback/api/answer_box.hpp"
#include "plugins/feedback/api/feature.hpp"
#include "plugins/feedback/model/pages_form.hpp"
#include "plugins/feedback/pages/survey_cabinet.hpp"
#include "tests/support/server_parts.hpp"
#include "tests/unit/plugins/survey_sample.hpp"

#include <map>
#include <memory>
#include <string>

namespace alongside::schedules {

class SurveyCouncil {
 public:
  // Its tables are made and its survey is published; false: they could not be.
  bool open() {
    if (!parts_.database.open(":memory:").ok()) return false;
    if (!server::apply_migrations(parts_.database, feature_->id(), feature_->migrations()).ok()) return false;
    const auto published = feedback::DefinitionStore(parts_.database).publish(testing::sample_definition());
    auto form = feedback::whole_form(testing::sample_definition());
    if (!published.ok() || !form.ok()) return false;
    auto ready = feedback::survey_form(std::move(form).value());
    if (!ready.ok()) return false;
    survey_ = std::make_shared<const feedback::ReadySurvey>(feedback::ReadySurvey{
        published.value().edition, true, feedback::HowOften::AsTheyLike, std::move(ready).value()});
    return true;
  }

  Result<void> receive(const Bytes& frame) {
    auto letter = wire::decode_frame<wire::Letter>(frame);
    if (!letter.ok()) return letter.error();
    return feedback::AnswerBox(parts_.database).receive(letter.value(), Date::parse("2026-11-22").value());
  }

  // What is kept, by the answer's id: its response as it came.
  std::map<Bytes, Bytes> kept() {
    std::map<Bytes, Bytes> found;
    auto select = parts_.database.prepare("SELECT id, answers FROM feedback_answers");
    if (!select.ok()) return found;
    for (auto step = select.value().step(); step.ok() && step.value() == server::Step::Row;
         step = select.value().step()) {
      const auto id = select.value().column_bytes(0), answers = select.value().column_bytes(1);
      found[Bytes(id.begin(), id.end())] = Bytes(answers.begin(), answers.end());
    }
    return found;
  }

  const std::shared_ptr<const feedback::ReadySurvey>& survey() const { return survey_; }

 private:
  testing::ServerParts parts_;
  std::unique_ptr<server::Feature> feature_ = feedback::make_feature(parts_.context);
  std::shared_ptr<const feedback::ReadySurvey> survey_;
};

}  // namespace alongside::schedules
