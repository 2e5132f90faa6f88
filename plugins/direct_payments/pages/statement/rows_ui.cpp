// The payments of a file that a person may have a say in, on StatementPage: those we ask about first, each with what it
// counts as and a way to put it right. A row stays where it is while it is answered.
#include "app/plugin_api/host.hpp"
#include "app/ui/ui.hpp"
#include "plugins/direct_payments/model/plan_pattern.hpp"
#include "plugins/direct_payments/pages/money_words.hpp"
#include "plugins/direct_payments/pages/statement/row_words.hpp"
#include "plugins/direct_payments/pages/statement/statement_page.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

constexpr std::string_view plan_value = "plan:";
constexpr std::string_view same_value = "same:";
constexpr std::string_view not_ours_value = "not_ours";
constexpr std::int32_t most_days_apart = 14;
constexpr std::size_t most_alike = 5;

constexpr Account categories[] = {Account::Activities,    Account::PersonalAssistant, Account::Travel,
                                  Account::Overnight,     Account::Equipment,         Account::Training,
                                  Account::EmployerCosts, Account::OtherSpending};

bool is_open_to_say(const PreviewRow& row) {
  return row.standing == RowStanding::New || row.standing == RowStanding::Ask || row.standing == RowStanding::NotOurs ||
         (row.standing == RowStanding::Have && row.reason == RowReason::Said);
}

// What a person may say of a row, and what the screen shows as chosen.
class RowChoices {
 public:
  RowChoices(const ui::Ui& ui, const PreviewRow& row, bool was_asked, const FilePreview& preview, const Book& book,
             const BookAgreement& agreement)
      : ui_(ui), row_(row), book_(book), agreement_(agreement) {
    if (was_asked) add({}, {}, ui.tr("statements.choose"_t));  // it stays: the list must not move while somebody types
    add_plan();
    add_kinds();
    add_same(preview);
    add(not_ours_value, {}, ui.tr("statements.as.not_ours"_t));
  }

  const std::vector<ui::Choice>& choices() const { return choices_; }

  std::string chosen() const {
    switch (row_.standing) {
      case RowStanding::NotOurs: return std::string(not_ours_value);
      case RowStanding::Have: return std::string(same_value) + row_.transaction.text();
      case RowStanding::New: break;
      default: return {};
    }
    if (!row_.plan_item.is_nil()) return std::string(plan_value) + row_.plan_item.text();
    return std::string(name_of(row_.category));
  }

  RowNote note_of(std::string_view value) const {
    RowNote note;
    if (value == not_ours_value) {
      note.choice = RowChoice::NotOurs;
    } else if (value.starts_with(same_value)) {
      note.choice = RowChoice::SameAs;
      const auto id = DocumentId::parse(value.substr(same_value.size()));
      if (id.ok()) note.transaction = id.value();
    } else if (value.starts_with(plan_value)) {
      const auto id = DocumentId::parse(value.substr(plan_value.size()));
      const BookPlan* plan = id.ok() ? book_.planned(id.value()) : nullptr;
      if (plan != nullptr) note.plan_item = plan->id, note.category = plan->item.category;
    } else {
      for (std::size_t i = 0; i < account_count; ++i) {
        if (name_of(static_cast<Account>(i)) == value) note.category = static_cast<Account>(i);
      }
    }
    return note;
  }

 private:
  bool is_out() const { return row_.row.amount < Money(); }

  void add(std::string_view kind, std::string_view id, const std::string& label) {
    ui::Choice& choice = choices_.emplace_back();
    choice.value = kind;
    choice.value += id;
    choice.label = label;
  }

  void add_plan() {
    const BudgetPeriod period = period_of(agreement_.agreement, row_.row.day);
    for (const BookPlan& plan : book_.plan) {
      const bool is_then = plan.item.agreement == agreement_.id && may_touch(plan.item, period.first, period.last);
      if (is_out() && (is_then || plan.id == row_.plan_item))
        add(plan_value, plan.id.text(), ui_.tr("statements.as.plan"_t, {{"name", plan.item.name}}));
    }
  }

  void add_kinds() {
    if (!is_out()) add(name_of(Account::FamilyContribution), {}, ui_.tr("statements.as.own"_t));
    for (const Account category : categories) {
      const std::string name = category_text(ui_, category);
      add(name_of(category), {}, is_out() ? name : ui_.tr("statements.as.back"_t, {{"category", name}}));
    }
    if (is_out()) add(name_of(Account::RepaidToCouncil), {}, ui_.tr("statements.as.repaid"_t));
  }

  // Payments of about that day and just that amount which no row of the file is.
  void add_same(const FilePreview& preview) {
    std::size_t count = 0;
    for (const KnownPayment& known : known_payments(book_, agreement_.id)) {
      const bool is_near = std::abs(days_between(known.row.day, row_.row.day)) <= most_days_apart;
      if (!is_near || known.row.amount != row_.row.amount || count == most_alike) continue;
      const bool is_anothers = std::any_of(preview.rows.begin(), preview.rows.end(), [&](const PreviewRow& other) {
        return other.standing == RowStanding::Have && other.transaction == known.transaction && other.key != row_.key;
      });
      if (is_anothers) continue;
      const BookEntry* entry = book_.entry(known.transaction);
      const std::string what = entry_text(ui_, entry->transaction);
      add(same_value, known.transaction.text(),
          ui_.tr("statements.as.same"_t, {{"what", what}, {"day", day_text(ui_, known.row.day)}}));
      ++count;
    }
  }

  const ui::Ui& ui_;
  const PreviewRow& row_;
  const Book& book_;
  const BookAgreement& agreement_;
  std::vector<ui::Choice> choices_;
};

void badge_ui(ui::Ui& ui, RowStanding standing) {
  ui::Tone tone = ui::Tone::Neutral;
  ui::Icon icon = ui::Icon::Check;
  ui::TextKey words = "statements.badge.have"_t;
  if (standing == RowStanding::New) tone = ui::Tone::Good, words = "statements.badge.new"_t;
  if (standing == RowStanding::Ask) tone = ui::Tone::Warn, icon = ui::Icon::Help, words = "statements.badge.ask"_t;
  if (standing == RowStanding::NotOurs) icon = ui::Icon::Cross, words = "statements.badge.not_ours"_t;
  ui.badge(tone, icon, ui.tr(words));
}

}  // namespace

void StatementPage::rows_ui(ui::Ui& ui, const BookAgreement& agreement, const FilePreview& preview) {
  std::vector<std::size_t> rows;
  for (const std::size_t at : desk_.order()) {
    if (is_open_to_say(preview.rows[at])) rows.push_back(at);
  }
  if (rows.empty()) return;
  ui.heading(2, ui.tr("statements.rows"_t));
  const std::size_t count = std::min(shown_, rows.size());
  {
    const auto list = ui.list("rows", ui.tr("statements.rows"_t), ui::ListLook::Plain);
    for (std::size_t i = 0; i < count; ++i) {
      const auto item = ui.list_item(ui::Key("row", rows[i]));
      row_ui(ui, agreement, preview, rows[i]);
    }
  }
  if (count == rows.size()) return;
  if (!ui.button("more", more_text(ui, rows.size() - count))) return;
  shown_ += shown_at_first;
  host_.redraw();
}

void StatementPage::row_ui(ui::Ui& ui, const BookAgreement& agreement, const FilePreview& preview, std::size_t at) {
  const PreviewRow& row = preview.rows[at];
  ui.text(payment_text(ui, row.row), ui::TextLook::Strong);
  ui.text(day_text(ui, row.row.day));
  badge_ui(ui, row.standing);
  if (row.standing == RowStanding::New)
    ui.text(ui.tr("statements.counts"_t, {{"category", category_of_row_text(ui, row, store_.book())}}));
  if (row.standing != RowStanding::New || row.match.reason != MatchReason::NothingLikeIt)
    ui.text(reason_text(ui, row, store_.book()), ui::TextLook::Soft);
  if (desk_.was_asked(at)) return choice_ui(ui, agreement, preview, at);
  const bool is_open = open_.contains(row.key);
  if (ui.disclosure("right", ui.tr("statements.put_right"_t, {{"what", payment_text(ui, row.row)}}),
                    is_open ? ui::Expanded::Yes : ui::Expanded::No)) {
    if (is_open)
      open_.erase(row.key);
    else
      open_[row.key];
    host_.redraw();
  }
  if (is_open) choice_ui(ui, agreement, preview, at);
}

void StatementPage::choice_ui(ui::Ui& ui, const BookAgreement& agreement, const FilePreview& preview, std::size_t at) {
  const PreviewRow& row = preview.rows[at];
  const RowChoices choices(ui, row, desk_.was_asked(at), preview, store_.book(), agreement);
  std::string chosen = choices.chosen();
  if (!ui.select("what", {ui.tr("statements.what"_t, {{"what", payment_text(ui, row.row)}})}, choices.choices(),
                 chosen))
    return;
  if (chosen.empty())
    desk_.unsay(row);
  else
    desk_.say(row, choices.note_of(chosen));
  host_.redraw();
}

}  // namespace alongside::direct_payments
