#include "plugins/local_offer/model/search/word_codec.hpp"

#include "plugins/local_offer/model/search/order.hpp"
#include "plugins/local_offer/model/word_reader.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace alongside::local_offer {
namespace {

// Told apart are words of these texts and of others, not forgers from us: FNV-1a, a word at a time.
class WordSum {
 public:
  void add(std::string_view word) {
    for (const char c : word) step(static_cast<unsigned char>(c));
    step(0);
  }
  std::uint32_t value() const { return value_; }

 private:
  void step(std::uint32_t byte) { value_ = (value_ ^ byte) * 16777619u; }
  std::uint32_t value_ = 2166136261u;
};

enum class Told : std::uint8_t { Spelled, Said };

std::string_view cut(std::string_view word) { return word.substr(0, longest_word); }

// Where the texts say each word first. What one written word folds to beyond its first word is spelled.
std::vector<Told> write_said(const Dictionary& dictionary, std::string_view texts, Bytes& bytes) {
  std::vector<Told> told(dictionary.size(), Told::Spelled);
  Bytes steps;
  WordSum sum;
  std::uint32_t latest = 0;
  std::uint32_t seen = 0;
  for (WordReader reader(texts); reader.next();) {
    const bool is_first = reader.passed() != seen;
    seen = reader.passed();
    const auto word = dictionary.place_of(cut(reader.folded()));
    if (!is_first || !word || told[*word] == Told::Said) continue;
    told[*word] = Told::Said;
    put_number(steps, seen - latest);
    sum.add(dictionary.word(*word));
    latest = seen;
  }
  put_part(bytes, steps);
  put_number(bytes, sum.value());
  return told;
}

void write_spelled(const Dictionary& dictionary, const std::vector<Told>& told, Bytes& bytes) {
  Bytes shared, lengths, letters;
  std::string_view before;
  for (std::uint32_t i = 0; i < dictionary.size(); ++i) {
    if (told[i] == Told::Said) continue;
    const std::string_view word = dictionary.word(i);
    const auto differs = std::mismatch(word.begin(), word.end(), before.begin(), before.end()).first;
    const auto common = static_cast<std::size_t>(differs - word.begin());
    shared.push_back(static_cast<std::uint8_t>(common));
    lengths.push_back(static_cast<std::uint8_t>(word.size() - common));
    letters.insert(letters.end(), differs, word.end());
    before = word;
  }
  for (const Bytes* part : {&shared, &lengths, &letters}) put_part(bytes, *part);
}

// Terms are numbered as their first words come; the words of one stand close together.
void write_terms(const Dictionary& dictionary, Bytes& bytes) {
  Bytes terms;
  std::uint32_t next = 0;
  for (std::uint32_t i = 0; i < dictionary.size(); ++i) {
    const std::uint32_t term = dictionary.term(i);
    put_number(terms, term == next ? 0 : next - term);
    if (term == next) ++next;
  }
  put_part(bytes, terms);
}

bool read_said(NumberReader& reader, std::uint32_t most, std::string_view texts, std::vector<std::string>& words) {
  NumberReader steps(reader.part());
  const std::uint32_t sum_told = reader.number();
  WordReader text(texts);
  WordSum sum;
  while (!steps.is_done()) {
    const std::uint32_t step = steps.number();
    if (steps.has_failed() || step == 0 || words.size() == most) return false;
    if (!text.pass(step - 1) || !text.next()) return false;
    sum.add(words.emplace_back(cut(text.folded())));
  }
  return !reader.has_failed() && sum.value() == sum_told;
}

bool read_spelled(NumberReader& reader, std::uint32_t most, std::vector<std::string>& words) {
  const auto shared = reader.part();
  const auto lengths = reader.part();
  const auto letters = reader.part();
  if (reader.has_failed() || shared.size() != lengths.size() || shared.size() > most - words.size()) return false;
  std::string before;
  std::size_t at = 0;
  for (std::size_t i = 0; i < shared.size(); ++i) {
    if (shared[i] > before.size() || lengths[i] > letters.size() - at) return false;
    before.resize(shared[i]);
    before.append(reinterpret_cast<const char*>(letters.data()) + at, lengths[i]);
    at += lengths[i];
    if (before.empty() || before.size() > longest_word) return false;
    words.push_back(before);
  }
  return at == letters.size();
}

}  // namespace

void write_words(const Dictionary& dictionary, std::string_view texts, Bytes& bytes) {
  write_spelled(dictionary, write_said(dictionary, texts, bytes), bytes);
  write_terms(dictionary, bytes);
}

WordsRead read_words(NumberReader& reader, WordCounts counts, std::string_view texts, Dictionary& dictionary) {
  std::vector<std::string> words;
  words.reserve(counts.words);
  if (!read_said(reader, counts.words, texts, words) || !read_spelled(reader, counts.words, words))
    return WordsRead::Broken;
  NumberReader terms(reader.part());
  if (reader.has_failed() || words.size() != counts.words) return WordsRead::Broken;
  stable_order(words, [](const std::string& a, const std::string& b) { return a < b; });
  if (std::ranges::adjacent_find(words) != words.end()) return WordsRead::Broken;
  std::size_t letters = 0;
  for (const std::string& word : words) letters += word.size();
  dictionary.reserve(words.size(), letters);
  std::uint32_t next = 0;
  for (const std::string& word : words) {
    const std::uint32_t back = terms.number();
    if (back > next) return WordsRead::Broken;
    dictionary.append(word, next - back);
    if (back == 0) ++next;
  }
  return terms.is_done() && next == counts.terms ? WordsRead::Good : WordsRead::Broken;
}

}  // namespace alongside::local_offer
