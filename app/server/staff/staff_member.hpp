// StaffMember: one officer of the council as its configuration names them, with what they may ask for. Read once at
// the start; asked about by Staff.
#pragma once

#include "app/base/date.hpp"
#include "app/server/staff/role.hpp"

#include <string>
#include <vector>

namespace alongside::server {

class JsonFields;
class JsonMistakes;

struct StaffMember {
  std::string officer;  // the name that they ask under: "R. Marsh"
  std::vector<Role> roles;
  Date until = last_date;  // their last day
  std::string account;     // of the machine: nobody else may use this name; empty: whoever has the server's may

  bool has(Role role) const;
};

// The optional section "staff". Mistakes are noted with what to write.
std::vector<StaffMember> read_staff(JsonFields& parent, JsonMistakes& mistakes);

}  // namespace alongside::server
