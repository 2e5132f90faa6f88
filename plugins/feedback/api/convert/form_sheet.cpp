#include "plugins/feedback/api/convert/form_sheet.hpp"

#include "app/base/text.hpp"
#include "plugins/feedback/model/coerce.hpp"

#include <algorithm>
#include <utility>

namespace alongside::feedback {
namespace {

constexpr std::pair<std::string_view, std::string_view> other_keys[] = {{"audio", "media::audio"},
                                                                        {"big-image", "media::big-image"},
                                                                        {"calculate", "calculation"},
                                                                        {"caption", "label"},
                                                                        {"constraint_msg", "constraint_message"},
                                                                        {"constraintmsg", "constraint_message"},
                                                                        {"count", "repeat_count"},
                                                                        {"image", "media::image"},
                                                                        {"read_only", "readonly"},
                                                                        {"relevance", "relevant"},
                                                                        {"requiredmsg", "required_message"},
                                                                        {"tag", "name"},
                                                                        {"value", "name"},
                                                                        {"video", "media::video"}};

std::string as_key(std::string_view heading) {
  std::string key = lower_case(trim(heading));
  std::ranges::replace(key, ' ', '_');
  for (const auto& [other, ours] : other_keys) {
    if (key == other) return std::string(ours);
  }
  return key;
}

FormColumn form_column(std::string_view heading, std::size_t place) {
  std::vector<std::string> parts;
  for (std::string_view rest = heading;;) {
    const std::size_t end = rest.find("::");
    parts.emplace_back(trim(rest.substr(0, end)));
    if (end == rest.npos) break;
    rest.remove_prefix(end + 2);
  }
  FormColumn column{std::string(trim(heading)), as_key(parts[0]), {}, place};
  std::size_t language = 1;
  const std::string group = lower_case(parts[0]);
  if (parts.size() > 1 && (group == "media" || group == "bind" || group == "body" || group == "instance")) {
    column.key = group + "::" + lower_case(parts[1]);
    language = 2;
  }
  if (parts.size() > language) column.language = parts[language];
  return column;
}

bool is_language(std::string_view column, std::string_view name, std::string_view code) {
  const std::string small = lower_case(column);
  return small.find(name) != small.npos || small == code || small.find("(" + std::string(code) + ")") != small.npos;
}
bool is_welsh_column(std::string_view column) {
  return is_language(column, "welsh", "cy") || is_language(column, "cymraeg", "cy");
}

}  // namespace

FormSheet::FormSheet(const BookSheet& sheet, std::string_view usual) : usual_(usual) {
  if (sheet.rows.empty()) return;
  const std::vector<std::string>& headings = sheet.rows.front().cells;
  const auto is_named = [](std::string_view heading) { return !trim(heading).empty(); };
  columns_.reserve(static_cast<std::size_t>(std::ranges::count_if(headings, is_named)));
  for (std::size_t place = 0; place < headings.size(); ++place) {
    if (is_named(headings[place])) columns_.push_back(form_column(headings[place], place));
  }
  rows_ = std::span(sheet.rows).subspan(1);
}

// In order: of no language, in English, in the form's usual one, in whatever comes first.
const FormColumn* FormSheet::column_of(std::string_view key, bool is_welsh) const {
  const FormColumn* best = nullptr;
  int best_worth = 0;
  for (const FormColumn& column : columns_) {
    if (column.key != key || is_welsh_column(column.language) != is_welsh) continue;
    const bool is_usual = !usual_.empty() && lower_case(column.language) == lower_case(usual_);
    const int worth = column.language.empty()                         ? 4
                      : is_language(column.language, "english", "en") ? 3
                      : is_usual                                      ? 2
                                                                      : 1;
    if (worth <= best_worth) continue;
    best = &column;
    best_worth = worth;
  }
  return best;
}

bool FormSheet::has(std::string_view key) const { return column_of(key, false) != nullptr; }

std::string FormSheet::at(const BookRow& row, const FormColumn* column) const {
  const bool is_there = column != nullptr && column->place < row.cells.size();
  return is_there ? std::string(trim(row.cells[column->place])) : std::string();
}

std::string FormSheet::cell(const BookRow& row, std::string_view key) const { return at(row, column_of(key, false)); }

std::optional<std::string> FormSheet::under(const BookRow& row, std::string_view heading) const {
  if (heading == "name") return cell(row, heading);
  const auto found = std::ranges::find(columns_, heading, &FormColumn::heading);
  if (found == columns_.end()) return std::nullopt;
  return at(row, &*found);
}

wire::Bilingual FormSheet::words(const BookRow& row, std::string_view key) const {
  return {plain_words(at(row, column_of(key, false))), plain_words(at(row, column_of(key, true)))};
}

std::vector<std::string> FormSheet::other_languages() const {
  std::vector<std::string> others;
  for (const FormColumn& column : columns_) {
    const bool is_taken = &column == column_of(column.key, false) || &column == column_of(column.key, true);
    if (!column.language.empty() && !is_taken) others.push_back(column.heading);
  }
  return others;
}

std::string plain_words(std::string_view words) {
  std::string plain;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::size_t end = words.find(words[at] == '<' ? '>' : '}', at);
    const bool is_tag = words[at] == '<' && end != words.npos && at + 1 < words.size() &&
                        (words[at + 1] == '/' || (lower_case(words.substr(at + 1, 1))[0] >= 'a' &&
                                                  lower_case(words.substr(at + 1, 1))[0] <= 'z'));
    if (is_tag) {
      at = end;
    } else if (words.substr(at).starts_with("${") && end != words.npos) {
      plain += "{" + std::string(trim(words.substr(at + 2, end - at - 2))) + "}";
      at = end;
    } else {
      plain += words[at] == '{' ? '(' : words[at] == '}' ? ')' : words[at];
    }
  }
  return std::string(trim(plain));
}

}  // namespace alongside::feedback
