// What a server lends its features, for tests: an unopened database, a council, a clock that stands
// still, and an empty access table. Made by each test of a feature.
#pragma once

#include "app/server/feature.hpp"
#include "tests/support/fake_host.hpp"

namespace alongside::testing {

struct ServerParts {
  server::Database database;
  server::CouncilConfig council;
  StillClock clock;
  server::AccessTable table;
  server::Access access{database, table, clock};
  server::Documents documents{database, access};
  server::FeatureContext context{database, council, clock, access, documents};
};

}  // namespace alongside::testing
