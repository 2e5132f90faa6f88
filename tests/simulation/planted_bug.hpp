// Bug: a mistake planted into the simulated world, to prove that the simulator finds such mistakes. A
// simulator that cannot fail proves nothing.
#pragma once

#include "tests/simulation/council_link.hpp"
#include "tests/simulation/device_storage.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace alongside::simulation {

enum class Bug : std::uint8_t {
  None,
  StrictIsRelaxed,   // a store says "on the disk" when it is not
  HalfBatches,       // a store keeps a batch without its last step
  PretendedAck,      // a proxy answers a push by itself and does not pass it on
  ForgottenResults,  // the council forgets what became of an operation and applies it again
  CommitUnsynced,    // the council's disk says "synced" and did nothing
  SilentRestore,     // the council goes back to an older copy and keeps its incarnation
  AuditApart,        // the audit is written in a transaction of its own, after the change's
  AckBeforeCommit,   // the council answers a push and then does not commit it
  CursorApart,       // a device keeps the feed's place before the documents that lead to it
  SequenceReused,    // a device gives a sequence again after its power went
  OutboxCleared,     // a device forgets its changes when it sends them
  TombstoneDropped,  // the feed does not say what is gone
  TwoPushers,        // two pages of a device send at once
  StaleBase,         // the council takes a change as if it had been made to the newest version
  NumbersAlone,      // the council does not ask which change made the version that another was built on
  CloneUnnoticed,    // the council answers by a change's number, whichever change had that number first
  SyncErrorIgnored,  // a commit whose sync failed is called done
};
inline constexpr std::uint8_t bug_count = 18;

constexpr std::string_view name_of(Bug bug) {
  constexpr std::string_view names[bug_count] = {"none",
                                                 "strict_is_relaxed",
                                                 "half_batches",
                                                 "pretended_ack",
                                                 "forgotten_results",
                                                 "commit_unsynced",
                                                 "silent_restore",
                                                 "audit_apart",
                                                 "ack_before_commit",
                                                 "cursor_apart",
                                                 "sequence_reused",
                                                 "outbox_cleared",
                                                 "tombstone_dropped",
                                                 "two_pushers",
                                                 "stale_base",
                                                 "numbers_alone",
                                                 "clone_unnoticed",
                                                 "sync_error_ignored"};
  return names[static_cast<std::size_t>(bug)];
}

class History;
class SimServer;

std::optional<Bug> bug_named(std::string_view name);
StoreBug store_bug(Bug bug);
// What stands between the network and the council with this bug; null: nothing does.
std::unique_ptr<CouncilLink> spoil(SimServer& server, Bug bug, Dice dice, History& history);

}  // namespace alongside::simulation
