#include "plugins/feedback/pages/say_page.hpp"

#include "app/ui/ui.hpp"
#include "plugins/feedback/pages/safe_ui.hpp"
#include "plugins/feedback/pages/survey_card_ui.hpp"
#include "plugins/feedback/pages/tell_ui.hpp"
#include "plugins/feedback/pages/trouble_ui.hpp"

namespace alongside::feedback {

using namespace ui::literals;

void SayPage::opened(const Route&) { listing_.want(); }

std::string SayPage::title(const ui::Words& words) const { return words.get("feedback.list.title"_t); }

Result<void> SayPage::page_ui(ui::Ui& ui) {
  listing_.want();
  tell_heading(ui, 1, "feedback.list.title"_t);
  tell(ui, "surveys.lead"_t, ui::TextLook::Large);
  ui.link("changes", ui.tr("surveys.changes"_t), "/changes", ui::LinkLook::Standalone, ui::Icon::ArrowRight);
  if (listing_.load() == Load::Ready) {
    surveys_ui(ui);
  } else if (load_trouble_ui(ui, listing_.load()) == Trouble::TryAgain) {
    listing_.again();
  }
  ui.link("carry", ui.tr("surveys.carry"_t), "/carry", ui::LinkLook::Standalone, ui::Icon::ArrowRight);
  safe_ui(ui, host_);
  return {};
}

void SayPage::surveys_ui(ui::Ui& ui) {
  tell_heading(ui, 2, "surveys.open.title"_t);
  if (listing_.list().surveys.empty()) {
    tell(ui, "surveys.open.none"_t);
    return;
  }
  const auto list = ui.list("surveys", ui.tr("surveys.open.title"_t));
  for (const Survey& survey : listing_.list().surveys) {
    survey_card_ui(ui, survey, host_.clock().today(), host_.council().help.phone);
  }
}

}  // namespace alongside::feedback
