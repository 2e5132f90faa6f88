// call_function: what a function of an expression makes of what it is given, as survey-core 3.1.1 has it.
// Those over lists (sumInArray …) take the condition that each item must pass as an ItemTest.
#pragma once

#include "plugins/feedback/model/scope.hpp"
#include "plugins/feedback/model/script_function.hpp"
#include "plugins/feedback/model/value.hpp"

#include <span>
#include <string_view>

namespace alongside::feedback {

using Given = std::span<const Value>;

Value call_function(ScriptFunction function, Given given, const Scope& scope);

// The dates' share of these.
Value call_date_function(ScriptFunction function, Given given, const Scope& scope);

class ItemTest {
 public:
  virtual ~ItemTest() = default;
  virtual bool passes(const Value& item) = 0;
};

constexpr bool is_over_list(ScriptFunction function) {
  using enum ScriptFunction;
  return function == SumInArray || function == AvgInArray || function == CountInArray || function == MinInArray ||
         function == MaxInArray;
}
// `returned`: of the least or the most, the item of this name is the result.
Value call_list_function(ScriptFunction function, const Value& list, std::string_view name, std::string_view returned,
                         ItemTest& test);

}  // namespace alongside::feedback
