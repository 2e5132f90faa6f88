#include "app/server/site.hpp"

#include "app/server/reply.hpp"
#include "app/server/shell_pages.hpp"

#include <utility>

namespace alongside::server {

namespace {

bool is_api(std::string_view path) { return path.substr(0, 5) == "/api/"; }

}  // namespace

Site::Site(StaticFiles files, Router router, PageRouter pages, PageShell shell, const CouncilConfig& config)
    : files_(std::move(files)),
      router_(std::move(router)),
      pages_(std::move(pages)),
      shell_(std::move(shell)),
      config_(&config) {}

Result<Site> Site::create(StaticFiles files, Router router, PageRouter pages, const CouncilConfig& config) {
  PageShell shell = ALONGSIDE_TRY(PageShell::create(files.page_template()));
  add_shell_pages(pages, config);
  router.get("/api/council",
             [&config](const Request& request) { return reply(request, config.council, Caching::Revalidate); });
  return Site(std::move(files), std::move(router), std::move(pages), std::move(shell), config);
}

Plan Site::plan(const Accepted& accepted) const {
  Plan plan;
  RouteMatch match = router_.match(accepted.method.value_or(Method::Get), accepted.path);
  if (match.route != nullptr && accepted.method) {
    plan.kind = Plan::Kind::Route;
    plan.route = match.route;
    plan.parameters = std::move(match.parameters);
    plan.pattern = match.route->pattern;
    plan.most_body_bytes = match.route->most_body_bytes;
    return plan;
  }
  const bool file = files_.has(accepted.path);
  const PageRoute* page = pages_.match(accepted.path, plan.parameters);
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
  response.body = shell_.fill(content, language, config_->council);
  return response;
}

Response Site::missing(const Request& request) const {
  if (is_api(request.path)) return problem(request, 404, "not_found", "There is nothing at this address.");
  return page(missing_page(request.language), request.language, 404);
}

Response Site::answer_page(const PageRoute& route, const Request& request) const {
  auto content = route.handler(request);
  if (content) return page(content.value(), request.language, 200);
  if (content.error().code == ErrorCode::NotFound) return missing(request);
  Response trouble = page(trouble_page(request.language, *config_), request.language, 500);
  trouble.fault = content.error().detail;
  return trouble;
}

Response Site::answer(const Plan& plan, Request& request, std::string_view accept_encoding) const {
  request.parameters = plan.parameters;
  switch (plan.kind) {
    case Plan::Kind::Route: return plan.route->handler(request);
    case Plan::Kind::Page: return answer_page(*plan.page, request);
    case Plan::Kind::File: return files_.answer(request.path, accept_encoding);
    case Plan::Kind::Missing: return missing(request);
    case Plan::Kind::WrongMethod: break;
  }
  Response response = problem(request, 405, "wrong_method", "This address does not answer this method.");
  response.allow = plan.allow;
  return response;
}

}  // namespace alongside::server
