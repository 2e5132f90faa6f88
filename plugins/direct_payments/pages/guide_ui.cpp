#include "plugins/direct_payments/pages/guide_ui.hpp"

#include "app/plugin_api/council_ui.hpp"
#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

void one_list_ui(ui::Ui& ui, ui::Key key, const std::string& title, const std::vector<wire::Bilingual>& lines) {
  if (lines.empty()) return;
  const auto card = ui.card(key);
  ui.heading(2, title);
  const auto list = ui.list("list", title, ui::ListLook::Bullets);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto item = ui.list_item(ui::Key("line", i));
    bilingual_text_ui(ui, lines[i]);
  }
}

std::string period_text(const ui::Ui& ui, Period period) {
  switch (period) {
    case Period::Weekly: return ui.tr("direct_payments.period.weekly"_t);
    case Period::FourWeekly: return ui.tr("direct_payments.period.four_weekly"_t);
    case Period::Monthly: return ui.tr("direct_payments.period.monthly"_t);
    case Period::Quarterly: return ui.tr("direct_payments.period.quarterly"_t);
    case Period::Unknown: break;
  }
  return {};
}

}  // namespace

void guide_lists_ui(ui::Ui& ui, const Guide& guide) {
  const std::string period = period_text(ui, guide.period);
  if (!period.empty()) ui.text(period, ui::TextLook::Body, ui::Icon::Calendar);
  const auto columns = ui.columns("lists");
  one_list_ui(ui, "may_buy", ui.tr("direct_payments.may_buy"_t), guide.may_buy);
  one_list_ui(ui, "ask_first", ui.tr("direct_payments.ask_first"_t), guide.ask_first);
  one_list_ui(ui, "may_not", ui.tr("direct_payments.may_not"_t), guide.may_not);
}

void source_ui(ui::Ui& ui, const Source& source) {
  ui.text(ui.tr("direct_payments.source"_t, {{"date", ui::format_short_date(ui.language(), source.date)}}),
          ui::TextLook::Soft);
  bilingual_text_ui(ui, source.title);
}

void contact_links_ui(ui::Ui& ui, ui::Key key, const std::string& phone, const std::string& email) {
  const auto box = ui.card(key, ui::CardLook::Plain);
  if (!phone.empty()) {
    ui.link("phone", ui.tr("direct_payments.ask.ring"_t, {{"phone", phone}}), telephone_link(phone),
            ui::LinkLook::Standalone, ui::Icon::Phone);
  }
  if (email.empty()) return;
  ui.link("email", ui.tr("direct_payments.ask.write"_t, {{"email", email}}), email_link(email),
          ui::LinkLook::Standalone, ui::Icon::MessageCircle);
}

}  // namespace alongside::direct_payments
