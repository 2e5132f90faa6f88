#include "plugins/feedback/pages/say_page.hpp"

#include "app/ui/ui.hpp"
#include "plugins/feedback/pages/safe_ui.hpp"
#include "plugins/feedback/pages/survey_card_ui.hpp"
#include "plugins/feedback/pages/tell_ui.hpp"
#include "plugins/feedback/pages/trouble_ui.hpp"

namespace alongside::feedback {

using namespace ui::literals;

void SayPage::opened(const Route&) { cabinet_.want_list(); }

std::string SayPage::title(const ui::Words& words) const { return words.get("feedback.title"_t); }

Result<void> SayPage::page_ui(ui::Ui& ui) {
  cabinet_.want_list();
  tell_heading(ui, 1, "feedback.title"_t);
  tell(ui, "feedback.lead"_t, ui::TextLook::Large);
  ui.link("changes", ui.tr("feedback.changes"_t), "/changes", ui::LinkLook::Standalone, ui::Icon::ArrowRight);
  if (cabinet_.list_load() == Load::Ready) {
    surveys_ui(ui);
  } else if (load_trouble_ui(ui, cabinet_.list_load()) == Trouble::TryAgain) {
    cabinet_.again();
  }
  safe_ui(ui, host_);
  return {};
}

void SayPage::surveys_ui(ui::Ui& ui) {
  tell_heading(ui, 2, "feedback.open.title"_t);
  if (cabinet_.list().surveys.empty()) {
    tell(ui, "feedback.open.none"_t);
    return;
  }
  const auto list = ui.list("surveys", ui.tr("feedback.open.title"_t));
  for (const Survey& survey : cabinet_.list().surveys) {
    survey_card_ui(ui, survey, host_.clock().today(), host_.council().help.phone);
  }
}

}  // namespace alongside::feedback
