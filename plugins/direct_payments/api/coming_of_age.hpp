// A young person's birthdays that matter to a direct payment: from 16 they may be paid themselves, and from 18 the
// money follows the law for adults. Both are law (Children Act 1989, section 17A) and no council's own rule. Used by
// `agreement import` and `agreement birthdays`.
#pragma once

#include "app/base/date.hpp"
#include "app/base/result.hpp"
#include "app/wire/messages/operation.hpp"

#include <optional>
#include <string>

namespace alongside::server {
class Database;
struct FeatureContext;
}  // namespace alongside::server

namespace alongside::direct_payments {

inline constexpr std::int32_t youngest_payee = 16;
inline constexpr std::int32_t grown_up_at = 18;

// Nothing when the council has no such child.
Result<std::optional<Date>> born_on(server::Database& database, const wire::Subject& child);

// The agreements whose child becomes 16 or 18 within so many months, the soonest first, and what is to do; ids only.
Result<std::string> list_birthdays(const server::FeatureContext& context, std::int32_t months);

}  // namespace alongside::direct_payments
