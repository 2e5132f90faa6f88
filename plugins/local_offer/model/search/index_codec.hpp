// index_codec: an index's tables as bytes, and back. Compact, so that a phone can be sent an index that is
// already built; every number is checked when it is read, and no file makes us take more memory than
// its own size allows. Used by the bench; the tables come out as IndexBuilder made them.
//
// The bytes: "ASIX", the edition, the counts of services, words, terms and postings; then each with its
// length in front: how many letters each word shares with the one before, how many follow, those
// letters, the words' terms, the weights there are, the terms' counts, and the bits of the postings.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/result.hpp"
#include "plugins/local_offer/model/search/index_tables.hpp"

#include <cstdint>
#include <span>

namespace alongside::local_offer {

Bytes encode_index(const IndexTables& tables);
Result<IndexTables> decode_index(std::span<const std::uint8_t> bytes);

}  // namespace alongside::local_offer
