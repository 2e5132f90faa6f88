// CategoryBlocks: which categories of a column are published one by one and which only together, so that no
// number under the rule is shown or left over. Primary suppression takes the small ones together; secondary
// suppression adds the next smallest until what is together is not small either. Used by protect().
#pragma once

#include "plugins/feedback/model/results/answer_table.hpp"
#include "plugins/feedback/model/results/disclosure_rules.hpp"

#include <cstddef>
#include <vector>

namespace alongside::feedback {

struct CategoryBlocks {
  std::vector<std::size_t> block_of;  // of each category
  Headcounts counts;                  // of each block; their sum is everybody

  // One block of everything says nothing.
  bool is_shown() const { return counts.size() > 1; }
  bool shows_each() const { return counts.size() == block_of.size(); }
  bool is_alone(std::size_t category) const;
};

// Looks at this column alone. What the condition of a question tells of another is protect()'s to see.
CategoryBlocks blocks_of(const AnswerColumn& column, const DisclosureRules& rules);
CategoryBlocks one_block(const AnswerColumn& column);

}  // namespace alongside::feedback
