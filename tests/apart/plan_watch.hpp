// PlanWatch: what each change of the plan was built on, as its maker saw it, so that a test can go over them in the
// council's order and find one that was laid over another which its maker had not seen.
#pragma once

#include "tests/apart/family_device.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace alongside::apart {

class PlanWatch {
 public:
  struct Made {
    DocumentId item;
    std::string built_on;  // its name as the person saw it; empty: it was not there
    std::string becomes;   // empty: it is taken out
  };

  void begin_with(DocumentId item, std::string name) { before_[item] = std::move(name); }
  void made(OperationId id, Made made) { made_[id] = std::move(made); }

  // The names of changes that were laid over something unseen; none when all is well.
  std::vector<std::string> laid_over_unseen(const std::vector<Decided>& decided) {
    std::vector<std::string> found;
    std::set<OperationId> known;
    plan_ = before_;
    for (const Decided& one : decided) {
      const auto made = made_.find(one.id);
      if (made == made_.end() || one.outcome != wire::Outcome::Applied || !known.insert(one.id).second) continue;
      const Made& change = made->second;
      if (plan_[change.item] != change.built_on) found.push_back(change.built_on + " -> " + change.becomes);
      plan_[change.item] = change.becomes;
    }
    return found;
  }
  // After that: each item's name, empty when it is out.
  const std::map<DocumentId, std::string>& plan() const { return plan_; }

 private:
  std::map<DocumentId, std::string> before_;
  std::map<OperationId, Made> made_;
  std::map<DocumentId, std::string> plan_;
};

}  // namespace alongside::apart
