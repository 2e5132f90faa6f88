#include "plugins/local_offer/model/search/subset_code.hpp"

#include <algorithm>
#include <bit>
#include <vector>

namespace alongside::local_offer {
namespace {

// The width of a gap's lower bits, from the things and the members that are still to come.
unsigned gap_width(std::uint32_t things, std::uint32_t members) {
  // Gaps fall off geometrically; the next width pays from where a gap of this size is as good as its double.
  const std::uint64_t typical =
      (std::uint64_t{things} * 154 - std::uint64_t{members} * 80) / (std::uint64_t{members} * 160);
  return typical > 0 ? static_cast<unsigned>(std::bit_width(typical)) - 1 : 0;
}

// The width hardly moves while many are to come, and a division for each would take longer than the rest.
constexpr std::uint32_t few_left = 16;
constexpr std::uint32_t with_one_width = 32;
constexpr bool needs_new_width(std::uint32_t index, std::uint32_t left) {
  return left < few_left || index % with_one_width == 0;
}

// One of so many, where not all of the numbers of that width are needed: the first ones are a bit shorter.
void write_one_of(BitWriter& writer, std::uint32_t value, std::uint32_t things) {
  const auto width = static_cast<unsigned>(std::bit_width(things)) - 1;
  const std::uint32_t shorter = (std::uint32_t{2} << width) - things;
  if (value < shorter) return writer.bits(value, width);
  writer.bits((value + shorter) >> 1, width);
  writer.bits((value + shorter) & 1, 1);
}

std::uint32_t read_one_of(BitReader& reader, std::uint32_t things) {
  const auto width = static_cast<unsigned>(std::bit_width(things)) - 1;
  const std::uint32_t shorter = (std::uint32_t{2} << width) - things;
  const std::uint32_t value = reader.bits(width);
  return value < shorter ? value : (value << 1 | reader.bits(1)) - shorter;
}

void write_sparse(BitWriter& writer, std::span<const std::uint32_t> members, std::uint32_t things) {
  std::uint32_t begin = 0;
  unsigned width = 0;
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    const auto left = static_cast<std::uint32_t>(members.size()) - i;
    const std::uint32_t gap = members[i] - begin;
    if (left == 1) return write_one_of(writer, gap, things - begin);
    if (needs_new_width(i, left)) width = gap_width(things - begin, left);
    writer.zeros_then_one(gap >> width);
    writer.bits(gap & ((std::uint32_t{1} << width) - 1), width);
    begin = members[i] + 1;
  }
}

SubsetRead read_sparse(BitReader& reader, std::span<std::uint32_t> members, std::uint32_t things) {
  std::uint32_t begin = 0;
  std::uint32_t i = 0;
  const auto count = static_cast<std::uint32_t>(members.size());
  if (count > things) return SubsetRead::Broken;
  // While many are to come, those of one width: what they lead to is looked at behind the last of them.
  while (count - i >= few_left) {
    const unsigned width = gap_width(things - begin, count - i);
    const std::uint32_t most = ((things - begin) >> width) + 1;
    const std::uint32_t end = i + std::min(with_one_width, count - i - few_left + 1);
    for (; i < end; ++i) begin = (members[i] = begin + reader.zeros_and_bits(most, width)) + 1;
    if (begin > things || things - begin < count - i || reader.is_past_end()) return SubsetRead::Broken;
  }
  for (; i < count; ++i) {
    const std::uint32_t left = count - i;
    const std::uint32_t room = things - begin;
    if (room < left) return SubsetRead::Broken;
    const unsigned width = left == 1 ? 0 : gap_width(room, left);
    const std::uint32_t gap = left == 1 ? read_one_of(reader, room) : reader.zeros_and_bits((room >> width) + 1, width);
    if (gap >= room || reader.is_past_end()) return SubsetRead::Broken;
    members[i] = begin + gap;
    begin = members[i] + 1;
  }
  return SubsetRead::Good;
}

bool is_dense(std::size_t members, std::uint32_t things) { return members * 2 > things; }

}  // namespace

void write_subset(BitWriter& writer, std::span<const std::uint32_t> members, std::uint32_t things) {
  if (!is_dense(members.size(), things)) return write_sparse(writer, members, things);
  std::vector<std::uint32_t> others;
  std::size_t next = 0;
  for (std::uint32_t thing = 0; thing < things; ++thing) {
    if (next < members.size() && members[next] == thing)
      ++next;
    else
      others.push_back(thing);
  }
  write_sparse(writer, others, things);
}

SubsetRead read_subset(BitReader& reader, std::span<std::uint32_t> members, std::uint32_t things) {
  if (!is_dense(members.size(), things)) return read_sparse(reader, members, things);
  std::vector<std::uint32_t> others(things - members.size());
  if (read_sparse(reader, others, things) == SubsetRead::Broken) return SubsetRead::Broken;
  std::size_t next = 0;
  std::size_t at = 0;
  for (std::uint32_t thing = 0; thing < things; ++thing) {
    if (next < others.size() && others[next] == thing)
      ++next;
    else
      members[at++] = thing;
  }
  return SubsetRead::Good;
}

}  // namespace alongside::local_offer
