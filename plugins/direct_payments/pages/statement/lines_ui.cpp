// What StatementPage says about the lines of a file: how many there are of each kind, so that every one is accounted
// for, how the file was understood, what could not be read, and what is there already.
#include "app/plugin_api/host.hpp"
#include "app/ui/ui.hpp"
#include "plugins/direct_payments/pages/money_words.hpp"
#include "plugins/direct_payments/pages/statement/row_words.hpp"
#include "plugins/direct_payments/pages/statement/statement_page.hpp"

#include <algorithm>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

void count_ui(ui::Ui& ui, ui::Key key, ui::TextKey name, std::size_t count) {
  if (count == 0) return;
  const auto row = ui.table_row(key);
  ui.cell(ui.tr(name));
  ui.cell(std::to_string(count));
}

std::size_t lines_of(const Statement& statement, LineVerdict verdict) {
  return static_cast<std::size_t>(
      std::count_if(statement.lines.begin(), statement.lines.end(),
                    [verdict](const StatementLine& line) { return line.verdict() == verdict; }));
}

bool more_ui(ui::Ui& ui, ui::Key key, std::size_t all, std::size_t shown) {
  return all > shown && ui.button(key, more_text(ui, all - shown));
}

}  // namespace

void StatementPage::counts_ui(ui::Ui& ui, const FilePreview& preview) {
  const Statement& statement = *desk_.statement();
  ui.heading(2, desk_.name().empty() ? ui.tr("statements.in_file"_t) : desk_.name());
  const auto table =
      ui.table("counts", ui.plural("statements.lines"_t, static_cast<std::int64_t>(statement.lines.size())),
               {{ui.tr("statements.count.what"_t), ui::Align::Start, 2},
                {ui.tr("statements.count.how_many"_t), ui::Align::End, 1}});
  count_ui(ui, "new", "statements.count.new"_t, preview.count(RowStanding::New));
  count_ui(ui, "ask", "statements.count.ask"_t, preview.count(RowStanding::Ask));
  count_ui(ui, "have", "statements.count.have"_t, preview.count(RowStanding::Have));
  count_ui(ui, "not_ours", "statements.count.not_ours"_t, preview.count(RowStanding::NotOurs));
  count_ui(ui, "closed", "statements.count.closed"_t, preview.count(RowStanding::Closed));
  count_ui(ui, "outside", "statements.count.outside"_t, preview.count(RowStanding::Outside));
  count_ui(ui, "account", "statements.count.account"_t, preview.other_account);
  count_ui(ui, "unread", "statements.count.unread"_t, lines_of(statement, LineVerdict::Refused));
  count_ui(ui, "skipped", "statements.count.skipped"_t, lines_of(statement, LineVerdict::Skipped));
}

void StatementPage::notes_ui(ui::Ui& ui) {
  const Statement& statement = *desk_.statement();
  const bool has_order = statement.format == StatementFormat::Csv || statement.format == StatementFormat::Qif;
  if (has_order && statement.day_order == DayOrder::MonthFirst)
    ui.notice(ui::Tone::Neutral, ui::Icon::Info, ui.tr("statements.month_first"_t));
  if (statement.balances == BalanceCheck::Broken)
    ui.notice(ui::Tone::Warn, ui::Icon::Warning,
              ui.tr("statements.broken"_t, {{"line", std::to_string(statement.balance_break_line)}}));
}

void StatementPage::unread_ui(ui::Ui& ui) {
  std::vector<const StatementLine*> unread;
  for (const StatementLine& line : desk_.statement()->lines) {
    if (line.verdict() == LineVerdict::Refused) unread.push_back(&line);
  }
  if (unread.empty()) return;
  ui.heading(2, ui.tr("statements.unread"_t));
  tell(ui, "statements.unread.lead"_t);
  const std::size_t count = std::min(shown_unread_, unread.size());
  {
    const auto list = ui.list("unread", ui.tr("statements.unread"_t), ui::ListLook::Plain);
    for (std::size_t i = 0; i < count; ++i) {
      const auto item = ui.list_item(ui::Key("line", i));
      ui.text(ui.tr("statements.unread.line"_t,
                    {{"line", std::to_string(unread[i]->line)}, {"why", line_text(ui, unread[i]->reason)}}),
              ui::TextLook::Strong);
      if (!unread[i]->source.empty()) ui.text(unread[i]->source, ui::TextLook::Soft);
    }
  }
  if (more_ui(ui, "more_unread", unread.size(), count)) {
    shown_unread_ += shown_at_first;
    host_.redraw();
  }
}

// Folded together: most people have no need of it.
void StatementPage::there_ui(ui::Ui& ui, const FilePreview& preview) {
  std::vector<const PreviewRow*> there;
  for (const PreviewRow& row : preview.rows) {
    const bool is_there = row.standing == RowStanding::Have && row.reason != RowReason::Said;
    if (is_there || row.standing == RowStanding::Closed || row.standing == RowStanding::Outside) there.push_back(&row);
  }
  if (there.empty()) return;
  const auto count = static_cast<std::int64_t>(there.size());
  if (ui.disclosure("there", ui.plural("statements.there"_t, count),
                    is_there_open_ ? ui::Expanded::Yes : ui::Expanded::No))
    is_there_open_ = !is_there_open_;
  if (!is_there_open_) return;
  {
    const auto list = ui.list("there_list", ui.plural("statements.there"_t, count), ui::ListLook::Plain);
    for (std::size_t i = 0; i < std::min(shown_there_, there.size()); ++i) {
      const auto item = ui.list_item(ui::Key("there", i));
      ui.text(payment_text(ui, there[i]->row), ui::TextLook::Strong);
      ui.text(day_text(ui, there[i]->row.day));
      ui.text(reason_text(ui, *there[i], store_.book()), ui::TextLook::Soft);
    }
  }
  if (more_ui(ui, "more_there", there.size(), shown_there_)) {
    shown_there_ += shown_at_first;
    host_.redraw();
  }
}

}  // namespace alongside::direct_payments
