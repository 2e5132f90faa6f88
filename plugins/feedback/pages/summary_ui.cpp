#include "plugins/feedback/pages/summary_ui.hpp"

#include "app/ui/ui.hpp"
#include "plugins/feedback/pages/survey_cabinet.hpp"
#include "plugins/feedback/pages/tell_ui.hpp"

namespace alongside::feedback {

using namespace ui::literals;

bool has_summary(SurveyCabinet& cabinet) {
  cabinet.prepare_visit();
  return cabinet.visit_survey() != nullptr;
}

void summary_ui(ui::Ui& ui, SurveyCabinet& cabinet) {
  const Survey* visit = cabinet.visit_survey();
  if (visit == nullptr) return;
  tell(ui, "feedback.summary.text"_t);
  ui.link("visit", ui.tr("feedback.summary.go"_t), "/say/visit", ui::LinkLook::Button);
}

}  // namespace alongside::feedback
