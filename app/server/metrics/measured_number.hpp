// measured_number(): a measure that is one number of the database, such as a count of rows. Used by the features.
#pragma once

#include "app/base/result.hpp"

#include <functional>

namespace alongside::server {

class Database;

// `sql` gives one row with one whole number; a literal, and the database outlives what is given back.
std::function<Result<double>()> measured_number(Database& database, const char* sql);

}  // namespace alongside::server
