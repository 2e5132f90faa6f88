// AnswerTable: the answers of one group of people, as numbers: for each thing that is counted (a question, one
// choice of several, how it was answered, a theme) the category that each person is in. Made by
// count_answers(); counted for the officer as it is, and by protect() for everybody else.
#pragma once

#include "app/wire/messages/council.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace alongside::feedback {

using Headcount = std::uint32_t;
using Headcounts = std::vector<Headcount>;

// What a column counts. A Choice is one of a question with several answers: chosen, not chosen, no answer.
enum class ColumnKind : std::uint8_t { Question, Choice, HowAnswered, Theme };

struct ColumnCategory {
  std::string key;
  wire::Bilingual text;
};

struct AnswerColumn {
  std::string key;       // "again", "what_was_hard/noise", "how_answered", "theme/quiet"
  std::string question;  // the columns of one question hang together
  ColumnKind kind = ColumnKind::Question;
  wire::Bilingual title;
  std::vector<ColumnCategory> categories;
  std::optional<std::size_t> none;      // the category of those who gave no answer; only when there are any
  bool is_scale = false;                // the categories are numbers: it has a mean
  bool is_conditional = false;          // not everybody was asked
  std::vector<std::string> depends_on;  // the questions that decide who was asked
  std::vector<std::uint16_t> values;    // of each person, in one order for all columns

  Headcounts counts() const {
    Headcounts counts(categories.size(), 0);
    for (const std::uint16_t value : values) ++counts[value];
    return counts;
  }
};

struct AnswerTable {
  std::size_t people = 0;
  std::vector<AnswerColumn> columns;

  const AnswerColumn* find(std::string_view key) const {
    for (const AnswerColumn& column : columns) {
      if (column.key == key) return &column;
    }
    return nullptr;
  }
};

}  // namespace alongside::feedback
