#include "app/server/access/access_words.hpp"

#include "app/server/access/access_table.hpp"

#include <algorithm>

namespace alongside::server {

namespace {

constexpr std::size_t column_width = 13;

std::string_view name_of(Permission permission) {
  switch (permission) {
    case Permission::Deny: return "-";
    case Permission::Allow: return "allow";
    case Permission::Own: return "own";
    case Permission::Shared: return "shared";
  }
  return "-";
}

void add_column(std::string& line, std::string_view word, std::size_t width) {
  line += word;
  line.append(width > word.size() ? width - word.size() : 1, ' ');
}

void end_line(std::string& text, std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  text += line + "\n";
}

}  // namespace

std::string access_table_text(const AccessTable& table) {
  std::size_t widest = 4;
  for (const AccessRow& row : table.rows()) widest = std::max(widest, row.what.size());
  std::string text;
  std::string heading;
  add_column(heading, "what", widest + 2);
  for (std::size_t i = 0; i < relation_count; ++i) {
    add_column(heading, server::name_of(static_cast<Relation>(i)), column_width);
  }
  end_line(text, heading);
  for (const AccessRow& row : table.rows()) {
    std::string line;
    add_column(line, row.what, widest + 2);
    for (const Permission permission : row.by_relation) add_column(line, name_of(permission), column_width);
    end_line(text, line);
  }
  return text;
}

}  // namespace alongside::server
