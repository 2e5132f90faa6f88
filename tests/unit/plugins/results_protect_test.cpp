// What may be published of few people. The proof from outside is tests/disclosure; these are the rules by example.
#include "plugins/feedback/model/results/protect.hpp"
#include "plugins/feedback/model/results/release_wave.hpp"

#include <doctest/doctest.h>

using namespace alongside;
using namespace alongside::feedback;

namespace {

// A column in which so many people are in each category.
AnswerColumn column_with(const std::string& key, const Headcounts& counts) {
  AnswerColumn column;
  column.key = column.question = key;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    column.categories.push_back({std::to_string(i), {}});
    column.values.insert(column.values.end(), counts[i], static_cast<std::uint16_t>(i));
  }
  return column;
}

Headcounts shown(const Headcounts& counts) { return blocks_of(column_with("q", counts), {}).counts; }

CrossCells cross_with(std::size_t columns, const Headcounts& counts) {
  CrossCells cells(counts.size() / columns, columns);
  cells.counts = counts;
  return cells;
}

std::string hidden_in(CrossCells cells) {
  hide_cells(cells, {});
  std::string hidden;
  for (const bool is_hidden : cells.hidden) hidden += is_hidden ? 'x' : '.';
  return hidden;
}

}  // namespace

TEST_CASE("counts that are all large enough are shown one by one") { CHECK(shown({9, 5, 30}) == Headcounts{9, 5, 30}); }

TEST_CASE("a small count is shown together with the next smallest, or it would follow from the total") {
  CHECK(shown({40, 12, 3}) == Headcounts{40, 15});
}

TEST_CASE("several small counts are together until they are not small either") {
  CHECK(shown({40, 12, 2, 1}) == Headcounts{40, 15});
  CHECK(shown({40, 12, 3, 4}) == Headcounts{40, 12, 7});
}

TEST_CASE("nought is a small count: that nobody said a thing tells something of everybody") {
  CHECK(shown({40, 20, 0}) == Headcounts{40, 20});
  CHECK_FALSE(blocks_of(column_with("q", {40, 0}), {}).is_shown());
}

TEST_CASE("of two answers, one of which few people gave, nothing is shown") {
  CHECK_FALSE(blocks_of(column_with("q", {50, 3}), {}).is_shown());
}

TEST_CASE("who was not asked hides nobody: few of them, and the question is left out") {
  AnswerColumn column = column_with("q", {20, 9, 3});
  column.none = 2;
  column.is_conditional = true;
  CHECK_FALSE(blocks_of(column, {}).is_shown());
  column.is_conditional = false;
  CHECK(blocks_of(column, {}).counts == Headcounts{20, 12});
}

TEST_CASE("the choices of one question all treat those who gave no answer alike") {
  AnswerColumn choice = column_with("q/a", {20, 9, 3});
  choice.kind = ColumnKind::Choice;
  choice.none = 2;
  CHECK(blocks_of(choice, {}).counts == Headcounts{20, 12});
  AnswerColumn rare = column_with("q/b", {4, 25, 3});
  rare.kind = ColumnKind::Choice;
  rare.none = 2;
  CHECK_FALSE(blocks_of(rare, {}).is_shown());
}

TEST_CASE("a hidden cell takes three more with it, so that no total gives it away") {
  CHECK(hidden_in(cross_with(3, {3, 20, 30, 40, 9, 50, 60, 70, 80})) == "xx.xx....");
}

TEST_CASE("what can be worked out of a hidden cell is exact") {
  CrossCells cells = cross_with(2, {3, 7, 10, 20});
  cells.hidden = {true, true, true, true};
  CHECK(cell_bounds(cells, 0, 0).least == 0);
  CHECK(cell_bounds(cells, 0, 0).most == 10);
  CHECK(cell_bounds(cells, 1, 1).least == 17);
  CHECK(cell_bounds(cells, 1, 1).most == 27);
  cells.hidden = {true, false, false, false};
  CHECK(cell_bounds(cells, 0, 0).least == 3);
  CHECK(cell_bounds(cells, 0, 0).most == 3);
}

TEST_CASE("hidden cells that pin each other down get another beside them") {
  // By totals alone four cells would do; 0 in the corner leaves the others no room.
  CrossCells cells = cross_with(3, {0, 5, 30, 5, 1, 30, 30, 30, 30});
  hide_cells(cells, {});
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t column = 0; column < 3; ++column) {
      if (!cells.hidden[cells.at(row, column)]) continue;
      const CellBounds bounds = cell_bounds(cells, row, column);
      CHECK(bounds.most - bounds.least >= DisclosureRules::least_width);
    }
  }
}

TEST_CASE("cross-tabs that make a ring are refused, with the one to leave out") {
  const AnswerTable table{30, {column_with("a", {15, 15}), column_with("b", {10, 20}), column_with("c", {20, 10})}};
  const auto ring = protect(table, {{"a", "b"}, {"b", "c"}, {"c", "a"}}, {});
  REQUIRE_FALSE(ring.ok());
  CHECK(ring.error().detail.starts_with("leave out c by a"));
  CHECK(protect(table, {{"a", "b"}, {"b", "c"}}, {}).ok());
  CHECK_FALSE(protect(table, {{"a", "a"}}, {}).ok());
  CHECK_FALSE(protect(table, {{"a", "nothing"}}, {}).ok());
}

TEST_CASE("a question is not crossed with the one that decides who is asked it") {
  AnswerTable table{30, {column_with("a", {15, 15}), column_with("b", {10, 20})}};
  table.columns[1].is_conditional = true;
  table.columns[1].depends_on = {"a"};
  CHECK_FALSE(protect(table, {{"b", "a"}}, {}).ok());
}

TEST_CASE("a question under a condition is shown only when the answers that decide it are all shown") {
  AnswerTable table{30, {column_with("a", {15, 12, 3}), column_with("b", {10, 20})}};
  CHECK(protect(table, {}, {}).value().columns[1].is_shown());
  table.columns[1].is_conditional = true;
  table.columns[1].depends_on = {"a"};
  CHECK_FALSE(protect(table, {}, {}).value().columns[1].is_shown());
}

TEST_CASE("a release counts only whom no other has counted, and not before there are ten") {
  std::vector<AnswerId> all;
  for (std::uint8_t i = 1; i <= 19; ++i) all.push_back(AnswerId(IdBytes{i}));
  std::set<AnswerId> counted;
  const auto first = next_wave(all, counted, {});
  REQUIRE(first.ok());
  CHECK(first.value().size() == 19);
  counted.insert(all.begin(), all.begin() + 10);
  CHECK(next_wave(all, counted, {}).error().code == ErrorCode::Unavailable);
  all.push_back(AnswerId(IdBytes{20}));
  CHECK(next_wave(all, counted, {}).value().size() == 10);
}

TEST_CASE("rounding never makes a number small that was not") {
  const DisclosureRules rules{10, 10, 5};
  CHECK(rounded(10, rules) == 10);
  CHECK(rounded(12, rules) == 10);
  CHECK(rounded(13, rules) == 15);
  CHECK(rounded(12, {}) == 12);
}
