#include "plugins/guidance/pages/rights_page.hpp"

#include "app/plugin_api/route.hpp"
#include "plugins/guidance/pages/guidance_ui.hpp"

namespace alongside::guidance {

using namespace ui::literals;

namespace {

constexpr std::size_t most_name = 200;

}  // namespace

void RightsPage::opened(const Route& route) {
  service_ = route.tail("/rights/service");
  name_ = route.value("name").substr(0, most_name);
  store_.want();
}

std::string RightsPage::title(const ui::Words& words) const { return words.get("guidance.title"_t); }

Result<void> RightsPage::page_ui(ui::Ui& ui) {
  if (!service_.empty() && !name_.empty()) {
    const auto english = ui.language_of(ui::Language::English);
    ui.link("service", name_, "/service/" + service_, ui::LinkLook::Back, ui::Icon::ArrowLeft);
  }
  ui.heading(1, ui.tr("guidance.title"_t));
  ui.sentence("guidance.lead"_t, ui::TextLook::Large);
  ways_ui(ui);
  const GuidanceBook* book = book_ui(ui, store_);
  if (book == nullptr) return {};
  ui.heading(2, ui.tr("guidance.topics"_t));
  topics_ui(ui, host_, "/rights/about/", book->topics, name_);
  ui.heading(2, ui.tr("guidance.helpers"_t));
  const auto columns = ui.columns("helpers");
  for (const Helper& helper : book->helpers) helper_ui(ui, host_, ui::Key(helper.id), helper);
  return {};
}

// What cannot wait stands before what can.
void RightsPage::ways_ui(ui::Ui& ui) {
  const auto row = ui.row("ways");
  ui.link("now", ui.tr("guidance.now"_t), "/help", ui::LinkLook::Button, ui::Icon::Phone);
  ui.link("when", ui.tr("guidance.when"_t), "/rights/when", ui::LinkLook::Standalone, ui::Icon::Calendar);
  ui.link("growing", ui.tr("guidance.growing"_t), "/growing-up", ui::LinkLook::Standalone, ui::Icon::Users);
}

}  // namespace alongside::guidance
