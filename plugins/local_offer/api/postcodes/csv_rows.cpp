#include "plugins/local_offer/api/postcodes/csv_rows.hpp"

#include <utility>

namespace alongside::local_offer {

Result<CsvRows> CsvRows::open(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return Error{ErrorCode::InvalidInput, path + " cannot be opened"};
  return CsvRows(file);
}

int CsvRows::read_byte() {
  if (at_ == filled_) {
    filled_ = std::fread(buffer_.data(), 1, buffer_.size(), file_.get());
    at_ = 0;
    if (filled_ == 0) return EOF;
  }
  return static_cast<unsigned char>(buffer_[at_++]);
}

Result<bool> CsvRows::next(std::vector<std::string>& cells) {
  cells.assign(1, std::string());
  std::size_t length = 0;
  bool is_quoted = false, was_quote = false;
  for (;;) {
    const int byte = read_byte();
    if (byte == EOF) {
      if (std::ferror(file_.get()) != 0) return Error{ErrorCode::InvalidInput, "the file cannot be read to its end"};
      if (length == 0) return false;
      break;
    }
    if (++length > longest_row)
      return Error{ErrorCode::InvalidInput,
                   "row " + std::to_string(row_ + 1) + " has more than 16 KB; is this a CSV file?"};
    const char c = static_cast<char>(byte);
    // A second quote within quotes is one; otherwise the first ended them.
    if (c == '"') {
      if (was_quote) cells.back() += c;
      was_quote = is_quoted && !was_quote;
      if (!was_quote) is_quoted = true;
      continue;
    }
    if (std::exchange(was_quote, false)) is_quoted = false;
    if (!is_quoted && c == '\n') break;
    if (!is_quoted && c == ',' && cells.size() < most_cells)
      cells.emplace_back();
    else if (c != '\r' || is_quoted)
      cells.back() += c;
  }
  ++row_;
  return true;
}

}  // namespace alongside::local_offer
