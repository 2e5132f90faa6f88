#include "plugins/comments/api/feature.hpp"

#include "app/base/clock.hpp"
#include "app/server/feature.hpp"
#include "app/server/reply.hpp"
#include "app/server/sitemap.hpp"
#include "app/server/sync/system_chance.hpp"
#include "plugins/comments/api/comments_html.hpp"
#include "plugins/comments/api/moderation.hpp"
#include "plugins/comments/api/personal.hpp"
#include "plugins/comments/api/published_comments.hpp"
#include "plugins/comments/api/remark_box.hpp"
#include "plugins/comments/api/remark_verbs.hpp"

#include <charconv>
#include <string>

namespace alongside::comments {
namespace {

constexpr std::string_view comments_route = "/api/comments";
constexpr std::string_view letters_route = "/api/comments/letters";
constexpr std::size_t most_remark_letter_bytes = 16 * 1024;

class CommentsFeature final : public server::Feature {
 public:
  explicit CommentsFeature(server::FeatureContext& context) : context_(context) {}

  std::string_view id() const override { return "comments"; }
  std::span<const server::Migration> migrations() const override { return RemarkStore::migrations(); }
  void operations(server::Operations& operations) override { add_remark_operations(operations); }
  void personal(server::PersonalTables& tables) override { add_comments_personal(tables); }
  void retention(server::RetentionRules& rules) override { add_comments_retention(rules); }
  void verbs(server::Verbs& verbs) override { add_remark_verbs(verbs, context_, moderation_); }

  // Letters are open to all: whoever cannot or will not sign in has something to say too.
  void access(server::AccessTable& table) override {
    table.open_to_all("GET " + std::string(comments_route));
    table.open_to_all("POST " + std::string(letters_route));
    add_remark_access(table);
  }

  void routes(server::Router& router) override {
    router.get(comments_route, [this](const server::Request& request) {
      auto list = published_comments(context_.database);
      if (!list.ok()) return server::problem(request, list.error());
      if (list->comments.size() > CommentList::most) list->comments.resize(CommentList::most);
      return server::reply(request, list.value(), server::Caching::Revalidate);
    });
    router.post(
        letters_route, [this](const server::Request& request) { return receive(request); }, most_remark_letter_bytes);
  }

  Result<void> addresses(server::Sitemap& sitemap) override {
    sitemap.add("/comments");
    return {};
  }

  void pages(server::PageRouter& pages) override {
    pages.page("/comments", [this](const server::Request& request) { return show({}, request); });
    pages.page("/comments/about/{id}", [this](const server::Request& request) -> Result<server::PageContent> {
      const auto service = ServiceId::parse(request.parameter(0));
      if (!service.ok()) return Error{ErrorCode::NotFound, "no such service"};
      return show({service.value(), {}}, request);
    });
    pages.page("/comments/year/{year}", [this](const server::Request& request) -> Result<server::PageContent> {
      const std::string_view text = request.parameter(0);
      int year = 0;
      const auto read = std::from_chars(text.data(), text.data() + text.size(), year);
      if (text.size() != 4 || read.ptr != text.data() + text.size()) return Error{ErrorCode::NotFound, "no such year"};
      return show({{}, year}, request);
    });
    for (const auto& [path, kind] :
         {std::pair("/comments/new", RemarkKind::Comment), std::pair("/comments/wrong", RemarkKind::Correction),
          std::pair("/comments/listing", RemarkKind::Correction),
          std::pair("/comments/one/{id}", RemarkKind::Comment)}) {
      pages.page(path, [this, kind = kind](const server::Request& request) -> Result<server::PageContent> {
        return form_html(kind, context_.council, request.language);
      });
    }
  }

 private:
  Result<server::PageContent> show(const CommentsShown& shown, const server::Request& request) {
    return comments_html(ALONGSIDE_TRY(published_comments(context_.database)), shown, context_.council,
                         request.language);
  }

  server::Response receive(const server::Request& request) {
    return server::with_body<wire::Letter>(request, [&](const wire::Letter& letter) {
      const Result<void> received = receive_letter(context_.database, letter, context_.clock.today());
      return received.ok() ? server::text_response(200, "received\n") : server::problem(request, received.error());
    });
  }

  server::FeatureContext context_;
  server::SystemChance chance_;
  Moderation moderation_{context_, chance_};
};

}  // namespace

std::unique_ptr<server::Feature> make_feature(server::FeatureContext& context) {
  return std::make_unique<CommentsFeature>(context);
}

}  // namespace alongside::comments
