// Rules about what the money may buy, as councils write them: in the lists of the guide's file, and in the file of one
// child's agreement. Used by `guide import`, `agreement import` and `agreement rules`.
#pragma once

#include "app/base/result.hpp"
#include "app/server/json_fields.hpp"
#include "plugins/direct_payments/model/spending/agreed_words.hpp"

namespace alongside::direct_payments {

// {"en": …, "cy": …, "about": ["tablet", "llechen"], "from": "250.00"}, the last two as needed.
SpendRule read_rule(server::JsonFields fields, SpendVerdict verdict);

// The rules of a guide's file that parse_guide() has found whole.
SpendRules rules_of_guide(const server::JsonValue& json);

// {"source": {"title": …, "date": …}, "outcomes": [{"number": 1, "en": …, "cy": …}],
//  "may_buy": […], "ask_first": […], "may_not": […]}
AgreedWords read_agreed_words(server::JsonFields fields, server::JsonMistakes& mistakes);
// The same as a whole file. InvalidInput with every mistake and its place.
Result<AgreedWords> parse_agreed_words(const server::JsonValue& json);

}  // namespace alongside::direct_payments
