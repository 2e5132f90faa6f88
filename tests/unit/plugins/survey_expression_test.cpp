// Conditions of surveys: what they mean, and what is said of those that mean nothing.
#include "plugins/feedback/model/evaluate.hpp"
#include "plugins/feedback/model/expression.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace alongside::feedback;

namespace {

Value list(std::initializer_list<const char*> items) {
  std::vector<Value> values;
  for (const char* item : items) values.push_back(Value::of_text(item));
  return Value::of_list(std::move(values));
}

bool is_true(std::string_view text, const Answers& answers = {}) {
  const auto parsed = parse_expression(text);
  CAPTURE(text);
  REQUIRE(std::holds_alternative<Expression>(parsed));
  return holds(std::get<Expression>(parsed), answers);
}

ExpressionFault fault(std::string_view text) {
  const auto parsed = parse_expression(text);
  CAPTURE(text);
  REQUIRE(std::holds_alternative<ExpressionFault>(parsed));
  return std::get<ExpressionFault>(parsed);
}

}  // namespace

TEST_CASE("words are equal in small and capital letters, and to the numbers they look like") {
  const Answers answers{{"a", Value::of_text("abc")},
                        {"n", Value::of_text("1")},
                        {"yes", Value::of_truth(true)},
                        {"welsh", Value::of_text("Tŷ")}};
  CHECK(is_true("{a} = 'ABC'", answers));
  CHECK(is_true("{A} = abc", answers));
  CHECK(is_true("{n} = 1", answers));
  CHECK(is_true("{yes} = 'true'", answers));
  CHECK(is_true("{welsh} = 'TŶ'", answers));
  CHECK_FALSE(is_true("{a} <> 'abc'", answers));
}

TEST_CASE("lists are equal in any order, and contain what is in them") {
  const Answers answers{{"a", list({"y", "x"})}};
  CHECK(is_true("{a} = ['x','y']", answers));
  CHECK(is_true("{a} contains 'x'", answers));
  CHECK(is_true("{a} contains ['x', 'y']", answers));
  CHECK_FALSE(is_true("{a} contains 'z'", answers));
  CHECK(is_true("{a} notcontains 'z'", answers));
  CHECK(is_true("{a} anyof ['z', 'x']", answers));
  CHECK_FALSE(is_true("{a} allof ['z', 'x']", answers));
  CHECK(is_true("{a} noneof ['z']", answers));
}

TEST_CASE("what was not answered is empty, less than nothing and more than nothing") {
  CHECK(is_true("{a} empty"));
  CHECK_FALSE(is_true("{a} notempty"));
  CHECK_FALSE(is_true("{a} > 5"));
  CHECK_FALSE(is_true("{a} < 5"));
  CHECK(is_true("{a} != 5"));
  CHECK(is_true("{a} noneof [1]"));
  CHECK(is_true("{a} = null"));
  const Answers nought{{"a", Value::of_number(0)}, {"b", Value::of_truth(false)}, {"c", Value::of_list({})}};
  CHECK_FALSE(is_true("{a} empty", nought));
  CHECK_FALSE(is_true("{b} empty", nought));
  CHECK(is_true("{c} empty", nought));
}

TEST_CASE("and binds closer than or, comparisons closer than both, and contains closest") {
  const Answers answers{{"a", Value::of_number(1)}, {"list", list({"x"})}};
  CHECK(is_true("{a} = 1 or {a} = 2 and {a} = 3", answers));
  CHECK_FALSE(is_true("({a} = 1 or {a} = 2) and {a} = 3", answers));
  CHECK(is_true("{list} contains 'x' = true", answers));
  CHECK(is_true("!{b} and {a} = 1", answers));
  CHECK(is_true("! ({a} = 2)", answers));
  CHECK(is_true("({a} = 1", answers));  // SurveyJS closes the last bracket itself
}

TEST_CASE("answers that look like numbers are compared as numbers, and literals in quotes as words") {
  const Answers answers{{"a", Value::of_text("10")}, {"b", Value::of_text("9")}, {"code", Value::of_text("01")}};
  CHECK(is_true("{a} > {b}", answers));
  CHECK_FALSE(is_true("'10' > '9'", answers));
  CHECK(is_true("{a} >= 10 and {a} <= 10.0", answers));
  CHECK(is_true("{code} = '01'", answers));
}

TEST_CASE("a fault names its place and says what to write") {
  CHECK(fault("{a} = 'x").at == 6);
  CHECK(fault("{a = 1").what == "this { is never closed");
  CHECK(fault("{a} >").at == 5);
  CHECK(fault("{a} = abc def").at == 10);
  CHECK(fault("{a} = 01").at == 6);
  CHECK(fault("{a} = 1)").at == 7);
  CHECK(fault("iif({a}, 1, 2)").what == "we know no functions here yet");
  CHECK(fault("").at == 0);
  CHECK(fault("{}").at == 0);
  CHECK(fault("{a} + 1 = 2").at == 4);
}

TEST_CASE("nothing is too deep, too long or too strange to be refused politely") {
  CHECK(fault(std::string(4001, ' ')).what == "keep a condition under 4,000 characters");
  CHECK(fault(std::string(3000, '(')).what == "too many brackets inside each other");
  CHECK(fault(std::string(3000, '!')).what == "too many brackets inside each other");
  CHECK(fault(std::string(3000, '[')).at > 0);
  std::string chain = "{a}";
  while (chain.size() < 3990) chain += "or{a}";
  CHECK_FALSE(is_true(chain));
  std::mt19937 random(20261122);
  const std::string_view pieces[] = {"{a}", "{",   "}",  "'",  "\"",   "\\",   "(",     ")",  "[",     "]",
                                     ",",   "and", "or", "!",  "=",    "<",    ">",     "*=", "empty", "1",
                                     "-",   ".",   " ",  "\n", "\xff", "\xc3", "anyof", "not"};
  for (int run = 0; run < 20000; ++run) {
    std::string text;
    for (unsigned i = random() % 14; i > 0; --i) text += pieces[random() % std::size(pieces)];
    const auto parsed = parse_expression(text);
    if (const auto* wrong = std::get_if<ExpressionFault>(&parsed)) {
      REQUIRE(wrong->at <= text.size());
    } else {
      (void)evaluate(std::get<Expression>(parsed), {{"a", Value::of_text("x")}});
    }
  }
}
