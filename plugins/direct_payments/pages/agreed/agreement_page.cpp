#include "plugins/direct_payments/pages/agreed/agreement_page.hpp"

#include "app/base/clock.hpp"
#include "app/plugin_api/council_ui.hpp"
#include "app/plugin_api/host.hpp"
#include "app/plugin_api/read_record.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/messages/session.hpp"
#include "plugins/direct_payments/pages/agreed/agreed_words.hpp"
#include "plugins/direct_payments/pages/agreed/letters_ui.hpp"
#include "plugins/direct_payments/pages/agreed/what_for_ui.hpp"
#include "plugins/direct_payments/pages/look_only_ui.hpp"
#include "plugins/direct_payments/pages/spending/answers_ui.hpp"
#include "plugins/direct_payments/pages/spending/question_store.hpp"
#include "plugins/direct_payments/pages/whose_money_ui.hpp"

#include <algorithm>
#include <utility>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

constexpr std::int32_t days_told_before = 2 * 366;  // the move to adults' services takes its time

void sentences_ui(ui::Ui& ui, ui::Key key, const std::string& title, const std::vector<wire::Bilingual>& lines) {
  if (lines.empty()) return;
  ui.heading(3, title);
  const auto list = ui.list(key, title, ui::ListLook::Bullets);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto item = ui.list_item(ui::Key("line", i));
    bilingual_text_ui(ui, lines[i]);
  }
}

}  // namespace

void AgreementPage::opened(const Route& route) {
  rules_.begin();
  route_ = route;
}

std::string AgreementPage::title(const ui::Words& words) const { return words.get("agreed.title"_t); }

// They come in any order, and there are few of them.
const std::vector<AgreementNotice>& AgreementPage::letters_of(DocumentId agreement) {
  const std::uint64_t edition = host_.records().edition();
  if (edition_ == edition && letters_of_ == agreement) return letters_;
  edition_ = edition;
  letters_of_ = agreement;
  letters_.clear();
  for (const wire::Document* document : host_.records().documents(AgreementNotice::schema.id)) {
    auto letter = read_document<AgreementNotice>(*document);
    if (!letter || letter->agreement != agreement) continue;
    auto place = letters_.begin();
    while (place != letters_.end() && place->number > letter->number) ++place;
    letters_.insert(place, std::move(*letter));
  }
  return letters_;
}

Result<void> AgreementPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("direct_payments.back"_t), "/money", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, ui.tr("agreed.title"_t));
  const BookAgreement* of = agreement_ui(ui, store_, route_, "agreed.sign_in"_t);
  if (of == nullptr) return {};
  which_ui(ui, *of);
  look_only_ui(ui, host_, *of);
  const std::vector<AgreementNotice>& letters = letters_of(of->id);
  terms_ui(ui, of->agreement, letters);
  spending_ui(ui, *of);
  letters_section(ui, letters);
  grown_up_ui(ui, *of);
  if (hand_of(host_, *of) == Hand::Change)
    move_.draw_ui(ui, store_.book(), *of, keeper_on(letters, host_.clock().today()));  // last: it may change the book
  return {};
}

// A young person who is paid themselves, as they may be from 16 on.
bool AgreementPage::is_own(const BookAgreement& of) const {
  const auto& children = host_.session().children;
  return of.owner == host_.session().person && std::any_of(children.begin(), children.end(), [&](const auto& child) {
           return child.subject == of.subject && child.role == wire::FamilyRole::YoungPerson;
         });
}

void AgreementPage::which_ui(ui::Ui& ui, const BookAgreement& chosen) {
  if (is_own(chosen)) return ui.text(ui.tr("agreed.for_you"_t), ui::TextLook::Strong);
  for_child_ui(ui, store_, chosen);
}

void AgreementPage::terms_ui(ui::Ui& ui, const Agreement& agreement, const std::vector<AgreementNotice>& letters) {
  const AgreementTerms now = terms_on(agreement, host_.clock().today());
  const auto card = ui.card("terms", ui::CardLook::Band);
  ui.heading(2, paid_text(ui, now));
  {
    const auto list = ui.description_list("facts");
    ui.description("starts", ui::Icon::Calendar, ui.tr("agreed.starts"_t), long_day_text(ui, agreement.starts));
    if (agreement.ends)
      ui.description("ends", ui::Icon::Calendar, ui.tr("agreed.ends"_t), long_day_text(ui, *agreement.ends));
    if (agreement.review && *agreement.review >= host_.clock().today())
      ui.description("review", ui::Icon::Calendar, ui.tr("agreed.review"_t), long_day_text(ui, *agreement.review));
    ui.description("kept", ui::Icon::Wallet, ui.tr("agreed.kept"_t),
                   kept_text(ui, now.account, keeper_on(letters, host_.clock().today())));
    ui.description("source", ui::Icon::None, ui.tr("agreed.source"_t),
                   bilingual(agreement.source, ui.language()) + ", " + long_day_text(ui, agreement.source_date));
  }
  for (const AgreementTerms& terms : agreement.later) {
    if (terms.from <= host_.clock().today()) continue;
    ui.text(ui.tr("agreed.later"_t, {{"day", long_day_text(ui, terms.from)}, {"money", paid_text(ui, terms)}}),
            ui::TextLook::Strong);
  }
}

// What it is for, and what was asked and answered before it was spent.
void AgreementPage::spending_ui(ui::Ui& ui, const BookAgreement& of) {
  const auto agreed = agreed_words_of(host_.records(), of.id);
  if (agreed) what_for_section(ui, *agreed);
  ui.link("may_i", ui.tr("agreed.may_i"_t), "/money/may-i?for=" + of.id.text(), ui::LinkLook::Standalone,
          ui::Icon::ArrowRight);
  written_answers_section(ui, written_answers(host_.records(), of.id, last_date));
}

// The day from which the law for adults holds, what becomes of the payment then, and what is to do before.
void AgreementPage::grown_up_ui(ui::Ui& ui, const BookAgreement& of) {
  const auto& day = of.agreement.grown_up;
  if (!day || days_between(host_.clock().today(), *day) > days_told_before) return;
  const Guide& guide = rules_.guide();
  const auto card = ui.card("grown_up");
  const std::string child = store_.name_of_child(of.subject);
  ui.heading(2, ui.tr("agreed.grown_up"_t));
  const std::string grown_up = long_day_text(ui, *day);
  ui.text(is_own(of) ? ui.tr("agreed.grown_up.own"_t, {{"day", grown_up}})
                     : ui.tr("agreed.grown_up.day"_t, {{"name", child}, {"day", grown_up}}),
          ui::TextLook::Strong);
  sentences_ui(ui, "happens", ui.tr("agreed.grown_up.happens"_t), guide.grown_up.happens);
  sentences_ui(ui, "to_do", ui.tr("agreed.grown_up.to_do"_t), guide.grown_up.to_do);
  if (!guide.grown_up.happens.empty()) bilingual_text_ui(ui, guide.source.title, ui::TextLook::Soft);
  ui.link("more", ui.tr("agreed.grown_up.more"_t), "/growing-up", ui::LinkLook::Standalone, ui::Icon::ArrowRight);
}

}  // namespace alongside::direct_payments
