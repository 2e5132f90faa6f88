#include "plugins/direct_payments/model/statement/csv_records.hpp"

#include <algorithm>

namespace alongside::direct_payments {

bool CsvRecords::next(CsvRecord& record) {
  if (at_ >= text_.size()) return false;
  const std::size_t start = at_;
  record.line = line_;
  record.cells.clear();
  lines_crossed_ = 0;
  record.reason = read_cells(record);
  if (record.reason != LineReason::None) {
    record.cells.clear();
    at_ = std::min(text_.find('\n', start), text_.size());
    lines_crossed_ = 0;
  }
  record.source = text_.substr(start, at_ - start);
  record.ends_with_file = at_ >= text_.size();
  if (!record.ends_with_file) ++at_;
  line_ += lines_crossed_ + 1;
  return true;
}

LineReason CsvRecords::read_cells(CsvRecord& record) {
  for (;;) {
    if (record.cells.size() == most_cells) return LineReason::TooManyCells;
    std::string& cell = record.cells.emplace_back();
    skip_spaces();
    if (at_ < text_.size() && text_[at_] == '"') {
      const LineReason reason = read_quoted(cell);
      if (reason != LineReason::None) return reason;
    } else {
      read_plain(cell);
    }
    if (cell.size() > most_cell_bytes) return LineReason::CellTooLong;
    if (is_at_end_of_record()) return LineReason::None;
    ++at_;
  }
}

// From its opening quote to the delimiter or line end behind its closing one.
LineReason CsvRecords::read_quoted(std::string& cell) {
  ++at_;
  for (;;) {
    const std::size_t quote = text_.find_first_of("\"\n", at_);
    if (quote == std::string_view::npos) return LineReason::UnfinishedQuote;
    cell += text_.substr(at_, std::min(quote - at_, most_cell_bytes + 1));
    if (cell.size() > most_cell_bytes) return LineReason::CellTooLong;
    at_ = quote + 1;
    if (text_[quote] == '\n') {
      // A quote that never ends would swallow the payments below it.
      if (++lines_crossed_ == most_lines_in_record) return LineReason::UnfinishedQuote;
      cell += '\n';
      continue;
    }
    if (at_ >= text_.size() || text_[at_] != '"') break;
    cell += '"';
    ++at_;
  }
  skip_spaces();
  if (is_at_end_of_record() || text_[at_] == delimiter_) return LineReason::None;
  return lines_crossed_ > 0 ? LineReason::UnfinishedQuote : LineReason::MisplacedQuote;
}

void CsvRecords::read_plain(std::string& cell) {
  const std::size_t start = at_;
  while (!is_at_end_of_record() && text_[at_] != delimiter_) ++at_;
  cell = text_.substr(start, std::min(at_ - start, most_cell_bytes + 1));
}

void CsvRecords::skip_spaces() {
  while (at_ < text_.size() && text_[at_] == ' ') ++at_;
}

}  // namespace alongside::direct_payments
