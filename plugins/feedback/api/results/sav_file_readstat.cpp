#include "plugins/feedback/api/results/sav_file_readstat.hpp"

#include <readstat.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

namespace alongside::feedback {
namespace {

constexpr std::size_t most_label = 255, most_value_label = 120, most_text = 4000;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
struct FreeWriter {
  void operator()(readstat_writer_t* writer) const { readstat_writer_free(writer); }
};
using Writer = std::unique_ptr<readstat_writer_t, FreeWriter>;

// Not in the middle of a letter.
std::string cut(const std::string& text, std::size_t most_bytes) {
  if (text.size() <= most_bytes) return text;
  std::size_t end = most_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

// SPSS takes letters, digits and underscores, begins with a letter, and has words of its own; a number in
// front of the name keeps it apart from all of those and from other names that look alike.
std::string variable_name(const std::string& name, std::size_t number) {
  std::string clean = "q" + std::to_string(number) + "_";
  for (const char c : name) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    clean += is_plain ? c : '_';
  }
  return cut(clean, 60);
}

readstat_label_set_t* labels_of(readstat_writer_t* writer, const RowVariable& variable, std::size_t number) {
  if (variable.labels.empty()) return nullptr;
  readstat_label_set_t* set =
      readstat_add_label_set(writer, READSTAT_TYPE_DOUBLE, ("labels" + std::to_string(number)).c_str());
  for (const auto& [value, label] : variable.labels)
    readstat_label_double_value(set, value, cut(label, most_value_label).c_str());
  return set;
}

std::vector<readstat_variable_t*> add_variables(readstat_writer_t* writer, const ResponseRows& rows) {
  std::vector<readstat_variable_t*> variables;
  for (std::size_t i = 0; i < rows.variables.size(); ++i) {
    const RowVariable& ours = rows.variables[i];
    std::size_t widest = 1;
    for (const auto& row : rows.rows) widest = std::max(widest, std::min(row[i].text.size(), most_text));
    const auto type = ours.is_number ? READSTAT_TYPE_DOUBLE : READSTAT_TYPE_STRING;
    readstat_variable_t* variable =
        readstat_add_variable(writer, variable_name(ours.name, i + 1).c_str(), type, ours.is_number ? 0 : widest);
    readstat_variable_set_label(variable, cut(ours.label, most_label).c_str());
    if (readstat_label_set_t* labels = labels_of(writer, ours, i + 1))
      readstat_variable_set_label_set(variable, labels);
    variables.push_back(variable);
  }
  return variables;
}

readstat_error_t write_cell(readstat_writer_t* writer, readstat_variable_t* variable, const RowVariable& ours,
                            const RowCell& cell) {
  if (!ours.is_number) return readstat_insert_string_value(writer, variable, cut(cell.text, most_text).c_str());
  return cell.number ? readstat_insert_double_value(writer, variable, *cell.number)
                     : readstat_insert_missing_value(writer, variable);
}

readstat_error_t write_rows(readstat_writer_t* writer, const ResponseRows& rows,
                            const std::vector<readstat_variable_t*>& variables) {
  readstat_error_t error = READSTAT_OK;
  for (const auto& row : rows.rows) {
    if (error == READSTAT_OK) error = readstat_begin_row(writer);
    for (std::size_t i = 0; i < row.size() && error == READSTAT_OK; ++i)
      error = write_cell(writer, variables[i], rows.variables[i], row[i]);
    if (error == READSTAT_OK) error = readstat_end_row(writer);
  }
  return error == READSTAT_OK ? readstat_end_writing(writer) : error;
}

ssize_t write_bytes(const void* data, std::size_t size, void* file) {
  return static_cast<ssize_t>(std::fwrite(data, 1, size, static_cast<std::FILE*>(file)));
}

readstat_error_t write_file(const ResponseRows& rows, const std::string& title, std::FILE* file) {
  const Writer writer(readstat_writer_init());
  readstat_set_data_writer(writer.get(), write_bytes);
  readstat_writer_set_file_label(writer.get(), cut(title, 60).c_str());
  const auto variables = add_variables(writer.get(), rows);
  const readstat_error_t error = readstat_begin_writing_sav(writer.get(), file, static_cast<long>(rows.rows.size()));
  return error == READSTAT_OK ? write_rows(writer.get(), rows, variables) : error;
}

}  // namespace

Result<void> write_sav(const ResponseRows& rows, const std::string& title, const std::string& path) {
  const std::string partial = path + ".partial";
  std::unique_ptr<std::FILE, CloseFile> file(std::fopen(partial.c_str(), "wb"));
  if (file == nullptr) return Error{ErrorCode::Storage, "cannot write " + path};
  const readstat_error_t error = write_file(rows, title, file.get());
  const bool is_written = error == READSTAT_OK && std::fclose(file.release()) == 0;
  std::error_code trouble;
  if (is_written) std::filesystem::rename(partial, path, trouble);
  if (is_written && !trouble) return {};
  std::filesystem::remove(partial, trouble);
  return Error{ErrorCode::Storage, "cannot write " + path + ": " + readstat_error_message(error)};
}

}  // namespace alongside::feedback
