#include "app/server/retention/retention_feature.hpp"

#include "app/base/clock.hpp"
#include "app/server/personal/personal_tables.hpp"

#include <map>
#include <string>

namespace alongside::server {

namespace {

constexpr int most_steps = 500;

class RetentionFeature final : public Feature {
 public:
  RetentionFeature(const FeatureContext& context, Reaper& reaper, const RetentionRules& rules)
      : context_(context), reaper_(reaper), rules_(rules) {}

  std::string_view id() const override { return "retention"; }
  std::span<const Migration> migrations() const override { return Reaper::migrations(); }
  void personal(PersonalTables& tables) override {
    tables.about_nobody("retention_day", "the day on which retention ran");
    tables.about_nobody("retention_gone", "how many rows have gone");
  }

  void verbs(Verbs& verbs) override {
    verbs.add_public(Role::Anybody, {"retention",
                                     "list",
                                     "Say how long each kind of record is kept, why, and how many have gone.",
                                     {},
                                     [this](std::span<const std::string>) { return list(); }});
    verbs.add(
        Role::System,
        {"retention",
         "run",
         "Delete now what is over. The server does it by itself each day; this also says that today's date is right.",
         {},
         [this](std::span<const std::string>) { return run(); }});
  }

 private:
  Result<std::string> list() {
    std::string report;
    for (const RetentionRule& rule : rules_.all()) {
      report += rule.name + ": " + rule.what + ", " + std::to_string(context_.council.retention_days.*rule.days) +
                " days (" + rule.because + ")\n";
    }
    for (const RetentionRule& rule : rules_.all()) counted_[rule.name] = ALONGSIDE_TRY(reaper_.gone_by(rule.name));
    for (const auto& [rule, gone] : counted_) {
      if (gone > 0) report += std::to_string(gone) + " have gone of " + rule + "\n";
    }
    const auto last = ALONGSIDE_TRY(reaper_.last_day());
    report += last ? "Last run on " + last->iso() + ".\n" : "It has not run yet.\n";
    if (last && context_.clock.today() < *last)
      report += "The clock is before that day: nothing is deleted until it has caught up.\n";
    if (last && days_between(*last, context_.clock.today()) > Reaper::longest_pause_days)
      report += "That is long ago: nothing is deleted by itself until `retention run` says that the date is right.\n";
    return report;
  }

  Result<std::string> run() {
    reaper_.begin_again();
    std::map<std::string, std::int64_t> gone;
    bool more = true;
    for (int i = 0; more && i < most_steps; ++i) {
      const ReaperStep step = ALONGSIDE_TRY(reaper_.step(ClockTrust::ByOfficer));
      if (!step.rule.empty()) gone[step.rule] += step.gone;
      more = step.state == ReaperState::Working;
    }
    std::string report;
    for (const auto& [rule, count] : gone) {
      if (count > 0) report += rule + ": " + std::to_string(count) + " gone\n";
    }
    if (report.empty()) report = "Nothing was over.\n";
    return more ? report + "There is more: run it again, or leave it to the server.\n" : report;
  }

  FeatureContext context_;
  Reaper& reaper_;
  const RetentionRules& rules_;
  std::map<std::string, std::int64_t> counted_;
};

}  // namespace

std::unique_ptr<Feature> make_retention_feature(const FeatureContext& context, Reaper& reaper,
                                                const RetentionRules& rules) {
  return std::make_unique<RetentionFeature>(context, reaper, rules);
}

}  // namespace alongside::server
