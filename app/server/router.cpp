#include "app/server/router.hpp"

#include "app/server/page_content.hpp"

#include <utility>

namespace alongside::server {

namespace {

std::string_view first_segment(std::string_view& rest) {
  const std::string_view segment = rest.substr(0, rest.find('/'));
  rest.remove_prefix(segment.size() == rest.size() ? segment.size() : segment.size() + 1);
  return segment;
}

bool is_name(std::string_view segment) { return segment.size() > 2 && segment.front() == '{' && segment.back() == '}'; }

}  // namespace

bool fits(std::string_view pattern, std::string_view path, std::vector<std::string>& parameters) {
  parameters.clear();
  if (pattern.empty() || path.empty() || path.front() != '/') return false;
  std::string_view wanted = pattern.substr(1);
  std::string_view given = path.substr(1);
  while (!wanted.empty()) {
    if (given.empty()) return false;
    const std::string_view expected = first_segment(wanted);
    const std::string_view segment = first_segment(given);
    if (is_name(expected) && !segment.empty()) {
      parameters.emplace_back(segment);
    } else if (expected != segment) {
      return false;
    }
  }
  // "/find" is not "/find/": one address a page. A trailing slash leaves nothing in `given` either.
  return given.empty() && (pattern.back() == '/') == (path.back() == '/');
}

void Router::get(std::string_view pattern, Handler handler) {
  routes_.push_back({Method::Get, std::string(pattern), "GET " + std::string(pattern), 0, std::move(handler)});
}

void Router::post(std::string_view pattern, Handler handler, std::size_t most_body_bytes) {
  routes_.push_back(
      {Method::Post, std::string(pattern), "POST " + std::string(pattern), most_body_bytes, std::move(handler)});
}

void Router::post_form(std::string_view pattern, Handler handler, Takes takes, std::size_t most_body_bytes) {
  post(pattern, std::move(handler), most_body_bytes);
  routes_.back().takes = takes;
}

RouteMatch Router::match(Method method, std::string_view path) const {
  RouteMatch found;
  std::vector<std::string> parameters;
  for (const Route& route : routes_) {
    if (!fits(route.pattern, path, parameters)) continue;
    if (!found.allow.empty()) found.allow += ", ";
    found.allow += route.method == Method::Get ? "GET, HEAD" : "POST";
    if (route.method == method && found.route == nullptr) {
      found.route = &route;
      found.parameters = parameters;
    }
  }
  return found;
}

void PageRouter::page(std::string_view pattern, PageHandler handler) {
  pages_.push_back({std::string(pattern), std::move(handler)});
}

const PageRoute* PageRouter::match(std::string_view path, std::vector<std::string>& parameters) const {
  for (const PageRoute& page : pages_) {
    if (fits(page.pattern, path, parameters)) return &page;
  }
  return nullptr;
}

}  // namespace alongside::server
