// Comments on the local offer in the browser: a table of contents. Loaded the first time somebody goes there.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "plugins/comments/pages/comments_page.hpp"
#include "plugins/comments/pages/listing_page.hpp"
#include "plugins/comments/pages/remark_page.hpp"
#include "plugins/comments/pages/send_page.hpp"
#include "plugins/comments/words.hpp"

namespace alongside::comments {
namespace {

constexpr PluginManifest comments_manifest = {{sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT},
                                              "comments",
                                              "1",
                                              ui::Hue::Primary,
                                              comments_words};

class Comments final : public Plugin {
 public:
  explicit Comments(Host& host) : host_(host), store_(host) {}

  Result<void> start(Registrar& registrar) override {
    for (const char* route : {"/comments", "/comments/about/*", "/comments/year/*"})
      registrar.page(route, [this] { return std::make_unique<CommentsPage>(host_, store_); });
    registrar.page("/comments/new", [this] { return std::make_unique<SendPage>(host_, store_, RemarkKind::Comment); });
    registrar.page("/comments/wrong",
                   [this] { return std::make_unique<SendPage>(host_, store_, RemarkKind::Correction); });
    registrar.page("/comments/listing", [this] { return std::make_unique<ListingPage>(host_); });
    registrar.page("/comments/one/*", [this] { return std::make_unique<RemarkPage>(host_, store_); });
    return {};
  }

 private:
  Host& host_;
  CommentStore store_;
};

}  // namespace
}  // namespace alongside::comments

ALONGSIDE_PLUGIN(comments, alongside::comments::comments_manifest, alongside::comments::Comments)
