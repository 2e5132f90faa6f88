#include "app/server/delta.hpp"

#include "app/server/digest.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

namespace alongside::server {
namespace {

constexpr std::size_t block = 32;  // the shortest piece that is copied
constexpr std::uint64_t base = 0x9E3779B97F4A7C15u;

// A hash of `block` bytes that moves on by one byte at a time.
class RollingHash {
 public:
  RollingHash() {
    for (std::size_t i = 1; i < block; ++i) top_ *= base;
  }
  std::uint64_t start(std::string_view text, std::size_t at) {
    hash_ = 0;
    for (std::size_t i = 0; i < block; ++i) hash_ = hash_ * base + byte(text[at + i]);
    return hash_;
  }
  std::uint64_t move(char out, char in) {
    hash_ = (hash_ - byte(out) * top_) * base + byte(in);
    return hash_;
  }

 private:
  static std::uint64_t byte(char c) { return static_cast<unsigned char>(c) + std::uint64_t{1}; }
  std::uint64_t hash_ = 0;
  std::uint64_t top_ = 1;
};

void add_number(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>(number | 0x80);
  out += static_cast<char>(number);
}

class DeltaWriter {
 public:
  DeltaWriter(std::string_view from, std::string_view to) : from_(from), to_(to) {
    blocks_.reserve(from.size() / block + 1);
    RollingHash hash;
    for (std::size_t at = 0; at + block <= from.size(); at += block) blocks_.try_emplace(hash.start(from, at), at);
  }

  void write(std::string& out) {
    RollingHash hash;
    std::size_t done = 0, at = 0;
    if (to_.size() < block) return add_new(out, 0, to_.size());
    std::uint64_t here = hash.start(to_, 0);
    while (at + block <= to_.size()) {
      const auto found = blocks_.find(here);
      if (found != blocks_.end() && to_.substr(at, block) == from_.substr(found->second, block)) {
        const auto [begin, source, length] = widen(done, at, found->second);
        add_new(out, done, begin);
        add_number(out, std::uint64_t{length} * 2 + 1);
        add_number(out, source);
        done = at = begin + length;
        if (at + block <= to_.size()) here = hash.start(to_, at);
        continue;
      }
      if (at + block < to_.size()) here = hash.move(to_[at], to_[at + block]);
      ++at;
    }
    add_new(out, done, to_.size());
  }

 private:
  struct Piece {
    std::size_t begin;   // in the new
    std::size_t source;  // in the old
    std::size_t length;
  };
  // As far as both are the same to either side, not before what is written already.
  Piece widen(std::size_t done, std::size_t at, std::size_t source) const {
    std::size_t length = block;
    while (at + length < to_.size() && source + length < from_.size() && to_[at + length] == from_[source + length])
      ++length;
    while (at > done && source > 0 && to_[at - 1] == from_[source - 1]) --at, --source, ++length;
    return {at, source, length};
  }
  void add_new(std::string& out, std::size_t begin, std::size_t end) const {
    if (begin == end) return;
    add_number(out, std::uint64_t{end - begin} * 2);
    out += to_.substr(begin, end - begin);
  }

  std::string_view from_, to_;
  std::unordered_map<std::uint64_t, std::size_t> blocks_;
};

}  // namespace

Result<std::string> delta_of(std::string_view from, std::string_view to) {
  const auto digest = ALONGSIDE_TRY(sha256({reinterpret_cast<const std::uint8_t*>(to.data()), to.size()}));
  std::string delta = "ALD1";
  delta.append(digest.begin(), digest.end());
  add_number(delta, to.size());
  DeltaWriter(from, to).write(delta);
  return delta;
}

}  // namespace alongside::server
