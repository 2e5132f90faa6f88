#include "plugins/direct_payments/pages/spend_page.hpp"

#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/intents.hpp"
#include "plugins/direct_payments/pages/look_only_ui.hpp"
#include "plugins/direct_payments/pages/money_words.hpp"
#include "plugins/direct_payments/pages/sign_in_ui.hpp"
#include "plugins/direct_payments/pages/spend_errors.hpp"

#include <algorithm>
#include <utility>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

constexpr Account categories[] = {Account::PersonalAssistant, Account::Activities,   Account::Travel,
                                  Account::Overnight,         Account::Equipment,    Account::Training,
                                  Account::EmployerCosts,     Account::OtherSpending};

// "How was it?", when the spend is on something that can be visited.
std::string how_was_it(const Host& host, const RecordTransaction& record, const Book& book) {
  if (record.service.is_nil()) return {};
  wire::VisitIntent visit;
  visit.service = record.service.text();
  const BookPlan* plan = book.planned(record.plan_item);
  visit.service_name = plan == nullptr ? record.text : plan->item.name;
  visit.day = record.day;
  return host.intent_href(wire::VisitIntent::name, wire::encode_frame(visit));
}

}  // namespace

void SpendPage::opened(const Route& route) {
  if (has_begun_ && route.text() == route_.text()) return;
  route_ = route;
  has_begun_ = false;
}

std::string SpendPage::title(const ui::Words& words) const { return words.get("direct_payments.spend.title"_t); }

// The records may come after the page, so the draft is looked for when there is an agreement.
void SpendPage::begin(const MoneyStore::View& view) {
  has_begun_ = true;
  form_ = {};
  faults_ = {};
  receipts_.reset();
  saving_.reset();
  const auto plan_id = DocumentId::parse(route_.value("plan"));
  const BookPlan* plan = plan_id.ok() ? store_.book().planned(plan_id.value()) : nullptr;
  draft_key_ = "direct_payments.spend." + (plan == nullptr ? view.agreement->id : plan->id).text();
  const auto draft = host_.records().draft(draft_key_);
  const auto kept = draft ? wire::decode_payload<SpendForm>(*draft) : Result<SpendForm>(Error{});
  is_restored_ = kept.ok();
  if (kept.ok()) {
    form_ = kept.value();
    return;
  }
  form_.day = typed_day(host_.clock().today());
  if (plan != nullptr) fill_from(form_, *plan);
}

Result<void> SpendPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("direct_payments.back"_t), "/money", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, ui.tr("direct_payments.spend.title"_t));
  if (!store_.is_signed_in()) {
    sign_in_ui(ui, route_, "direct_payments.spend.sign_in"_t);
    return {};
  }
  const MoneyStore::View* view = store_.view_for(route_);
  if (view == nullptr) {
    ui.notice(ui::Tone::Neutral, ui::Icon::Info, ui.tr("direct_payments.none"_t));
    return {};
  }
  if (look_only_ui(ui, host_, *view->agreement) == Hand::LookOnly) return {};
  if (!has_begun_) begin(*view);
  if (saving_.state() == SavingState::Saved)
    done_ui(ui, *view);
  else
    form_ui(ui, *view);
  return {};
}

void SpendPage::form_ui(ui::Ui& ui, const MoneyStore::View& view) {
  const auto form = ui.form("spend", ui.tr("direct_payments.spend.title"_t));
  if (!faults_.none()) {
    ui.error_summary("errors", ui.tr("direct_payments.error.title"_t), spend_errors(ui, faults_), summary_focus_);
    summary_focus_ = ui::TakeFocus::No;
  }
  if (is_restored_) ui.text(ui.tr("direct_payments.spend.restored"_t), ui::TextLook::Soft, ui::Icon::Info);
  bool is_changed = fields_ui(ui, view);
  is_changed |= receipts_.draw_ui(ui, form_.receipts);
  if (is_changed) keep_draft();
  if (saving_.state() == SavingState::Failed)
    ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr("direct_payments.not_kept"_t));
  if (saving_.state() == SavingState::Waiting || receipts_.is_busy())
    ui.status("saving", ui.tr("direct_payments.progress.saving"_t));
  else if (ui.button("save", ui.tr("direct_payments.spend.save"_t), ui::ButtonLook::Primary, ui::Icon::Check))
    save(view);  // last: it may change the book
}

bool SpendPage::fields_ui(ui::Ui& ui, const MoneyStore::View& view) {
  bool is_changed = planned_ui(ui, view);
  is_changed |= ui.text_field(
      "what",
      {ui.tr("direct_payments.spend.what"_t), ui.tr("direct_payments.spend.what_hint"_t), what_error(ui, faults_)},
      form_.what, {.max_length = 400, .required = ui::Required::Yes});
  is_changed |= ui.text_field(
      "amount",
      {ui.tr("direct_payments.spend.amount"_t), ui.tr("direct_payments.spend.amount_hint"_t),
       amount_error(ui, faults_)},
      form_.amount,
      {.mode = ui::InputMode::Decimal, .max_length = 30, .max_width = 240, .required = ui::Required::Yes});
  is_changed |= ui.text_field(
      "day", {ui.tr("direct_payments.spend.day"_t), ui.tr("direct_payments.spend.day_hint"_t), day_error(ui, faults_)},
      form_.day, {.max_length = 30, .max_width = 240, .required = ui::Required::Yes});
  if (!form_.plan_item.empty()) return is_changed;
  std::vector<ui::Choice> choices;
  for (const Account category : categories)
    choices.push_back({std::string(name_of(category)), category_text(ui, category)});
  is_changed |= ui.select("category", {ui.tr("direct_payments.spend.category"_t)}, choices, form_.category);
  return is_changed;
}

// What the form points to, wherever in time it is planned; a plan item that has gone is forgotten.
const BookPlan* SpendPage::chosen_plan() {
  const auto id = DocumentId::parse(form_.plan_item);
  const BookPlan* plan = id.ok() ? store_.book().planned(id.value()) : nullptr;
  if (plan == nullptr) form_.plan_item.clear();
  return plan;
}

bool SpendPage::planned_ui(ui::Ui& ui, const MoneyStore::View& view) {
  const BookPlan* chosen = chosen_plan();
  std::vector<ui::Choice> choices{{"", ui.tr("direct_payments.spend.unplanned"_t)}};
  for (const BookPlan* plan : view.plan) choices.push_back({plan->id.text(), plan->item.name});
  if (chosen != nullptr && std::find(view.plan.begin(), view.plan.end(), chosen) == view.plan.end())
    choices.push_back({chosen->id.text(), chosen->item.name});
  if (choices.size() == 1) return false;
  if (!ui.select("plan", {ui.tr("direct_payments.spend.plan"_t)}, choices, form_.plan_item)) return false;
  if (const BookPlan* now = chosen_plan()) fill_from(form_, *now);
  return true;
}

void SpendPage::keep_draft() {
  is_restored_ = false;
  host_.records().keep_draft(draft_key_, wire::encode_payload(form_), {});
}

void SpendPage::save(const MoneyStore::View& view) {
  const auto checked = check(form_, store_.book(), *view.agreement, host_.clock().today());
  if (const auto* faults = std::get_if<SpendFaults>(&checked)) {
    faults_ = *faults;
    summary_focus_ = ui::TakeFocus::Yes;
    host_.redraw();
    return;
  }
  faults_ = {};
  auto record = std::get<RecordTransaction>(checked);
  record.receipts = receipts_.kept(form_.receipts);
  how_was_it_ = how_was_it(host_, record, store_.book());
  saved_text_ = record.text;
  saved_receipts_ = record.receipts.size();
  saving_.start(host_, change_of(view.agreement->subject, record), [this] {
    wants_focus_ = true;
    host_.records().drop_draft(draft_key_);
    host_.announce(host_.words().get("direct_payments.spend.saved"_t));
  });
}

void SpendPage::done_ui(ui::Ui& ui, const MoneyStore::View& view) {
  const auto card = ui.card("done", ui::CardLook::Band);
  ui.heading(2, ui.tr("direct_payments.spend.saved"_t));
  ui.text(saved_text_, ui::TextLook::Strong);
  ui.text(left_until_text(ui, view.left));
  if (saved_receipts_ > 0)
    ui.text(ui.plural("direct_payments.receipt.follows"_t, static_cast<std::int64_t>(saved_receipts_)),
            ui::TextLook::Soft);
  if (std::exchange(wants_focus_, false)) ui.focus(how_was_it_.empty() ? "money" : "how");
  if (!how_was_it_.empty())
    ui.link("how", ui.tr("direct_payments.spend.how"_t), how_was_it_, ui::LinkLook::Button, ui::Icon::MessageCircle);
  ui.link("money", ui.tr("direct_payments.see_money"_t), "/money?for=" + view.agreement->id.text(),
          ui::LinkLook::Standalone, ui::Icon::Wallet);
  if (ui.button("another", ui.tr("direct_payments.spend.another"_t))) {
    route_ = Route{"/money/spend", {{"for", view.agreement->id.text()}}};
    has_begun_ = false;
    host_.redraw();
  }
}

}  // namespace alongside::direct_payments
