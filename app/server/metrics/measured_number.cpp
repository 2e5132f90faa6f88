#include "app/server/metrics/measured_number.hpp"

#include "app/server/database.hpp"

namespace alongside::server {

std::function<Result<double>()> measured_number(Database& database, const char* sql) {
  return [&database, sql]() -> Result<double> {
    auto rows = ALONGSIDE_TRY(database.prepare(sql));
    if (ALONGSIDE_TRY(rows.step()) != Step::Row) return Error{ErrorCode::NotFound, "no row"};
    return static_cast<double>(rows.column_integer(0));
  };
}

}  // namespace alongside::server
