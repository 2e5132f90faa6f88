// csv_cell: one cell of CSV (RFC 4180), quoted where it must be and never the beginning of a spreadsheet's formula:
// that gets an apostrophe. Called by whatever writes a file for people; in the header, so that each plugin has its own.
#pragma once

#include <string>
#include <string_view>

namespace alongside {

inline std::string csv_cell(std::string_view text) {
  constexpr std::string_view formula_starts = "=+-@\t\r";
  std::string cell(text);
  if (!cell.empty() && formula_starts.find(cell.front()) != std::string_view::npos) cell.insert(cell.begin(), '\'');
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace alongside
