// Tables whose rows are told, and erased, by one statement: its only parameter, ?1, is the person. Used by features'
// personal() for what needs no words of its own.
#pragma once

#include "app/server/personal/personal_tables.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace alongside::server {

enum class HeldAs : std::uint8_t { Text, Number, Day, Moment, Id };

// In the order of the statement's columns.
struct HeldColumn {
  const char* name;  // for programs
  Sentence label;
  HeldAs as = HeldAs::Text;
};

struct HeldRows {
  std::string table;
  Sentence section;
  Sentence item;
  std::string sql;
  std::vector<HeldColumn> columns;
};

TellHeld tell_rows(HeldRows rows);
// `what` of them are counted in the report.
Erase erase_rows(std::string what, std::string sql);

}  // namespace alongside::server
