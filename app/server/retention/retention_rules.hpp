// RetentionRules: what is deleted when, one rule a kind of record: how many days it is kept by the configuration, why,
// and how the old ones go. Filled at the start by the features (Feature::retention), run by Reaper.
#pragma once

#include "app/base/date.hpp"
#include "app/base/result.hpp"
#include "app/server/council_config.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace alongside::server {

class Database;
class Documents;

struct RetentionContext {
  Database& database;
  Documents& documents;
  Date first_kept;  // what is of an earlier day goes
  Date today;
  std::int64_t now_ms;  // for what ends at a moment of its own
};

// One small piece of a rule's work, in one transaction.
struct ReapStep {
  std::int64_t gone = 0;
  enum class More : bool { No, Yes } more = More::No;
};

struct RetentionRule {
  static constexpr int most_a_step = 200;

  std::string name;  // the key in "retention_days"
  std::string what;
  std::string because;  // of the usual number of days
  int Retention::* days = nullptr;
  // Never what somebody's hold or something that is still open needs.
  std::function<Result<ReapStep>(const RetentionContext&)> reap;
};

class RetentionRules {
 public:
  void add(RetentionRule rule) { all_.push_back(std::move(rule)); }
  const std::vector<RetentionRule>& all() const { return all_; }

 private:
  std::vector<RetentionRule> all_;
};

}  // namespace alongside::server
