// JsonCost: looks JSON over before anything is made of it: how many values each array and object has, and how much
// memory the tree will take. Few bytes can be very many small values, and somebody chose them. A handler for
// Boost.JSON's parser that needs nothing of it; used by read_json alone.
#pragma once

#include "app/server/json_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace alongside::server {

class JsonCost {
 public:
  static constexpr std::size_t max_object_size = 1'000'000;
  static constexpr std::size_t max_array_size = 1'000'000;
  static constexpr std::size_t max_key_size = 1024;
  static constexpr std::size_t max_string_size = 64 * 1024 * 1024;

  // The most memory for each byte of the text, and what even the shortest may take.
  static constexpr std::size_t memory_for_each_byte = 32, least_memory = std::size_t{32} << 10;
  static std::size_t memory_for(std::size_t bytes) { return std::max(least_memory, memory_for_each_byte * bytes); }

  std::size_t memory() const { return memory_ + largest_object_ * name_to_compare; }
  const std::vector<std::uint32_t>& counts() const { return counts_; }  // in the order in which they begin

  bool on_document_begin(auto&) { return true; }
  bool on_document_end(auto&) { return true; }
  bool on_object_begin(auto&) { return begin(); }
  bool on_array_begin(auto&) { return begin(); }
  bool on_object_end(std::size_t count, auto&) {
    largest_object_ = std::max(largest_object_, count);
    return end();
  }
  bool on_array_end(std::size_t, auto&) { return end(); }
  bool on_key_part(std::string_view, std::size_t, auto&) { return true; }
  bool on_key(std::string_view, std::size_t whole, auto&) {
    memory_ += sizeof(JsonValue::Member) - sizeof(JsonValue);
    return take_text(whole);
  }
  bool on_string_part(std::string_view, std::size_t, auto&) { return true; }
  bool on_string(std::string_view, std::size_t whole, auto&) { return take_value() && take_text(whole); }
  bool on_number_part(std::string_view, auto&) { return true; }
  bool on_int64(std::int64_t, std::string_view, auto&) { return take_value(); }
  bool on_uint64(std::uint64_t, std::string_view, auto&) { return take_value(); }
  bool on_double(double, std::string_view, auto&) { return take_value(); }
  bool on_bool(bool, auto&) { return take_value(); }
  bool on_null(auto&) { return take_value(); }
  bool on_comment_part(std::string_view, auto&) { return true; }
  bool on_comment(std::string_view, auto&) { return true; }

 private:
  // What the heap keeps beside each allocation; a container's count, while the list of them grows; what comparing the
  // names of one object takes for each.
  static constexpr std::size_t allocation = 16, count_of_one = 3 * sizeof(std::uint32_t), name_to_compare = 16;
  static constexpr std::size_t inside_text = 15;  // as many letters need no allocation

  bool begin() {
    take_value();
    memory_ += count_of_one;
    open_.push_back(counts_.size());
    counts_.push_back(0);
    return true;
  }
  bool end() {
    if (counts_[open_.back()] != 0) memory_ += allocation;
    open_.pop_back();
    return true;
  }
  bool take_value() {
    if (!open_.empty()) ++counts_[open_.back()];
    memory_ += sizeof(JsonValue);
    return true;
  }
  bool take_text(std::size_t bytes) {
    if (bytes > inside_text) memory_ += std::max(bytes, 2 * inside_text) + allocation;
    return true;
  }

  std::size_t memory_ = 0;
  std::size_t largest_object_ = 0;
  std::vector<std::uint32_t> counts_;
  std::vector<std::size_t> open_;  // places in counts_
};

}  // namespace alongside::server
