// What must hold of devices, results, the audit and feeds: no gap in any device's sequence, a result and an entry in
// the audit for each change, no feed beyond its end. Added by SyncFeature.
#pragma once

#include "app/server/invariants.hpp"

namespace alongside::server {

void add_sync_invariants(Invariants& invariants);

}  // namespace alongside::server
