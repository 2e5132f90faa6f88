// Actor: who asks. Made by the sessions from the request's cookie, once a request; nil when nobody
// is signed in. Given to every authorise().
#pragma once

#include "app/base/ids.hpp"

namespace alongside::server {

struct Actor {
  PersonId person;
  HouseholdId household;  // their own; the children they stand by may belong to another
  SessionHandle session;

  bool signed_in() const { return !person.is_nil(); }
};

}  // namespace alongside::server
