// protect(): what may be published of a table of answers. Headcounts that are too small are hidden, and with them
// what they could be worked out from, over all tables of the release together.
//
// Why it holds: the columns of a release hang together like a tree. Each cross-tab joins two columns, a
// condition joins a question to the questions it depends on, and a ring is refused. Where such a tree is cut
// at a column, everything on one side can be moved without the other side noticing, as long as the column's
// published totals stay. So a hidden count can be whatever its own table allows, which blocks_of() and
// hide_cells() see to. Releases are of different people (next_wave()), so no two can be subtracted.
// tests/disclosure proves it from outside, by linear programming over all that people could have answered.
#pragma once

#include "app/base/result.hpp"
#include "plugins/feedback/model/results/category_blocks.hpp"
#include "plugins/feedback/model/results/cross_cells.hpp"

#include <string>
#include <vector>

namespace alongside::feedback {

struct CrossPair {
  std::string rows;  // keys of columns
  std::string columns;
};

struct ProtectedCross {
  std::size_t rows = 0;  // of the table's columns
  std::size_t columns = 0;
  CrossCells cells;  // of their blocks
};

struct ProtectedTables {
  std::vector<CategoryBlocks> columns;  // of each of the table's columns
  std::vector<ProtectedCross> crosses;  // without those of which nothing could be shown
};

// InvalidInput: a cross-tab of a column that is not there, or cross-tabs that make a ring, with what to leave out.
Result<ProtectedTables> protect(const AnswerTable& table, const std::vector<CrossPair>& crosses,
                                const DisclosureRules& rules);

}  // namespace alongside::feedback
