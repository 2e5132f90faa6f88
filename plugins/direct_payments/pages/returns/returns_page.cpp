#include "plugins/direct_payments/pages/returns/returns_page.hpp"

#include "app/ui/ui.hpp"
#include "plugins/direct_payments/pages/look_only_ui.hpp"
#include "plugins/direct_payments/pages/money_words.hpp"
#include "plugins/direct_payments/pages/returns/period_pack.hpp"
#include "plugins/direct_payments/pages/returns/return_words.hpp"
#include "plugins/direct_payments/pages/sign_in_ui.hpp"

#include <algorithm>
#include <variant>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

bool is_about_returns(const BookChange& change) {
  return std::holds_alternative<SendReturn>(change.change) || std::holds_alternative<AnswerReturn>(change.change);
}

// Why it could not be done, and what can be, stands with all the others on the first screen of money.
void return_troubles_ui(ui::Ui& ui, const Book& book) {
  if (std::none_of(book.troubles.begin(), book.troubles.end(), is_about_returns)) return;
  ui.notice(ui::Tone::Warn, ui::Icon::Warning, ui.tr("returns.trouble"_t));
  ui.link("trouble", ui.tr("returns.trouble.see"_t), "/money", ui::LinkLook::Standalone);
}

}  // namespace

void ReturnsPage::opened(const Route& route) {
  route_ = route;
  rules_.begin();
}

std::string ReturnsPage::title(const ui::Words& words) const { return words.get("returns.title"_t); }

Result<void> ReturnsPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("direct_payments.back"_t), "/money", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, ui.tr("returns.title"_t));
  ui.sentence("returns.lead"_t, ui::TextLook::Large);
  if (!store_.is_signed_in()) {
    sign_in_ui(ui, route_, "returns.sign_in"_t);
    return {};
  }
  const Book& book = store_.book();
  return_troubles_ui(ui, book);
  if (book.agreements.empty()) ui.notice(ui::Tone::Neutral, ui::Icon::Info, ui.tr("direct_payments.none"_t));
  for (const BookAgreement& agreement : book.agreements) agreement_ui(ui, agreement);
  return {};
}

void ReturnsPage::agreement_ui(ui::Ui& ui, const BookAgreement& agreement) {
  const std::string id = agreement.id.text();
  const auto card = ui.card(ui::Key(id), ui::CardLook::Plain);
  const std::string child = store_.name_of_child(agreement.subject);
  if (!child.empty()) ui.text(ui.tr("direct_payments.for_child"_t, {{"name", child}}), ui::TextLook::Strong);
  next_ui(ui, agreement);
  sent_ui(ui, agreement);
}

void ReturnsPage::next_ui(ui::Ui& ui, const BookAgreement& agreement) {
  const std::vector<Return> returns = returns_in(store_.book());
  const SentPeriod next = next_period(agreement.id, agreement.agreement, returns);
  const bool is_ended = agreement.agreement.ends && *agreement.agreement.ends < next.first;
  if (is_ended) return ui.sentence("returns.ended"_t);
  const Date today = host_.clock().today();
  const bool is_over = next.last < today;
  const bool is_to_send = is_over && declaring_hand(host_, agreement) == Hand::Change;
  const auto card = ui.card("next", ui::CardLook::Band);
  ui.heading(2, is_over ? ui.tr("returns.next.now"_t) : ui.tr("returns.next.later"_t));
  ui.text(period_text(ui, next.first, next.last), ui::TextLook::Strong);
  const std::uint16_t days = rules_.guide().returns.send_within_days;
  if (!is_over)
    ui.text(ui.tr("returns.next.from"_t, {{"day", day_text(ui, Date(next.last.days() + 1))}}));
  else if (days > 0)
    ui.text(ui.tr("returns.next.by"_t, {{"day", day_text(ui, Date(next.last.days() + days))}}));
  ui.link("go", is_to_send ? ui.tr("returns.next.go"_t) : ui.tr("returns.next.look"_t),
          "/money/returns/" + return_id(agreement.id, next.first).text(),
          is_to_send ? ui::LinkLook::Button : ui::LinkLook::Standalone, ui::Icon::ArrowRight);
}

void ReturnsPage::sent_ui(ui::Ui& ui, const BookAgreement& agreement) {
  std::vector<const BookReturn*> sent;
  for (const BookReturn& one : store_.book().returns) {
    if (one.content.agreement == agreement.id) sent.push_back(&one);
  }
  if (sent.empty()) return;
  std::sort(sent.begin(), sent.end(),
            [](const BookReturn* a, const BookReturn* b) { return b->content.first < a->content.first; });
  ui.heading(2, ui.tr("returns.before"_t));
  const auto list = ui.list("sent", ui.tr("returns.before"_t), ui::ListLook::Plain);
  for (const BookReturn* one : sent) {
    const std::string id = one->id.text();
    const auto item = ui.list_item(ui::Key(id));
    ui.link("open", period_text(ui, one->content.first, one->content.last), "/money/returns/" + id,
            ui::LinkLook::Standalone);
    state_badge_ui(ui, one->content.state);
    ui.text(progress_text(ui, one->progress), ui::TextLook::Soft);
  }
}

}  // namespace alongside::direct_payments
