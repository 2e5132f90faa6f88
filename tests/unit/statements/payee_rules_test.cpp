#include "plugins/direct_payments/model/statement/payee_rules.hpp"

#include "app/wire/frame.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::direct_payments;

TEST_CASE("who was paid is found behind the bank's own words, numbers and days") {
  CHECK(payee_in("CARD PAYMENT TO ALDERMERE SWIM CLUB ON 20 NOV BCC") == "aldermere swim club");
  CHECK(payee_in("ALDERMERE SWIM CLUB 4455 20NOV26") == "aldermere swim club");
  CHECK(payee_in("Tŷ Coch Café Ltd") == "ty coch cafe");
  CHECK(payee_in("DIRECT DEBIT 00112233") == "");
  CHECK(payee_in("") == "");
  CHECK(payee_in("one two three four five six") == "one two three four");
}

TEST_CASE("a correction is suggested the next time, and the latest word counts") {
  PayeeRules rules;
  CHECK_FALSE(rules.suggest("ALDERMERE SWIM CLUB"));
  rules.learn("ALDERMERE SWIM CLUB ON 20 NOV", Account::OtherSpending);
  rules.learn("CARD PAYMENT TO ALDERMERE SWIM CLUB", Account::Activities);
  CHECK(rules.rules.size() == 1);
  CHECK(rules.suggest("aldermere swim club 9911") == Account::Activities);
  CHECK(rules.suggest("ALDERMERE SWIM CLUB NORTHMERE") == Account::Activities);
  CHECK_FALSE(rules.suggest("ALDERMERE TAXIS"));
  CHECK_FALSE(rules.suggest("ALDERMERE SWIM CLUBHOUSE"));
}

TEST_CASE("of two rules that fit, the one with more words is taken") {
  PayeeRules rules;
  rules.learn("NORTHMERE LEISURE SWIMMING", Account::Training);
  rules.learn("NORTHMERE LEISURE", Account::Activities);
  CHECK(rules.suggest("NORTHMERE LEISURE SWIMMING POOL") == Account::Training);
  CHECK(rules.suggest("NORTHMERE LEISURE CAFE") == Account::Activities);
}

TEST_CASE("nothing is learned from a text without a payee, nor that a payment went to the account it came from") {
  PayeeRules rules;
  rules.learn("DIRECT DEBIT 0011", Account::Activities);
  rules.learn("NM TAXIS", Account::Bank);
  rules.learn("NM TAXIS", static_cast<Account>(99));
  CHECK(rules.rules.empty());
  CHECK_FALSE(rules.suggest("DIRECT DEBIT 0022"));
}

TEST_CASE("the rule that was longest not corrected makes room for a new one") {
  PayeeRules rules;
  const auto payee = [](std::size_t i) {
    return "payee " + std::string(1, static_cast<char>('b' + i / 26)) + "x" +
           std::string(1, static_cast<char>('b' + i % 24)) + (i % 26 >= 24 ? "yy" : "zz");
  };
  for (std::size_t i = 0; i < PayeeRules::most_rules + 3; ++i) rules.learn(payee(i), Account::Travel);
  CHECK(rules.rules.size() <= PayeeRules::most_rules);
  CHECK_FALSE(rules.suggest(payee(0)));
  CHECK(rules.suggest(payee(PayeeRules::most_rules + 2)) == Account::Travel);
}

TEST_CASE("rules are kept as they were learned") {
  PayeeRules rules;
  rules.learn("NM TAXIS", Account::Travel);
  const auto read = wire::decode_frame<PayeeRules>(wire::encode_frame(rules));
  REQUIRE(read.ok());
  CHECK(read->rules == rules.rules);
}
