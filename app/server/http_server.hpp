// run_http_server: the event loop with everything on it: connections, the admin socket, signals.
// Called by serve once everything else is ready; comes back when the server has stopped.
#pragma once

#include "app/base/result.hpp"
#include "app/server/listen_address.hpp"
#include "app/server/sign_in/sign_in_config.hpp"

#include <string>
#include <vector>

namespace alongside::server {

class Application;
class Log;
class Readiness;
class Site;

struct HttpServerParts {
  Application& application;
  const Site& site;
  Readiness& readiness;
  Log& log;
  std::vector<std::string> own_origins;  // empty: what the address makes likely
  std::string mail_password;             // for the mail server, when there is one that wants it
  std::vector<ProviderSecret> provider_secrets;
  std::string data_folder;  // for verbs that keep files there
};

// The exit code: 0 after a graceful stop, 1 when the storage broke. An error: it could not start.
Result<int> run_http_server(const HttpServerParts& parts, const ListenAddress& listen, const std::string& admin_path);

}  // namespace alongside::server
