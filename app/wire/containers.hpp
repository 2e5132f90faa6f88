// How containers look in a frame: the count of items as a varint, then the items. vector, map and
// set (keys strictly increasing), array (no count), optional (0, or 1 and the value), variant (the
// number of the alternative, then its value), Bytes (count, then the bytes as they are).
// cereal's own headers for these are never included: they take memory before they check.
#pragma once

#include "app/base/bytes.hpp"
#include "app/wire/scalars.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <variant>
#include <vector>

namespace alongside::wire {

inline constexpr std::size_t map_node_bytes = 4 * sizeof(void*);  // what a tree keeps beside each item

template <class T>
void save(FrameWriter& writer, const std::vector<T>& items) {
  writer.unsigned_number(items.size());
  for (const T& item : items) writer(item);
}
template <class T>
void load(FrameReader& reader, std::vector<T>& items) {
  static_assert(!std::same_as<T, bool>, "use a vector of bytes or of an enum: vector<bool> has no items");
  const std::size_t count = reader.count(sizeof(T));
  reader.begin_container();
  // What is there already is read over, so that a message read again and again keeps its memory.
  // All at once: the count was charged to a budget that is in proportion to the bytes that came, and a vector
  // that grows has the old and the new at the same time, which is more.
  items.reserve(count);
  items.resize(count);
  for (T& item : items) reader(item);
  reader.end_container();
}

inline void save(FrameWriter& writer, const Bytes& bytes) { writer.blob(bytes); }
inline void load(FrameReader& reader, Bytes& bytes) {
  const std::span<const std::uint8_t> found = reader.blob();
  bytes.clear();  // so that the next step is the same whatever was there
  bytes.insert(bytes.end(), found.begin(), found.end());
}

template <class K, class V>
void save(FrameWriter& writer, const std::map<K, V>& items) {
  writer.unsigned_number(items.size());
  for (const auto& [key, value] : items) writer(key, value);
}
template <class K, class V>
void load(FrameReader& reader, std::map<K, V>& items) {
  const std::size_t count = reader.count(sizeof(std::pair<const K, V>) + map_node_bytes);
  reader.begin_container();
  items.clear();
  for (std::size_t index = 0; index < count; ++index) {
    const std::uint8_t* const start = reader.at();
    K key{};
    reader(key);
    if (!items.empty() && !(items.rbegin()->first < key)) reader.fail_at(DecodeCode::KeyOrder, start);
    reader(items.emplace_hint(items.end(), std::move(key), V{})->second);
  }
  reader.end_container();
}

template <class K>
void save(FrameWriter& writer, const std::set<K>& items) {
  writer.unsigned_number(items.size());
  for (const K& item : items) writer(item);
}
template <class K>
void load(FrameReader& reader, std::set<K>& items) {
  const std::size_t count = reader.count(sizeof(K) + map_node_bytes);
  reader.begin_container();
  items.clear();
  for (std::size_t index = 0; index < count; ++index) {
    const std::uint8_t* const start = reader.at();
    K item{};
    reader(item);
    if (!items.empty() && !(*items.rbegin() < item)) reader.fail_at(DecodeCode::KeyOrder, start);
    items.emplace_hint(items.end(), std::move(item));
  }
  reader.end_container();
}

template <class T, std::size_t size>
void save(FrameWriter& writer, const std::array<T, size>& items) {
  static_assert(size > 0);
  for (const T& item : items) writer(item);
}
template <class T, std::size_t size>
void load(FrameReader& reader, std::array<T, size>& items) {
  reader.begin_container();
  for (T& item : items) reader(item);
  reader.end_container();
}

template <class T>
void save(FrameWriter& writer, const std::optional<T>& value) {
  writer.byte(value ? 1 : 0);
  if (value) writer(*value);
}
template <class T>
void load(FrameReader& reader, std::optional<T>& value) {
  reader.begin_container();
  value.reset();
  if (reader.flag()) reader(value.emplace());
  reader.end_container();
}

template <std::size_t index, class... Types>
void load_alternative(FrameReader& reader, std::variant<Types...>& value, std::size_t wanted) {
  if constexpr (index < sizeof...(Types)) {
    if (index == wanted) {
      reader(value.template emplace<index>());
    } else {
      load_alternative<index + 1>(reader, value, wanted);
    }
  }
}
template <class... Types>
void save(FrameWriter& writer, const std::variant<Types...>& value) {
  writer.unsigned_number(value.index());
  std::visit([&writer](const auto& alternative) { writer(alternative); }, value);
}
template <class... Types>
void load(FrameReader& reader, std::variant<Types...>& value) {
  reader.begin_container();
  const std::uint8_t* const start = reader.at();
  const std::uint64_t wanted = reader.unsigned_number();
  if (wanted >= sizeof...(Types)) reader.fail_at(DecodeCode::UnknownChoice, start);
  load_alternative<0>(reader, value, static_cast<std::size_t>(wanted));
  reader.end_container();
}

// std::monostate, the empty alternative of a variant, takes no bytes.
inline void save(FrameWriter&, const std::monostate&) {}
inline void load(FrameReader&, std::monostate&) {}

}  // namespace alongside::wire
