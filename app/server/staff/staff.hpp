// Staff: whether somebody may ask for a verb, as the configuration's "staff" says today. Where it names nobody,
// everybody with the server's account may do everything. Made by Application; asked by run_verb before anything is
// begun, on any thread: the configuration does not change while the program runs.
#pragma once

#include "app/base/result.hpp"
#include "app/server/staff/staff_member.hpp"
#include "app/server/staff/verb_asker.hpp"

#include <string>
#include <vector>

namespace alongside {
class Clock;
}

namespace alongside::server {

class Staff {
 public:
  Staff(const std::vector<StaffMember>& members, const Clock& clock) : members_(members), clock_(clock) {}

  bool is_named() const { return !members_.empty(); }
  // NotAllowed: why not, and who may.
  Result<void> may(const VerbAsker& asker, Role role) const;

 private:
  std::string who_may(Role role) const;

  const std::vector<StaffMember>& members_;
  const Clock& clock_;
};

// For `check-config`: what follows from whom the configuration names. Lines.
std::string staff_report(const std::vector<StaffMember>& members, Date today);

}  // namespace alongside::server
