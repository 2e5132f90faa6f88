// CsvRows: a CSV file row by row (RFC 4180), never more of it in memory than one row: national files of postcodes
// have a gigabyte and more. Used by postcode_file.
#pragma once

#include "app/base/result.hpp"

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace alongside::local_offer {

class CsvRows {
 public:
  static constexpr std::size_t longest_row = 16 * 1024;
  static constexpr std::size_t most_cells = 200;

  static Result<CsvRows> open(const std::string& path);

  // False at the end. An error when the file cannot be read on, or a row is longer than any row of such files.
  Result<bool> next(std::vector<std::string>& cells);
  std::uint64_t row() const { return row_; }  // the number of the last one, from 1

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  explicit CsvRows(std::FILE* file) : file_(file), buffer_(64 * 1024, '\0') {}
  int read_byte();  // or EOF

  std::unique_ptr<std::FILE, Close> file_;
  std::string buffer_;
  std::size_t at_ = 0, filled_ = 0;
  std::uint64_t row_ = 0;
};

}  // namespace alongside::local_offer
