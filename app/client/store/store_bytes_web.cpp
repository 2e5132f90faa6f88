#include "app/client/store/store_bytes_web.hpp"

#include <bit>
#include <string>
#include <utility>

namespace alongside::client {
namespace {

// WebAssembly is little-endian; the page reads and writes the same way.
static_assert(std::endian::native == std::endian::little);

void add_size(Bytes& out, std::size_t size) {
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<std::uint8_t>(size >> shift));
}

template <class Range>
void add_sized(Bytes& out, const Range& bytes) {
  add_size(out, bytes.size());
  out.insert(out.end(), bytes.begin(), bytes.end());
}

class Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> bytes) : rest_(bytes) {}

  std::uint64_t number(std::size_t size) {
    std::uint64_t value = 0;
    const std::span<const std::uint8_t> bytes = take(size);
    for (std::size_t i = 0; i < bytes.size(); i++) value |= std::uint64_t{bytes[i]} << (8 * i);
    return value;
  }

  std::span<const std::uint8_t> sized() { return take(static_cast<std::size_t>(number(4))); }

  bool failed() const { return failed_; }
  bool is_done() const { return !failed_ && rest_.empty(); }

 private:
  std::span<const std::uint8_t> take(std::size_t size) {
    if (size > rest_.size()) {
      failed_ = true;
      return {};
    }
    const std::span<const std::uint8_t> taken = rest_.first(size);
    rest_ = rest_.subspan(size);
    return taken;
  }

  std::span<const std::uint8_t> rest_;
  bool failed_ = false;
};

}  // namespace

Bytes batch_bytes(const Batch& batch) {
  std::size_t size = 5;
  for (const StoreStep& step : batch.steps) size += 10 + step.key.size() + step.value.size();
  Bytes out;
  out.reserve(size);
  out.push_back(static_cast<std::uint8_t>(batch.durability));
  add_size(out, batch.steps.size());
  for (const StoreStep& step : batch.steps) {
    out.push_back(static_cast<std::uint8_t>(step.what));
    out.push_back(static_cast<std::uint8_t>(step.shelf));
    add_sized(out, step.key);
    add_sized(out, step.value);
  }
  return out;
}

std::optional<std::vector<std::uint64_t>> appended_in(std::span<const std::uint8_t> reply) {
  Reader reader(reply);
  std::vector<std::uint64_t> sequences;
  for (std::uint64_t left = reader.number(4); left > 0 && !reader.failed(); left--) {
    // JavaScript's numbers: whole ones are exact up to 2^53, which no device reaches.
    sequences.push_back(static_cast<std::uint64_t>(std::bit_cast<double>(reader.number(8))));
  }
  if (!reader.is_done()) return std::nullopt;
  return sequences;
}

std::optional<std::vector<StoreEntry>> entries_in(std::span<const std::uint8_t> reply) {
  Reader reader(reply);
  std::vector<StoreEntry> entries;
  for (std::uint64_t left = reader.number(4); left > 0 && !reader.failed(); left--) {
    const std::span<const std::uint8_t> key = reader.sized();
    const std::span<const std::uint8_t> value = reader.sized();
    entries.push_back({std::string(key.begin(), key.end()), Bytes(value.begin(), value.end())});
  }
  if (!reader.is_done()) return std::nullopt;
  return entries;
}

}  // namespace alongside::client
