// other_word: the word services use for a word people type: "autistic" is autism, "nofio" is swimming.
// A short list that every council has; used by Synonyms, beside the council's own.
#pragma once

#include <string_view>

namespace alongside::local_offer {

std::string_view other_word(std::string_view stem);  // empty when we know none

}  // namespace alongside::local_offer
