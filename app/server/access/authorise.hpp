// authorise(): the one question before every route and every operation, and before each document
// is touched. Denies unless the table, the family's relations and the owner's shares all say yes.
// The answer to a denial is the same whether the thing exists or not.
#pragma once

#include "app/base/clock.hpp"
#include "app/base/result.hpp"
#include "app/server/access/access_table.hpp"
#include "app/server/access/actor.hpp"
#include "app/wire/messages/facet.hpp"
#include "app/wire/messages/operation.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace alongside::server {

class Database;

enum class Intention : std::uint8_t { See, Change };

struct AccessTarget {
  wire::Subject subject;
  PersonId owner;  // nil: of nobody yet; the actor will own it
  wire::Facet facet = wire::Facet::Own;
  Intention intention = Intention::See;
};

class Access {
 public:
  Access(Database& database, const AccessTable& table, const Clock& clock)
      : database_(database), table_(table), clock_(clock) {}

  // How the actor stands to the subject today.
  Result<Relation> relation(const Actor& actor, const wire::Subject& subject) const;
  // Whether the actor is nothing to the subject because that child is grown up: they were a parent until then.
  Result<bool> ended_by_age(const Actor& actor, const wire::Subject& subject) const;
  // For routes and for what has no subject: the table's row, with Stranger or Self.
  Result<void> authorise(const Actor& actor, std::string_view what) const;
  // NotAllowed when anything says no.
  Result<void> authorise(const Actor& actor, std::string_view what, const AccessTarget& target) const;
  // What `owner` lets `viewer` do with this facet of this subject today; Change when they are the same.
  Result<wire::ShareLevel> share(PersonId owner, PersonId viewer, const wire::Subject& subject,
                                 wire::Facet facet) const;
  // Everybody who may see such a document today, its owner included.
  Result<std::vector<PersonId>> viewers(PersonId owner, const wire::Subject& subject, wire::Facet facet) const;
  Date today() const { return clock_.today(); }  // the day on which all of this is so

 private:
  Database& database_;
  const AccessTable& table_;
  const Clock& clock_;
};

}  // namespace alongside::server
