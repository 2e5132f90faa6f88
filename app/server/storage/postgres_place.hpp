// PostgresPlace: where a council's PostgreSQL is and how to sign in there. Made from the configuration
// (storage/database_config.hpp); the password is in no log and in no error.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace alongside::server {

// A socket or a loopback address: what goes there leaves no machine.
inline bool is_this_machine(std::string_view host) {
  return host.starts_with('/') || host == "localhost" || host == "127.0.0.1" || host == "::1";
}

struct PostgresPlace {
  std::string host;  // a name, an address, or the folder of a socket ("/run/postgresql")
  int port = 5432;
  std::string name;      // of the database
  std::string user;      // who owns it
  std::string password;  // empty: the server lets us in without, as over its socket
  std::string
      ca_file;  // of the authority that signed the server's certificate; empty: a machine's own socket or loopback
  // How long to wait for a server that is starting, and for an earlier council-api that has not quite gone.
  std::chrono::milliseconds patience{10'000};
};

}  // namespace alongside::server
