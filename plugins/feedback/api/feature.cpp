#include "plugins/feedback/api/feature.hpp"

#include "app/base/clock.hpp"
#include "app/server/feature.hpp"
#include "app/server/json_reader.hpp"
#include "app/server/reply.hpp"
#include "plugins/feedback/api/survey_file.hpp"
#include "plugins/feedback/api/survey_html.hpp"

#include <string>
#include <utility>

namespace alongside::feedback {
namespace {

constexpr server::Migration migrations_[] = {
    {1, "surveys",
     "CREATE TABLE feedback_surveys (one INTEGER PRIMARY KEY CHECK (one = 1), frame BLOB NOT NULL) STRICT;"}};

class FeedbackFeature final : public server::Feature {
 public:
  explicit FeedbackFeature(server::FeatureContext& context) : context_(context) {}

  std::string_view id() const override { return "feedback"; }
  std::span<const server::Migration> migrations() const override { return migrations_; }

  void routes(server::Router& router) override {
    router.get("/api/feedback/surveys", [this](const server::Request& request) {
      const auto open = open_surveys();
      if (!open.ok()) return server::problem(request, open.error());
      return server::reply(request, open.value(), server::Caching::Revalidate);
    });
  }

  void pages(server::PageRouter& pages) override {
    pages.page("/say", [this](const server::Request& request) -> Result<server::PageContent> {
      const SurveyList open = ALONGSIDE_TRY(open_surveys());
      return survey_html(open, context_.council.council.help, request.language);
    });
  }

  void verbs(server::Verbs& verbs) override {
    verbs.add({"survey",
               "import",
               "Read the surveys that the council announces from a file.",
               {{"FILE", "a JSON file, such as surveys.json", server::VerbArgumentKind::Path}},
               [this](std::span<const std::string> arguments) { return import(arguments[0]); }});
  }

 private:
  Result<SurveyList> all_surveys() {
    auto select = ALONGSIDE_TRY(context_.database.prepare("SELECT frame FROM feedback_surveys"));
    if (ALONGSIDE_TRY(select.step()) == server::Step::Done) return SurveyList{};
    return wire::decode_frame<SurveyList>(select.column_bytes(0));
  }

  // Drafts never leave the server, nor does a survey before its day or after it.
  Result<SurveyList> open_surveys() {
    SurveyList all = ALONGSIDE_TRY(all_surveys());
    SurveyList open;
    for (Survey& survey : all.surveys) {
      if (is_open(survey, context_.clock.today())) open.surveys.push_back(std::move(survey));
    }
    return open;
  }

  Result<std::string> import(const std::string& path) {
    const auto json = ALONGSIDE_TRY(server::read_json_file(path, {4 * 1024 * 1024, 16}));
    const SurveyList list = ALONGSIDE_TRY(parse_surveys(json));
    auto transaction = ALONGSIDE_TRY(server::Transaction::create(context_.database));
    auto insert =
        ALONGSIDE_TRY(context_.database.prepare("INSERT OR REPLACE INTO feedback_surveys(one, frame) VALUES(1, ?1)"));
    ALONGSIDE_TRY(insert.bind_bytes(1, wire::encode_frame(list)).run());
    ALONGSIDE_TRY(transaction.commit());
    std::size_t open = 0;
    for (const Survey& survey : list.surveys) open += is_open(survey, context_.clock.today()) ? 1 : 0;
    return std::to_string(list.surveys.size()) + " surveys are in; " + std::to_string(open) + " can be seen today.\n";
  }

  server::FeatureContext context_;
};

}  // namespace

std::unique_ptr<server::Feature> make_feature(server::FeatureContext& context) {
  return std::make_unique<FeedbackFeature>(context);
}

}  // namespace alongside::feedback
