#include "plugins/direct_payments/pages/entry_page.hpp"

#include "app/base/text.hpp"
#include "app/ui/ui.hpp"
#include "plugins/direct_payments/model/ledger_rules.hpp"
#include "plugins/direct_payments/pages/look_only_ui.hpp"
#include "plugins/direct_payments/pages/money_words.hpp"
#include "plugins/direct_payments/pages/receipts.hpp"
#include "plugins/direct_payments/pages/receipts_ui.hpp"
#include "plugins/direct_payments/pages/sign_in_ui.hpp"

#include <cstdlib>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

// What a payment took from the account, or brought into it, whichever it did.
std::int64_t size_of(const Transaction& transaction) {
  std::int64_t pence = 0;
  for (const Posting& posting : transaction.postings) {
    if (kind_of(posting.account) == AccountKind::Asset) pence += posting.amount.pence();
  }
  return std::abs(pence);
}

std::string kind_text(const ui::Ui& ui, const Transaction& transaction) {
  for (const Posting& posting : transaction.postings) {
    if (posting.account == Account::RepaidToCouncil) return ui.tr("direct_payments.entry.repaid"_t);
    if (kind_of(posting.account) == AccountKind::Expense) return category_text(ui, posting.account);
  }
  return ui.tr("direct_payments.left.paid_in"_t);
}

}  // namespace

void EntryPage::opened(const Route& route) {
  if (route.path == route_.path) return;
  route_ = route;
  draft_key_ = "direct_payments.take_back." + std::string(route.tail("/money/entry"));
  is_reason_read_ = false;
  saving_.reset();
  receipts_.reset();
  new_receipts_.clear();
}

std::string EntryPage::title(const ui::Words& words) const { return words.get("direct_payments.entry.title"_t); }

Result<void> EntryPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("direct_payments.back"_t), "/money", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, ui.tr("direct_payments.entry.title"_t));
  if (!store_.is_signed_in()) {
    sign_in_ui(ui, route_, "direct_payments.sign_in.why"_t);
    return {};
  }
  const auto id = DocumentId::parse(route_.tail("/money/entry"));
  const BookEntry* entry = id.ok() ? store_.book().entry(id.value()) : nullptr;
  if (entry == nullptr) {
    ui.notice(ui::Tone::Neutral, ui::Icon::Info, ui.tr("direct_payments.entry.missing"_t));
    return {};
  }
  entry_ui(ui, *entry);
  receipts_ui(ui, *entry);
  take_back_ui(ui, *entry);
  return {};
}

void EntryPage::entry_ui(ui::Ui& ui, const BookEntry& entry) {
  const Transaction& transaction = entry.transaction;
  const bool is_reversal = !transaction.reverses.is_nil();
  const auto card = ui.card("entry");
  {
    const auto list = ui.description_list("facts");
    const std::string term = ui.tr(is_reversal ? "direct_payments.entry.why"_t : "direct_payments.entry.what"_t);
    ui.description("what", ui::Icon::None, term, is_reversal ? transaction.text : entry_text(ui, transaction));
    ui.description("money", ui::Icon::Banknote, ui.tr("direct_payments.entry.money"_t),
                   pence_text(size_of(transaction)));
    ui.description("kind", ui::Icon::None, ui.tr("direct_payments.entry.kind"_t), kind_text(ui, transaction));
    ui.description("day", ui::Icon::Calendar, ui.tr("direct_payments.entry.day"_t), day_text(ui, transaction.day));
    ui.description("who", ui::Icon::Users, ui.tr("direct_payments.entry.who"_t),
                   who_text(ui, host_, transaction.recorded_by));
    ui.description("where", ui::Icon::None, ui.tr("direct_payments.entry.where"_t), progress_text(ui, entry.progress));
  }
  if (is_reversal)
    ui.link("original", ui.tr("direct_payments.entry.original"_t), "/money/entry/" + transaction.reverses.text(),
            ui::LinkLook::Standalone);
  if (const BookEntry* undone = store_.book().entry(entry.reversed_by)) {
    ui.notice(ui::Tone::Neutral, ui::Icon::Info,
              ui.tr("direct_payments.entry.taken_back"_t, {{"reason", undone->transaction.text}}));
  }
}

// Only of what was paid out: nobody has a receipt for money that came in.
void EntryPage::receipts_ui(ui::Ui& ui, const BookEntry& entry) {
  const BookAgreement* agreement = store_.book().agreement(entry.transaction.agreement);
  if (agreement == nullptr || spent_by(entry.transaction) <= 0) return;
  const auto card = ui.card("receipts");
  ui.heading(2, ui.tr("direct_payments.receipt.title"_t));
  const std::vector<Receipt> receipts = receipts_of(host_.records(), entry.id);
  receipt_list_ui(ui, host_, receipts);
  if (hand_of(host_, *agreement) == Hand::LookOnly) return;
  if (receipts.size() >= most_receipts) return ui.text(ui.tr("direct_payments.receipt.most"_t), ui::TextLook::Soft);
  receipts_.draw_ui(ui, new_receipts_);
  for (const DocumentId id : receipts_.kept(new_receipts_)) {
    std::erase_if(new_receipts_, [id](const ReceiptNote& note) { return note.id == id; });
    AddReceipt add;
    add.transaction = entry.id;
    add.receipt = id;
    host_.records().save(change_of(agreement->subject, add), [&host = host_](const Result<OperationId>& saved) {
      if (!saved.ok()) host.announce(host.words().get("direct_payments.not_kept"_t));
      host.redraw();
    });
  }
}

void EntryPage::take_back_ui(ui::Ui& ui, const BookEntry& entry) {
  if (saving_.state() == SavingState::Waiting) {
    ui.status("saving", ui.tr("direct_payments.progress.saving"_t));
    return;
  }
  if (saving_.state() == SavingState::Saved) ui.status("saved", ui.tr("direct_payments.entry.done"_t));
  if (!entry.reversed_by.is_nil() || !may_be_reversed(entry.transaction)) return;
  const BookAgreement* agreement = store_.book().agreement(entry.transaction.agreement);
  if (agreement != nullptr && look_only_ui(ui, host_, *agreement) == Hand::LookOnly) return;
  if (check_not_sent(entry.transaction.day, store_.book().sent(entry.transaction.agreement)))
    return ui.notice(ui::Tone::Neutral, ui::Icon::Info, ui.tr("direct_payments.entry.sent"_t));
  if (!is_reason_read_) {
    is_reason_read_ = true;
    const auto draft = host_.records().draft(draft_key_);
    reason_ = draft ? std::string(draft->begin(), draft->end()) : std::string();
  }
  const auto form = ui.form("take_back", ui.tr("direct_payments.entry.take_back"_t));
  ui.heading(2, ui.tr("direct_payments.entry.take_back"_t));
  ui.sentence("direct_payments.entry.take_back_why"_t);
  const std::string error = is_reason_wrong_ ? ui.tr("direct_payments.error.reason"_t) : std::string();
  if (is_reason_wrong_) {
    ui.error_summary("errors", ui.tr("direct_payments.error.title"_t), {{"reason", error}}, summary_focus_);
    summary_focus_ = ui::TakeFocus::No;
  }
  if (ui.text_field("reason", {ui.tr("direct_payments.entry.reason"_t), {}, error}, reason_,
                    {.max_length = 400, .required = ui::Required::Yes}))
    host_.records().keep_draft(draft_key_, Bytes(reason_.begin(), reason_.end()), {});
  if (saving_.state() == SavingState::Failed)
    ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr("direct_payments.not_kept"_t));
  if (ui.button("go", ui.tr("direct_payments.entry.take_back_go"_t), ui::ButtonLook::Primary)) take_back(entry);
}

void EntryPage::take_back(const BookEntry& entry) {
  is_reason_wrong_ = !is_fit_text(reason_);
  const BookAgreement* agreement = store_.book().agreement(entry.transaction.agreement);
  if (is_reason_wrong_ || agreement == nullptr) {
    summary_focus_ = ui::TakeFocus::Yes;
    host_.redraw();
    return;
  }
  ReverseTransaction reverse;
  reverse.transaction = entry.id;
  reverse.reason = trim(reason_);
  saving_.start(host_, change_of(agreement->subject, reverse), [this] { host_.records().drop_draft(draft_key_); });
}

}  // namespace alongside::direct_payments
