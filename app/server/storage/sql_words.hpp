// SqlWords: an SQL text cut into words, signs, quoted texts and parameters. Read by postgres_sql.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace alongside::server {

enum class SqlKind : std::uint8_t {
  Space,      // and comments
  Word,       // a keyword or a name, also in double quotes
  Text,       // 'in quotes'
  Bytes,      // x'00ff'
  Parameter,  // ?1
  Sign,       // anything else, one character each but for numbers
};

struct SqlWord {
  SqlKind kind;
  std::string_view text;  // of the SQL that was cut
  bool is(std::string_view other) const { return kind != SqlKind::Text && text == other; }
};

std::vector<SqlWord> sql_words(std::string_view sql);

}  // namespace alongside::server
