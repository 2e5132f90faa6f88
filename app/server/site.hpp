// Site: everything one server answers: the features' routes and pages, the shell's pages, the
// council, the static files. Made once at the start; asked by http_session first for a plan, from
// the head alone, and then for the answer. Knows nothing of sockets.
#pragma once

#include "app/base/result.hpp"
#include "app/server/access/authorise.hpp"
#include "app/server/council_config.hpp"
#include "app/server/guard.hpp"
#include "app/server/page_content.hpp"
#include "app/server/page_shell.hpp"
#include "app/server/router.hpp"
#include "app/server/session/sessions.hpp"
#include "app/server/static_files.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace alongside::server {

// What will be done with a request, decided before its body is read.
struct Plan {
  enum class Kind : std::uint8_t { Route, Page, File, Missing, WrongMethod, WrongBody, Options };
  Kind kind = Kind::Missing;
  const Route* route = nullptr;
  const PageRoute* page = nullptr;
  std::vector<std::string> parameters;
  std::string allow;               // with WrongMethod and Options
  int status = 403;                // with WrongBody: 415 where a form was wanted
  std::string_view pattern = "-";  // for the log, in place of the address
  std::size_t most_body_bytes = 0;
};

// What else the head said that an answer depends on.
struct Caller {
  std::string accept_encoding;
  std::optional<SessionToken> token;  // who they say they are
  // Who that is, where it was looked up and nothing can have ended their session since.
  std::optional<Visitor> visitor = {};
};

// What a site is made of; the references outlive it.
struct SiteParts {
  StaticFiles files;
  Router router;  // with what the features added; the shell's own routes and pages are added here
  PageRouter pages;
  const CouncilConfig& config;
  const Access& access;
  Sessions& sessions;
};

class Site {
 public:
  static Result<Site> create(SiteParts parts);

  Plan plan(const Accepted& accepted) const;
  // Whether a body need not be read because its sender may not do this anyway. Asked again by
  // answer(): a session may end while a body is on its way, and then the caller's visitor must be forgotten.
  std::optional<Response> turn_away(const Plan& plan, Request& request, Caller& caller) const;
  Response answer(const Plan& plan, Request& request, const Caller& caller) const;

  const CouncilConfig& config() const { return parts_.config; }

 private:
  Site(SiteParts parts, PageShell shell) : parts_(std::move(parts)), shell_(std::move(shell)) {}
  // What an answer still needs of its request, which may be gone when the answer comes later.
  struct Asked {
    Language language = Language::English;
    Method method = Method::Get;
    Visitor visitor;
    std::optional<SessionToken> token;
    const Route* route = nullptr;
  };
  // A page is put into ours, a new token is added, and what a cache may keep is settled; now or later.
  Response finished(Response response, const Asked& asked) const;
  Result<Visitor> visitor_of(const Caller& caller) const;
  Response page(const PageContent& content, Language language, int status) const;
  Response answer_page(const PageRoute& route, const Request& request) const;
  Response answer_route(const Route& route, Request& request, const Caller& caller) const;
  // Sets request.actor; a Response when this route is not for them.
  std::optional<Response> admit(const Route& route, Request& request, const Visitor& visitor) const;
  Response missing(const Request& request) const;

  SiteParts parts_;
  PageShell shell_;
};

}  // namespace alongside::server
