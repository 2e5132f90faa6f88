#include "plugins/feedback/api/results/feature.hpp"

#include "app/server/feature.hpp"
#include "app/server/reply.hpp"
#include "app/server/sitemap.hpp"
#include "app/server/sync/system_chance.hpp"
#include "plugins/feedback/api/results/changes_html.hpp"
#include "plugins/feedback/api/results/personal.hpp"
#include "plugins/feedback/api/results/results_verbs.hpp"
#include "plugins/feedback/api/results/story_shelf.hpp"

#include <string>

namespace alongside::feedback {
namespace {

// No rowid where an order of arrival would say something about people.
constexpr server::Migration results_migrations[] = {
    {1, "releases",
     "CREATE TABLE feedback_releases (survey BLOB NOT NULL, number INTEGER NOT NULL, release BLOB NOT NULL, "
     "PRIMARY KEY (survey, number)) STRICT, WITHOUT ROWID;"
     "CREATE TABLE feedback_counted (survey BLOB NOT NULL, answer BLOB NOT NULL, number INTEGER NOT NULL, "
     "PRIMARY KEY (survey, answer)) STRICT, WITHOUT ROWID;"
     "CREATE TABLE feedback_themes (survey BLOB PRIMARY KEY, themes BLOB NOT NULL) STRICT, WITHOUT ROWID;"
     "CREATE TABLE feedback_words (id TEXT PRIMARY KEY, state INTEGER NOT NULL, words TEXT NOT NULL) STRICT, "
     "WITHOUT ROWID;"
     "CREATE TABLE feedback_stories (survey BLOB PRIMARY KEY, story BLOB NOT NULL) STRICT, WITHOUT ROWID;"}};

constexpr std::string_view changes_route = "/api/feedback/changes";

class ResultsFeature final : public server::Feature {
 public:
  explicit ResultsFeature(server::FeatureContext& context) : context_(context) {}

  std::string_view id() const override { return "feedback_results"; }
  std::span<const server::Migration> migrations() const override { return results_migrations; }
  void access(server::AccessTable& table) override { table.open_to_all("GET " + std::string(changes_route)); }
  void personal(server::PersonalTables& tables) override { add_results_personal(tables); }
  void verbs(server::Verbs& verbs) override { add_results_verbs(verbs, context_, chance_); }

  void routes(server::Router& router) override {
    router.get(changes_route, [this](const server::Request& request) {
      const auto list = StoryShelf(context_).all();
      if (!list.ok()) return server::problem(request, list.error());
      return server::reply(request, list.value(), server::Caching::Revalidate);
    });
  }

  Result<void> addresses(server::Sitemap& sitemap) override {
    sitemap.add("/changes");
    return {};
  }

  void pages(server::PageRouter& pages) override {
    pages.page("/changes", [this](const server::Request& request) -> Result<server::PageContent> {
      const ChangeList list = ALONGSIDE_TRY(StoryShelf(context_).all());
      return changes_html(list, request.query.value("service"), request.language);
    });
  }

 private:
  server::FeatureContext context_;
  server::SystemChance chance_;
};

}  // namespace

std::unique_ptr<server::Feature> make_results_feature(server::FeatureContext& context) {
  return std::make_unique<ResultsFeature>(context);
}

}  // namespace alongside::feedback
