// WordGroup: what stands for one word that was typed: the word itself, its other forms, words it may be
// the beginning of, words it may be a slip of, and other words for the same thing. Scored by TextIndex.
#pragma once

#include "plugins/local_offer/model/search/dictionary.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

struct Alternative {
  std::vector<std::uint32_t> terms;  // all of them must be there: "short break" is two
  std::uint32_t percent = 100;       // how much less than the word itself it tells
};

using WordGroup = std::vector<Alternative>;

enum class Ending : std::uint8_t { Finished, MayGoOn };
enum class Spelling : std::uint8_t { Exact, Forgiving };

// `stem`: the word's stem, or the word itself where the index has none.
struct TypedWord {
  std::string_view word;
  std::string_view stem;
  Ending ending = Ending::Finished;
  Spelling spelling = Spelling::Forgiving;
};

// Empty when the index has nothing for it. The word itself is enough; only without it what begins so is
// taken, and only without that what is spelled nearly so or sounds so.
WordGroup word_group(const Dictionary& dictionary, const TypedWord& typed);

// Every word that begins so, the word itself among them: for a last word where all of them are wanted.
WordGroup prefix_group(const Dictionary& dictionary, std::string_view letters);

}  // namespace alongside::local_offer
