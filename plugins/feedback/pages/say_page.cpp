#include "plugins/feedback/pages/say_page.hpp"

#include "app/ui/ui.hpp"
#include "plugins/feedback/pages/survey_card_ui.hpp"
#include "plugins/feedback/pages/trouble_ui.hpp"

namespace alongside::feedback {

using namespace ui::literals;

void SayPage::opened(const Route&) { cabinet_.want_list(); }

std::string SayPage::title(const ui::Words& words) const { return words.get("feedback.title"_t); }

Result<void> SayPage::page_ui(ui::Ui& ui) {
  cabinet_.want_list();
  ui.heading(1, ui.tr("feedback.title"_t));
  ui.text(ui.tr("feedback.lead"_t), ui::TextLook::Large);
  ui.link("changes", ui.tr("feedback.changes"_t), "/say/changes", ui::LinkLook::Standalone, ui::Icon::ArrowRight);
  if (cabinet_.list_load() == Load::Ready) {
    surveys_ui(ui);
  } else if (load_trouble_ui(ui, cabinet_.list_load()) == Trouble::TryAgain) {
    cabinet_.again();
  }
  return {};
}

void SayPage::surveys_ui(ui::Ui& ui) {
  ui.heading(2, ui.tr("feedback.open.title"_t));
  if (cabinet_.list().surveys.empty()) {
    ui.text(ui.tr("feedback.open.none"_t));
    return;
  }
  const auto list = ui.list("surveys", ui.tr("feedback.open.title"_t));
  for (const Survey& survey : cabinet_.list().surveys) {
    survey_card_ui(ui, survey, host_.clock().today(), host_.council().help.phone);
  }
}

}  // namespace alongside::feedback
