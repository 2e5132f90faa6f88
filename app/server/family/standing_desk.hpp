// StandingDesk: what an officer does about who stands by a child: restricts somebody, lifts that, or records a
// relation. What would open something to anybody says to whom and what, and wants to be asked again. Made by the
// family's feature; each call is one verb inside the journal's transaction, which undoes it when it fails. Where the
// configuration names the council's staff, what would open something waits for a second officer.
#pragma once

#include "app/server/family/standing_changes.hpp"
#include "app/server/feature.hpp"

#include <optional>
#include <string>
#include <vector>

namespace alongside::server {

enum class Sure : bool { NotYet, Yes };

// The officer's words, as they were written.
struct StandingWords {
  std::string child;
  std::string person;
  std::string reason;
  VerbAsker asker;
  Sure sure = Sure::NotYet;
};

// What is not said stays as it is; somebody new stands from today on, without an end.
struct NewStanding {
  std::string role;
  std::string from;
  std::string until;  // a day, or "open"
};

class StandingDesk {
 public:
  explicit StandingDesk(const FeatureContext& context) : context_(context) {}

  Result<std::string> restrict(const StandingWords& words) const;
  Result<std::string> lift(const StandingWords& words) const;
  Result<std::string> stand(const StandingWords& words, const NewStanding& asked) const;
  // Two who stand by a child read each other's name, so that they can share; nothing is shared by it.
  Result<std::string> introduce(const StandingWords& words, const std::string& other) const;
  // What another officer asked for is done, by this one as well.
  Result<std::string> confirm(const StandingWords& words) const;
  // What waits for a second officer, and what it would open.
  Result<std::string> proposals() const;
  // Who is restricted, since when and why.
  Result<std::string> restrictions() const;

 private:
  struct Change {
    std::vector<OpenShare> opened;
    std::vector<OpenShare> closed;
  };

  Result<wire::Subject> child_in(const std::string& id) const;
  Result<PersonId> person_in(const std::string& id) const;
  Result<Relationship> standing_of(const StandingWords& words) const;
  Result<Relationship> restricted_or_not(const StandingWords& words, Restriction now) const;
  Result<Relationship> asked_standing(const StandingWords& words, const NewStanding& asked,
                                      const std::optional<Relationship>& earlier) const;
  Result<void> check_role(const Relationship& one) const;
  bool needs_second() const { return !context_.council.staff.empty(); }
  bool is_same_officer(const VerbAsker& one, const VerbAsker& other) const;
  Result<Change> would_change(const Relationship& one, const StandingWords& words, StandingChange what) const;
  Result<std::string> propose(const Relationship& one, const StandingWords& words, StandingChange what) const;
  Result<bool> is_of_household(const Relationship& one) const;
  Result<bool> protects_anybody(const Relationship& one) const;
  Result<Change> change(const Relationship& one, const StandingWords& words, StandingChange what) const;

  FeatureContext context_;
};

}  // namespace alongside::server
