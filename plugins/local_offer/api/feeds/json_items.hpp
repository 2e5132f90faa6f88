// Small helpers for building one JSON tree out of another: what is blank or has no items is not put. Used by
// version_one and version_one_schedule.
#pragma once

#include "app/base/text.hpp"
#include "app/server/json_tree.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace alongside::local_offer {

// The items of a list; none when it is no list or not there.
inline const std::vector<server::JsonValue>& list_at(const server::JsonValue& object, std::string_view name) {
  static const std::vector<server::JsonValue> none;
  const server::JsonValue* list = object.find(name);
  return list != nullptr && list->is(server::JsonKind::Array) ? list->items : none;
}

inline void put_said(server::JsonValue& to, std::string_view name, std::string_view words) {
  if (!trim(words).empty()) server::put_member(to, name, server::json_words(words));
}

inline void put_items(server::JsonValue& to, std::string_view name, server::JsonValue list) {
  if (!list.items.empty()) server::put_member(to, name, std::move(list));
}

}  // namespace alongside::local_offer
