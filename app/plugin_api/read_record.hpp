// Reads what Records gives as a plugin's own messages. One of a newer edition than this program, or spoilt, is not
// read: the plugin says so and shows the rest.
#pragma once

#include "app/plugin_api/records.hpp"
#include "app/wire/payload.hpp"

#include <optional>
#include <utility>

namespace alongside {

template <wire::Message T>
std::optional<T> read_document(const wire::Document& document) {
  if (document.kind != T::schema.id || document.edition != T::schema.version) return std::nullopt;
  Result<T> content = wire::decode_payload<T>(document.content);
  return content.ok() ? std::optional<T>(std::move(content).value()) : std::nullopt;
}

// False, and `into` as it was, when the change is not a T. `into` is a variant of all that it may be.
template <wire::Message T, class AnyOf>
bool read_change(const Change& change, AnyOf& into) {
  if (change.kind != T::schema.id || change.edition != T::schema.version) return false;
  Result<T> payload = wire::decode_payload<T>(change.payload);
  if (!payload.ok()) return false;
  into = std::move(payload).value();
  return true;
}

}  // namespace alongside
