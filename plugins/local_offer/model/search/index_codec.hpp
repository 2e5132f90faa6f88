// index_codec: an index's tables as bytes, and back. Compact, so that a phone can be sent an index that is
// already built; every number is checked when it is read, and no file makes us take more memory than
// its own size allows. Used by the bench; the tables come out as IndexBuilder made them.
//
// The bytes: "ASIX", the edition, the counts of services, words, terms and postings; the words (word_codec); then, each
// with its length in front, the weights there are, the terms' counts, and the bits of the postings.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/result.hpp"
#include "plugins/local_offer/model/search/index_tables.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace alongside::local_offer {

// `texts`: what the index was made of, text after text, each ended by a zero, or the beginning of it. With them
// the index need not spell their words, and is read only beside the same texts.
Bytes encode_index(const IndexTables& tables, std::string_view texts = {});
Result<IndexTables> decode_index(std::span<const std::uint8_t> bytes, std::string_view texts = {});

}  // namespace alongside::local_offer
