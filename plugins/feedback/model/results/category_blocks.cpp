#include "plugins/feedback/model/results/category_blocks.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace alongside::feedback {
namespace {

// Numbers the blocks: each category that is not together with others has its own.
CategoryBlocks blocks_with(const Headcounts& counts, const std::vector<bool>& is_together) {
  CategoryBlocks blocks;
  std::optional<std::size_t> together;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (is_together[i] && together) {
      blocks.block_of.push_back(*together);
      blocks.counts[*together] += counts[i];
      continue;
    }
    if (is_together[i]) together = blocks.counts.size();
    blocks.block_of.push_back(blocks.counts.size());
    blocks.counts.push_back(counts[i]);
  }
  return blocks;
}

// The smallest category that is not in the block yet, or none; `apart` is never taken in.
std::optional<std::size_t> smallest(const Headcounts& counts, const std::vector<bool>& is_together,
                                    std::optional<std::size_t> apart) {
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (is_together[i] || apart == i) continue;
    if (!found || counts[i] < counts[*found]) found = i;
  }
  return found;
}

CategoryBlocks hide_small(const Headcounts& counts, Headcount least, std::optional<std::size_t> apart) {
  std::vector<bool> is_together(counts.size(), false);
  std::size_t members = 0;
  Headcount sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (apart == i || counts[i] >= least) continue;
    is_together[i] = true;
    ++members;
    sum += counts[i];
  }
  while (members > 0 && (members < 2 || sum < least)) {
    const auto next = smallest(counts, is_together, apart);
    if (!next) return blocks_with(counts, std::vector<bool>(counts.size(), true));
    is_together[*next] = true;
    ++members;
    sum += counts[*next];
  }
  return blocks_with(counts, is_together);
}

// The choices of one question must all treat "no answer" alike: what one of them tells apart, the others tell
// too. So this looks only at how many answered the question, which is the same for each of them.
CategoryBlocks blocks_of_choice(const AnswerColumn& column, const Headcounts& counts, Headcount least) {
  constexpr std::size_t chosen = 0, other = 1;
  const Headcount answered = counts[chosen] + counts[other];
  const bool is_either_small = counts[chosen] < least || counts[other] < least;
  if (!column.none) return is_either_small ? one_block(column) : blocks_with(counts, {false, false});
  const Headcount none = counts[*column.none];
  if (answered < least || (none < least && column.is_conditional)) return one_block(column);
  if (none >= least) return blocks_with(counts, {is_either_small, is_either_small, false});
  if (counts[chosen] < least || counts[other] + none < least) return one_block(column);
  return blocks_with(counts, {false, true, true});
}

}  // namespace

bool CategoryBlocks::is_alone(std::size_t category) const {
  return std::ranges::count(block_of, block_of[category]) == 1;
}

CategoryBlocks one_block(const AnswerColumn& column) {
  return blocks_with(column.counts(), std::vector<bool>(column.categories.size(), true));
}

CategoryBlocks blocks_of(const AnswerColumn& column, const DisclosureRules& rules) {
  const Headcounts counts = column.counts();
  if (column.kind == ColumnKind::Choice) return blocks_of_choice(column, counts, rules.cell);
  if (!column.is_conditional || !column.none) return hide_small(counts, rules.cell, std::nullopt);
  // Who was not asked is known from elsewhere, so it hides nobody: it stands alone or nothing is shown.
  const Headcount none = counts[*column.none];
  const Headcount everybody = std::accumulate(counts.begin(), counts.end(), Headcount{0});
  if (none < rules.cell || everybody - none < rules.cell) return one_block(column);
  return hide_small(counts, rules.cell, column.none);
}

}  // namespace alongside::feedback
