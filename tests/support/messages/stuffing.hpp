// Stuffing: fills any message of ours with something in every field: one item in each list, but `items` of them in
// the list of number `list`, counted as they are come by. Those are left as empty as they can be, which is the most
// memory for the fewest bytes. An archive like FrameWriter, for what no sample has been written for.
#pragma once

#include "app/wire/types.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

namespace alongside::testing {

class Stuffing {
 public:
  static constexpr std::size_t none = SIZE_MAX;
  static constexpr int deepest = 6;  // records inside each other that are filled; deeper ones stay empty

  Stuffing() = default;
  Stuffing(std::size_t list, std::size_t items) : list_(list), items_(items) {}

  template <class... Values>
  Stuffing& operator()(Values&&... values) {
    (fill(wire::bare(values)), ...);
    return *this;
  }
  std::size_t lists() const { return lists_; }

 private:
  template <class T>
  void fill(T& value) {
    if constexpr (wire::Record<T>) {
      if (depth_ == deepest) return;
      ++depth_;
      value.serialize(*this);
      --depth_;
    } else if constexpr (std::is_enum_v<T>) {
      const auto next = static_cast<T>(++enums_ % 8);
      if (is_known(next)) value = next;
    } else if constexpr (std::is_same_v<T, bool>) {
      value = true;
    } else if constexpr (std::is_arithmetic_v<T>) {
      value = 1;
    } else {
      fill_whole(value);
    }
  }

  void fill_whole(std::string& text) { text = "a"; }
  void fill_whole(Bytes& bytes) { bytes = {1}; }
  void fill_whole(wire::Tail&) {}
  template <class T>
  void fill_whole(T&) {}  // dates, ids, what has its own way of being read: as they are

  template <class T>
  void fill_whole(wire::Appended<T>& appended) {
    fill(appended.field.value);
  }
  template <class T>
  void fill_whole(std::optional<T>& value) {
    if (depth_ < deepest) fill(value.emplace());
  }
  template <class T>
  void fill_whole(std::shared_ptr<const T>& pointer) {
    if (depth_ == deepest) return;
    auto made = std::make_shared<T>();
    fill(*made);
    pointer = made;
  }
  template <class T>
  void fill_whole(std::vector<T>& items) {
    if (lists_++ == list_) {
      items.resize(items_);
    } else if (depth_ < deepest) {
      fill(items.emplace_back());
    }
  }
  template <class V>
  void fill_whole(std::map<std::string, V>& items) {
    if (lists_++ != list_) return fill(items["a"]);
    for (std::size_t index = 0; index < items_; ++index) items[std::to_string(index)];
  }
  void fill_whole(std::set<std::string>& items) {
    if (lists_++ != list_) return void(items.insert("a"));
    for (std::size_t index = 0; index < items_; ++index) items.insert(std::to_string(index));
  }

  std::size_t list_ = none;
  std::size_t items_ = 0;
  std::size_t lists_ = 0;
  std::size_t enums_ = 0;
  int depth_ = 0;
};

}  // namespace alongside::testing
