// left_section of the money screen: what is left in words, as a bar and as a table.
#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "plugins/direct_payments/pages/money_sections.hpp"
#include "plugins/direct_payments/pages/money_words.hpp"

#include <algorithm>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

void row_ui(ui::Ui& ui, ui::Key key, const std::string& name, std::int64_t pence) {
  const auto row = ui.table_row(key);
  ui.cell(name);
  ui.cell(pence_text(pence));
}

void table_ui(ui::Ui& ui, const MoneyLeft& left) {
  const std::string caption = ui.tr("direct_payments.left.caption"_t, {{"first", day_text(ui, left.period.first)},
                                                                       {"last", day_text(ui, left.period.last)}});
  const auto table = ui.table("period", caption,
                              {{ui.tr("direct_payments.left.what"_t), ui::Align::Start, 1.5f},
                               {ui.tr("direct_payments.left.money"_t), ui::Align::End, 1}});
  if (left.brought != 0) row_ui(ui, "brought", ui.tr("direct_payments.left.brought"_t), left.brought);
  row_ui(ui, "paid_in", ui.tr("direct_payments.left.paid_in"_t), left.paid_in);
  row_ui(ui, "spent", ui.tr("direct_payments.left.spent"_t), left.spent);
  row_ui(ui, "left", ui.tr("direct_payments.left.left"_t), left.left());
  row_ui(ui, "planned", ui.tr("direct_payments.left.planned"_t), left.planned);
  row_ui(ui, "free", ui.tr("direct_payments.left.free"_t), left.free());
}

void bar_ui(ui::Ui& ui, const MoneyLeft& left) {
  const std::int64_t had = left.brought + left.paid_in;
  if (had <= 0) return;
  const double share = static_cast<double>(left.spent) / static_cast<double>(had);
  ui.progress("bar",
              ui.tr("direct_payments.left.bar"_t,
                    {{"spent", ui::format_money(money_of(left.spent))}, {"had", ui::format_money(money_of(had))}}),
              std::clamp(share, 0.0, 1.0));
}

}  // namespace

void left_section(ui::Ui& ui, const MoneyStore::View& view, Hand hand) {
  const auto card = ui.card("left", ui::CardLook::Band);
  ui.heading(2, ui.tr("direct_payments.left.title"_t));
  ui.text(left_until_text(ui, view.left), ui::TextLook::Figure);
  bar_ui(ui, view.left);
  if (view.left.free() < 0)
    ui.notice(ui::Tone::Warn, ui::Icon::Warning,
              ui.tr("direct_payments.left.over_planned"_t, {{"money", pence_text(-view.left.free())}}));
  table_ui(ui, view.left);
  if (hand == Hand::LookOnly) return;
  ui.link("spend", ui.tr("direct_payments.spend.add"_t), "/money/spend?for=" + view.agreement->id.text(),
          ui::LinkLook::Button, ui::Icon::Banknote);
  ui.link("in", ui.tr("direct_payments.in"_t), "/money/in?for=" + view.agreement->id.text(), ui::LinkLook::Standalone,
          ui::Icon::ArrowRight);
}

}  // namespace alongside::direct_payments
