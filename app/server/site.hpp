// Site: everything one server answers: the features' routes and pages, the shell's pages, the
// council, the static files. Made once at the start; asked by http_session first for a plan, from
// the head alone, and then for the answer. Knows nothing of sockets.
#pragma once

#include "app/base/result.hpp"
#include "app/server/council_config.hpp"
#include "app/server/guard.hpp"
#include "app/server/page_content.hpp"
#include "app/server/page_shell.hpp"
#include "app/server/router.hpp"
#include "app/server/static_files.hpp"

#include <string>
#include <string_view>

namespace alongside::server {

// What will be done with a request, decided before its body is read.
struct Plan {
  enum class Kind : std::uint8_t { Route, Page, File, Missing, WrongMethod };
  Kind kind = Kind::Missing;
  const Route* route = nullptr;
  const PageRoute* page = nullptr;
  std::vector<std::string> parameters;
  std::string allow;               // with WrongMethod
  std::string_view pattern = "-";  // for the log, in place of the address
  std::size_t most_body_bytes = 0;
};

class Site {
 public:
  // The router and pages hold what the features added; the shell's own are added here.
  static Result<Site> create(StaticFiles files, Router router, PageRouter pages, const CouncilConfig& config);

  Plan plan(const Accepted& accepted) const;
  Response answer(const Plan& plan, Request& request, std::string_view accept_encoding) const;

  const CouncilConfig& config() const { return *config_; }

 private:
  Site(StaticFiles files, Router router, PageRouter pages, PageShell shell, const CouncilConfig& config);
  Response page(const PageContent& content, Language language, int status) const;
  Response answer_page(const PageRoute& route, const Request& request) const;
  Response missing(const Request& request) const;

  StaticFiles files_;
  Router router_;
  PageRouter pages_;
  PageShell shell_;
  const CouncilConfig* config_;
};

}  // namespace alongside::server
