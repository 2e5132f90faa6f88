#include "plugins/local_offer/pages/told_ui.hpp"

#include "app/ui/ui.hpp"
#include "app/wire/messages/session.hpp"

namespace alongside::local_offer {

using namespace ui::literals;

std::string tell_text(const ui::Ui& ui, TellOf of) {
  switch (of) {
    case TellOf::Changes: return ui.tr("service.tell.changes"_t);
    case TellOf::Space: return ui.tr("service.tell.space"_t);
    case TellOf::Opening: return ui.tr("service.tell.opening"_t);
  }
  return {};
}

namespace {

std::string kept_text(const ui::Ui& ui, const ToldBook& book) {
  if (book.keeping() != AskKeeping::Kept) return ui.tr("service.tell.while_open"_t);
  return book.is_persons() ? ui.tr("service.tell.kept.own"_t) : ui.tr("service.tell.kept"_t);
}

}  // namespace

void tell_section(ui::Ui& ui, const ServiceSummary& service, ToldBook& book, Host& host) {
  const auto card = ui.card("tell");
  ui.heading(2, ui.tr("service.tell.title"_t));
  ToldAsk ask = book.ask_of(service.id);
  for (const TellOf of : all_tell_of) {
    const bool is_asked = (ask.of & tell_bit(of)) != 0;
    // What is so already need not be waited for.
    if (!is_asked && is_so(service, of)) continue;
    const auto key = ui::Key("of", static_cast<std::uint64_t>(of));
    if (!ui.toggle(key, tell_text(ui, of), is_asked ? ui::Pressed::Yes : ui::Pressed::No)) continue;
    if (ask.of == 0) see(ask, service, host.clock().today());
    ask.of ^= tell_bit(of);
    if (!book.put(ask)) host.announce(host.words().get("service.tell.full"_t));
    host.redraw();
  }
  if (ask.of == 0) {
    ui.text(book.is_persons() ? ui.tr("service.tell.how.own"_t) : ui.tr("service.tell.how"_t), ui::TextLook::Soft);
    return;
  }
  ui.text(kept_text(ui, book));
  ui.link("told", ui.tr("service.told.title"_t), "/told", ui::LinkLook::Standalone, ui::Icon::ChevronRight);
}

bool has_told_summary(ToldBook& book) {
  if (book.asks().empty()) return false;
  book.want_list();
  return book.news_count() > 0;
}

void told_summary_ui(ui::Ui& ui, ToldBook& book) {
  ui.text(ui.plural("service.told.news"_t, static_cast<std::int64_t>(book.news_count())), ui::TextLook::Strong,
          ui::Icon::Info);
  ui.link("told", ui.tr("service.told.look"_t), "/told", ui::LinkLook::Standalone, ui::Icon::ChevronRight);
}

}  // namespace alongside::local_offer
