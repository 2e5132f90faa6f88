#include "plugins/local_offer/model/search/number_stream.hpp"

namespace alongside::local_offer {

void put_number(Bytes& bytes, std::uint32_t number) {
  for (; number >= 0x80; number >>= 7) bytes.push_back(static_cast<std::uint8_t>(number | 0x80));
  bytes.push_back(static_cast<std::uint8_t>(number));
}

void put_part(Bytes& bytes, std::span<const std::uint8_t> part) {
  put_number(bytes, static_cast<std::uint32_t>(part.size()));
  bytes.insert(bytes.end(), part.begin(), part.end());
}

std::uint32_t NumberReader::number() {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < 35; shift += 7) {
    if (at_ == bytes_.size()) break;
    const std::uint8_t byte = bytes_[at_++];
    number |= std::uint64_t{byte & 0x7Fu} << shift;
    if (byte < 0x80) return number <= 0xFFFFFFFF ? static_cast<std::uint32_t>(number) : fail();
  }
  return fail();
}

std::span<const std::uint8_t> NumberReader::take(std::size_t count) {
  if (count > bytes_.size() - at_) {
    fail();
    return {};
  }
  at_ += count;
  return bytes_.subspan(at_ - count, count);
}

std::uint32_t NumberReader::fail() {
  has_failed_ = true;
  at_ = bytes_.size();
  return 0;
}

}  // namespace alongside::local_offer
