#include "plugins/local_offer/model/search/typos.hpp"

#include <algorithm>
#include <array>

namespace alongside::local_offer {
namespace {

constexpr std::uint8_t many = 100;

// The table of slips between the word and the beginnings of another, one row a letter of the other.
// Walking the dictionary in order, the rows of the letters in common with the word before stand.
class SlipTable {
 public:
  SlipTable(std::string_view word, std::uint8_t slips) : word_(word), slips_(slips) {
    for (auto& row : rows_) row.fill(many);
    for (std::size_t i = 0; i <= word.size(); ++i)
      rows_[0][i] = static_cast<std::uint8_t>(std::min<std::size_t>(i, many));
  }

  // Fills the row of the other's letter number `at`; false when nothing that begins so can be close.
  bool add_letter(std::string_view other, std::size_t at) {
    if (slips_ > 1 && at == 0 && other[0] != word_[0]) return false;
    const Row& above = rows_[at];
    Row& row = rows_[at + 1];
    const std::size_t depth = at + 1;
    const std::size_t from = depth > slips_ ? depth - slips_ : 0;
    const std::size_t to = std::min(word_.size(), depth + slips_);
    std::uint8_t least = many;
    row[from] = from == 0 ? static_cast<std::uint8_t>(depth) : many;
    if (from == 0) least = row[0];
    for (std::size_t i = std::max<std::size_t>(from, 1); i <= to; ++i) {
      std::uint8_t slips = cell(above, i - 1) + (word_[i - 1] == other[at] ? 0 : 1);
      slips = std::min<std::uint8_t>(slips, cell(above, i) + 1);
      if (i > from) slips = std::min<std::uint8_t>(slips, row[i - 1] + 1);
      if (at > 0 && i > 1 && word_[i - 1] == other[at - 1] && word_[i - 2] == other[at])
        slips = std::min<std::uint8_t>(slips, rows_[at - 1][i - 2] + 1);
      row[i] = slips;
      least = std::min(least, slips);
    }
    if (to < word_.size()) row[to + 1] = many;
    return least <= slips_;
  }

  std::uint8_t slips_at(std::size_t letters) const { return rows_[letters][word_.size()]; }

 private:
  using Row = std::array<std::uint8_t, longest_word + 2>;
  static std::uint8_t cell(const Row& row, std::size_t i) { return row[i]; }

  std::string_view word_;
  std::uint8_t slips_;
  std::array<Row, longest_word + 1> rows_;
};

bool is_length_close(std::size_t a, std::size_t b, std::size_t slips) { return a <= b + slips && b <= a + slips; }

}  // namespace

std::vector<CloseWord> close_words(const Dictionary& dictionary, std::string_view word, std::uint8_t slips) {
  std::vector<CloseWord> close;
  if (word.empty() || word.size() > longest_word) return close;
  SlipTable table(word, slips);
  std::size_t dead = longest_word + 1;  // words that share this many letters with the last one looked at are far
  for (std::uint32_t i = 0; i < dictionary.size(); ++i) {
    const std::size_t shared = dictionary.shared(i);
    if (shared >= dead) continue;
    dead = longest_word + 1;
    const std::string_view other = dictionary.word(i);
    for (std::size_t at = shared; at < other.size(); ++at) {
      if (!table.add_letter(other, at)) {
        dead = at + 1;
        break;
      }
    }
    if (dead > longest_word && is_length_close(word.size(), other.size(), slips)) {
      const std::uint8_t found = table.slips_at(other.size());
      if (found <= slips) close.push_back({i, found});
    }
  }
  return close;
}

}  // namespace alongside::local_offer
