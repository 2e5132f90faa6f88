// spent_section of the money screen: every payment in and out, newest first, with who and how far it has
// come. Each leads to a screen of its own.
#include "app/ui/ui.hpp"
#include "plugins/direct_payments/pages/money_sections.hpp"
#include "plugins/direct_payments/pages/money_words.hpp"

#include <algorithm>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

std::string amount_text(const ui::Ui& ui, const Transaction& transaction) {
  const std::int64_t spent = spent_by(transaction);
  const bool came_back = spent < 0 && transaction.reverses.is_nil();
  if (spent != 0 && !came_back) return pence_text(spent);
  std::int64_t in = 0, moved = 0;
  for (const Posting& posting : transaction.postings) {
    if (kind_of(posting.account) != AccountKind::Asset) continue;
    in += posting.amount.pence();
    moved = std::max(moved, posting.amount.pence());
  }
  if (in == 0) return pence_text(moved);  // from one account into another
  return ui.tr("direct_payments.spent.in"_t, {{"money", pence_text(in)}});
}

void entry_ui(ui::Ui& ui, const Host& host, const BookEntry& entry) {
  const Transaction& transaction = entry.transaction;
  ui.link("open", entry_text(ui, transaction), "/money/entry/" + entry.id.text(), ui::LinkLook::Standalone);
  ui.text(amount_text(ui, transaction), ui::TextLook::Strong);
  ui.text(ui.tr("direct_payments.spent.by"_t,
                {{"day", day_text(ui, transaction.day)}, {"who", who_text(ui, host, transaction.recorded_by)}}));
  ui.text(progress_text(ui, entry.progress), ui::TextLook::Soft);
  if (!entry.reversed_by.is_nil())
    ui.badge(ui::Tone::Neutral, ui::Icon::ArrowLeft, ui.tr("direct_payments.spent.taken_back"_t));
}

}  // namespace

void spent_section(ui::Ui& ui, const Host& host, const MoneyStore::View& view, std::size_t shown,
                   const std::function<void()>& show_more) {
  const auto card = ui.card("spent");
  ui.heading(2, ui.tr("direct_payments.spent.title"_t));
  if (view.entries.empty()) {
    ui.sentence("direct_payments.spent.none"_t);
    return;
  }
  const std::size_t count = std::min(shown, view.entries.size());
  {
    const auto list = ui.list("entries", ui.tr("direct_payments.spent.title"_t), ui::ListLook::Plain);
    for (std::size_t i = 0; i < count; ++i) {
      const std::string id = view.entries[i]->id.text();
      const auto item = ui.list_item(ui::Key(id));
      entry_ui(ui, host, *view.entries[i]);
    }
  }
  if (count == view.entries.size()) return;
  const auto more = static_cast<std::int64_t>(view.entries.size() - count);
  if (ui.button("more", ui.plural("direct_payments.spent.more"_t, more))) show_more();
}

}  // namespace alongside::direct_payments
