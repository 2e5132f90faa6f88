// The access table as text that a person can check: one line a row, one column a relation. Printed
// by `council-api access`, and compared with the list that the tests keep.
#pragma once

#include <string>

namespace alongside::server {

class AccessTable;

std::string access_table_text(const AccessTable& table);

}  // namespace alongside::server
