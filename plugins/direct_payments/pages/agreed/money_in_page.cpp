#include "plugins/direct_payments/pages/agreed/money_in_page.hpp"

#include "app/plugin_api/host.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/payload.hpp"
#include "plugins/direct_payments/pages/agreed/agreed_words.hpp"
#include "plugins/direct_payments/pages/look_only_ui.hpp"
#include "plugins/direct_payments/pages/money_words.hpp"
#include "plugins/direct_payments/pages/whose_money_ui.hpp"

#include <cstdlib>
#include <utility>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

std::string kind_text(const ui::Ui& ui, MoneyInKind kind) {
  switch (kind) {
    case MoneyInKind::Refund: return ui.tr("agreed.in.refund"_t);
    case MoneyInKind::Before: return ui.tr("agreed.in.before"_t);
    case MoneyInKind::Repaid: return ui.tr("agreed.in.repaid"_t);
    case MoneyInKind::Own: break;
  }
  return ui.tr("agreed.in.own"_t);
}

std::string amount_error(const ui::Ui& ui, const MoneyInFaults& faults) {
  return faults.is_amount_wrong ? ui.tr("agreed.in.error.amount"_t) : std::string();
}

std::string text_error(const ui::Ui& ui, const MoneyInFaults& faults) {
  return faults.is_text_wrong ? ui.tr("agreed.in.error.what"_t) : std::string();
}

std::string day_error(const ui::Ui& ui, const MoneyInFaults& faults) {
  if (!faults.day) return {};
  switch (*faults.day) {
    case MoneyInDay::Later: return ui.tr("agreed.in.error.later"_t);
    case MoneyInDay::TooEarly: return ui.tr("agreed.in.error.early"_t);
    case MoneyInDay::TooLate: return ui.tr("agreed.in.error.late"_t);
    case MoneyInDay::Sent: return ui.tr("agreed.in.error.sent"_t);
    case MoneyInDay::NotADay: break;
  }
  return ui.tr("agreed.in.error.day"_t);
}

}  // namespace

void MoneyInPage::opened(const Route& route) {
  if (is_draft_read_ && route.text() == route_.text()) return;
  route_ = route;
  is_draft_read_ = false;
}

std::string MoneyInPage::title(const ui::Words& words) const { return words.get("agreed.in.title"_t); }

// A draft that is not read yet must not be written over.
bool MoneyInPage::read_draft(const BookAgreement& of) {
  if (is_draft_read_) return true;
  if (!host_.records().are_drafts_read()) return false;
  draft_key_ = "direct_payments.money_in." + of.id.text();
  begin_new();
  const auto draft = host_.records().draft(draft_key_);
  auto kept = draft ? wire::decode_payload<MoneyInForm>(*draft) : Result<MoneyInForm>(Error{});
  if (kept.ok()) form_ = std::move(kept).value();
  return is_draft_read_ = true;
}

void MoneyInPage::begin_new() {
  form_ = {};
  form_.day = typed_day(host_.clock().today());
  faults_ = {};
  saving_.reset();
}

Result<void> MoneyInPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("direct_payments.back"_t), "/money", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, ui.tr("agreed.in.title"_t));
  const BookAgreement* of = whose_money_ui(ui, store_, route_, "agreed.in.sign_in"_t);
  if (of == nullptr) return {};
  if (look_only_ui(ui, host_, *of) == Hand::LookOnly || !read_draft(*of)) return {};
  if (saving_.state() == SavingState::Saved)
    done_ui(ui, *of);
  else
    form_ui(ui, *of);
  return {};
}

void MoneyInPage::form_ui(ui::Ui& ui, const BookAgreement& of) {
  ui.sentence("agreed.in.lead"_t, ui::TextLook::Large);
  const auto form = ui.form("money_in", ui.tr("agreed.in.title"_t));
  errors_ui(ui);
  bool is_changed = kind_ui(ui, of);
  is_changed |= fields_ui(ui);
  if (is_changed) host_.records().keep_draft(draft_key_, wire::encode_payload(form_), {});
  if (saving_.state() == SavingState::Failed)
    ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr("direct_payments.not_kept"_t));
  if (saving_.state() == SavingState::Waiting)
    ui.status("saving", ui.tr("direct_payments.progress.saving"_t));
  else if (ui.button("save", ui.tr("agreed.in.save"_t), ui::ButtonLook::Primary, ui::Icon::Check))
    save(ui, of);  // last: it may change the book
}

void MoneyInPage::errors_ui(ui::Ui& ui) {
  if (faults_.none()) return;
  std::vector<ui::FieldError> errors;
  if (faults_.is_amount_wrong) errors.push_back({"amount", amount_error(ui, faults_)});
  if (faults_.day) errors.push_back({kind_of(form_) == MoneyInKind::Before ? "kind" : "day", day_error(ui, faults_)});
  if (faults_.is_text_wrong) errors.push_back({"what", text_error(ui, faults_)});
  ui.error_summary("errors", ui.tr("direct_payments.error.title"_t), errors, summary_focus_);
  summary_focus_ = ui::TakeFocus::No;
}

bool MoneyInPage::kind_ui(ui::Ui& ui, const BookAgreement& of) {
  std::vector<ui::Choice> kinds;
  for (std::size_t i = 0; i < money_in_kinds; ++i) {
    const auto kind = static_cast<MoneyInKind>(i);
    kinds.push_back({std::string(name_of(kind)), kind_text(ui, kind)});
  }
  const bool is_before = kind_of(form_) == MoneyInKind::Before;
  bool is_changed = ui.radio_group(
      "kind", {ui.tr("agreed.in.kind"_t), {}, is_before ? day_error(ui, faults_) : std::string()}, kinds, form_.kind);
  if (is_changed) faults_.day.reset();
  if (kind_of(form_) == MoneyInKind::Before) {
    ui.text(ui.tr("agreed.in.before.day"_t, {{"day", long_day_text(ui, of.agreement.starts)}}), ui::TextLook::Soft);
    const std::int64_t there = written_as_before(store_.book(), of.id);
    if (there != 0)
      ui.notice(ui::Tone::Warn, ui::Icon::Info, ui.tr("agreed.in.before.there"_t, {{"money", pence_text(there)}}));
  }
  if (kind_of(form_) != MoneyInKind::Refund) return is_changed;
  std::vector<ui::Choice> categories;
  for (std::size_t i = 0; i < account_count; ++i) {
    const auto account = static_cast<Account>(i);
    if (kind_of(account) == AccountKind::Expense && account != Account::RepaidToCouncil)
      categories.push_back({std::string(name_of(account)), category_text(ui, account)});
  }
  return ui.select("category", {ui.tr("agreed.in.category"_t)}, categories, form_.category) || is_changed;
}

bool MoneyInPage::fields_ui(ui::Ui& ui) {
  bool is_changed = ui.text_field(
      "amount", {ui.tr("agreed.in.amount"_t), ui.tr("agreed.in.amount_hint"_t), amount_error(ui, faults_)},
      form_.amount,
      {.mode = ui::InputMode::Decimal, .max_length = 30, .max_width = 240, .required = ui::Required::Yes});
  if (kind_of(form_) != MoneyInKind::Before)
    is_changed |=
        ui.text_field("day", {ui.tr("agreed.in.day"_t), ui.tr("agreed.in.day_hint"_t), day_error(ui, faults_)},
                      form_.day, {.max_length = 30, .max_width = 240, .required = ui::Required::Yes});
  return ui.text_field("what", {ui.tr("agreed.in.what"_t), ui.tr("agreed.in.what_hint"_t), text_error(ui, faults_)},
                       form_.what, {.max_length = 400}) ||
         is_changed;
}

void MoneyInPage::save(ui::Ui& ui, const BookAgreement& of) {
  auto checked = check(form_, kind_text(ui, kind_of(form_)), store_.book(), of, host_.clock().today());
  if (const auto* faults = std::get_if<MoneyInFaults>(&checked)) {
    faults_ = *faults;
    summary_focus_ = ui::TakeFocus::Yes;
    host_.redraw();
    return;
  }
  faults_ = {};
  const auto& record = std::get<RecordTransaction>(checked);
  saved_text_ = record.text + ", " + pence_text(std::abs(record.postings.front().amount.pence()));
  saving_.start(host_, change_of(of.subject, record), [this] {
    wants_focus_ = true;
    host_.records().drop_draft(draft_key_);
    host_.announce(host_.words().get("agreed.in.saved"_t));
  });
}

void MoneyInPage::done_ui(ui::Ui& ui, const BookAgreement& of) {
  const auto card = ui.card("done", ui::CardLook::Band);
  ui.heading(2, ui.tr("agreed.in.saved"_t));
  ui.text(saved_text_, ui::TextLook::Strong);
  if (std::exchange(wants_focus_, false)) ui.focus("money");
  ui.link("money", ui.tr("agreed.in.see_money"_t), "/money?for=" + of.id.text(), ui::LinkLook::Standalone,
          ui::Icon::Wallet);
  if (!ui.button("another", ui.tr("agreed.in.another"_t))) return;
  begin_new();
  host_.redraw();
}

}  // namespace alongside::direct_payments
