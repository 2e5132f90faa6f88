#include "plugins/direct_payments/pages/money_page.hpp"

#include "app/plugin_api/attachments.hpp"
#include "app/plugin_api/saving.hpp"
#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/intents.hpp"
#include "app/wire/messages/session.hpp"
#include "plugins/direct_payments/model/spend_form.hpp"
#include "plugins/direct_payments/pages/guide_ui.hpp"
#include "plugins/direct_payments/pages/money_sections.hpp"
#include "plugins/direct_payments/pages/receipts.hpp"
#include "plugins/direct_payments/pages/sign_in_ui.hpp"

#include <algorithm>
#include <utility>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

// A young person who is paid themselves, as they may be from 16 on.
bool is_own(const wire::SessionInfo& session, const BookAgreement& agreement) {
  const auto& children = session.children;
  return agreement.owner == session.person && std::any_of(children.begin(), children.end(), [&](const auto& child) {
           return child.subject == agreement.subject && child.role == wire::FamilyRole::YoungPerson;
         });
}

}  // namespace

void MoneyPage::Asked::take(Result<Bytes> reply) {
  if (!reply.ok()) {
    const ErrorCode code = reply.error().code;
    load = code == ErrorCode::NotFound ? Load::Missing : code == ErrorCode::Offline ? Load::Offline : Load::Failed;
    return;
  }
  Result<Guide> decoded = wire::decode_frame<Guide>(reply.value());
  load = decoded.ok() ? Load::Ready : Load::Failed;
  if (decoded.ok()) guide = std::move(decoded).value();
}

void MoneyPage::opened(const Route& route) {
  route_ = route;
  if (!asked_) fetch();
}

void MoneyPage::fetch() {
  asked_ = std::make_shared<Asked>();
  host_.fetch("/api/direct_payments/guide", [hold = std::weak_ptr<Asked>(asked_)](Result<Bytes> reply) {
    if (const auto asked = hold.lock()) asked->take(std::move(reply));
  });
}

std::string MoneyPage::title(const ui::Words& words) const { return words.get("direct_payments.title"_t); }

Result<void> MoneyPage::page_ui(ui::Ui& ui) {
  ui.heading(1, ui.tr("direct_payments.title"_t));
  ui.sentence("direct_payments.lead"_t, ui::TextLook::Large);
  family_ui(ui);
  if (asked_->load == Load::Ready) {
    guide_lists_ui(ui, asked_->guide);
    ask_ui(ui, &asked_->guide.help);
    source_ui(ui, asked_->guide.source);
  } else {
    trouble_ui(ui);
    ask_ui(ui, nullptr);
  }
  return {};
}

void MoneyPage::family_ui(ui::Ui& ui) {
  if (!store_.is_signed_in()) {
    sign_in_ui(ui, route_, "direct_payments.sign_in.why"_t);
    return;
  }
  troubles_section(ui, store_.book(),
                   {[this](const BookChange& change) { put_away(change); },
                    [this](const BookChange& change) { move_to_today(change); }});
  const MoneyStore::View* view = store_.view_for(route_);
  if (view == nullptr) {
    ui.notice(ui::Tone::Neutral, ui::Icon::Info, ui.tr("direct_payments.none"_t));
    return;
  }
  if (store_.book().unreadable > 0) ui.notice(ui::Tone::Warn, ui::Icon::Info, ui.tr("direct_payments.newer"_t));
  which_ui(ui, *view);
  news_ui(ui, *view->agreement);
  look_only_ui(ui, host_, *view->agreement);
  left_section(ui, *view, hand_of(host_, *view->agreement));
  more_ui(ui, *view);
  workers_ui(ui);
  ui.link("returns", ui.tr("direct_payments.returns"_t), "/money/returns", ui::LinkLook::Standalone,
          ui::Icon::ArrowRight);
  spent_section(ui, host_, *view, shown_, [this] {
    shown_ += shown_at_first;
    host_.redraw();
  });
  const Hands hands{hand_of(host_, *view->agreement), hand_of(host_, *view->agreement, wire::Facet::Plan)};
  plan_section(ui, store_, *view, hands,
               [this](const BookPlan& plan) { take_out(plan); });  // last: it may change the book
}

void MoneyPage::put_away(const BookChange& change) {
  for (const DocumentId receipt : receipts_in(change.change)) host_.attachments().remove(receipt);
  host_.records().dismiss(change.id);
}

// The old one goes only when the new one is on this device's disk, and its photos go with the new one.
void MoneyPage::move_to_today(const BookChange& change) {
  const auto* record = std::get_if<RecordTransaction>(&change.change);
  if (record == nullptr) return;
  host_.records().save(change_of(change.subject, moved_to(*record, host_.clock().today())),
                       [&host = host_, old = change.id](const Result<OperationId>& saved) {
                         if (saved.ok()) host.records().dismiss(old);
                         host.announce(saved.ok() ? host.words().get("direct_payments.trouble.moved"_t)
                                                  : host.words().get("direct_payments.not_kept"_t));
                         host.redraw();
                       });
}

// Whose money this is, and with more than one agreement, links to the others.
void MoneyPage::which_ui(ui::Ui& ui, const MoneyStore::View& chosen) {
  const std::string child = store_.name_of_child(chosen.agreement->subject);
  if (is_own(host_.session(), *chosen.agreement))
    ui.text(ui.tr("direct_payments.for_you"_t), ui::TextLook::Strong);
  else if (!child.empty())
    ui.text(ui.tr("direct_payments.for_child"_t, {{"name", child}}), ui::TextLook::Strong);
  if (store_.views().size() < 2) return;
  const auto paid_now = [this](const MoneyStore::View& view) {
    return terms_on(view.agreement->agreement, host_.clock().today()).per_period;
  };
  const auto row = ui.row("others");
  for (const MoneyStore::View& other : store_.views()) {
    const std::string id = other.agreement->id.text();
    const std::string name = store_.name_of_child(other.agreement->subject);
    ui.link(ui::Key(id), ui.tr("direct_payments.other"_t, {{"name", name}, {"money", paid_now(other).text()}}),
            "/money?for=" + id, ui::LinkLook::Chip, ui::Icon::None,
            &other == &chosen ? ui::Current::Yes : ui::Current::No);
  }
}

// What changes, in a sentence; the screen of what is agreed says why, and what to do about it.
void MoneyPage::news_ui(ui::Ui& ui, const BookAgreement& of) {
  const Agreement& agreement = of.agreement;
  constexpr std::int32_t told_before = 2 * 366;
  const Date today = host_.clock().today();
  Money before = agreement.per_period;
  for (const AgreementTerms& terms : agreement.later) {
    const bool is_same_money = std::exchange(before, terms.per_period) == terms.per_period;
    if (terms.from <= today) continue;
    const std::string day = ui::format_short_date(ui.language(), terms.from);
    ui.notice(ui::Tone::Neutral, ui::Icon::Info,
              is_same_money ? ui.tr("direct_payments.changes.otherwise"_t, {{"day", day}})
                            : ui.tr("direct_payments.changes"_t, {{"day", day}, {"money", terms.per_period.text()}}));
  }
  if (agreement.ends)
    ui.notice(ui::Tone::Warn, ui::Icon::Info,
              ui.tr("direct_payments.ends"_t, {{"day", ui::format_short_date(ui.language(), *agreement.ends)}}));
  if (agreement.grown_up && days_between(today, *agreement.grown_up) <= told_before)
    ui.notice(
        ui::Tone::Neutral, ui::Icon::Info,
        ui.tr("direct_payments.grown_up"_t, {{"day", ui::format_short_date(ui.language(), *agreement.grown_up)}}));
  ui.link("agreed", ui.tr("direct_payments.agreed"_t), "/money/agreement?for=" + of.id.text(), ui::LinkLook::Standalone,
          ui::Icon::ArrowRight);
}

// What has a screen of its own: whether it lasts, and payments out of the bank's file.
void MoneyPage::more_ui(ui::Ui& ui, const MoneyStore::View& view) {
  const std::string which = "?for=" + view.agreement->id.text();
  ui.link("forecast", ui.tr("direct_payments.forecast"_t), "/money/forecast" + which, ui::LinkLook::Standalone,
          ui::Icon::ArrowRight);
  ui.link("may_i", ui.tr("direct_payments.may_i"_t), "/money/may-i" + which, ui::LinkLook::Standalone,
          ui::Icon::ArrowRight);
  if (hand_of(host_, *view.agreement) == Hand::LookOnly) return;
  ui.link("statement", ui.tr("direct_payments.statement"_t), "/money/statement" + which, ui::LinkLook::Standalone,
          ui::Icon::ArrowRight);
}

// Much of this money pays people: to whoever keeps their hours, if anybody does.
void MoneyPage::workers_ui(ui::Ui& ui) {
  const std::string href = host_.intent_href(wire::WorkersIntent::name, wire::encode_frame(wire::WorkersIntent()));
  if (href.empty()) return;
  ui.link("workers", ui.tr("direct_payments.workers"_t), href, ui::LinkLook::Standalone, ui::Icon::Users);
}

void MoneyPage::take_out(const BookPlan& plan) {
  const BookAgreement* agreement = store_.book().agreement(plan.item.agreement);
  if (agreement == nullptr) return;
  RemovePlanItem remove;
  remove.id = plan.id;
  const std::string name = remove.name = plan.item.name;
  host_.records().save(change_of(agreement->subject, plan.version, remove),
                       [&host = host_, name](const Result<OperationId>& saved) {
                         const ui::Words& words = host.words();
                         host.announce(saved.ok() ? words.get("direct_payments.plan.removed"_t, {{"name", name}})
                                                  : words.get("direct_payments.not_kept"_t));
                         host.redraw();
                       });
}

void MoneyPage::trouble_ui(ui::Ui& ui) {
  switch (asked_->load) {
    case Load::Ready: return;
    case Load::Waiting: ui.status("trouble", ui.tr("direct_payments.waiting"_t)); return;
    case Load::Missing: ui.status("trouble", ui.tr("direct_payments.missing"_t)); return;
    case Load::Offline: ui.status("trouble", ui.tr("direct_payments.offline"_t)); break;
    case Load::Failed: ui.status("trouble", ui.tr("direct_payments.failed"_t)); break;
  }
  if (ui.button("again", ui.tr("direct_payments.again"_t))) fetch();
}

void MoneyPage::ask_ui(ui::Ui& ui, const HelpContact* help) {
  const auto card = ui.card("ask");
  ui.heading(2, ui.tr("direct_payments.ask.title"_t));
  if (help != nullptr && !help->name.empty()) {
    ui.text(ui.tr("direct_payments.ask.help"_t, {{"name", help->name}}));
    contact_links_ui(ui, "help", help->phone, help->email);
  }
  const wire::Contact& council = host_.council().help;
  if (council.phone.empty()) return;
  ui.text(ui.tr("direct_payments.ask.council"_t));
  contact_links_ui(ui, "council", council.phone, council.email);
}

}  // namespace alongside::direct_payments
