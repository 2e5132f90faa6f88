#include "plugins/comments/api/identifying.hpp"

#include "app/base/text.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace alongside::comments {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_upper(c) || is_lower(c) || (static_cast<unsigned char>(c) & 0x80) != 0; }

// Words that begin with a capital letter and are nobody's name.
constexpr std::string_view ordinary[] = {
    "I",      "I'm",      "I'd",       "I've",    "I'll",     "Monday",   "Tuesday", "Wednesday", "Thursday",
    "Friday", "Saturday", "Sunday",    "January", "February", "March",    "April",   "May",       "June",
    "July",   "August",   "September", "October", "November", "December", "Easter",  "Christmas", "English",
    "Welsh",  "England",  "Wales",     "SEND",    "SEN",      "EHC",      "EHCP",    "SENCO",     "SENDIASS",
    "CAMHS",  "NHS",      "GP",        "BSL",     "Makaton",  "Changing", "Places",  "Council",   "Local",
    "Offer",  "Ofsted",   "CQC",       "PA",      "PE",       "ADHD",     "ASD",     "LGBT",      "ALN",
    "IDP",    "OK",       "TV"};

std::string upper_of(std::string_view text) {
  std::string upper(text);
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; });
  return upper;
}

// "NM1 2AB", "nm12ab": area letters, district, and a digit with two letters.
bool is_postcode(std::string_view outward, std::string_view inward) {
  if (outward.size() < 2 || outward.size() > 4 || inward.size() != 3) return false;
  if (!is_upper(outward[0]) || !is_digit(inward[0]) || !is_upper(inward[1]) || !is_upper(inward[2])) return false;
  return std::any_of(outward.begin(), outward.end(), is_digit) &&
         std::all_of(outward.begin(), outward.end(), [](char c) { return is_upper(c) || is_digit(c); });
}

struct Word {
  std::string_view text;
  bool begins_sentence = false;
};

std::vector<Word> words_in(std::string_view text) {
  std::vector<Word> words;
  bool begins = true;
  for (std::size_t i = 0; i < text.size();) {
    const auto is_word = [](char c) { return is_letter(c) || is_digit(c) || c == '\'' || c == '@'; };
    if (!is_word(text[i])) {
      begins = begins || text[i] == '.' || text[i] == '!' || text[i] == '?' || text[i] == '\n' || text[i] == ':';
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && is_word(text[end])) ++end;
    words.push_back({text.substr(i, end - i), begins});
    begins = false;
    i = end;
  }
  return words;
}

void find_postcodes(const std::vector<Word>& words, std::vector<std::string>& found) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string whole = upper_of(words[i].text);
    if (whole.size() > 4 && is_postcode(std::string_view(whole).substr(0, whole.size() - 3),
                                        std::string_view(whole).substr(whole.size() - 3)))
      found.push_back("a postcode: " + std::string(words[i].text));
    if (i + 1 < words.size() && is_postcode(whole, upper_of(words[i + 1].text)))
      found.push_back("a postcode: " + std::string(words[i].text) + " " + std::string(words[i + 1].text));
  }
}

// Seven digits and more with nothing but what people write between them.
void find_phones(std::string_view text, std::vector<std::string>& found) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i])) continue;
    std::size_t end = i, digits = 0, last = i;
    for (; end < text.size() &&
           (is_digit(text[end]) || text[end] == ' ' || text[end] == '-' || text[end] == '(' || text[end] == ')');
         ++end) {
      if (is_digit(text[end])) ++digits, last = end;
    }
    if (digits >= 7) found.push_back("a phone number: " + std::string(text.substr(i, last + 1 - i)));
    i = end;
  }
}

void find_emails(std::string_view text, std::vector<std::string>& found) {
  for (std::size_t at = text.find('@'); at != text.npos; at = text.find('@', at + 1)) {
    const std::size_t before = text.substr(0, at).find_last_of(" \n\t,;<(");
    const std::size_t begin = before == text.npos ? 0 : before + 1;
    const std::size_t end = std::min(text.size(), text.find_first_of(" \n\t,;>)", at));
    if (begin < at && end > at + 1)
      found.push_back("an email address: " + std::string(text.substr(begin, end - begin)));
  }
}

// "my 7 year old", "aged 12": with what else stands there, an age can tell who a child is.
void find_ages(const std::vector<Word>& words, std::vector<std::string>& found) {
  const auto is_number = [](std::string_view word) {
    return word.size() <= 2 && std::all_of(word.begin(), word.end(), is_digit);
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_number(words[i].text)) continue;
    const bool is_aged = i > 0 && (words[i - 1].text == "aged" || words[i - 1].text == "age");
    const bool is_years = i + 2 < words.size() && words[i + 1].text.starts_with("year") && words[i + 2].text == "old";
    if (is_aged || is_years) found.push_back("somebody's age: " + std::string(words[i].text));
  }
}

std::vector<std::string> folded_words(const std::vector<std::string>& names) {
  std::vector<std::string> folded;
  for (const std::string& name : names) {
    for (std::string& word : search_words(search_fold(name))) folded.push_back(std::move(word));
  }
  return folded;
}

constexpr std::string_view titles[] = {"Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Mx"};

template <class List, class Item>
bool holds(const List& list, const Item& item) {
  return std::find(std::begin(list), std::end(list), item) != std::end(list);
}

// "Saturdays" is as ordinary as "Saturday".
bool is_everyday(std::string_view word) {
  return holds(ordinary, word) || (word.ends_with('s') && holds(ordinary, word.substr(0, word.size() - 1)));
}

// A capital letter within a sentence, whatever follows a title, and, at the beginning of a sentence, the names of
// families. One and the same word is told once.
void find_names(const std::vector<Word>& words, const KnownNames& names, std::vector<std::string>& found) {
  const std::vector<std::string> sayable = folded_words(names.may_be_said), people = folded_words(names.of_people);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i].text;
    const bool is_after_title = i > 0 && holds(titles, words[i - 1].text);
    if (word.size() < 2 || !is_upper(word[0]) || holds(titles, word)) continue;
    const auto folded = search_words(search_fold(word.substr(0, word.find('\''))));
    if (folded.empty()) continue;
    const bool is_person = word.size() > 2 && holds(people, folded[0]);
    const bool is_ordinary = is_everyday(word) || holds(sayable, folded[0]) || words[i].begins_sentence;
    if (!is_after_title && is_ordinary && !(is_person && !holds(sayable, folded[0]))) continue;
    std::string part = "perhaps a name: " + std::string(word);
    if (!holds(found, part)) found.push_back(std::move(part));
  }
}

}  // namespace

std::vector<std::string> identifying_parts(std::string_view text, const KnownNames& names) {
  std::vector<std::string> found;
  const std::vector<Word> words = words_in(text);
  find_emails(text, found);
  find_phones(text, found);
  find_postcodes(words, found);
  find_ages(words, found);
  find_names(words, names, found);
  return found;
}

}  // namespace alongside::comments
