// Rules of retention that are one statement, and rules for documents of one kind. Used by features' retention().
#pragma once

#include "app/server/retention/retention_rules.hpp"
#include "app/wire/payload.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace alongside::server {

// The statement deletes or changes at most ?2 rows of before the day ?1 (its number), or of before the moment ?3. A day
// here begins an hour before midnight UTC: a summer night must not lose an hour of what is kept.
std::function<Result<ReapStep>(const RetentionContext&)> reap_rows(std::string sql);
// Deletes those rows of `table` of which this is true; `key` are the columns that tell them apart.
std::function<Result<ReapStep>(const RetentionContext&)> reap_where(const std::string& table, const std::string& key,
                                                                    const std::string& is_over);

// The day from which a document's time is counted; nothing while it is still needed.
using EndOfDocument = std::function<std::optional<Date>(std::span<const std::uint8_t> content)>;
// Documents of one kind whose day is before the first that is kept, and whose owner is not held. Looks at some of them
// at a time, and remembers how far it has come.
std::function<Result<ReapStep>(const RetentionContext&)> reap_documents(std::uint32_t kind, EndOfDocument end);

template <wire::Message T>
std::function<Result<ReapStep>(const RetentionContext&)> reap_kind(std::function<std::optional<Date>(const T&)> end) {
  return reap_documents(T::schema.id, [end = std::move(end)](std::span<const std::uint8_t> content) {
    const auto message = wire::decode_payload<T>(content);
    return message.ok() ? end(message.value()) : std::optional<Date>();
  });
}

}  // namespace alongside::server
