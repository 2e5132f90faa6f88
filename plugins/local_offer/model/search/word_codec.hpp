// word_codec: an index's words as bytes, and back. A word that the texts say is told by where they first say it,
// since whoever searches an offer has its texts as well; the others, such as stems, are spelled out. Used by
// index_codec.
//
// The bytes, each part with its length in front: how many written words are passed from one new word to the next one,
// and a sum that tells other texts; of the words that are spelled, how many letters each shares with the one
// before, how many follow, and those letters; and the words' terms.
#pragma once

#include "app/base/bytes.hpp"
#include "plugins/local_offer/model/search/dictionary.hpp"
#include "plugins/local_offer/model/search/number_stream.hpp"

#include <cstdint>
#include <string_view>

namespace alongside::local_offer {

void write_words(const Dictionary& dictionary, std::string_view texts, Bytes& bytes);

struct WordCounts {
  std::uint32_t words = 0;
  std::uint32_t terms = 0;
};
enum class WordsRead : std::uint8_t { Good, Broken };
WordsRead read_words(NumberReader& reader, WordCounts counts, std::string_view texts, Dictionary& dictionary);

}  // namespace alongside::local_offer
