// PageContent: what a feature puts into one page for people without scripts (and for the moment
// before the scripts arrive). PageRouter: which feature writes which path. Filled at the start.
#pragma once

#include "app/base/result.hpp"
#include "app/server/request.hpp"
#include "app/server/safe_html.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

// What runs on a page: the application, which takes its place, or only what asks a device for a passkey.
enum class PageScript : std::uint8_t { Application, Passkey };

struct PageContent {
  std::string title;  // in the person's language; the council's name is added
  SafeHtml main;      // begins with its own <h1>
  // JSON for search engines, in schema.org's words; written so that nothing in it can end the element it stands in.
  std::string linked_data = {};
  PageScript script = PageScript::Application;
};

// ErrorCode::NotFound becomes the 404 page, any other error the 500 page.
using PageHandler = std::function<Result<PageContent>(const Request&)>;

struct PageRoute {
  std::string pattern;  // "/service/{id}"
  PageHandler handler;
};

class PageRouter {
 public:
  void page(std::string_view pattern, PageHandler handler);
  // The page for `path`, with its parameters, or null.
  const PageRoute* match(std::string_view path, std::vector<std::string>& parameters) const;

 private:
  std::vector<PageRoute> pages_;
};

}  // namespace alongside::server
