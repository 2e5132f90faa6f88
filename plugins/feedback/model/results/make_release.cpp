#include "plugins/feedback/model/results/make_release.hpp"

#include "plugins/feedback/model/results/count_answers.hpp"
#include "plugins/feedback/model/results/intervals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

namespace alongside::feedback {
namespace {

void append(wire::Bilingual& words, const wire::Bilingual& more, std::string_view between) {
  const std::string& welsh = more.cy.empty() ? more.en : more.cy;
  words.en += (words.en.empty() ? std::string() : std::string(between)) + more.en;
  words.cy += (words.cy.empty() ? std::string() : std::string(between)) + welsh;
}

wire::Bilingual label_of(const AnswerColumn& column, const CategoryBlocks& blocks, std::size_t block) {
  wire::Bilingual label;
  for (std::size_t i = 0; i < column.categories.size(); ++i) {
    if (blocks.block_of[i] != block) continue;
    const ColumnCategory& category = column.categories[i];
    append(label, category.text.en.empty() ? wire::Bilingual{category.key, category.key} : category.text, " / ");
  }
  return label;
}

// From the published counts alone: it tells nothing that they do not.
std::optional<Interval> mean_of(const AnswerColumn& column, const CategoryBlocks& blocks,
                                const DisclosureRules& rules) {
  if (!column.is_scale || !blocks.shows_each()) return std::nullopt;
  std::vector<double> values;
  Headcounts counts;
  for (std::size_t i = 0; i < column.categories.size(); ++i) {
    if (column.none == i) continue;
    values.push_back(std::strtod(column.categories[i].key.c_str(), nullptr));
    counts.push_back(rounded(blocks.counts[blocks.block_of[i]], rules));
  }
  return mean_interval(values, counts);
}

wire::Bilingual mean_words(const Interval& mean) {
  return {fmt::format("Mean {:.1f} (95 times in 100 between {:.1f} and {:.1f}).", mean.middle, mean.low, mean.high),
          fmt::format("Cymedr {:.1f} (95 gwaith mewn 100 rhwng {:.1f} a {:.1f}).", mean.middle, mean.low, mean.high)};
}

const JoinedQuestion* question_of(const std::vector<JoinedQuestion>& questions, const std::string& name) {
  const auto found = std::ranges::find_if(questions, [&](const JoinedQuestion& q) { return q.question.name == name; });
  return found == questions.end() ? nullptr : &*found;
}

wire::Bilingual reworded_words(const JoinedQuestion& question) {
  std::string versions;
  for (const std::uint32_t version : question.reworded)
    versions += (versions.empty() ? "" : ", ") + std::to_string(version);
  return {"Its words changed in version " + versions + ".", "Newidiodd ei eiriau yn fersiwn " + versions + "."};
}

wire::Bilingual note_of(const AnswerColumn& column, const CategoryBlocks& blocks,
                        const std::vector<JoinedQuestion>& questions, const DisclosureRules& rules) {
  wire::Bilingual note;
  if (const auto mean = mean_of(column, blocks, rules)) append(note, mean_words(*mean), " ");
  if (!blocks.shows_each())
    append(note,
           {"Where few people chose an answer, it is shown together with another.",
            "Lle dewisodd ychydig o bobl ateb, mae'n cael ei ddangos gydag un arall."},
           " ");
  const JoinedQuestion* question = question_of(questions, column.question);
  if (question != nullptr && !question->reworded.empty()) append(note, reworded_words(*question), " ");
  return note;
}

// A choice is a row of its question's table; what was not chosen is not told as a row.
wire::Bilingual title_of(const AnswerColumn& column) {
  if (column.kind != ColumnKind::Choice) return column.title;
  wire::Bilingual title = column.title;
  append(title, column.categories[0].text, " – ");
  return title;
}

ReleasedTable table_of(const AnswerColumn& column, const CategoryBlocks& blocks,
                       const std::vector<JoinedQuestion>& questions, const DisclosureRules& rules) {
  ReleasedTable table;
  table.key = column.key;
  table.title = title_of(column);
  table.note = note_of(column, blocks, questions, rules);
  for (std::size_t block = 0; block < blocks.counts.size(); ++block)
    table.rows.push_back({label_of(column, blocks, block), rounded(blocks.counts[block], rules)});
  return table;
}

ReleasedCross cross_of(const AnswerTable& table, const ProtectedTables& tables, const ProtectedCross& cross,
                       const DisclosureRules& rules) {
  ReleasedCross released;
  const AnswerColumn& down = table.columns[cross.rows];
  const AnswerColumn& across = table.columns[cross.columns];
  released.rows_title = title_of(down);
  released.columns_title = title_of(across);
  for (std::size_t i = 0; i < cross.cells.rows; ++i)
    released.rows.push_back(label_of(down, tables.columns[cross.rows], i));
  for (std::size_t i = 0; i < cross.cells.columns; ++i)
    released.columns.push_back(label_of(across, tables.columns[cross.columns], i));
  for (std::size_t i = 0; i < cross.cells.counts.size(); ++i)
    released.counts.push_back(cross.cells.hidden[i] ? 0 : rounded(cross.cells.counts[i], rules));
  return released;
}

}  // namespace

Release make_release(const AnswerTable& table, const ProtectedTables& tables,
                     const std::vector<JoinedQuestion>& questions, const DisclosureRules& rules) {
  Release release;
  release.people = rounded(static_cast<Headcount>(table.people), rules);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (tables.columns[i].is_shown())
      release.tables.push_back(table_of(table.columns[i], tables.columns[i], questions, rules));
    else
      release.hidden.push_back(title_of(table.columns[i]));
  }
  for (const ProtectedCross& cross : tables.crosses) release.crosses.push_back(cross_of(table, tables, cross, rules));
  return release;
}

std::vector<CrossPair> crosses_by_how(const AnswerTable& table, std::vector<CrossPair> wanted) {
  for (const AnswerColumn& column : table.columns) {
    if (column.kind != ColumnKind::Question) continue;
    wanted.push_back({column.key, how_answered_key});
    if (!protect(table, wanted, {}).ok()) wanted.pop_back();
  }
  return wanted;
}

}  // namespace alongside::feedback
