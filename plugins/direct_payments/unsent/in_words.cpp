// What a family changes about its money, told in words while it is not sent. Part of the module "unsent".
#include "app/plugin_api/change_words.hpp"
#include "app/ui/format.hpp"
#include "plugins/direct_payments/model/alerts/alert_choice.hpp"
#include "plugins/direct_payments/model/changes.hpp"
#include "plugins/direct_payments/model/returns/changes.hpp"
#include "plugins/direct_payments/model/spending/spend_question.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

namespace alongside::direct_payments {

using namespace ui::literals;

std::optional<ChangeWords> change_in_words(const Change& change, const ui::Words& words);

namespace {

std::string day_of(const ui::Words& words, Date day) { return ui::format_short_date(words.language(), day); }

std::string count_of(std::size_t count) { return count == 0 ? std::string() : std::to_string(count); }

// The account that says what kind of change it is: where it was spent, or where it came from.
Posting telling(const RecordTransaction& record) {
  const auto of_kind = [&](AccountKind kind) {
    return std::ranges::find_if(record.postings, [&](const Posting& one) { return kind_of(one.account) == kind; });
  };
  for (const AccountKind kind : {AccountKind::Expense, AccountKind::Income, AccountKind::Equity, AccountKind::Asset}) {
    if (const auto found = of_kind(kind); found != record.postings.end()) return *found;
  }
  return {};
}

ui::TextKey what_of(AccountKind kind) {
  switch (kind) {
    case AccountKind::Expense: return "unsent.money.spent"_t;
    case AccountKind::Income: return "unsent.money.came"_t;
    case AccountKind::Equity: return "unsent.money.before"_t;
    case AccountKind::Asset: break;
  }
  return "unsent.money.moved"_t;
}

ChangeWords told(const RecordTransaction& record, const ui::Words& words) {
  const Posting posting = telling(record);
  std::int64_t pence = 0;
  for (const Posting& one : record.postings) {
    if (one.amount.pence() > 0) pence += one.amount.pence();
  }
  ChangeWords said{words.get(what_of(kind_of(posting.account))), {}};
  said.add(words.get("unsent.money.for"_t), record.text);
  said.add(words.get("unsent.money.amount"_t), Money::of_known(pence).text());
  said.add(words.get("unsent.money.day"_t), day_of(words, record.day));
  said.add(words.get("unsent.money.receipts"_t), count_of(record.receipts.size()));
  return said;
}

ChangeWords told(const ReverseTransaction& reverse, const ui::Words& words) {
  ChangeWords said{words.get("unsent.money.reversed"_t), {}};
  said.add(words.get("unsent.money.why"_t), reverse.reason);
  return said;
}

ChangeWords told(const PutPlanItem& put, const ui::Words& words) {
  ChangeWords said{words.get("unsent.money.plan"_t), {}};
  said.add(words.get("unsent.money.for"_t), put.item.name);
  said.add(words.get("unsent.money.each"_t), Money::of_known(put.item.pence_each_time()).text());
  said.add(words.get("unsent.money.day"_t), day_of(words, put.item.day));
  return said;
}

ChangeWords told(const RemovePlanItem& remove, const ui::Words& words) {
  ChangeWords said{words.get("unsent.money.unplanned"_t), {}};
  said.add(words.get("unsent.money.for"_t), remove.name);
  return said;
}

ChangeWords told(const AddReceipt&, const ui::Words& words) { return {words.get("unsent.money.receipt"_t), {}}; }

ChangeWords told(const SendReturn& sent, const ui::Words& words) {
  ChangeWords said{words.get("unsent.money.return"_t), {}};
  said.add(words.get("unsent.money.from"_t), day_of(words, sent.first));
  said.add(words.get("unsent.money.to"_t), day_of(words, sent.last));
  said.add(words.get("unsent.money.words"_t), sent.note);
  return said;
}

ChangeWords told(const AnswerReturn& answer, const ui::Words& words) {
  ChangeWords said{words.get("unsent.money.answer"_t), {}};
  said.add(words.get("unsent.money.words"_t), answer.words);
  said.add(words.get("unsent.money.receipts"_t), count_of(answer.files.size()));
  return said;
}

ChangeWords told(const AskToSpend& ask, const ui::Words& words) {
  ChangeWords said{words.get("unsent.money.ask"_t), {}};
  said.add(words.get("unsent.money.for"_t), ask.what);
  if (ask.cost) said.add(words.get("unsent.money.amount"_t), ask.cost->text());
  said.add(words.get("unsent.money.why"_t), ask.why);
  return said;
}

ChangeWords told(const ChooseAlerts&, const ui::Words& words) { return {words.get("unsent.money.alerts"_t), {}}; }

}  // namespace

std::optional<ChangeWords> change_in_words(const Change& change, const ui::Words& words) {
  const auto say = [&](const auto& made) { return told(made, words); };
  return tell_change<RecordTransaction, ReverseTransaction, PutPlanItem, RemovePlanItem, AddReceipt, SendReturn,
                     AnswerReturn, AskToSpend, ChooseAlerts>(change, say);
}

}  // namespace alongside::direct_payments
