// Responses as rows of a table for other programs: one row a response, one variable a question (a choice of a
// question with several answers is one of its own). What the CSV and the SPSS file are written from.
#pragma once

#include "plugins/feedback/api/files/saved_files.hpp"
#include "plugins/feedback/api/results/kept_responses.hpp"
#include "plugins/feedback/api/results/redaction_desk.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace alongside::feedback {

struct RowVariable {
  std::string name;   // "what_was_hard/noise"
  std::string label;  // the question's words
  bool is_number = true;
  std::vector<std::pair<double, std::string>> labels;  // what its numbers mean
};

struct RowCell {
  std::optional<double> number;  // of a number: nothing was answered
  std::string text;
};

struct ResponseRows {
  std::vector<RowVariable> variables;
  std::vector<std::vector<RowCell>> rows;
};

// `words`: what was written, as the officer left it; hidden words are left out.
ResponseRows rows_of(const KeptResponses& kept, const AnswerTable& table, const std::vector<WrittenWords>& words);

// A column for each question that files were joined to: what `survey results --files` calls them, or where they are.
void add_files(ResponseRows& rows, const KeptResponses& kept, const std::vector<SavedFile>& files);

// RFC 4180, with the line ends of a report. A cell that a spreadsheet would run as a formula begins with an apostrophe.
std::string rows_csv(const ResponseRows& rows);

}  // namespace alongside::feedback
