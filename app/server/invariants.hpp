// Invariants: what must hold of a council's database whatever happened to it. Filled at the start by the features;
// asked of every restored copy before a backup counts, which may be on another thread than the server's.
#pragma once

#include "app/base/result.hpp"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace alongside::server {

class Database;
class Documents;

// A copy, and never the database that the server writes.
struct InvariantContext {
  Database& database;
  Documents& documents;
};

// What does not hold, a sentence each and with ids only; empty when all is well.
using Findings = std::vector<std::string>;

class Invariants {
 public:
  using Rule = std::function<Result<Findings>(InvariantContext&)>;
  struct Named {
    std::string name;  // "the ledger balances"
    Rule rule;
  };

  void add(std::string name, Rule rule) { all_.push_back({std::move(name), std::move(rule)}); }
  const std::vector<Named>& all() const { return all_; }

 private:
  std::vector<Named> all_;
};

}  // namespace alongside::server
