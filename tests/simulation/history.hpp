// History: the independent model of a run: what people meant to save, what they were told, and what
// went over the wires. Written by tabs and by the network as it happens; read by the checks, which
// compare it with the council's tables.
#pragma once

#include "app/base/ids.hpp"
#include "app/wire/messages/family.hpp"
#include "app/wire/messages/push.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace alongside::simulation {

enum class Told : std::uint8_t {
  Nothing,  // yet, or never, since the tab died first: it may be there or not
  Saved,    // it must arrive, once
  Failed,   // nothing was kept: it must never arrive
};

// Where a change was when its person was told.
enum class Kept : std::uint8_t { OnDisk, AtTheCouncil };

// What a device knew of a change that it lost with its storage.
enum class Lost : std::uint8_t {
  Unsent,  // it may never have been anywhere else
  Sent,    // the council has it
};

struct Intent {  // its marker is its place, from 1
  PersonId person;
  std::uint32_t kind = 0;
  Told told = Told::Nothing;
  OperationId operation = {};  // when Saved
  Kept kept = Kept::OnDisk;
  std::uint64_t built_on =
      0;  // facts: the change whose words its person saw when they wrote others; 0: there were none
};

// What was seen in a push.
struct Seen {
  std::uint64_t marker = 0;  // 0: a share, which has no place for one
  std::uint32_t kind = 0;
  PersonId actor;
  std::string target;              // what it changes
  std::uint64_t base_version = 0;  // as its author saw it
};

// One name for what a change is about and for the document that shows it. Whose a preference or a
// share is: its actor's, and its document's owner's. A payment's document has its operation's id.
std::string target_of(std::uint32_t kind, const Bytes& payload, DocumentId document, PersonId whose);

class History {
 public:
  std::uint64_t begin(PersonId person, std::uint32_t kind);  // its marker
  void saw(std::uint64_t marker, const wire::Fact& fact);    // what the person had before them
  void told(std::uint64_t marker, std::optional<OperationId> operation, Kept kept);
  // The last device that had it has lost it with all its browser kept.
  void lost_with_storage(OperationId operation, Lost lost);
  void pushed(const Bytes& frame);
  void answered(const Bytes& frame);
  void two_pushers();

  const std::vector<Intent>& intents() const { return intents_; }
  const std::map<OperationId, Seen>& seen() const { return seen_; }
  // The council has said no to it, once at least: the page that heard it does not ask again, whatever another page of
  // the device hears after a restore.
  bool was_refused(OperationId operation) const;
  std::optional<Lost> lost(OperationId operation) const;
  std::uint64_t acknowledged() const;
  // Whatever was wrong already on the wires.
  const std::vector<std::string>& violations() const { return violations_; }

 private:
  void see(const wire::PushedOperation& operation, PersonId actor);
  void see_marker(const Seen& seen, OperationId operation);

  std::vector<Intent> intents_;
  std::map<OperationId, Seen> seen_;
  std::map<std::uint64_t, OperationId> by_marker_;
  std::set<OperationId> refused_;
  std::map<OperationId, Lost> lost_;
  std::vector<std::string> violations_;
};

}  // namespace alongside::simulation
