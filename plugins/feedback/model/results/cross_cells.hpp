// Which cells of a cross-tab are hidden. Rows and columns are blocks whose totals are published, so what is
// hidden must not follow from them: hide_cells() takes away more until each hidden cell could be at least
// `DisclosureRules::least_width` more or less, and nothing small is left over in a row or column.
// cell_bounds() says what can be worked out of a hidden cell. Used by protect().
#pragma once

#include "plugins/feedback/model/results/answer_table.hpp"
#include "plugins/feedback/model/results/disclosure_rules.hpp"

#include <cstddef>
#include <vector>

namespace alongside::feedback {

struct CrossCells {
  std::size_t rows = 0;
  std::size_t columns = 0;
  Headcounts counts;         // row by row
  std::vector<bool> hidden;  // of each cell

  CrossCells(std::size_t row_count, std::size_t column_count)
      : rows(row_count), columns(column_count), counts(rows * columns, 0), hidden(rows * columns, false) {}
  std::size_t at(std::size_t row, std::size_t column) const { return row * columns + column; }
};

struct CellBounds {
  Headcount least = 0;
  Headcount most = 0;
};

// Exact: the least and the most of the cell over all tables with these totals and these shown cells.
CellBounds cell_bounds(const CrossCells& cells, std::size_t row, std::size_t column);

void hide_cells(CrossCells& cells, const DisclosureRules& rules);

}  // namespace alongside::feedback
