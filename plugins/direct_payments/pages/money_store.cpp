#include "plugins/direct_payments/pages/money_store.hpp"

#include "app/wire/messages/session.hpp"
#include "plugins/direct_payments/model/plan_days.hpp"
#include "plugins/direct_payments/pages/book_reader.hpp"

#include <algorithm>

namespace alongside::direct_payments {
namespace {

std::vector<const BookPlan*> planned_in(const Book& book, const BookAgreement& agreement, const BudgetPeriod& period) {
  std::vector<const BookPlan*> plan;
  for (const BookPlan& item : book.plan) {
    if (item.item.agreement == agreement.id && planned_pence(item.item, period.first, period.last) > 0)
      plan.push_back(&item);
  }
  std::stable_sort(plan.begin(), plan.end(),
                   [](const BookPlan* a, const BookPlan* b) { return a->item.name < b->item.name; });
  return plan;
}

}  // namespace

bool MoneyStore::is_signed_in() const { return !host_.session().person.is_nil(); }

void MoneyStore::refresh() {
  const Records& records = host_.records();
  const Date today = host_.clock().today();
  if (is_fresh_ && records.edition() == edition_ && today == today_) return;
  is_fresh_ = true;
  edition_ = records.edition();
  today_ = today;
  book_ = read_book(records, host_.session().person);
  ledger_ = book_.ledger();
  views_.clear();
  const std::vector<PlannedItem> plan = book_.planned_items();
  for (const BookAgreement& one : book_.agreements) {
    View view;
    view.agreement = &one;
    view.left = money_left(one.id, one.agreement, ledger_, plan, period_of(one.agreement, today_));
    view.entries = newest_first(book_, one.id);
    view.plan = planned_in(book_, one, view.left.period);
    views_.push_back(std::move(view));
  }
}

const Book& MoneyStore::book() {
  refresh();
  return book_;
}

const std::vector<MoneyStore::View>& MoneyStore::views() {
  refresh();
  return views_;
}

const MoneyStore::View* MoneyStore::view_for(const Route& route) {
  const auto wanted = DocumentId::parse(route.value("for"));
  const View* named = wanted.ok() ? view_of(wanted.value()) : nullptr;
  if (named != nullptr) return named;
  return views().empty() ? nullptr : &views_.front();
}

const MoneyStore::View* MoneyStore::view_of(DocumentId agreement) {
  refresh();
  const auto found =
      std::find_if(views_.begin(), views_.end(), [&](const View& view) { return view.agreement->id == agreement; });
  return found == views_.end() ? nullptr : &*found;
}

std::string MoneyStore::name_of_child(const wire::Subject& subject) const {
  for (const wire::FamilyChild& child : host_.session().children) {
    if (child.subject == subject) return child.name;
  }
  return {};
}

std::int64_t MoneyStore::still_to_spend(const BookPlan& plan) const {
  for (const View& view : views_) {
    const BudgetPeriod& period = view.left.period;
    if (view.agreement->id == plan.item.agreement)
      return still_planned({plan.id, plan.item}, ledger_, period.first, period.last);
  }
  return 0;
}

}  // namespace alongside::direct_payments
