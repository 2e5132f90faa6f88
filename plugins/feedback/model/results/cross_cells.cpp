#include "plugins/feedback/model/results/cross_cells.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>

namespace alongside::feedback {
namespace {

// How much can be moved along hidden cells from one row or column to another: a maximum flow. A step from a
// row to a column makes a cell larger, which has no limit; a step back makes it smaller, down to nought.
class CellFlow {
 public:
  explicit CellFlow(const CrossCells& cells, std::size_t without) : cells_(cells), nodes_(cells.rows + cells.columns) {
    const Headcount no_limit = std::accumulate(cells.counts.begin(), cells.counts.end(), Headcount{1});
    room_.assign(nodes_ * nodes_, 0);
    for (std::size_t row = 0; row < cells.rows; ++row) {
      for (std::size_t column = 0; column < cells.columns; ++column) {
        const std::size_t cell = cells.at(row, column);
        if (!cells.hidden[cell] || cell == without) continue;
        room(row, cells.rows + column) = no_limit;
        room(cells.rows + column, row) = cells.counts[cell];
      }
    }
  }

  Headcount most(std::size_t from, std::size_t to) {
    Headcount total = 0;
    while (const Headcount more = push(from, to)) total += more;
    return total;
  }

 private:
  Headcount& room(std::size_t from, std::size_t to) { return room_[from * nodes_ + to]; }

  // Along a shortest way, as much as it takes; nought when there is no way.
  Headcount push(std::size_t from, std::size_t to) {
    std::vector<std::size_t> before(nodes_, nodes_), queue{from};
    before[from] = from;
    for (std::size_t next = 0; next < queue.size() && before[to] == nodes_; ++next) {
      for (std::size_t node = 0; node < nodes_; ++node) {
        if (before[node] != nodes_ || room(queue[next], node) == 0) continue;
        before[node] = queue[next];
        queue.push_back(node);
      }
    }
    if (before[to] == nodes_) return 0;
    Headcount amount = std::numeric_limits<Headcount>::max();
    for (std::size_t node = to; node != from; node = before[node]) amount = std::min(amount, room(before[node], node));
    for (std::size_t node = to; node != from; node = before[node]) {
      room(before[node], node) -= amount;
      room(node, before[node]) += amount;
    }
    return amount;
  }

  const CrossCells& cells_;
  std::size_t nodes_;
  Headcounts room_;
};

using Cells = std::vector<std::size_t>;

std::vector<Cells> lines_of(const CrossCells& cells) {
  std::vector<Cells> lines(cells.rows + cells.columns);
  for (std::size_t row = 0; row < cells.rows; ++row) {
    for (std::size_t column = 0; column < cells.columns; ++column) {
      lines[row].push_back(cells.at(row, column));
      lines[cells.rows + column].push_back(cells.at(row, column));
    }
  }
  return lines;
}

bool hide_smallest(CrossCells& cells, const Cells& among) {
  std::optional<std::size_t> smallest;
  for (const std::size_t cell : among) {
    if (cells.hidden[cell]) continue;
    if (!smallest || cells.counts[cell] < cells.counts[*smallest]) smallest = cell;
  }
  if (smallest) cells.hidden[*smallest] = true;
  return smallest.has_value();
}

// One hidden cell of a row follows from the row's total; several follow in sum.
bool is_left_over_small(const CrossCells& cells, const Cells& line, Headcount least) {
  std::size_t hidden = 0;
  Headcount sum = 0;
  for (const std::size_t cell : line) {
    if (!cells.hidden[cell]) continue;
    ++hidden;
    sum += cells.counts[cell];
  }
  return hidden > 0 && (hidden < 2 || sum < least);
}

bool hide_in_lines(CrossCells& cells, const std::vector<Cells>& lines, Headcount least) {
  bool has_hidden = false;
  for (const Cells& line : lines) {
    if (is_left_over_small(cells, line, least)) has_hidden = hide_smallest(cells, line) || has_hidden;
  }
  return has_hidden;
}

// Hides one more beside the first cell that can be worked out too closely.
bool hide_for_width(CrossCells& cells, const std::vector<Cells>& lines) {
  for (std::size_t row = 0; row < cells.rows; ++row) {
    for (std::size_t column = 0; column < cells.columns; ++column) {
      if (!cells.hidden[cells.at(row, column)]) continue;
      const CellBounds bounds = cell_bounds(cells, row, column);
      if (bounds.most - bounds.least >= DisclosureRules::least_width) continue;
      Cells beside = lines[row];
      beside.insert(beside.end(), lines[cells.rows + column].begin(), lines[cells.rows + column].end());
      if (hide_smallest(cells, beside)) return true;
      Cells all(cells.counts.size());
      std::iota(all.begin(), all.end(), std::size_t{0});
      if (hide_smallest(cells, all)) return true;
    }
  }
  return false;
}

}  // namespace

CellBounds cell_bounds(const CrossCells& cells, std::size_t row, std::size_t column) {
  const std::size_t cell = cells.at(row, column);
  const Headcount count = cells.counts[cell];
  if (!cells.hidden[cell]) return {count, count};
  const std::size_t column_node = cells.rows + column;
  const Headcount more = CellFlow(cells, cell).most(column_node, row);
  const Headcount less = std::min(count, CellFlow(cells, cell).most(row, column_node));
  return {count - less, count + more};
}

void hide_cells(CrossCells& cells, const DisclosureRules& rules) {
  for (std::size_t cell = 0; cell < cells.counts.size(); ++cell) cells.hidden[cell] = cells.counts[cell] < rules.cell;
  const std::vector<Cells> lines = lines_of(cells);
  while (hide_in_lines(cells, lines, rules.cell) || hide_for_width(cells, lines)) {
  }
}

}  // namespace alongside::feedback
