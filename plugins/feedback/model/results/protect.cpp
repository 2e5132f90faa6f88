#include "plugins/feedback/model/results/protect.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace alongside::feedback {
namespace {

// Which questions hang together, by their names.
class Bundles {
 public:
  // False when they hung together already.
  bool join(const std::string& one, const std::string& other) {
    const std::string a = top(one), b = top(other);
    if (a == b) return false;
    above_[a] = b;
    return true;
  }

 private:
  std::string top(std::string name) const {
    for (auto found = above_.find(name); found != above_.end(); found = above_.find(name)) name = found->second;
    return name;
  }
  std::map<std::string, std::string> above_;
};

Result<std::size_t> column_named(const AnswerTable& table, const std::string& key) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].key == key) return i;
  }
  return Error{ErrorCode::InvalidInput, "there is nothing called \"" + key +
                                            "\" to cross: write a question's name, question/choice, how_answered or "
                                            "theme/name"};
}

Result<void> refuse_rings(const AnswerTable& table, const std::vector<CrossPair>& crosses) {
  Bundles bundles;
  for (const AnswerColumn& column : table.columns) {
    for (const std::string& parent : column.depends_on) bundles.join(column.question, parent);
  }
  for (const CrossPair& cross : crosses) {
    const std::size_t rows = ALONGSIDE_TRY(column_named(table, cross.rows));
    const std::size_t columns = ALONGSIDE_TRY(column_named(table, cross.columns));
    if (bundles.join(table.columns[rows].question, table.columns[columns].question)) continue;
    return Error{ErrorCode::InvalidInput,
                 "leave out " + cross.rows + " by " + cross.columns +
                     ": the two hang together already, by a condition or by other cross-tabs, and hidden counts "
                     "could be worked out"};
  }
  return {};
}

bool is_all_shown(const AnswerTable& table, const ProtectedTables& tables, const std::string& question) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].question == question && !tables.columns[i].shows_each()) return false;
  }
  return true;
}

// How many were asked a question says something of the answers that decided it: it is shown only when those
// are shown whole.
void hide_dependants(const AnswerTable& table, ProtectedTables& tables) {
  bool has_changed = true;
  while (has_changed) {
    has_changed = false;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const auto& parents = table.columns[i].depends_on;
      const auto is_open = [&](const std::string& parent) { return is_all_shown(table, tables, parent); };
      if (!tables.columns[i].is_shown() || std::ranges::all_of(parents, is_open)) continue;
      tables.columns[i] = one_block(table.columns[i]);
      has_changed = true;
    }
  }
}

ProtectedCross cross_of(const AnswerTable& table, const ProtectedTables& tables, std::size_t rows,
                        std::size_t columns) {
  const CategoryBlocks& down = tables.columns[rows];
  const CategoryBlocks& across = tables.columns[columns];
  ProtectedCross cross{rows, columns, CrossCells(down.counts.size(), across.counts.size())};
  for (std::size_t person = 0; person < table.people; ++person) {
    const std::size_t row = down.block_of[table.columns[rows].values[person]];
    const std::size_t column = across.block_of[table.columns[columns].values[person]];
    ++cross.cells.counts[cross.cells.at(row, column)];
  }
  return cross;
}

}  // namespace

Result<ProtectedTables> protect(const AnswerTable& table, const std::vector<CrossPair>& crosses,
                                const DisclosureRules& rules) {
  ALONGSIDE_TRY(refuse_rings(table, crosses));
  ProtectedTables tables;
  for (const AnswerColumn& column : table.columns) tables.columns.push_back(blocks_of(column, rules));
  hide_dependants(table, tables);
  for (const CrossPair& pair : crosses) {
    const std::size_t rows = ALONGSIDE_TRY(column_named(table, pair.rows));
    const std::size_t columns = ALONGSIDE_TRY(column_named(table, pair.columns));
    if (!tables.columns[rows].is_shown() || !tables.columns[columns].is_shown()) continue;
    ProtectedCross cross = cross_of(table, tables, rows, columns);
    hide_cells(cross.cells, rules);
    if (std::ranges::all_of(cross.cells.hidden, [](bool hidden) { return hidden; })) continue;
    tables.crosses.push_back(std::move(cross));
  }
  return tables;
}

}  // namespace alongside::feedback
