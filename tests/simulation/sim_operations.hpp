// The simulator's own operation on the council's side: adds a marker to a list, with the real
// documents and the real access rules. Registered by SimServer beside the council's own operations.
#pragma once

#include "app/server/access/access_table.hpp"
#include "app/server/sync/operations.hpp"

namespace alongside::simulation {

inline constexpr std::string_view append_operation = "op simulation.append";

void add_sim_access(server::AccessTable& table);
void add_sim_operations(server::Operations& operations);

}  // namespace alongside::simulation
