#include "plugins/guidance/pages/growing_page.hpp"

#include "plugins/guidance/pages/guidance_ui.hpp"

namespace alongside::guidance {

using namespace ui::literals;

std::string GrowingPage::title(const ui::Words& words) const { return words.get("guidance.growing.title"_t); }

Result<void> GrowingPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("guidance.back"_t), "/rights", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, ui.tr("guidance.growing.title"_t));
  ui.sentence("guidance.growing.lead"_t, ui::TextLook::Large);
  if (host_.words().wording() == ui::Wording::Usual) ui.text(ui.tr("guidance.growing.easy"_t), ui::TextLook::Soft);
  if (const GuidanceBook* book = book_ui(ui, store_)) topics_ui(ui, host_, "/growing-up/", book->steps, {});
  return {};
}

}  // namespace alongside::guidance
