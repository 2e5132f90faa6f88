// How an English word sounds, roughly: for who writes "overnite" or "fisio", as many people with dyslexia and many
// young people do. Used by word_group when neither a form nor a slip of the word is in the index.
#pragma once

#include "plugins/local_offer/model/search/dictionary.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

// `word` folded, a to z; anything else counts as it is. The first sound, and then the consonants: "overnight" and
// "overnite" are "ovrnt". The same for every word that may be said alike, and for some that are not.
std::string sound_of(std::string_view word);

// The words of the dictionary that sound like this one; none when it is too short to tell. All of it is read.
std::vector<std::uint32_t> words_that_sound_like(const Dictionary& dictionary, std::string_view word);

}  // namespace alongside::local_offer
