// Sitemap: the addresses of pages that everybody may read and search engines may list (sitemaps.org, protocol 0.9).
// Filled by the features when somebody asks for /sitemap.xml; /robots.txt leads there.
#pragma once

#include "app/base/result.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace alongside::server {

class AccessTable;
class Router;

class Sitemap {
 public:
  // "https://short-breaks.example": what paths are put behind.
  explicit Sitemap(std::string_view origin) : origin_(origin) {}

  // `path` as a browser writes it: "/service/0fb215fe-…". Beyond the protocol's 50,000 nothing is added.
  void add(std::string_view path);
  std::string xml() const;

 private:
  std::string origin_;
  std::string entries_;
  std::size_t count_ = 0;
};

// `fill` has every feature add its own.
void add_sitemap_routes(Router& router, std::function<Result<void>(Sitemap&)> fill);
void add_sitemap_access(AccessTable& table);

}  // namespace alongside::server
