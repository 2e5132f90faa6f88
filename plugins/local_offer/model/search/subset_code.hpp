// subset_code: which m of n things, in about as few bits as there are such choices: the gaps between them
// as Golomb-Rice numbers of a width that follows what is left. A full half is told by what is not in
// it. The members are ascending. Used by index_codec for the services of a term.
#pragma once

#include "plugins/local_offer/model/search/bit_stream.hpp"

#include <cstdint>
#include <span>

namespace alongside::local_offer {

void write_subset(BitWriter& writer, std::span<const std::uint32_t> members, std::uint32_t things);

enum class SubsetRead : std::uint8_t { Good, Broken };
// Fills `members`, whose size says how many there are: at most `things`.
SubsetRead read_subset(BitReader& reader, std::span<std::uint32_t> members, std::uint32_t things);

}  // namespace alongside::local_offer
