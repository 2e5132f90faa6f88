// Measures: what the parts of the server say of themselves as numbers when somebody looks: how many letters wait, how
// old the last good backup is. Numbers of the whole only: nothing in them tells of one person or one family. Filled by
// the features (Feature::measures); read by Metrics.
#pragma once

#include "app/base/result.hpp"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace alongside::server {

// In the base units of Prometheus: seconds, bytes, or a count.
struct Measure {
  std::string name;  // "letters_waiting"
  std::string help;  // one sentence for whoever watches
  std::function<Result<double>()> read;
};

class Measures {
 public:
  void add(Measure measure) { all_.push_back(std::move(measure)); }
  const std::vector<Measure>& all() const { return all_; }

 private:
  std::vector<Measure> all_;
};

}  // namespace alongside::server
