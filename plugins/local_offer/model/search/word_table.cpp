#include "plugins/local_offer/model/search/word_table.hpp"

#include <cstddef>

namespace alongside::local_offer {
namespace {

// FNV-1a; what collides costs time, never a wrong answer, and the number of words is limited.
std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 2166136261u;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash ^ hash >> 15;
}

}  // namespace

WordTable::WordTable() : slots_(1024) {}

std::uint32_t WordTable::number_of(std::string_view word) {
  const std::uint32_t hash = hash_of(word);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot] != 0) {
    const std::uint32_t number = slots_[slot] - 1;
    if (hashes_[number] == hash && this->word(number) == word) return number;
    slot = (slot + 1) & mask;
  }
  const std::uint32_t number = size();
  letters_ += word;
  starts_.push_back(static_cast<std::uint32_t>(letters_.size()));
  hashes_.push_back(hash);
  slots_[slot] = number + 1;
  if (std::size_t{2} * size() > slots_.size()) grow();
  return number;
}

void WordTable::grow() {
  slots_.assign(slots_.size() * 2, 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t number = 0; number < size(); ++number) {
    std::size_t slot = hashes_[number] & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = number + 1;
  }
}

}  // namespace alongside::local_offer
