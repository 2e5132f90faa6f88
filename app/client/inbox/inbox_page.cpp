#include "app/client/inbox/inbox_page.hpp"

#include "app/client/account/sign_in_first_ui.hpp"
#include "app/plugin_api/council_ui.hpp"
#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"

namespace alongside::client {

using namespace ui::literals;

std::string InboxPage::title(const ui::Words& words) const { return words.get("shell.inbox"_t); }

void InboxPage::opened(const Route& route) {
  const Result<DocumentId> wanted = DocumentId::parse(route.value("open"));
  if (!wanted.ok()) return;
  Records& records = tools_.links.records();
  for (const InboxItem& item : tools_.notices.items(records)) {
    if (item.id != wanted.value()) continue;
    const std::string href = item.notice.href;
    tools_.notices.mark_seen(records, item.id);
    const bool inside = href.starts_with('/') && !href.starts_with("//");
    if (inside) tools_.links.go(href, History::Replace);
    return;
  }
}

Result<void> InboxPage::page_ui(ui::Ui& ui) {
  ui.heading(1, ui.tr("shell.inbox"_t));
  if (!tools_.session.known()) {
    sign_in_first_ui(ui, "/inbox");
    return {};
  }
  const auto& items = tools_.notices.items(tools_.links.records());
  if (items.empty()) {
    ui.illustration("letters");
    ui.sentence("shell.inbox.empty"_t);
    return {};
  }
  const auto list = ui.list("messages");
  std::uint64_t number = 0;
  for (const InboxItem& item : items) {
    const auto entry = ui.list_item(ui::Key("message", ++number));
    item_ui(ui, item);
  }
  return {};
}

void InboxPage::item_ui(ui::Ui& ui, const InboxItem& item) {
  const std::string href = "/inbox?open=" + item.id.text();
  const auto card = ui.card("card", ui::CardLook::Card, href);
  ui.link("open", bilingual(item.notice.title, ui.language()), href, ui::LinkLook::CardTitle);
  if (item.notice.seen == wire::Seen::No) {
    ui.badge(ui::Tone::Accent, ui::Icon::MessageCircle, ui.tr("shell.inbox.new"_t));
  }
  if (!item.notice.text.en.empty()) bilingual_text_ui(ui, item.notice.text);
  ui.text(ui::format_short_date(ui.language(), item.notice.day), ui::TextLook::Soft);
}

}  // namespace alongside::client
