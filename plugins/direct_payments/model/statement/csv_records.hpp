// CsvRecords: the records of a CSV file one after another, with quotes as RFC 4180 has them. A quote that
// goes wrong costs the line it stands in and no other: reading goes on with the next line. Used by
// read_csv_statement().
#pragma once

#include "plugins/direct_payments/model/statement/line_reason.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::direct_payments {

struct CsvRecord {
  std::uint32_t line = 0;  // where it begins
  LineReason reason = LineReason::None;
  std::string_view source;
  std::vector<std::string> cells;  // none when there is a reason
  bool ends_with_file = false;     // no line end after it: it may have been longer
};

class CsvRecords {
 public:
  static constexpr std::size_t most_cells = 64;
  static constexpr std::size_t most_cell_bytes = 4096;
  static constexpr std::uint32_t most_lines_in_record = 8;

  // `text` has \n for line ends and outlives this.
  CsvRecords(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  // False at the end of the file.
  bool next(CsvRecord& record);

 private:
  LineReason read_cells(CsvRecord& record);
  LineReason read_quoted(std::string& cell);
  void read_plain(std::string& cell);
  bool is_at_end_of_record() const { return at_ >= text_.size() || text_[at_] == '\n'; }
  void skip_spaces();

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t lines_crossed_ = 0;  // inside quotes, in the record being read
};

}  // namespace alongside::direct_payments
