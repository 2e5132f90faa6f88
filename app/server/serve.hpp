// serve: runs the server until it is told to stop, and stops it gracefully. Called by the command
// line; returns the process's exit code.
#pragma once

#include <string>
#include <vector>

namespace alongside::server {

class Application;

struct ServeOptions {
  std::string council;               // the configuration file
  std::string data;                  // the data folder
  std::string www;                   // the client's files
  std::string listen;                // empty: as the configuration says
  std::string admin;                 // empty: admin.sock in the data folder
  std::vector<std::string> origins;  // of our own pages; empty: what the address makes likely
};

int serve(Application& application, const ServeOptions& options);

}  // namespace alongside::server
