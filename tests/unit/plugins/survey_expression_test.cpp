// Conditions of surveys: what they mean, and what is said of those that mean nothing.
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/evaluate.hpp"
#include "plugins/feedback/model/expression.hpp"
#include "plugins/feedback/model/moments.hpp"

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

Value value_of(std::string_view text, const Answers& answers = {}) {
  const auto parsed = parse_expression(text);
  CAPTURE(text);
  REQUIRE(std::holds_alternative<Expression>(parsed));
  return evaluate(std::get<Expression>(parsed), AnswerScope(answers, moment_of_text("2026-11-22T10:30")));
}

std::string words_of(std::string_view text, const Answers& answers = {}) { return text_of(value_of(text, answers)); }

Value visit(const char* place, double cost) {
  Value visit = Value::of_map();
  visit.set("place", Value::of_text(place));
  visit.set("cost", Value::of_number(cost));
  return visit;
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

TEST_CASE("sums are of what was answered: words are joined, what is missing counts as nothing, tenths stay tenths") {
  const Answers answers{{"one", Value::of_text("1")}, {"two", Value::of_text("2")}, {"x", Value::of_text("x")}};
  CHECK(words_of("{one} + {two}", answers) == "3");
  CHECK(words_of("{x} + 2", answers) == "x2");
  CHECK(words_of("{gone} + 1") == "1");
  CHECK(words_of("0.1 + 0.2") == "0.3");
  CHECK(value_of("1 / 0").kind == ValueKind::Null);
  CHECK(words_of("2 ^ 3 ^ 2") == "64");
  CHECK(words_of("10-3-2") == "5");
  CHECK(words_of("7 % 4 * 2") == "6");
  CHECK(words_of("10000000 * 10000000 * 10000000 * 10") == "1e+22");
}

TEST_CASE("functions count, choose, round and know what day it is") {
  CHECK(words_of("iif({a} > 5, 'many', 'few')", {{"a", Value::of_number(6)}}) == "many");
  CHECK(words_of("round(2.345, 2)") == "2.35");
  CHECK(words_of("sum([1, 2], '3', 4)") == "10");
  CHECK(words_of("avg(1, 2, 6)") == "3");
  CHECK(words_of("age({born})", {{"born", Value::of_text("2010-11-23")}}) == "15");
  CHECK(words_of("dateDiff('2026-01-01', today(), 'months')") == "10");
  CHECK(day_of_moment(value_of("dateAdd('2024-01-31', 1, 'months')").number) == "2024-03-02");
  CHECK(is_true("{day} = today()", {{"day", Value::of_text("1970-01-01")}}));  // a scope without a clock
  CHECK(value_of("nosuch(1)").kind == ValueKind::Null);
}

TEST_CASE("functions over lists look at each row, and its condition at the row before the answers") {
  const Answers answers{{"visits", Value::of_list({visit("pool", 4), visit("zoo", 9.5), visit("pool", 6)})},
                        {"least", Value::of_number(5)}};
  CHECK(words_of("sumInArray({visits}, 'cost')", answers) == "19.5");
  CHECK(words_of("sumInArray({visits}, 'cost', {place} = 'pool')", answers) == "10");
  CHECK(words_of("countInArray({visits}, 'cost', {cost} > {least})", answers) == "2");
  CHECK(words_of("maxInArray({visits}, 'cost', 'place')", answers) == "zoo");
  CHECK(words_of("avgInArray({visits}, 'cost', \"{place} = \\'pool\\'\")", answers) == "5");
  CHECK(words_of("{visits[1].place}", answers) == "zoo");
  CHECK(words_of("{visits[-1].cost}", answers) == "6");
  CHECK(words_of("{visits.length}", answers) == "3");
}

TEST_CASE("a fault names its place and says what to write") {
  CHECK(fault("{a} = 'x").at == 6);
  CHECK(fault("{a = 1").what == "this { is never closed");
  CHECK(fault("{a} >").at == 5);
  CHECK(fault("{a} = abc def").at == 10);
  CHECK(fault("{a} = 01").at == 6);
  CHECK(fault("{a} = 1)").at == 7);
  CHECK(fault("").at == 0);
  CHECK(fault("{}").at == 0);
  CHECK(fault("true and not false").at == 13);
  CHECK(fault("[1, 2").at == 5);
  CHECK(fault("!null").what == "null cannot stand here");
}

TEST_CASE("no expression takes long: one that multiplies its own work ends in nothing") {
  std::vector<Value> rows;
  for (int i = 0; i < 200; ++i) rows.push_back(visit("pool", i));
  std::string text = "{cost} > 0";
  for (int depth = 0; depth < 12; ++depth) text = "sumInArray({visits}, 'cost', " + text + ") > 0";
  CHECK_FALSE(is_true(text, {{"visits", Value::of_list(std::move(rows))}}));
  std::string joined = "{w}";
  while (joined.size() < 9900) joined += "+{w}";
  CHECK(value_of(joined, {{"w", Value::of_text(std::string(4000, 'w'))}}).text.size() < 10'000'000);
}

TEST_CASE("nothing is too deep, too long or too strange to be refused politely") {
  CHECK(fault(std::string(10001, ' ')).what == "keep an expression under 10,000 characters");
  CHECK(fault(std::string(3000, '(')).what == "too many brackets inside each other");
  CHECK(fault(std::string(3000, '!')).what == "too many brackets inside each other");
  CHECK(fault(std::string(3000, '[')).at > 0);
  std::string chain = "{a}";
  while (chain.size() < 3990) chain += "or{a}";
  CHECK_FALSE(is_true(chain));
  std::mt19937 random(20261122);
  const std::string_view pieces[] = {"{a}", "{",  "}",    "'",    "\"",    "\\",  "(",    ")",     "[", "]", ",",
                                     "and", "or", "!",    "=",    "<",     ">",   "*=",   "empty", "1", "-", ".",
                                     " ",   "\n", "\xff", "\xc3", "anyof", "not", "sum(", "null",  "+", "^"};
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

TEST_CASE("brackets of both kinds that nobody closes end in a fault, and not in reading for ever") {
  const std::string tangled =
      "((((((((Lk/[(((((1^[L(k/[((((((1^[L((k/([get((((1^[L((k/([getYear(k/([get((((1^[L((k/([getYear(((1^[a-(((((((0";
  CHECK(fault(tangled).what == "write this more simply: it can be read in too many ways");
  CHECK(fault("{a} = [" + std::string(4990, '1') + ",2").what !=
        "write this more simply: it can be read in too many ways");
}
