#include "plugins/local_offer/pages/told_page.hpp"

#include "app/plugin_api/records.hpp"
#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "plugins/local_offer/pages/told_ui.hpp"
#include "plugins/local_offer/pages/trouble_ui.hpp"

#include <utility>

namespace alongside::local_offer {

using namespace ui::literals;

namespace {

void news_ui(ui::Ui& ui, News news, Date since) {
  const std::string day = ui::format_short_date(ui.language(), since);
  switch (news) {
    case News::Nothing: ui.text(ui.tr("service.told.nothing"_t, {{"day", day}}), ui::TextLook::Soft); return;
    case News::Changed:
      ui.notice(ui::Tone::Accent, ui::Icon::Info, ui.tr("service.told.changed"_t, {{"day", day}}));
      return;
    case News::Space: ui.notice(ui::Tone::Good, ui::Icon::Check, ui.tr("service.told.space"_t)); return;
    case News::Opened: ui.notice(ui::Tone::Good, ui::Icon::DoorOpen, ui.tr("service.told.opened"_t)); return;
    case News::Gone: ui.notice(ui::Tone::Warn, ui::Icon::Warning, ui.tr("service.told.gone"_t)); return;
  }
}

}  // namespace

void ToldPage::opened(const Route&) {
  if (!book_.asks().empty()) book_.want_list();
}

std::string ToldPage::title(const ui::Words& words) const { return words.get("service.told.title"_t); }

Result<void> ToldPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("local_offer.service.back"_t), "/find", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, ui.tr("service.told.title"_t));
  refused_ui(ui);
  std::vector<ToldAsk> asks = book_.asks();
  if (asks.empty()) {
    ui.sentence("service.told.none"_t);
    return {};
  }
  ui.text(ui.tr("service.told.lead"_t));
  if (book_.list_load() != Load::Ready) {
    if (trouble_ui(ui, book_.list_load(), ui.tr("service.told.waiting"_t)) == Trouble::TryAgain) book_.want_list();
  }
  const auto list = ui.list("asks", ui.tr("service.told.title"_t));
  for (ToldAsk& ask : asks) {
    const auto item = ui.list_item(ui::key_by("ask", ask.service));
    const auto card = ui.card("card");
    ask_ui(ui, std::move(ask));
  }
  return {};
}

// Two devices that were apart may have asked about more than there is room for.
void ToldPage::refused_ui(ui::Ui& ui) {
  for (const RefusedAsk& refused : book_.refused()) {
    const auto row = ui.row(ui::key_by("refused", refused.change.text()));
    ui.notice(ui::Tone::Warn, ui::Icon::Warning, ui.tr("service.told.refused"_t, {{"name", refused.name}}));
    if (!ui.button("seen", ui.tr("service.told.refused.seen"_t))) continue;
    host_.records().dismiss(refused.change);
    host_.redraw();
    return;
  }
}

void ToldPage::ask_ui(ui::Ui& ui, ToldAsk ask) {
  {
    const auto english = ui.language_of(ui::Language::English);
    ui.link("service", ask.name, "/service/" + ask.service, ui::LinkLook::CardTitle);
  }
  for (const TellOf of : all_tell_of) {
    if ((ask.of & tell_bit(of)) != 0) ui.text(tell_text(ui, of));
  }
  const ServiceSummary* now = nullptr;
  News news = News::Nothing;
  if (book_.list_load() == Load::Ready) {
    now = book_.find(ask.service);
    news = news_of(ask, now);
    news_ui(ui, news, ask.since);
  }
  const auto row = ui.row("ways");
  if (news != News::Nothing && now != nullptr &&
      ui.button("seen", ui.tr("service.told.seen"_t, {{"name", ask.name}}))) {
    ToldAsk seen = ask;
    see(seen, *now, host_.clock().today());
    book_.put(std::move(seen));
    host_.redraw();
  }
  if (ui.button("stop", ui.tr("service.told.stop"_t, {{"name", ask.name}}))) {
    ask.of = 0;
    book_.put(std::move(ask));
    host_.redraw();
  }
}

}  // namespace alongside::local_offer
