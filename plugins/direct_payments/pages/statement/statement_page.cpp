#include "plugins/direct_payments/pages/statement/statement_page.hpp"

#include "app/plugin_api/host.hpp"
#include "app/ui/ui.hpp"
#include "plugins/direct_payments/pages/look_only_ui.hpp"
#include "plugins/direct_payments/pages/statement/row_words.hpp"
#include "plugins/direct_payments/pages/whose_money_ui.hpp"

namespace alongside::direct_payments {

using namespace ui::literals;

void StatementPage::opened(const Route& route) { route_ = route; }

std::string StatementPage::title(const ui::Words& words) const { return words.get("statements.title"_t); }

Result<void> StatementPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("direct_payments.back"_t), "/money", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, ui.tr("statements.title"_t));
  tell(ui, "statements.lead"_t, ui::TextLook::Large);
  const BookAgreement* agreement = whose_money_ui(ui, store_, route_, "statements.sign_in"_t);
  if (agreement == nullptr) return {};
  if (look_only_ui(ui, host_, *agreement) == Hand::LookOnly) return {};
  choose_ui(ui);
  if (desk_.statement() != nullptr) file_ui(ui, *agreement);
  return {};
}

void StatementPage::choose_ui(ui::Ui& ui) {
  const auto picked = ui.file_field("file",
                                    {ui.tr("statements.file"_t), ui.tr("statements.file.hint"_t),
                                     desk_.fault() ? fault_text(ui, *desk_.fault()) : std::string()},
                                    ui.tr("statements.file.choose"_t), ui::FileKind::Any);
  ui.status("reading", desk_.is_reading() ? ui.tr("statements.reading"_t)
                       : desk_.fault()    ? fault_text(ui, *desk_.fault())
                                          : std::string());
  if (!picked) return;
  shown_ = shown_unread_ = shown_there_ = shown_at_first;
  open_.clear();
  closing_.clear();
  desk_.take(*picked);
  host_.redraw();
}

void StatementPage::file_ui(ui::Ui& ui, const BookAgreement& agreement) {
  account_ui(ui);
  const FilePreview& preview = desk_.preview(store_, agreement);
  counts_ui(ui, preview);
  notes_ui(ui);
  rows_ui(ui, agreement, preview);
  unread_ui(ui);
  there_ui(ui, preview);
  balance_ui(ui, agreement, preview);
  add_ui(ui, agreement, preview);  // last: it changes the book
}

void StatementPage::account_ui(ui::Ui& ui) {
  if (desk_.accounts().size() < 2) return;
  std::vector<ui::Choice> choices;
  for (const std::string& account : desk_.accounts())
    choices.push_back({account, ui.tr("statements.account.one"_t, {{"ending", account}})});
  std::string chosen = desk_.account();
  if (ui.radio_group("account", {ui.tr("statements.account"_t), ui.tr("statements.account.hint"_t)}, choices, chosen))
    desk_.choose_account(std::move(chosen));
}

void StatementPage::add_ui(ui::Ui& ui, const BookAgreement& agreement, const FilePreview& preview) {
  const auto card = ui.card("add", ui::CardLook::Band);
  ui.heading(2, ui.tr("statements.add.title"_t));
  const std::size_t all = preview.count(RowStanding::New);
  const std::size_t count = std::min(all, StatementDesk::most_at_once);
  const std::size_t asked = preview.count(RowStanding::Ask);
  ui.status("adding", desk_.is_adding()   ? ui.tr("direct_payments.progress.saving"_t)
                      : desk_.added() > 0 ? ui.plural("statements.added"_t, static_cast<std::int64_t>(desk_.added()))
                                          : std::string());
  if (desk_.not_kept() > 0) ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr("direct_payments.not_kept"_t));
  if (asked > 0) ui.text(ui.plural("statements.asked"_t, static_cast<std::int64_t>(asked)));
  if (count == 0 && !desk_.is_adding()) tell(ui, "statements.add.none"_t);
  if (all > count) ui.text(ui.tr("statements.add.first"_t, {{"n", std::to_string(count)}}));
  const bool wants_adding = count > 0 && !desk_.is_adding() &&
                            ui.button("add", ui.plural("statements.add"_t, static_cast<std::int64_t>(count)),
                                      ui::ButtonLook::Primary, ui::Icon::Check);
  if (desk_.added() > 0) {
    ui.link("money", ui.tr("statements.see_money"_t), "/money?for=" + agreement.id.text(), ui::LinkLook::Standalone,
            ui::Icon::Wallet);
    ui.link("forecast", ui.tr("statements.see_forecast"_t), "/money/forecast?for=" + agreement.id.text(),
            ui::LinkLook::Standalone, ui::Icon::ArrowRight);
  }
  if (desk_.take_focus()) ui.focus("money");
  if (wants_adding) desk_.add(store_.book(), agreement);
}

}  // namespace alongside::direct_payments
