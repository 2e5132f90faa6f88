#include "plugins/direct_payments/pages/spending/may_i_page.hpp"

#include "app/base/typed.hpp"
#include "app/plugin_api/council_ui.hpp"
#include "app/plugin_api/host.hpp"
#include "app/plugin_api/records.hpp"
#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/messages/session.hpp"
#include "plugins/direct_payments/model/ledger_rules.hpp"
#include "plugins/direct_payments/pages/sign_in_ui.hpp"
#include "plugins/direct_payments/pages/spending/answers_ui.hpp"

#include <utility>
#include <variant>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

std::optional<Money> typed_cost(const std::string& typed) {
  const auto amount = read_amount(typed, Money::of_known(Transaction::most_pence));
  const auto* money = std::get_if<Money>(&amount);
  return money == nullptr ? std::nullopt : std::optional<Money>(*money);
}

struct VerdictFace {
  ui::Tone tone;
  ui::Icon icon;
  ui::TextKey words;
};

VerdictFace face_of(SpendVerdict verdict) {
  switch (verdict) {
    case SpendVerdict::Yes: return {ui::Tone::Good, ui::Icon::Check, "may_i.yes"_t};
    case SpendVerdict::AskFirst: return {ui::Tone::Warn, ui::Icon::Help, "may_i.ask_first"_t};
    case SpendVerdict::No: return {ui::Tone::Bad, ui::Icon::Cross, "may_i.no"_t};
    case SpendVerdict::NotSaid: break;
  }
  return {ui::Tone::Warn, ui::Icon::Help, "may_i.not_said"_t};
}

void verdict_ui(ui::Ui& ui, SpendVerdict verdict) {
  const VerdictFace face = face_of(verdict);
  ui.badge(face.tone, face.icon, ui.tr(face.words));
}

}  // namespace

void MayIPage::opened(const Route& route) {
  rules_.begin();
  route_ = route;
  is_draft_read_ = false;
  asked_.reset();
  edition_.reset();
  saving_.reset();
}

std::string MayIPage::title(const ui::Words& words) const { return words.get("may_i.title"_t); }

// A draft that is not read yet must not be written over; signed out there is none.
bool MayIPage::read_draft(const BookAgreement* of) {
  if (is_draft_read_ || of == nullptr) return true;
  if (!host_.records().are_drafts_read()) return false;
  is_draft_read_ = true;
  draft_key_ = "direct_payments.may_i." + of->id.text();
  const auto draft = host_.records().draft(draft_key_);
  auto kept = draft ? wire::decode_payload<MayIForm>(*draft) : Result<MayIForm>(Error{});
  if (kept.ok()) form_ = std::move(kept).value();
  return true;
}

const QuestionBook& MayIPage::questions_of(const BookAgreement& of) {
  const std::uint64_t edition = host_.records().edition();
  if (edition_ == edition) return book_;
  edition_ = edition;
  book_ = read_questions(host_.records(), host_.session().person, of.id);
  agreed_ = agreed_words_of(host_.records(), of.id);
  return book_;
}

Result<void> MayIPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("direct_payments.back"_t), "/money", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, ui.tr("may_i.title"_t));
  const BookAgreement* of = store_.is_signed_in() ? store_.agreement_for(route_) : nullptr;
  const SpendRules* rules = rules_.rules();
  if (rules == nullptr && rules_.has_failed()) {
    ui.status("trouble", ui.tr("may_i.offline"_t));
    if (ui.button("again", ui.tr("may_i.again"_t))) rules_.begin();
  } else if (rules == nullptr || !read_draft(of)) {
    ui.status("trouble", ui.tr("may_i.waiting"_t));
  } else {
    if (of != nullptr) questions_of(*of);
    form_ui(ui, *rules);
    if (asked_) answer_ui(ui, of, *rules);
  }
  if (!store_.is_signed_in()) sign_in_ui(ui, route_, "may_i.sign_in"_t);
  if (of != nullptr) questions_ui(ui, *of);
  return {};
}

void MayIPage::form_ui(ui::Ui& ui, const SpendRules& rules) {
  const auto form = ui.form("may_i", ui.tr("may_i.title"_t));
  const std::string what_error = is_what_missing_ ? ui.tr("may_i.error.what"_t) : std::string();
  const std::string cost_error = is_cost_bad_ ? ui.tr("may_i.error.cost"_t) : std::string();
  if (is_what_missing_ || is_cost_bad_) {
    std::vector<ui::FieldError> errors;
    if (is_what_missing_) errors.push_back({"what", what_error});
    if (is_cost_bad_) errors.push_back({"cost", cost_error});
    ui.error_summary("errors", ui.tr("direct_payments.error.title"_t), errors, summary_focus_);
    summary_focus_ = ui::TakeFocus::No;
  }
  bool is_changed = ui.text_field("what", {ui.tr("may_i.what"_t), ui.tr("may_i.what_hint"_t), what_error}, form_.what,
                                  {.max_length = 200, .required = ui::Required::Yes});
  is_changed |= ui.text_field("cost", {ui.tr("may_i.cost"_t), {}, cost_error}, form_.cost,
                              {.mode = ui::InputMode::Decimal, .max_length = 20, .max_width = 240});
  if (is_changed && is_draft_read_) host_.records().keep_draft(draft_key_, wire::encode_payload(form_), {});
  if (ui.button("look", ui.tr("may_i.look"_t), ui::ButtonLook::Primary, ui::Icon::Search)) look();
  if (rules.rules.empty()) ui.sentence("may_i.no_rules"_t, ui::TextLook::Soft);
}

void MayIPage::look() {
  const auto cost = typed_cost(form_.cost);
  is_what_missing_ = !is_fit_text(form_.what);
  is_cost_bad_ = !form_.cost.empty() && !cost;
  asked_.reset();
  saving_.reset();
  if (is_what_missing_ || is_cost_bad_)
    summary_focus_ = ui::TakeFocus::Yes;
  else
    asked_ = Asked{form_.what, cost};
  host_.redraw();
}

void MayIPage::answer_ui(ui::Ui& ui, const BookAgreement* of, const SpendRules& rules) {
  const std::vector<SpendRule> none;
  const SpendAnswer answer =
      may_spend(asked_->what, asked_->cost, of != nullptr && agreed_ ? agreed_->rules : none, rules.rules);
  tell(ui, answer.verdict);
  {
    const auto card = ui.card("answer", ui::CardLook::Band);
    ui.heading(2, asked_->what);
    if (of != nullptr) earlier_ui(ui, *of);
    verdict_ui(ui, answer.verdict);
    for (std::size_t i = 0; i < answer.hits.size(); ++i) hit_ui(ui, answer.hits[i], rules, i);
    ui.sentence(answer.hits.empty() ? "may_i.not_said.why"_t : "may_i.not_meant"_t);
  }
  if (of != nullptr) ask_ui(ui, *of);
}

// Who looks reads the verdict in its card; who listens is told it once, with what it is about.
void MayIPage::tell(ui::Ui& ui, SpendVerdict verdict) {
  if (asked_->told == verdict) return;
  asked_->told = verdict;
  host_.announce(ui.tr("may_i.says"_t, {{"what", asked_->what}, {"answer", ui.tr(face_of(verdict).words)}}));
}

void MayIPage::hit_ui(ui::Ui& ui, const RuleHit& hit, const SpendRules& rules, std::size_t index) {
  const bool is_own = hit.from == RuleFrom::Agreement && agreed_.has_value();
  const auto card = ui.card(ui::Key("rule", index), ui::CardLook::Plain);
  if (index > 0) verdict_ui(ui, hit.rule->verdict);
  ui.text(ui.tr(is_own ? "may_i.from_agreement"_t : "may_i.from_council"_t), ui::TextLook::Soft);
  bilingual_text_ui(ui, hit.rule->words, ui::TextLook::Strong);
  const wire::Bilingual& source = is_own ? agreed_->source : rules.source;
  const Date day = is_own ? agreed_->source_date : rules.source_date;
  ui.text(bilingual(source, ui.language()) + ", " + ui::format_short_date(ui.language(), day), ui::TextLook::Soft);
}

// What was asked before in the same words has its answer in writing already.
void MayIPage::earlier_ui(ui::Ui& ui, const BookAgreement& of) {
  for (const BookQuestion& one : questions_of(of).questions) {
    if (one.content.is_open() || !is_same_thing(one.content.what, asked_->what)) continue;
    const auto card = ui.card("earlier", ui::CardLook::Soft);
    ui.text(ui.tr("may_i.earlier"_t), ui::TextLook::Strong);
    ui.text(asked_text(one.content));
    answers_ui(ui, one.content);
    return;
  }
}

}  // namespace alongside::direct_payments
