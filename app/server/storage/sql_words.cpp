#include "app/server/storage/sql_words.hpp"

#include <algorithm>

namespace alongside::server {

namespace {

bool is_sql_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool is_sql_digit(char c) { return c >= '0' && c <= '9'; }
bool is_sql_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_in_sql_word(char c) { return is_sql_letter(c) || is_sql_digit(c); }

template <class Belongs>
std::size_t sql_length_while(std::string_view sql, Belongs belongs) {
  return static_cast<std::size_t>(std::find_if_not(sql.begin(), sql.end(), belongs) - sql.begin());
}

// From its first quote to its last; a quote in it is written twice, which reads as two quoted texts side by side.
std::size_t sql_quoted_length(std::string_view sql) {
  const std::size_t end = sql.find(sql.front(), 1);
  if (end == sql.npos) return sql.size();
  const bool goes_on = end + 1 < sql.size() && sql[end + 1] == sql.front();
  return goes_on ? end + 1 + sql_quoted_length(sql.substr(end + 1)) : end + 1;
}

SqlWord first_sql_word(std::string_view sql) {
  const char c = sql.front();
  if (is_sql_space(c)) return {SqlKind::Space, sql.substr(0, sql_length_while(sql, is_sql_space))};
  if (sql.starts_with("--")) return {SqlKind::Space, sql.substr(0, sql.find('\n'))};
  if (c == '\'') return {SqlKind::Text, sql.substr(0, sql_quoted_length(sql))};
  if (c == '"') return {SqlKind::Word, sql.substr(0, sql_quoted_length(sql))};
  if (sql.starts_with("x'")) return {SqlKind::Bytes, sql.substr(0, 1 + sql_quoted_length(sql.substr(1)))};
  if (c == '?') return {SqlKind::Parameter, sql.substr(0, 1 + sql_length_while(sql.substr(1), is_sql_digit))};
  if (is_sql_letter(c)) return {SqlKind::Word, sql.substr(0, sql_length_while(sql, is_in_sql_word))};
  if (is_sql_digit(c)) return {SqlKind::Sign, sql.substr(0, sql_length_while(sql, is_sql_digit))};
  return {SqlKind::Sign, sql.substr(0, 1)};
}

}  // namespace

std::vector<SqlWord> sql_words(std::string_view sql) {
  std::vector<SqlWord> words;
  while (!sql.empty()) {
    words.push_back(first_sql_word(sql));
    sql.remove_prefix(words.back().text.size());
  }
  return words;
}

}  // namespace alongside::server
