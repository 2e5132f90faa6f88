#include "app/server/serve.hpp"

#include "app/server/application.hpp"
#include "app/server/data_folder.hpp"
#include "app/server/http_server.hpp"
#include "app/server/log.hpp"
#include "app/server/own_origins.hpp"
#include "app/server/public_pages/public_pages.hpp"
#include "app/server/readiness.hpp"
#include "app/server/release/release_check.hpp"
#include "app/server/security_txt.hpp"
#include "app/server/site.hpp"
#include "app/server/sitemap.hpp"

#include <cstdio>
#include <utility>

namespace alongside::server {

namespace {

Result<Site> make_site(Application& application, Readiness& readiness, const std::string& www) {
  StaticFiles files = ALONGSIDE_TRY(StaticFiles::create(www));
  Router router;
  PageRouter pages;
  readiness.routes(router);
  for (const auto& feature : application.features()) {
    feature->routes(router);
    feature->pages(pages);
  }
  add_security_txt(router, application.config(), application.clock());
  add_sitemap_routes(router, [&application](Sitemap& sitemap) -> Result<void> {
    for (const std::string_view path : {"/", "/help"}) sitemap.add(path);
    for (const PublicPageAddress& page : public_page_addresses) sitemap.add(page.path);
    for (const auto& feature : application.features()) ALONGSIDE_TRY(feature->addresses(sitemap));
    return {};
  });
  return Site::create({std::move(files), std::move(router), std::move(pages), application.config(),
                       application.access(), application.sessions()});
}

// Where the configuration says whose releases are served: what is there is one of them, whole, and no older one than
// before.
Result<void> check_client(const Application& application, const std::string& www, const std::string& data) {
  const std::string& keys = application.config().release_keys;
  if (keys.empty()) return {};
  const KeyRing ring = ALONGSIDE_TRY(read_key_ring(keys));
  const Release release = ALONGSIDE_TRY(check_release(www, ring));
  ALONGSIDE_TRY(accept_release(data, release));
  const Date today = application.clock().today();
  if (release.expires < today) {
    std::fprintf(stderr,
                 "council-api: release %lld was good until %s: new visitors get the pages without script only\n",
                 static_cast<long long>(release.number), release.expires.iso().c_str());
  }
  return {};
}

Result<int> start_and_run(Application& application, const ServeOptions& options) {
  for (const std::string& origin : options.origins) ALONGSIDE_TRY(check_own_origin(origin));
  ALONGSIDE_TRY(application.read_config(options.council));
  const std::string mail_password = ALONGSIDE_TRY(server::mail_password(application.config().mail));
  auto secrets = ALONGSIDE_TRY(provider_secrets(application.config().sign_in));
  const DataFolder data = ALONGSIDE_TRY(DataFolder::create(options.data));
  ALONGSIDE_TRY(check_client(application, options.www, data.path()));
  ALONGSIDE_TRY(application.open_storage(data));
  Readiness readiness(application.database(), application.clock(), data.path());
  Site site = ALONGSIDE_TRY(make_site(application, readiness, options.www));
  const std::string where = options.listen.empty() ? application.config().listen : options.listen;
  const ListenAddress listen = ALONGSIDE_TRY(parse_listen_address(where));
  Log log(application.clock());
  const std::string admin = options.admin.empty() ? DataFolder::admin_path(data.path()) : options.admin;
  const int code = ALONGSIDE_TRY(run_http_server(
      {application, site, readiness, log, options.origins, mail_password, std::move(secrets), data.path()}, listen,
      admin));
  application.database().close();
  return code;
}

}  // namespace

int serve(Application& application, const ServeOptions& options) {
  const auto code = start_and_run(application, options);
  if (code) return code.value();
  std::fprintf(stderr, "council-api: %s\n", code.error().detail.c_str());
  return 1;
}

}  // namespace alongside::server
