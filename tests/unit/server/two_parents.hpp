// TwoParents: Sam and Jo, each on a device of their own, and Riley, whom both stand by; nothing is shared
// yet. For the tests of what is synchronised between them.
#pragma once

#include "tests/unit/server/sync_server.hpp"

#include <doctest/doctest.h>

namespace alongside::server {

struct TwoParents {
  SyncServer server;
  Actor sam = server.person(1);
  Actor jo = server.person(2);
  wire::Subject riley = server.child(1);
  TestDevice phone{server, sam, 1};  // Sam's
  TestDevice tablet{server, jo, 2};  // Jo's

  TwoParents() {
    server.relate(sam, riley);
    server.relate(jo, riley);
  }
  // Sam lets Jo.
  void sharing(wire::Facet facet, wire::ShareLevel level) {
    REQUIRE(phone.make(riley, share(jo, facet, level)).outcome == wire::Outcome::Applied);
  }
};

}  // namespace alongside::server
