// FormMistake: what is wrong with one answer of a form, and where. Told by FormRun.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::feedback {

enum class FormFault : std::uint8_t {
  Required,
  OneAnswer,
  TooLittle,
  TooMuch,
  TooFew,
  EachRow,
  NotANumber,
  Validator,
  TooFewRows,
  SameTwice,
};
constexpr std::string_view name_of(FormFault fault) {
  constexpr std::string_view names[] = {"required", "one_answer",   "too_little", "too_much",     "too_few",
                                        "each_row", "not_a_number", "invalid",    "too_few_rows", "same_twice"};
  return names[static_cast<unsigned>(fault)];
}

struct FormMistake {
  std::string place;  // "name", or "visits[0].name" inside a row or a panel
  FormFault fault = FormFault::Required;
  std::size_t validator = 0;  // of Validator and NotANumber: which of the element's
};

}  // namespace alongside::feedback
