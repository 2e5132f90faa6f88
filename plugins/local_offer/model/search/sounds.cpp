#include "plugins/local_offer/model/search/sounds.hpp"

#include <algorithm>
#include <iterator>

namespace alongside::local_offer {
namespace {

constexpr std::size_t shortest_sound = 4;  // fewer sounds fit too many words
constexpr std::size_t shortest_typed = 5;  // letters
constexpr std::size_t most_alike = 4;      // more words of one sound than this tell nothing

struct Said {
  std::string_view letters;
  std::string_view sound;
};

// The longest that fit come first.
constexpr Said at_beginning[] = {{"psy", "si"}, {"kn", "n"}, {"wr", "r"}, {"ps", "s"}, {"gn", "n"}, {"x", "s"}};
constexpr Said anywhere[] = {
    {"ough", "o"}, {"augh", "of"}, {"tion", "sn"}, {"sion", "sn"}, {"cian", "sn"}, {"cial", "sl"}, {"tial", "sl"},
    {"sch", "sk"}, {"tch", "c"},   {"dge", "j"},   {"igh", "i"},   {"eigh", "a"},  {"ph", "f"},    {"ck", "k"},
    {"gh", ""},    {"wh", "w"},    {"ch", "c"},    {"sh", "s"},    {"th", "t"},    {"mb", "m"},    {"aw", "a"},
    {"ow", "o"},   {"ew", "e"},    {"qu", "kw"},   {"ce", "se"},   {"ci", "si"},   {"cy", "si"},   {"ge", "je"},
    {"gi", "ji"},  {"gy", "ji"},   {"c", "k"},     {"q", "k"},     {"x", "ks"},    {"z", "s"},     {"y", "i"}};

bool is_vowel_sound(char letter) { return std::string_view("aeiou").find(letter) != std::string_view::npos; }

// What the word's next letters sound like, and how many they are.
Said next_in(std::string_view rest, bool is_first) {
  const auto fits = [rest](const Said& spelling) { return rest.starts_with(spelling.letters); };
  if (is_first) {
    const auto* found = std::find_if(std::begin(at_beginning), std::end(at_beginning), fits);
    if (found != std::end(at_beginning)) return *found;
  }
  const auto* found = std::find_if(std::begin(anywhere), std::end(anywhere), fits);
  return found != std::end(anywhere) ? *found : Said{rest.substr(0, 1), rest.substr(0, 1)};
}

}  // namespace

std::string sound_of(std::string_view word) {
  std::string sound;
  for (std::string_view rest = word; !rest.empty();) {
    const Said next = next_in(rest, rest.size() == word.size());
    for (const char letter : next.sound) {
      const bool is_heard = sound.empty() || (!is_vowel_sound(letter) && sound.back() != letter);
      if (is_heard) sound += letter;
    }
    rest.remove_prefix(next.letters.size());
  }
  return sound;
}

std::vector<std::uint32_t> words_that_sound_like(const Dictionary& dictionary, std::string_view word) {
  std::vector<std::uint32_t> alike;
  const std::string sound = sound_of(word);
  if (word.size() < shortest_typed || sound.size() < shortest_sound) return alike;
  for (std::uint32_t i = 0; i < dictionary.size(); ++i) {
    if (sound_of(dictionary.word(i)) == sound) alike.push_back(i);
  }
  if (alike.size() > most_alike) alike.clear();
  return alike;
}

}  // namespace alongside::local_offer
