// VerbAsker: who asks for a verb: the name that was given, and the account of the machine behind it. Travels with each
// verb (VerbPlace), is judged by Staff and written into the audit.
#pragma once

#include <cstdint>
#include <string>

namespace alongside::server {

enum class AskedBy : std::uint8_t {
  Officer,
  Server,  // by itself, as the configuration's "every_day" has it; nobody can say so over the admin socket
};

struct VerbAsker {
  std::string officer = {};  // empty where nobody has to say
  std::string account = {};  // empty: it could not be had
  AskedBy by = AskedBy::Officer;
};

}  // namespace alongside::server
