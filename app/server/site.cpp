#include "app/server/site.hpp"

#include "app/server/public_pages/public_pages.hpp"
#include "app/server/reply.hpp"
#include "app/server/session/session_cookie.hpp"
#include "app/server/shell_pages.hpp"

#include <utility>

namespace alongside::server {

namespace {

bool reads(Takes takes, const Accepted& accepted) {
  if (accepted.method != Method::Post) return true;
  if (accepted.body_kind == BodyKind::Ours) return takes == Takes::Frames;
  return takes == (accepted.sender == Sender::Program ? Takes::ProgramsForms : Takes::Forms);
}

bool is_api(std::string_view path) { return path.starts_with("/api/"); }
// Its callers are other people's programs, which read JSON whatever they say they accept.
bool is_open_data(std::string_view path) { return path.starts_with("/open-referral/"); }

// Asked by browsers before a page of somebody else's reads with headers of its own. Whatever it is: open data is
// answered to everybody, and nobody's cookie counts there.
Response options_answer(const Plan& plan) {
  Response response;
  response.status = 204;
  response.readers = Readers::AnyPage;
  response.allow = plan.allow + ", OPTIONS";
  response.cors_methods = plan.allow;
  return response;
}

}  // namespace

Result<Site> Site::create(SiteParts parts) {
  PageShell shell = ALONGSIDE_TRY(PageShell::create(parts.files.page_template(), parts.config.leave_to));
  const CouncilConfig& config = parts.config;
  add_shell_pages(parts.pages, config);
  add_public_pages(parts.router, parts.pages, config);
  parts.router.get("/api/council",
                   [&config](const Request& request) { return reply(request, config.council, Caching::Revalidate); });
  return Site(std::move(parts), std::move(shell));
}

Plan Site::plan(const Accepted& accepted) const {
  Plan plan;
  RouteMatch match = parts_.router.match(accepted.method.value_or(Method::Get), accepted.path);
  const bool readable = reads(match.route == nullptr ? Takes::Frames : match.route->takes, accepted);
  if (!readable) {
    plan.kind = Plan::Kind::WrongBody;
    if (accepted.body_kind == BodyKind::Ours) plan.status = 415;
    return plan;
  }
  if (match.route != nullptr && accepted.method) {
    plan.kind = Plan::Kind::Route;
    plan.route = match.route;
    plan.parameters = std::move(match.parameters);
    plan.pattern = match.route->pattern;
    plan.most_body_bytes = match.route->most_body_bytes;
    return plan;
  }
  if (accepted.asks_options && is_open_data(accepted.path) && !match.allow.empty()) {
    plan.kind = Plan::Kind::Options;
    plan.allow = match.allow;
    plan.pattern = "(options)";
    return plan;
  }
  const bool file = parts_.files.has(accepted.path);
  const PageRoute* page = parts_.pages.match(accepted.path, plan.parameters);
  if (!match.allow.empty() || ((file || page != nullptr) && accepted.method != Method::Get)) {
    plan.kind = Plan::Kind::WrongMethod;
    plan.allow = match.allow.empty() ? "GET, HEAD" : match.allow;
  } else if (file) {
    plan.kind = Plan::Kind::File;
    plan.pattern = "(file)";
  } else if (page != nullptr) {
    plan.kind = Plan::Kind::Page;
    plan.page = page;
    plan.pattern = page->pattern;
  }
  return plan;
}

Response Site::page(const PageContent& content, Language language, int status) const {
  Response response;
  response.status = status;
  response.content_type = "text/html; charset=utf-8";
  response.caching = status == 200 ? Caching::Revalidate : Caching::Private;
  response.vary = "Accept-Language";
  response.body = shell_.fill(content, language, parts_.config.council);
  return response;
}

Response Site::missing(const Request& request) const {
  if (is_open_data(request.path)) {
    Request as_json = request;
    as_json.format = Format::Json;
    Response response = problem(as_json, 404, "not_found", "There is nothing at this address.");
    response.readers = Readers::AnyPage;
    return response;
  }
  if (is_api(request.path)) return problem(request, 404, "not_found", "There is nothing at this address.");
  return page(missing_page(request.language), request.language, 404);
}

Response Site::answer_page(const PageRoute& route, const Request& request) const {
  auto content = route.handler(request);
  if (content) return page(content.value(), request.language, 200);
  if (content.error().code == ErrorCode::NotFound) return missing(request);
  Response trouble = page(trouble_page(request.language, parts_.config), request.language, 500);
  trouble.fault = content.error().detail;
  return trouble;
}

std::optional<Response> Site::admit(const Route& route, Request& request, const Visitor& visitor) const {
  request.actor = visitor.actor;
  const auto allowed = parts_.access.authorise(request.actor, route.row);
  if (allowed) return std::nullopt;
  // Whoever is signed in and may not do this is told no more than that there is nothing here.
  const bool hidden = allowed.error().code == ErrorCode::NotAllowed;
  Response refused = hidden ? missing(request) : problem(request, allowed.error());
  refused.security_event = hidden ? "not_allowed" : "not_signed_in";
  return refused;
}

Result<Visitor> Site::visitor_of(const Caller& caller) const {
  if (caller.visitor) return *caller.visitor;
  return parts_.sessions.find(caller.token);
}

std::optional<Response> Site::turn_away(const Plan& plan, Request& request, Caller& caller) const {
  if (plan.kind != Plan::Kind::Route) return std::nullopt;
  const auto visitor = visitor_of(caller);
  if (!visitor) return problem(request, visitor.error());
  caller.visitor = visitor.value();
  return admit(*plan.route, request, visitor.value());
}

Response Site::answer_route(const Route& route, Request& request, const Caller& caller) const {
  const auto visitor = visitor_of(caller);
  if (!visitor) return problem(request, visitor.error());
  if (auto refused = admit(route, request, visitor.value())) return std::move(*refused);
  const Asked asked{request.language, request.method, visitor.value(), caller.token, &route};
  return finished(route.handler(request), asked);
}

Response Site::finished(Response response, const Asked& asked) const {
  if (response.later) {
    Response waiting;
    waiting.later = [this, begin = std::move(response.later), asked](std::function<void(Response)> done) {
      begin([this, asked, done = std::move(done)](Response answer) { done(finished(std::move(answer), asked)); });
    };
    return waiting;
  }
  if (response.page) {
    Response whole = page(*response.page, asked.language, response.status);
    response.content_type = whole.content_type;
    response.vary = whole.vary;
    response.body = std::move(whole.body);
    response.page.reset();
  }
  const bool rotate = asked.method == Method::Post && asked.visitor.rotation == Rotation::Due;
  if (rotate && response.set_cookie.empty()) {
    // Without a new token the present one goes on, and the next request tries again.
    const auto fresh = parts_.sessions.rotate(asked.visitor.actor, *asked.token);
    if (fresh) response.set_cookie = session_cookie(fresh->token, fresh->lasts_seconds);
  }
  // What only some may see, and what names somebody, is kept by nobody on the way.
  const bool open = parts_.access.authorise(Actor{}, asked.route->row).ok();
  if (!open || !response.set_cookie.empty() || !response.more_cookies.empty()) {
    response.caching = Caching::Private;
  }
  return response;
}

Response Site::answer(const Plan& plan, Request& request, const Caller& caller) const {
  request.parameters = plan.parameters;
  switch (plan.kind) {
    case Plan::Kind::Route: return answer_route(*plan.route, request, caller);
    case Plan::Kind::Page: return answer_page(*plan.page, request);
    case Plan::Kind::File: return parts_.files.answer(request.path, caller.accept_encoding);
    case Plan::Kind::Missing: return missing(request);
    case Plan::Kind::Options: return options_answer(plan);
    case Plan::Kind::WrongBody:
      return problem(request, plan.status, "content_type", "This address does not read a body of this type.");
    case Plan::Kind::WrongMethod: break;
  }
  Response response = problem(request, 405, "wrong_method", "This address does not answer this method.");
  response.allow = plan.allow;
  return response;
}

}  // namespace alongside::server
