// Book: the sheets of a spreadsheet as rows of words, as far as a form in one needs: no formulas, dates or looks. Read
// from .xlsx (xlsx_book.cpp) or .csv (csv_book.cpp), used by convert_xlsform.
#pragma once

#include "app/base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::feedback {

struct BookRow {
  std::size_t number = 0;  // as the spreadsheet shows it, from 1
  std::vector<std::string> cells;
};

struct BookSheet {
  std::string name;
  std::vector<BookRow> rows;  // those that hold anything
};

struct Book {
  std::vector<BookSheet> sheets;

  const BookSheet* find(std::string_view name) const;  // capital and small letters are the same
};

Result<Book> read_xlsx_book(std::string_view bytes);
// A sheet begins with its name in the first column, as pyxform has it; without one the whole file is "survey".
Result<Book> read_csv_book(std::string_view bytes);

}  // namespace alongside::feedback
