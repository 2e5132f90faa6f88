// SafetyBox: who does not feel safe, as it arrives: kept exactly once, told to the safeguarding contact by email in
// the same moment, and to whoever is next when nobody has said within the council's hours that they have it. Used by
// the route and the operation of the app, and by the verbs `safety list`, `show` and `acknowledge`.
#pragma once

#include "app/base/result.hpp"
#include "app/server/feature.hpp"
#include "plugins/feedback/model/safety_call.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace alongside {
class Chance;
}

namespace alongside::feedback {

class SafetyBox {
 public:
  struct Line {
    SafetyId id;
    std::int64_t arrived_ms = 0;
    bool has_name = false;
    std::int64_t read_ms = 0;  // 0: nobody has acknowledged it
    std::string read_by;
  };
  struct Shown {
    Line line;
    SafetyCall call;
    std::string person;  // who is signed in, by id; empty: they did not say
  };

  SafetyBox(const server::FeatureContext& context, Chance& chance) : context_(context), chance_(chance) {}

  // In a transaction of its own; the same letter again is taken as before. TooLarge: too long; Conflict: another
  // call had this id.
  Result<void> receive(const SafetyCall& call);
  // Inside the transaction of an operation.
  Result<void> put(const SafetyCall& call, PersonId person);

  Result<std::vector<Line>> lines() const;  // what nobody has acknowledged first, then the newest
  Result<Shown> show(const std::string& id) const;
  Result<void> acknowledge(const std::string& id, const std::string& who);

 private:
  Result<void> note_letters(SafetyId id, std::int64_t now_ms);

  const server::FeatureContext& context_;
  Chance& chance_;
};

Result<void> check(const SafetyCall& call);

}  // namespace alongside::feedback
