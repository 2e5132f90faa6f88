#include "app/server/daily/daily_feature.hpp"

#include "app/server/daily/daily_runs.hpp"
#include "app/server/feature.hpp"
#include "app/server/json_fields.hpp"
#include "app/server/moment_text.hpp"
#include "app/server/personal/personal_tables.hpp"

namespace alongside::server {

namespace {

class DailyFeature final : public Feature {
 public:
  DailyFeature(const FeatureContext& context, const Verbs& verbs) : context_(context), all_verbs_(verbs) {}

  std::string_view id() const override { return "daily"; }
  std::span<const Migration> migrations() const override { return daily_migrations(); }

  void configure(const CouncilConfig& council, JsonMistakes& mistakes) override {
    check_daily_jobs(council.every_day, all_verbs_, mistakes);
  }

  void personal(PersonalTables& tables) override {
    tables.about_nobody("daily_run", "when the server did what it does every day");
  }

  void verbs(Verbs& verbs) override {
    verbs.add_public(Role::Anybody,
                     {"every-day",
                      "",
                      "Show what the running server does by itself, when it did so last and how that ended.",
                      {},
                      [this](std::span<const std::string>) { return report(); }});
  }

 private:
  Result<std::string> report() const {
    if (context_.council.every_day.empty())
      return std::string("Nothing. Write what is to be done into \"every_day\" in the configuration.\n");
    std::string text;
    for (const DailyJob& job : context_.council.every_day) {
      const auto last = ALONGSIDE_TRY(DailyRuns(context_.database).last(job.name()));
      text += job.name() + ": " + (last ? moment_text(last->at_ms) + ", " + last->outcome : "not yet") + "\n";
    }
    return text;
  }

  FeatureContext context_;
  const Verbs& all_verbs_;
};

}  // namespace

std::unique_ptr<Feature> make_daily_feature(const FeatureContext& context, const Verbs& verbs) {
  return std::make_unique<DailyFeature>(context, verbs);
}

}  // namespace alongside::server
