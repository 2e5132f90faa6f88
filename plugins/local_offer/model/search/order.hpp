// stable_order: puts a vector in order, keeping equals as they stand. One merge sort of positions
// for every type, since each use of std::sort would add kilobytes to the plugin's module.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace alongside::local_offer {

using Before = bool (*)(const void* context, std::uint32_t a, std::uint32_t b);

// Positions 0 … count-1 in order.
std::vector<std::uint32_t> ordered_positions(std::uint32_t count, Before before, const void* context);

// `less` compares two items of the vector.
template <class T, class Less>
void stable_order(std::vector<T>& items, const Less& less) {
  struct Context {
    const std::vector<T>& items;
    const Less& less;
  } context{items, less};
  const auto before = [](const void* raw, std::uint32_t a, std::uint32_t b) {
    const auto& known = *static_cast<const Context*>(raw);
    return static_cast<bool>(known.less(known.items[a], known.items[b]));
  };
  const auto positions = ordered_positions(static_cast<std::uint32_t>(items.size()), before, &context);
  std::vector<T> ordered;
  ordered.reserve(items.size());
  for (const std::uint32_t position : positions) ordered.push_back(std::move(items[position]));
  items.swap(ordered);
}

}  // namespace alongside::local_offer
