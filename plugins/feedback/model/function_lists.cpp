// The functions of expressions that go through a list of rows or panels: sumInArray and its like.
#include "plugins/feedback/model/arithmetic.hpp"
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/function_call.hpp"
#include "plugins/feedback/model/loose.hpp"

#include <cmath>

namespace alongside::feedback {
namespace {

using enum ScriptFunction;

// Words that are no number count as nothing.
Value as_number(const Value& value) {
  if (value.kind != ValueKind::Text) return value;
  const double number = survey_number(value);
  return std::isnan(number) ? Value() : Value::of_number(number);
}

// The value called `name` of an item that has one and passes.
const Value* counted(const Value& item, std::string_view name, ItemTest& test) {
  const Value* value = item.kind == ValueKind::Map ? item.find(name) : nullptr;
  if (value == nullptr || value->is_empty() || !test.passes(item)) return nullptr;
  return value;
}

struct Total {
  Value sum = Value::of_number(0);
  double count = 0;
};

Total total(const Value& list, std::string_view name, ItemTest& test) {
  Total total;
  for (const Value& item : list.items) {
    const Value* value = counted(item, name, test);
    if (value == nullptr) continue;
    ++total.count;
    const Value number = as_number(*value);
    if (!is_nothing(number)) total.sum = plain_sum(total.sum, number);
  }
  return total;
}

Value extreme(ScriptFunction function, const Value& list, std::string_view name, std::string_view returned,
              ItemTest& test) {
  Value best;
  const Value* best_item = nullptr;
  for (const Value& item : list.items) {
    const Value* value = counted(item, name, test);
    const Value number = value == nullptr ? Value() : as_number(*value);
    if (is_nothing(number)) continue;
    const bool is_better = function == MinInArray ? loosely_less(number, best) : loosely_less(best, number);
    if (best_item != nullptr && !is_better) continue;
    best = number;
    best_item = &item;
  }
  if (best_item == nullptr || returned == name) return best;
  const Value* found = best_item->find(returned);
  return found == nullptr ? Value() : *found;
}

}  // namespace

Value call_list_function(ScriptFunction function, const Value& list, std::string_view name, std::string_view returned,
                         ItemTest& test) {
  if (function == MinInArray || function == MaxInArray) return extreme(function, list, name, returned, test);
  const Total all = total(list, name, test);
  switch (function) {
    case SumInArray: return all.sum;
    case CountInArray: return Value::of_number(all.count);
    default: return Value::of_number(all.count == 0 ? 0 : to_number(all.sum) / all.count);
  }
}

}  // namespace alongside::feedback
