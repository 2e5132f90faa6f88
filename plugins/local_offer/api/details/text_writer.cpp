#include "plugins/local_offer/api/details/text_writer.hpp"

#include "plugins/local_offer/model/details/text_code.hpp"

#include <algorithm>

namespace alongside::local_offer {

void TextWriter::write(std::string_view text) {
  rest_ = text;
  after_word_ = space_waits_ = false;
  copy_beginning();
  while (!rest_.empty()) {
    if (write_word()) continue;
    // A word that is not known, or what stands between words: as far as it goes.
    const bool is_word = is_word_byte(rest_.front());
    const auto end = std::find_if(rest_.begin(), rest_.end(), [&](char c) { return is_word_byte(c) != is_word; });
    const std::string_view piece = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(piece.size());
    if (!is_word && piece == " " && after_word_ && literal_.empty()) {
      space_waits_ = true;
      continue;
    }
    end_run();
    if (std::exchange(space_waits_, false)) literal_ += ' ';
    literal_ += piece;
    after_word_ = false;
  }
  end_run();
  if (std::exchange(space_waits_, false)) literal_ += ' ';
  spell();
  code_.push_back(TextStep::end);
}

// Descriptions begin with what the list shows of them.
void TextWriter::copy_beginning() {
  constexpr std::size_t worth_it = 12;
  const auto [end, ignored] = std::mismatch(rest_.begin(), rest_.end(), summary_.begin(), summary_.end());
  auto length = static_cast<std::size_t>(end - rest_.begin());
  if (length < rest_.size()) {
    while (length > 0 && is_word_byte(rest_[length]) && is_word_byte(rest_[length - 1])) --length;
  }
  if (length < worth_it) return;
  code_.push_back(TextStep::summary);
  number(length);
  known_.said_text(rest_.substr(0, length));
  rest_.remove_prefix(length);
}

bool TextWriter::write_word() {
  const auto end = std::find_if_not(rest_.begin(), rest_.end(), is_word_byte);
  std::string word(rest_.begin(), end);
  // Only between two spaces' worth of nothing: the reader puts exactly one space between two known words.
  if (word.empty() || (after_word_ && !space_waits_)) return false;
  auto index = known_.index_of(word);
  bool is_capital = false;
  if (!index && capital_letter(word.front()) == word.front() && small_letter(word.front()) != word.front()) {
    word.front() = small_letter(word.front());
    index = known_.index_of(word);
    is_capital = index.has_value();
  }
  if (!index) return false;
  spell();
  space_waits_ = false;
  rest_.remove_prefix(word.size());
  if (!is_capital && *index == known_.next() && run_ < TextStep::longest_run) {
    ++run_;
    known_.said(*index);
  } else {
    end_run();
    if (is_capital) code_.push_back(TextStep::capital);
    say(*index);
  }
  after_word_ = true;
  return true;
}

void TextWriter::say(std::size_t index) {
  if (index < TextStep::near_words) {
    code_.push_back(static_cast<std::uint8_t>(TextStep::word + index));
  } else {
    code_.push_back(TextStep::far_word);
    number(index - TextStep::near_words);
  }
  known_.said(index);
}

void TextWriter::end_run() {
  if (run_ > 0) code_.push_back(static_cast<std::uint8_t>(TextStep::run + run_ - 1));
  run_ = 0;
}

void TextWriter::spell() {
  if (literal_.empty()) return;
  if (literal_.size() <= TextStep::longest_literal) {
    code_.push_back(static_cast<std::uint8_t>(TextStep::literal + literal_.size() - 1));
  } else {
    code_.push_back(TextStep::long_literal);
    number(literal_.size());
  }
  code_.insert(code_.end(), literal_.begin(), literal_.end());
  known_.said_text(literal_);
  literal_.clear();
}

void TextWriter::number(std::size_t value) {
  for (; value >= 0x80; value >>= 7) code_.push_back(static_cast<std::uint8_t>(value | 0x80));
  code_.push_back(static_cast<std::uint8_t>(value));
}

}  // namespace alongside::local_offer
