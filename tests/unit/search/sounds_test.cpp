// How words sound: what people who spell by ear type is found, and what only looks a little like it is not.
#include "plugins/local_offer/model/search/sounds.hpp"
#include "plugins/local_offer/model/search/word_group.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace alongside::local_offer;

namespace {

Dictionary dictionary_of(std::vector<std::string> words) {
  std::sort(words.begin(), words.end());
  Dictionary dictionary;
  for (std::uint32_t i = 0; i < words.size(); ++i) dictionary.append(words[i], i);
  return dictionary;
}

std::vector<std::string> found(const Dictionary& dictionary, std::string_view word) {
  std::vector<std::string> words;
  for (const std::uint32_t i : words_that_sound_like(dictionary, word)) words.emplace_back(dictionary.word(i));
  return words;
}

}  // namespace

TEST_CASE("words that are said alike sound the same, however they are written") {
  const std::pair<const char*, const char*> alike[] = {{"overnight", "overnite"}, {"physiotherapy", "fisiotherapy"},
                                                       {"knowledge", "nolij"},    {"education", "edukashun"},
                                                       {"school", "skool"},       {"wheelchair", "weelchare"},
                                                       {"special", "speshul"},    {"autistic", "awtistik"},
                                                       {"exercise", "exersize"},  {"climbing", "climing"}};
  for (const auto& [right, typed] : alike) {
    CAPTURE(right);
    CHECK(sound_of(right) == sound_of(typed));
  }
  CHECK(sound_of("swimming") != sound_of("sewing"));
  CHECK(sound_of("bath") != sound_of("path"));
  CHECK(sound_of("") == "");
}

TEST_CASE("a word written by ear is found when no word is spelled nearly so") {
  const Dictionary dictionary = dictionary_of({"overnight", "overt", "physiotherapy", "sailing"});
  CHECK(found(dictionary, "overnite") == std::vector<std::string>{"overnight"});
  CHECK(found(dictionary, "fisiotherapy") == std::vector<std::string>{"physiotherapy"});
  const WordGroup group = word_group(dictionary, {"overnite", "overnit", Ending::Finished, Spelling::Forgiving});
  REQUIRE(group.size() == 1);
  CHECK(dictionary.word(group[0].terms[0]) == "overnight");
  CHECK(group[0].percent == 50);
}

TEST_CASE("a short word, and a sound of many words, tell too little") {
  const Dictionary dictionary =
      dictionary_of({"barter", "border", "boarder", "brooder", "bartar", "bartor", "bratter", "berater", "boat"});
  CHECK(found(dictionary, "bote").empty());
  CHECK(found(dictionary, "bartre").empty());
}

TEST_CASE("where the exact word is wanted, its sound is not looked for") {
  const Dictionary dictionary = dictionary_of({"overnight"});
  CHECK(word_group(dictionary, {"overnite", "overnit", Ending::Finished, Spelling::Exact}).empty());
}

TEST_CASE("letters that are not English count as they are, and a word of forty letters is read") {
  CHECK(sound_of("\xC5\xB5yn") == "\xC5\xB5n");
  CHECK_FALSE(sound_of(std::string(longest_word, 'z')).empty());
}
