#include "app/server/sitemap.hpp"

#include "app/server/access/access_table.hpp"
#include "app/server/html_writer.hpp"
#include "app/server/reply.hpp"
#include "app/server/router.hpp"

#include <utility>

namespace alongside::server {

namespace {

constexpr std::size_t most_addresses = 50'000;

Response listed(std::string body, std::string_view type) {
  Response response = text_response(200, body);
  response.content_type = type;
  response.caching = Caching::Revalidate;
  return response;
}

// What is somebody's own has no words in these pages, and is of no use to who searches.
std::string robots(std::string_view origin) {
  return "User-agent: *\nDisallow: /api/\nDisallow: /account\nDisallow: /inbox\nDisallow: /signin\nSitemap: " +
         std::string(origin) + "/sitemap.xml\n";
}

}  // namespace

void Sitemap::add(std::string_view path) {
  if (count_ == most_addresses) return;
  ++count_;
  entries_ += "<url><loc>" + escape_html(origin_ + std::string(path)) + "</loc></url>\n";
}

std::string Sitemap::xml() const {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset "
         "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n" +
         entries_ + "</urlset>\n";
}

void add_sitemap_routes(Router& router, std::function<Result<void>(Sitemap&)> fill) {
  router.get("/sitemap.xml", [fill = std::move(fill)](const Request& request) {
    Sitemap sitemap(request.origin);
    const auto filled = fill(sitemap);
    if (!filled.ok()) return problem(request, filled.error());
    return listed(sitemap.xml(), "application/xml; charset=utf-8");
  });
  router.get("/robots.txt",
             [](const Request& request) { return listed(robots(request.origin), "text/plain; charset=utf-8"); });
}

void add_sitemap_access(AccessTable& table) {
  table.open_to_all("GET /sitemap.xml");
  table.open_to_all("GET /robots.txt");
}

}  // namespace alongside::server
