#include "plugins/direct_payments/pages/money_page.hpp"

#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "plugins/direct_payments/pages/guide_ui.hpp"

namespace alongside::direct_payments {

using namespace ui::literals;

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

void MoneyPage::opened(const Route&) {
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
  ui.text(ui.tr("direct_payments.lead"_t), ui::TextLook::Large);
  signing_in_ui(ui);
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

void MoneyPage::signing_in_ui(ui::Ui& ui) {
  const auto card = ui.card("signing_in", ui::CardLook::Band);
  ui.heading(2, ui.tr("direct_payments.sign_in.title"_t));
  ui.text(ui.tr("direct_payments.sign_in.later"_t));
  ui.text(ui.tr("direct_payments.sign_in.now"_t));
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
