#include "plugins/feedback/api/results/response_rows.hpp"

#include "app/base/csv.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <map>
#include <string_view>
#include <utility>

namespace alongside::feedback {
namespace {

// A scale keeps its own numbers; other answers are numbered as they stand, from 1. Choices are 1 and 0.
double number_of(const AnswerColumn& column, std::size_t category) {
  if (column.is_scale) return std::strtod(column.categories[category].key.c_str(), nullptr);
  if (column.kind == ColumnKind::Choice || column.kind == ColumnKind::Theme) return category == 0 ? 1 : 0;
  return static_cast<double>(category + 1);
}

RowVariable variable_of(const AnswerColumn& column) {
  RowVariable variable{column.key, column.title.en, true, {}};
  if (column.kind == ColumnKind::Choice) variable.label += " – " + column.categories[0].text.en;
  for (std::size_t i = 0; i < column.categories.size(); ++i) {
    if (column.none == i) continue;
    const std::string& text = column.categories[i].text.en;
    variable.labels.push_back({number_of(column, i), text.empty() ? column.categories[i].key : text});
  }
  return variable;
}

void add_column(ResponseRows& rows, const AnswerColumn& column) {
  rows.variables.push_back(variable_of(column));
  for (std::size_t i = 0; i < column.values.size(); ++i) {
    RowCell cell;
    if (column.none != column.values[i]) cell.number = number_of(column, column.values[i]);
    rows.rows[i].push_back(std::move(cell));
  }
}

void add_words(ResponseRows& rows, const KeptResponses& kept, const JoinedQuestion& question,
               const std::vector<WrittenWords>& words) {
  rows.variables.push_back({question.question.name, question.question.title.en, false, {}});
  for (std::size_t i = 0; i < kept.responses.size(); ++i) {
    RowCell cell;
    for (const WrittenWords& written : words) {
      if (written.question == &question && written.response == kept.responses[i].id.text() &&
          written.state != WordsState::Hidden)
        cell.text = written.words;
    }
    rows.rows[i].push_back(std::move(cell));
  }
}

}  // namespace

ResponseRows rows_of(const KeptResponses& kept, const AnswerTable& table, const std::vector<WrittenWords>& words) {
  ResponseRows rows;
  rows.rows.resize(kept.responses.size());
  rows.variables = {{"response", "The response's id", false, {}}, {"version", "Version of the questions", true, {}}};
  for (std::size_t i = 0; i < kept.responses.size(); ++i) {
    rows.rows[i].push_back({std::nullopt, kept.responses[i].id.text()});
    rows.rows[i].push_back({static_cast<double>(kept.responses[i].response.edition.version), {}});
  }
  for (const AnswerColumn& column : table.columns) add_column(rows, column);
  for (const JoinedQuestion& question : kept.questions) {
    if (question.question.type == QuestionType::Comment) add_words(rows, kept, question, words);
  }
  return rows;
}

void add_files(ResponseRows& rows, const KeptResponses& kept, const std::vector<SavedFile>& files) {
  std::map<std::string, std::map<AnswerId, std::string>> questions;
  for (const SavedFile& file : files) {
    std::string& said = questions[file.question][file.response];
    if (!said.empty()) said += " ";
    said += file.arrival == FileArrival::Kept      ? file.name
            : file.arrival == FileArrival::Waiting ? "(on its way)"
                                                   : "(not taken)";
  }
  for (const auto& [question, said] : questions) {
    rows.variables.push_back({question, question, false, {}});
    for (std::size_t i = 0; i < kept.responses.size(); ++i) {
      const auto found = said.find(kept.responses[i].id);
      rows.rows[i].push_back({std::nullopt, found == said.end() ? std::string() : found->second});
    }
  }
}

std::string rows_csv(const ResponseRows& rows) {
  std::string csv;
  for (std::size_t i = 0; i < rows.variables.size(); ++i) csv += (i == 0 ? "" : ",") + csv_cell(rows.variables[i].name);
  csv += "\n";
  for (const auto& row : rows.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      // A number of ours is no formula, so a minus before one stays.
      if (i != 0) csv += ",";
      csv += row[i].number ? fmt::format("{}", *row[i].number) : csv_cell(row[i].text);
    }
    csv += "\n";
  }
  return csv;
}

}  // namespace alongside::feedback
