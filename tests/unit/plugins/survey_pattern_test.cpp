// Patterns of validators: what they find, what is refused, and that none takes long.
#include "plugins/feedback/model/pattern.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside::feedback;

namespace {

Pattern::Found found(std::string_view pattern, std::string_view text, LetterCase letter_case = LetterCase::Counts) {
  const auto parsed = Pattern::parse(pattern, letter_case);
  CAPTURE(pattern);
  REQUIRE(std::holds_alternative<Pattern>(parsed));
  return std::get<Pattern>(parsed).find_in(text);
}

bool finds(std::string_view pattern, std::string_view text) { return found(pattern, text) == Pattern::Found::Yes; }

PatternFault fault(std::string_view pattern) {
  const auto parsed = Pattern::parse(pattern, LetterCase::Counts);
  CAPTURE(pattern);
  REQUIRE(std::holds_alternative<PatternFault>(parsed));
  return std::get<PatternFault>(parsed);
}

}  // namespace

TEST_CASE("a pattern finds what JavaScript finds") {
  CHECK(finds("^[A-Z]{1,2}\\d{1,2}[A-Z]? \\d[A-Z]{2}$", "NM2 4AB"));
  CHECK_FALSE(finds("^\\d+$", "12a"));
  CHECK(finds("^(a|b)\\1$", "bb"));
  CHECK_FALSE(finds("^(a|b)\\1$", "ab"));
  CHECK(finds("^(?=.*\\d)(?!.*x).+$", "abc1"));
  CHECK_FALSE(finds("^(?=.*\\d)(?!.*x).+$", "abcx1"));
  CHECK(finds("^.{2}$", "\xF0\x9F\x98\x80"));  // one face is two units
  CHECK(finds("{", "a{b"));
  CHECK(found("^T\xC5\xB6$", "t\xC5\xB7", LetterCase::Ignored) == Pattern::Found::Yes);
}

TEST_CASE("what is no pattern, or none that we know, is refused with its place") {
  CHECK(fault("a(b").at == 3);
  CHECK(fault("a)").at == 1);
  CHECK(fault("*a").at == 0);
  CHECK(fault("[b-a]").what == "the ends of this range are the wrong way round");
  CHECK(fault("(?<=a)b").at == 1);
  CHECK(fault(std::string(2001, 'a')).at == 2000);
  CHECK(fault(std::string(100, '(')).what == "too many brackets inside each other");
  CHECK(fault("(((a{1,1000}){1,1000}){1,1000})").what == "this pattern is too large");
}

TEST_CASE("a pattern that would run for ever gives up, and says so") {
  CHECK(found("^(a+)+$", std::string(60, 'a') + "b") == Pattern::Found::TooLong);
  CHECK(found("(x+x+)+y", std::string(4000, 'x')) == Pattern::Found::TooLong);
  CHECK(found("^(a*)*$", std::string(200, 'a')) == Pattern::Found::Yes);
}
