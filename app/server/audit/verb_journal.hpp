// VerbJournal: runs what a council's officer asks for and writes who asked for it, in one transaction: neither is
// there without the other. The one place through which every recorded verb goes (run_verb.cpp). What failed is undone
// and recorded as having failed; so is what somebody asked for and may not do.
#pragma once

#include "app/base/result.hpp"
#include "app/server/staff/verb_asker.hpp"
#include "app/server/verbs.hpp"

#include <span>
#include <string>

namespace alongside {
class Clock;
}

namespace alongside::server {

class Database;

class VerbJournal {
 public:
  VerbJournal(Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  // `words`: the group, the name and the arguments, of which only the first that is an id is recorded.
  Result<std::string> run(const VerbAsker& asker, std::span<const std::string> words, const VerbEnd& end);
  // That they asked for what they may not do, and so nothing was begun.
  Result<void> note_refused(const VerbAsker& asker, std::span<const std::string> words, const Error& why);

 private:
  Result<void> record(const VerbAsker& asker, std::span<const std::string> words, const Error* failed);

  Database& database_;
  const Clock& clock_;
};

}  // namespace alongside::server
