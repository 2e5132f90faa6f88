// The hash of keys that node ids are made of: FNV-1a, 32 bits, never of translated text.
// Used by FrameParts and by the search for a field by its key.
#pragma once

#include "app/ui/key.hpp"

#include <cstdint>
#include <string_view>

namespace alongside::ui {

constexpr std::uint32_t fnv_start = 2166136261u;

constexpr std::uint32_t fnv_byte(std::uint32_t hash, std::uint8_t byte) { return (hash ^ byte) * 16777619u; }

constexpr std::uint32_t fnv_text(std::uint32_t hash, std::string_view text) {
  for (const char letter : text) hash = fnv_byte(hash, static_cast<std::uint8_t>(letter));
  return fnv_byte(hash, 0);
}

constexpr std::uint32_t fnv_number(std::uint32_t hash, std::uint64_t number) {
  for (int shift = 0; shift < 64; shift += 8) hash = fnv_byte(hash, static_cast<std::uint8_t>(number >> shift));
  return hash;
}

// Of the n-th of its kind, without a key: no two numbers below one path have the same. Most nodes have such a one.
constexpr std::uint32_t ordinal_hash(std::uint32_t path, std::uint32_t number) {
  const std::uint32_t hash = (path ^ number) * 0x9E3779B1u;
  return (hash ^ hash >> 15) * 16777619u;
}

constexpr std::uint32_t key_hash(std::uint32_t start, const Key& key) {
  return fnv_number(fnv_text(start, key.text), key.index);
}

}  // namespace alongside::ui
