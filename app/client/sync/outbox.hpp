// Outbox: the shelf Outbox in memory: what this device has made, in order of its sequence, and how
// each stands for the person. Owned by Replica, which keeps it as the shelf is.
#pragma once

#include "app/client/store/store.hpp"
#include "app/client/sync/outbox_entry.hpp"
#include "app/plugin_api/records.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <vector>

namespace alongside::client {

struct OutboxItem {
  std::uint64_t sequence = 0;
  OutboxEntry entry;
  Bytes stored;  // as it lies on the shelf
  PendingChange pending;
};

class Outbox {
 public:
  // Entries above this keep a refusal for the person to see after the device was numbered anew; they
  // are no part of the sequence and are never sent.
  static constexpr std::uint64_t aside = std::uint64_t{1} << 63;

  // False: it was like that already.
  bool replace(const std::vector<StoreEntry>& shelf);
  void put(std::uint64_t sequence, const Bytes& stored);
  void remove(std::uint64_t sequence);

  const std::map<std::uint64_t, OutboxItem>& items() const { return items_; }
  const OutboxItem* find(std::uint64_t sequence) const;
  const OutboxItem* find(OperationId id) const;
  std::uint64_t first_unsent() const;   // 0: none
  std::uint64_t last_received() const;  // the highest that was acknowledged; 0: none
  std::uint64_t last_sequence() const;  // the highest of all but those put aside
  std::size_t unsent() const;           // with those that cannot be read, which may be unsent
  std::int64_t oldest_unsent_ms() const;
  bool readable() const { return unreadable_.empty(); }
  std::size_t unreadable() const { return unreadable_.size(); }

  // Only in memory, because the device keeps nothing: Saving until the council has it.
  void hold(OperationId id);
  bool holds(OperationId id) const { return held_.contains(id); }

  // Documents show what was applied up to here. False: that was known.
  bool show(std::uint64_t shown);
  // What left the shelf before the documents showed it: those of now are let go by the second call.
  void begin_showing();
  bool end_showing();  // false: there were none

  // Oldest first, without what the documents show or the person has dismissed.
  std::vector<const PendingChange*> changes() const;

 private:
  void describe(OutboxItem& item) const;
  bool visible(const OutboxItem& item) const;
  void keep_in_sight(const OutboxItem& item);

  std::map<std::uint64_t, OutboxItem> items_;
  std::map<OperationId, PendingChange> gone_;  // received, off the shelf, not in the documents yet
  std::set<OperationId> showing_;
  std::set<OperationId> held_;
  std::set<std::uint64_t> unreadable_;
  std::uint64_t shown_ = 0;
};

}  // namespace alongside::client
