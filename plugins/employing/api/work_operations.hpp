// The rules by which the council takes whom a family employs and their hours: put a worker, record or correct time,
// confirm. Each runs inside the one transaction of its operation. Registered by the feature.
#pragma once

namespace alongside::server {
class AccessTable;
class Operations;
}  // namespace alongside::server

namespace alongside::employing {

void add_work_operations(server::Operations& operations);
void add_work_access(server::AccessTable& table);

}  // namespace alongside::employing
