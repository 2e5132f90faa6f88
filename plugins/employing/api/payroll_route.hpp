// GET /api/employing/payroll/{worker}/{day}: the file for the payroll service, of the pay period that holds the day,
// for whoever may see the worker. See model/payroll_file.hpp for its columns.
#pragma once

#include "app/server/request.hpp"
#include "app/server/response.hpp"

#include <string_view>

namespace alongside::server {
struct FeatureContext;
}

namespace alongside::employing {

inline constexpr std::string_view payroll_row = "GET /api/employing/payroll/{worker}/{day}";
server::Response payroll_answer(const server::FeatureContext& context, const server::Request& request);

}  // namespace alongside::employing
