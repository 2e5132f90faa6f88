// Fault: everything that can go wrong in the simulated world. A fault is armed by the script of a
// run, counted by whoever makes it happen and only when it really did, and printed at the end.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace alongside::simulation {

enum class Fault : std::uint8_t {
  Drop,           // a request never arrives
  Duplicate,      // a request arrives twice
  Reorder,        // a request arrives after one that was sent later
  LostReply,      // done, but the reply does not come back
  BadReply,       // the reply is cut off
  BadRequest,     // a push is cut off on its way
  Replay,         // an old push arrives again
  CrashClient,    // a tab dies between asking its store and being told
  CrashDevice,    // the power of a device goes: all its tabs die
  RelaxedLoss,    // a power cut took a commit that was not strict
  CrashServer,    // the council's process dies at some SQL step
  TornWrite,      // a power cut left a part of what was not synced
  DiskFull,       // no room on the council's disk
  DiskError,      // the council's disk refuses a write
  SyncError,      // a commit's sync fails, and what it had to bring to the disk may be lost
  TwoTabs,        // two tabs of one device change things in the same moment
  LostHint,       // a tab is not told what another has kept
  Quota,          // no room on a device
  Unavailable,    // a device's store cannot be used for a while
  ClockJump,      // a device's clock is set wrong, by years
  ServerClock,    // the council's
  SessionExpiry,  // signed out between a push and its reply
  Revocation,     // something is not shared with somebody any more when their push arrives
  ClonedStorage,  // a browser's profile was copied, and both go on
  OldStorage,     // a browser's profile goes back to an older copy of itself
  Eviction,       // the browser has thrown away what it kept
  Restore,        // the council goes back to an older copy of its database (in every fourth run)
};
inline constexpr std::size_t fault_count = 27;

constexpr std::string_view name_of(Fault fault) {
  constexpr std::string_view names[fault_count] = {
      "drop",           "duplicate",    "reorder",        "lost_reply",   "bad_reply",   "bad_request", "replay",
      "crash_client",   "crash_device", "relaxed_loss",   "crash_server", "torn_write",  "disk_full",   "disk_error",
      "sync_error",     "two_tabs",     "lost_hint",      "quota",        "unavailable", "clock_jump",  "server_clock",
      "session_expiry", "revocation",   "cloned_storage", "old_storage",  "eviction",    "restore"};
  return names[static_cast<std::size_t>(fault)];
}

// These come of others: a power cut that took something, of the device's or of the council's.
constexpr bool follows(Fault fault) { return fault == Fault::RelaxedLoss || fault == Fault::TornWrite; }

constexpr std::optional<Fault> fault_named(std::string_view name) {
  for (std::size_t i = 0; i < fault_count; ++i) {
    if (name == name_of(static_cast<Fault>(i))) return static_cast<Fault>(i);
  }
  return std::nullopt;
}

// Some of the kinds.
class FaultSet {
 public:
  void add(Fault fault) { bits_.set(static_cast<std::size_t>(fault)); }
  void remove(Fault fault) { bits_.reset(static_cast<std::size_t>(fault)); }
  bool operator==(const FaultSet&) const = default;
  bool has(Fault fault) const { return bits_.test(static_cast<std::size_t>(fault)); }

 private:
  std::bitset<fault_count> bits_;
};

class FaultCounts {
 public:
  void fired(Fault fault) { ++of_[static_cast<std::size_t>(fault)]; }
  std::uint64_t of(Fault fault) const { return of_[static_cast<std::size_t>(fault)]; }
  std::uint64_t all() const {
    std::uint64_t sum = 0;
    for (const std::uint64_t count : of_) sum += count;
    return sum;
  }
  void add(const FaultCounts& others) {
    for (std::size_t i = 0; i < fault_count; ++i) of_[i] += others.of_[i];
  }

 private:
  std::array<std::uint64_t, fault_count> of_{};
};

// What the script wants to go wrong next, and has not happened yet.
class ArmedFaults {
 public:
  void arm(Fault fault) { ++of_[static_cast<std::size_t>(fault)]; }
  bool take(Fault fault) {
    auto& count = of_[static_cast<std::size_t>(fault)];
    if (count == 0) return false;
    --count;
    return true;
  }
  void disarm() { of_.fill(0); }

 private:
  std::array<std::uint32_t, fault_count> of_{};
};

}  // namespace alongside::simulation
