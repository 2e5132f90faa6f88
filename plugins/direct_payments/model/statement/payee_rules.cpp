#include "plugins/direct_payments/model/statement/payee_rules.hpp"

#include "app/base/text.hpp"

#include <algorithm>

namespace alongside::direct_payments {
namespace {

constexpr std::size_t most_words = 4;

constexpr char banks_words[][12] = {
    "a",         "at",  "and",         "bac",  "bcc",     "bgc",      "bp",      "card",     "cash",     "chg",
    "co",        "com", "contactless", "cpm",  "dd",      "deb",      "debit",   "direct",   "faster",   "fp",
    "fpi",       "fpo", "from",        "gb",   "gbr",     "in",       "limited", "ltd",      "mandate",  "mastercard",
    "no",        "on",  "order",       "paid", "payment", "payments", "plc",     "pos",      "purchase", "ref",
    "reference", "so",  "standing",    "sto",  "the",     "tfr",      "to",      "transfer", "uk",       "visa",
    "www",       "jan", "feb",         "mar",  "apr",     "may",      "jun",     "jul",      "aug",      "sep",
    "sept",      "oct", "nov",         "dec"};

bool says_who(std::string_view word) {
  const bool has_digit = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  return !has_digit && word.size() > 1 &&
         std::find(std::begin(banks_words), std::end(banks_words), word) == std::end(banks_words);
}

bool begins_with_words(std::string_view text, std::string_view start) {
  return text.starts_with(start) && (text.size() == start.size() || text[start.size()] == ' ');
}

}  // namespace

std::string payee_in(std::string_view text) {
  std::string payee;
  std::size_t count = 0;
  for (const std::string& word : search_words(text)) {
    if (!says_who(word)) continue;
    if (count++ == most_words) break;
    payee += (payee.empty() ? "" : " ") + word;
  }
  return payee;
}

void PayeeRules::learn(std::string_view text, Account category) {
  const std::string payee = payee_in(text);
  if (payee.empty() || !is_known(category) || kind_of(category) == AccountKind::Asset) return;
  std::erase_if(rules, [&](const PayeeRule& rule) { return rule.payee == payee; });
  if (rules.size() >= most_rules) rules.erase(rules.begin());
  rules.push_back({payee, category});
}

// The rule with the most words in common from the first on: a shop may write its town behind its name.
std::optional<Account> PayeeRules::suggest(std::string_view text) const {
  const std::string payee = payee_in(text);
  const PayeeRule* best = nullptr;
  for (const PayeeRule& rule : rules) {
    if (!rule.payee.empty() && begins_with_words(payee, rule.payee) &&
        (!best || rule.payee.size() >= best->payee.size()))
      best = &rule;
  }
  return best ? std::optional(best->category) : std::nullopt;
}

}  // namespace alongside::direct_payments
