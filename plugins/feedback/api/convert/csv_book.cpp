#include "app/base/text.hpp"
#include "app/base/utf8.hpp"
#include "plugins/feedback/api/convert/book.hpp"
#include "plugins/feedback/api/convert/converted.hpp"
#include "plugins/feedback/model/coerce.hpp"

#include <algorithm>
#include <utility>

namespace alongside::feedback {
namespace {

constexpr std::string_view sheet_names[] = {"survey", "choices", "settings", "entities"};

bool is_blank_row(const std::vector<std::string>& cells, std::size_t from) {
  return std::all_of(cells.begin() + static_cast<std::ptrdiff_t>(std::min(from, cells.size())), cells.end(),
                     [](const std::string& cell) { return trim(cell).empty(); });
}

// RFC 4180: commas, quotes where needed, and lines may go on inside quotes.
class CsvRows {
 public:
  explicit CsvRows(std::string_view text) : text_(text) {}

  bool is_over() const { return at_ >= text_.size(); }
  std::size_t line() const { return line_; }

  std::vector<std::string> next() {
    ++line_;
    const std::string_view line = text_.substr(at_, text_.find('\n', at_) - at_);
    std::vector<std::string> cells;
    cells.reserve(1 + static_cast<std::size_t>(std::ranges::count(line, ',')));
    cells.emplace_back();
    bool is_quoted = false;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (is_quoted && c == '"' && text_.substr(at_ + 1).starts_with('"'))
        cells.back() += text_[at_++];
      else if (c == '"')
        is_quoted = !is_quoted;
      else if (is_quoted || (c != ',' && c != '\n' && c != '\r'))
        cells.back() += c;
      else if (c == ',')
        cells.emplace_back();
      else if (c == '\n')
        break;
    }
    ++at_;
    return cells;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0, line_ = 0;
};

Result<std::string_view> csv_text(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const bool is_wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  const auto fault = text_fault(bytes);
  bool is_good = !is_wide && !fault;
  // Lines of other systems end with a return, which is no text otherwise.
  if (fault && bytes[*fault] == '\r') {
    std::string without(bytes);
    std::erase(without, '\r');
    is_good = is_text(without);
  }
  if (is_good) return bytes;
  return Error{ErrorCode::InvalidInput,
               "byte " + std::to_string(fault.value_or(0) + 1) + " is no UTF-8: save the file as \"CSV UTF-8\""};
}

}  // namespace

const BookSheet* Book::find(std::string_view name) const {
  for (const BookSheet& sheet : sheets) {
    if (lower_case(trim(sheet.name)) == name) return &sheet;
  }
  return nullptr;
}

Result<Book> read_csv_book(std::string_view bytes) {
  CsvRows rows(ALONGSIDE_TRY(csv_text(bytes)));
  Book book;
  bool has_names = false;
  std::size_t cells = 0, count = 0;
  while (!rows.is_over()) {
    std::vector<std::string> row = rows.next();
    if (is_blank_row(row, 0)) continue;
    cells += row.size();
    if (++count > ConvertLimits::most_rows || cells > ConvertLimits::most_cells)
      return Error{ErrorCode::TooLarge, "line " + std::to_string(rows.line()) + ": this is too much for one survey"};
    const std::string first = lower_case(trim(row.front()));
    const bool is_name = std::ranges::find(sheet_names, first) != std::end(sheet_names) && is_blank_row(row, 1);
    if (is_name) {
      has_names = true;
      book.sheets.push_back({first, {}});
      continue;
    }
    if (book.sheets.empty()) book.sheets.push_back({"survey", {}});
    if (has_names) row.erase(row.begin());
    book.sheets.back().rows.push_back({rows.line(), std::move(row)});
  }
  return book;
}

}  // namespace alongside::feedback
