#include "plugins/direct_payments/model/returns/return_file.hpp"

#include "app/base/csv.hpp"

#include <algorithm>
#include <initializer_list>
#include <tuple>
#include <vector>

namespace alongside::direct_payments {
namespace {

std::string plain_pounds(std::int64_t pence) {
  const std::int64_t size = pence < 0 ? -pence : pence;
  const std::int64_t rest = size % 100;
  return (pence < 0 ? "-" : "") + std::to_string(size / 100) + (rest < 10 ? ".0" : ".") + std::to_string(rest);
}

// Amounts of ours may begin with a minus; whatever somebody wrote may not.
std::string row(std::string_view what, std::string_view name, std::string_view day, std::string_view category,
                std::initializer_list<std::string> amounts) {
  std::string text(what);
  for (const std::string_view cell : {name, day, category}) text += "," + csv_cell(cell);
  for (const std::string& amount : amounts) text += "," + amount;
  return text + "\r\n";
}

std::string sum_row(std::string_view what, Money money) {
  return row("sum", what, "", "", {plain_pounds(money.pence()), ""});
}

std::int64_t moved_by(const Transaction& transaction) {
  std::int64_t pence = 0;
  for (const Posting& posting : transaction.postings) {
    if (kind_of(posting.account) == AccountKind::Asset) pence += posting.amount.pence();
  }
  return pence;
}

std::string_view category_name(const Transaction& transaction) {
  for (const Posting& posting : transaction.postings) {
    if (kind_of(posting.account) != AccountKind::Asset) return name_of(posting.account);
  }
  return {};
}

}  // namespace

std::string return_file(DocumentId agreement, SentPeriod period, const ReturnFigures& figures,
                        std::span<const KeptTransaction> ledger, std::span<const SpendQuestion> answered) {
  std::string text = "\xEF\xBB\xBFrow,name,day,category,pounds,planned_pounds\r\n";
  text += row("period", "first day", period.first.iso(), "", {"", ""});
  text += row("period", "last day", period.last.iso(), "", {"", ""});
  text += sum_row("opening", figures.opening) + sum_row("from council", figures.from_council) +
          sum_row("contribution", figures.contribution) + sum_row("brought in", figures.brought_in) +
          sum_row("spent", figures.spent) + sum_row("repaid", figures.repaid) + sum_row("closing", figures.closing);
  for (const ReturnLine& line : figures.lines)
    text += row("line", line.name, "", name_of(line.category),
                {plain_pounds(line.spent.pence()), plain_pounds(line.planned.pence())});
  std::vector<const Transaction*> payments;
  for (const KeptTransaction& kept : ledger) {
    if (kept.transaction->agreement == agreement && period.holds(kept.transaction->day))
      payments.push_back(kept.transaction);
  }
  std::stable_sort(payments.begin(), payments.end(), [](const Transaction* a, const Transaction* b) {
    return std::tie(a->day, a->recorded_at_ms) < std::tie(b->day, b->recorded_at_ms);
  });
  for (const Transaction* one : payments)
    text += row("payment", one->text, one->day.iso(), category_name(*one), {plain_pounds(moved_by(*one)), ""});
  for (const SpendQuestion& question : answered) {
    for (const WrittenAnswer& answer : question.answers)
      text += row("answer", question.what + ": " + answer.words.en + " (" + answer.officer + ")", answer.day.iso(),
                  name_of(answer.reply), {question.cost ? plain_pounds(question.cost->pence()) : std::string(), ""});
  }
  return text;
}

std::string data_address(std::string_view csv) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string address = "data:text/csv;charset=utf-8,";
  for (const char c : csv) {
    const auto code = static_cast<unsigned char>(c);
    const bool is_plain = (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') ||
                          (code >= 'a' && code <= 'z') || code == '-' || code == '.' || code == '_';
    if (is_plain)
      address += c;
    else
      address += {'%', digits[code >> 4], digits[code & 15]};
  }
  return address;
}

}  // namespace alongside::direct_payments
