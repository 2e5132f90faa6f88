#include "tests/disclosure/weakness.hpp"

#include <algorithm>
#include <optional>

namespace alongside::disclosure {
namespace {

using namespace feedback;

// Gives one category that is together with others a block of its own.
void split_off(CategoryBlocks& blocks, const Headcounts& counts, std::size_t category) {
  blocks.counts[blocks.block_of[category]] -= counts[category];
  blocks.block_of[category] = blocks.counts.size();
  blocks.counts.push_back(counts[category]);
}

// The largest (or smallest) category that is not alone and whose count is on this side of the rule.
std::optional<std::size_t> hidden_category(const CategoryBlocks& blocks, const Headcounts& counts, bool is_small,
                                           Headcount least) {
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (!blocks.is_alone(i) && (counts[i] < least) == is_small) return i;
  }
  return std::nullopt;
}

void split_columns(const Population& population, const AnswerTable& table, ProtectedTables& tables, bool is_small) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Headcounts counts = table.columns[i].counts();
    CategoryBlocks& blocks = tables.columns[i];
    if (!blocks.is_shown()) continue;
    if (const auto found = hidden_category(blocks, counts, is_small, population.rules.cell)) {
      split_off(blocks, counts, *found);
      std::erase_if(tables.crosses, [i](const ProtectedCross& one) { return one.rows == i || one.columns == i; });
    }
  }
}

void add_ring(const Population& population, const AnswerTable& table, ProtectedTables& tables) {
  for (std::size_t a = 0; a < table.columns.size(); ++a) {
    for (std::size_t b = a + 1; b < table.columns.size(); ++b) {
      const auto pair = protect(table, {{table.columns[a].key, table.columns[b].key}}, population.rules);
      if (!pair.ok()) continue;
      for (const ProtectedCross& cross : pair.value().crosses) tables.crosses.push_back(cross);
    }
  }
}

}  // namespace

ProtectedTables release(const Population& population, AnswerTable table, Weakness weakness) {
  for (AnswerColumn& column : table.columns) {
    if (weakness == Weakness::ConditionsForgotten) {
      column.is_conditional = false;
      column.depends_on.clear();
    }
    if (weakness == Weakness::AncestorsForgotten && column.depends_on.size() > 1) column.depends_on.resize(1);
    if (weakness == Weakness::ChoicesApart && column.kind == ColumnKind::Choice) column.kind = ColumnKind::Question;
  }
  auto protected_tables = protect(table, population.crosses, population.rules);
  ProtectedTables tables = std::move(protected_tables).value();
  if (weakness == Weakness::NoSecondaryInColumns) split_columns(population, table, tables, false);
  if (weakness == Weakness::HiddenTotalShown) split_columns(population, table, tables, true);
  if (weakness == Weakness::RingsAllowed) add_ring(population, table, tables);
  if (weakness == Weakness::NoSecondaryInCrosses) {
    for (ProtectedCross& cross : tables.crosses) {
      for (std::size_t i = 0; i < cross.cells.counts.size(); ++i)
        cross.cells.hidden[i] = cross.cells.counts[i] < population.rules.cell;
    }
  }
  return tables;
}

}  // namespace alongside::disclosure
