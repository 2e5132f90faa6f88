// StandingProposals: what one officer wants changed in how somebody stands to a child, while it waits for another to
// confirm it. One for each child and person: a new one takes the place of the last. Written and read by StandingDesk.
#pragma once

#include "app/server/family/standing_changes.hpp"
#include "app/server/staff/verb_asker.hpp"

#include <optional>
#include <string>
#include <vector>

namespace alongside::server {

class Database;

struct StandingProposal {
  Relationship wanted;
  StandingChange change = StandingChange::Recorded;
  std::string opens;  // what its officer was told; if it is not so any more, they are asked again
  VerbAsker asker;
  std::string reason;
  Date asked_on;
};

class StandingProposals {
 public:
  explicit StandingProposals(Database& database) : database_(database) {}

  Result<void> put(const StandingProposal& proposal);
  Result<std::optional<StandingProposal>> find(SubjectId child, PersonId person) const;
  Result<void> withdraw(SubjectId child, PersonId person);
  // The oldest first.
  Result<std::vector<StandingProposal>> all() const;

 private:
  Database& database_;
};

}  // namespace alongside::server
