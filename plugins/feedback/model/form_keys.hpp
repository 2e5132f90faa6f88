// FormKeys: what has just changed, and whether an expression is touched by it: survey-core runs a condition
// again only then, and the order in which things happen depends on it. Used by FormRun.
#pragma once

#include "plugins/feedback/model/expression.hpp"
#include "plugins/feedback/model/value.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::feedback {

struct FormChange {
  Value before;
  Value now;
  bool knows_before = true;
};

using FormKeys = std::map<std::string, FormChange>;

bool has_changed(const FormKeys& keys, std::string_view name);
// What an expression depends on: the names in it; or nothing that can be named.
enum class Touched : std::uint8_t { No, ByName, ByFunction, ByNothing };
Touched touched_by(const Expression& expression, const FormKeys& keys);
inline bool must_run(const Expression& expression, const FormKeys& keys) {
  return touched_by(expression, keys) != Touched::No;
}

bool same_keys(const FormKeys& left, const FormKeys& right);
// Those of `keys` that are not, or not the same, in `before`.
FormKeys new_keys(const FormKeys& keys, const FormKeys& before);

}  // namespace alongside::feedback
