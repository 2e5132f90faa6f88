// A file of pay figures, the country's (assets/payroll/figures.json) or a council's own, into PayFigures. Read by
// `council-api payroll import`; each mistake is told with its place and what to write.
#pragma once

#include "app/base/result.hpp"
#include "plugins/employing/model/figures.hpp"

namespace alongside::server {
class JsonValue;
}

namespace alongside::employing {

Result<PayFigures> parse_figures(const server::JsonValue& json);

}  // namespace alongside::employing
