// Router: which handler answers which method and path. Filled once at the start by each feature,
// asked by the session before a body is read, so that a body over the route's limit is refused
// unread. Patterns are made of whole segments: "/api/local_offer/services/{id}".
#pragma once

#include "app/server/request.hpp"
#include "app/server/response.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

using Handler = std::function<Response(const Request&)>;

// Whose bodies a route reads: our own pages' frames, our own pages' forms, or a program's form.
enum class Takes : std::uint8_t { Frames, Forms, ProgramsForms };

struct Route {
  Method method = Method::Get;
  std::string pattern;  // what the log shows in place of the address
  std::string row;      // of the access table: "GET /api/council"
  std::size_t most_body_bytes = 0;
  Handler handler;
  Takes takes = Takes::Frames;
};

struct RouteMatch {
  const Route* route = nullptr;  // null: nothing answers this method here
  std::vector<std::string> parameters;
  std::string allow;  // the methods that would be answered; empty: no such path
};

class Router {
 public:
  static constexpr std::size_t usual_body_limit = 256 * 1024;

  void get(std::string_view pattern, Handler handler);
  void post(std::string_view pattern, Handler handler, std::size_t most_body_bytes = usual_body_limit);
  // A form of a page without scripts, and one that another machine sends.
  void post_form(std::string_view pattern, Handler handler, Takes takes, std::size_t most_body_bytes);
  RouteMatch match(Method method, std::string_view path) const;

 private:
  std::vector<Route> routes_;
};

// True when `path` fits `pattern`; the segments at {names} are put into `parameters`.
bool fits(std::string_view pattern, std::string_view path, std::vector<std::string>& parameters);

}  // namespace alongside::server
