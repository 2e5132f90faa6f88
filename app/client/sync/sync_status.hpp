// SyncStatus: what the person may want to know of how their changes fare. Made by SyncEngine, put
// into words by the shell. Of several states the first that holds is told, in the order below.
#pragma once

#include <cstddef>
#include <cstdint>

namespace alongside::client {

enum class SyncState : std::uint8_t {
  SignedOut,     // everything is kept; it goes on when the person has signed in again
  Incompatible,  // the council speaks another edition, or what is kept cannot be read: nothing was thrown away
  Unreadable,    // what lies on this device could not be read just now: it stays there, and is tried again
  KeepsNothing,  // this browser keeps nothing: what is saved is sent at once, and is safe only then
  Full,          // no room on this device: what was not kept stays in the form it was typed into
  Offline,       // the council was not reached; tried again by itself
  Working,
  Idle,
};

struct SyncStatus {
  SyncState state = SyncState::Idle;
  std::size_t unsent = 0;
  std::size_t saving = 0;             // of them, those that are not on the disk yet: not to be called saved
  std::int64_t oldest_unsent_ms = 0;  // by this device's clock; 0: nothing is unsent

  bool operator==(const SyncStatus&) const = default;
};

}  // namespace alongside::client
