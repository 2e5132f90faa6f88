#include "plugins/local_offer/model/details/text_code.hpp"

namespace alongside::local_offer {

std::optional<std::string> TextReader::next() {
  std::string text;
  after_word_ = false;
  case_ = Case::AsKnown;
  while (at_ < code_.size()) {
    const std::uint8_t byte = code_[at_++];
    if (byte == TextStep::end) return text;
    if (!step(byte, text)) return std::nullopt;
  }
  return std::nullopt;
}

bool TextReader::step(std::uint8_t byte, std::string& text) {
  if (byte < TextStep::word) {
    for (std::size_t left = byte + std::size_t{1}; left > 0; --left) {
      if (!say(known_.next(), text)) return false;
    }
    return true;
  }
  if (byte < TextStep::far_word) return say(byte - TextStep::word, text);
  if (byte >= TextStep::literal) return spell(byte - TextStep::literal + std::size_t{1}, text);
  if (byte == TextStep::capital) {
    case_ = Case::Capital;
    return true;
  }
  const auto count = number();
  if (!count) return false;
  if (byte == TextStep::far_word) return say(TextStep::near_words + *count, text);
  if (byte == TextStep::long_literal) return spell(*count, text);
  return *count <= summary_.size() && take(summary_.substr(0, *count), text);
}

bool TextReader::say(std::size_t index, std::string& text) {
  if (index >= known_.size()) return false;
  const std::string& word = known_[index];
  said_ += word.size() + 1;
  if (said_ > most_text) return false;
  if (after_word_) text += ' ';
  const std::size_t begin = text.size();
  text += word;
  if (case_ == Case::Capital && !word.empty()) text[begin] = capital_letter(text[begin]);
  case_ = Case::AsKnown;
  after_word_ = true;
  known_.said(index);
  return true;
}

bool TextReader::take(std::string_view bytes, std::string& text) {
  said_ += bytes.size();
  if (said_ > most_text) return false;
  text += bytes;
  known_.said_text(bytes);
  after_word_ = false;
  return true;
}

bool TextReader::spell(std::size_t count, std::string& text) {
  if (count > code_.size() - at_) return false;
  const auto bytes = code_.subspan(at_, count);
  at_ += count;
  return take({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, text);
}

std::optional<std::size_t> TextReader::number() {
  std::size_t value = 0;
  for (unsigned shift = 0; shift < 28 && at_ < code_.size(); shift += 7) {
    const std::uint8_t byte = code_[at_++];
    value |= std::size_t{byte & 0x7Fu} << shift;
    if (byte < 0x80) return value;
  }
  return std::nullopt;
}

}  // namespace alongside::local_offer
