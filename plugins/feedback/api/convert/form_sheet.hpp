// FormSheet: a sheet of an XLSForm by the headings of its columns, under their names of today and of before, and with
// the languages that stand in them. The lower half of convert_xlsform.
#pragma once

#include "app/wire/messages/council.hpp"
#include "plugins/feedback/api/convert/book.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::feedback {

struct FormColumn {
  std::string heading;    // as it is written
  std::string key;        // "label", "media::image"
  std::string language;   // "English (en)"; empty: of none
  std::size_t place = 0;  // among a row's cells
};

class FormSheet {
 public:
  FormSheet() = default;
  // `usual` is the language that "label" is in where every column has one. The sheet outlives this.
  FormSheet(const BookSheet& sheet, std::string_view usual);

  // Without the headings.
  std::span<const BookRow> rows() const { return rows_; }
  bool has(std::string_view key) const;
  std::string cell(const BookRow& row, std::string_view key) const;  // of the first column of that key
  // By the heading as it is written; "name" by its other names too. Nothing: there is no such column.
  std::optional<std::string> under(const BookRow& row, std::string_view heading) const;
  wire::Bilingual words(const BookRow& row, std::string_view key) const;
  // Columns in languages that we do not ask in.
  std::vector<std::string> other_languages() const;

 private:
  const FormColumn* column_of(std::string_view key, bool is_welsh) const;
  std::string at(const BookRow& row, const FormColumn* column) const;

  std::vector<FormColumn> columns_;  // those that have a heading
  std::span<const BookRow> rows_;
  std::string usual_;
};

// Words as we show them: without tags, and ${name} as {name}; other braces would be taken for one.
std::string plain_words(std::string_view words);

}  // namespace alongside::feedback
