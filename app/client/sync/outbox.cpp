#include "app/client/sync/outbox.hpp"

#include "app/client/store/sequence_key.hpp"
#include "app/wire/frame.hpp"

#include <limits>
#include <utility>

namespace alongside::client {
namespace {

ChangeState state_of(const OutboxEntry& entry) {
  if (entry.state == SentState::Unsent) return ChangeState::Kept;
  switch (entry.outcome) {
    case wire::Outcome::Applied: return ChangeState::Received;
    case wire::Outcome::Refused: return ChangeState::Refused;
    case wire::Outcome::Conflict: return ChangeState::Conflict;
  }
  return ChangeState::Received;
}

}  // namespace

bool Outbox::replace(const std::vector<StoreEntry>& shelf) {
  auto before = std::exchange(items_, {});
  bool same = before.size() == shelf.size() && unreadable_.empty();
  unreadable_.clear();
  for (const StoreEntry& entry : shelf) {
    const std::uint64_t sequence = sequence_of(entry.key);
    const auto known = before.find(sequence);
    if (known != before.end() && known->second.stored == entry.value) {
      items_.insert(before.extract(known));
    } else {
      same = false;
      put(sequence == 0 ? std::numeric_limits<std::uint64_t>::max() : sequence, entry.value);
    }
  }
  std::set<OperationId> there;
  for (const auto& [sequence, item] : items_) there.insert(item.entry.operation.id);
  // What another tab took from the shelf, the council has; our documents may not show it yet.
  for (const auto& [sequence, item] : before) {
    if (!there.contains(item.entry.operation.id)) keep_in_sight(item);
  }
  return !same;
}

void Outbox::put(std::uint64_t sequence, const Bytes& stored) {
  auto entry = wire::decode_frame<OutboxEntry>(stored);
  if (!entry) {
    unreadable_.insert(sequence);
    return;
  }
  unreadable_.erase(sequence);
  OutboxItem& item = items_[sequence];
  item = {sequence, std::move(entry).value(), stored, {}};
  if (item.entry.state != SentState::Unsent) held_.erase(item.entry.operation.id);
  gone_.erase(item.entry.operation.id);
  describe(item);
}

void Outbox::remove(std::uint64_t sequence) {
  unreadable_.erase(sequence);
  const auto found = items_.find(sequence);
  if (found == items_.end()) return;
  if (found->second.entry.state == SentState::Acknowledged) keep_in_sight(found->second);
  items_.erase(found);
}

const OutboxItem* Outbox::find(std::uint64_t sequence) const {
  const auto found = items_.find(sequence);
  return found == items_.end() ? nullptr : &found->second;
}

const OutboxItem* Outbox::find(OperationId id) const {
  for (const auto& [sequence, item] : items_) {
    if (item.entry.operation.id == id) return &item;
  }
  return nullptr;
}

std::uint64_t Outbox::first_unsent() const {
  for (const auto& [sequence, item] : items_) {
    if (sequence < aside && item.entry.state == SentState::Unsent) return sequence;
  }
  return 0;
}

std::uint64_t Outbox::last_received() const {
  std::uint64_t last = 0;
  for (const auto& [sequence, item] : items_) {
    if (sequence < aside && item.entry.state != SentState::Unsent) last = sequence;
  }
  return last;
}

std::uint64_t Outbox::last_sequence() const {
  const auto after = items_.lower_bound(aside);
  return after == items_.begin() ? 0 : std::prev(after)->first;
}

std::size_t Outbox::unsent() const {
  std::size_t count = unreadable_.size();
  for (const auto& [sequence, item] : items_) count += item.entry.state == SentState::Unsent ? 1 : 0;
  return count;
}

std::int64_t Outbox::oldest_unsent_ms() const {
  const OutboxItem* const item = find(first_unsent());
  return item ? item->entry.operation.made_at_ms : 0;
}

void Outbox::hold(OperationId id) {
  held_.insert(id);
  for (auto& [sequence, item] : items_) {
    if (item.entry.operation.id == id) describe(item);
  }
}

bool Outbox::show(std::uint64_t shown) { return std::exchange(shown_, shown) != shown; }

void Outbox::begin_showing() {
  showing_.clear();
  for (const auto& [id, pending] : gone_) showing_.insert(id);
}

bool Outbox::end_showing() {
  const auto shown = std::exchange(showing_, {});
  for (const OperationId& id : shown) gone_.erase(id);
  return !shown.empty();
}

std::vector<const PendingChange*> Outbox::changes() const {
  std::vector<const PendingChange*> found;
  for (const auto& [id, pending] : gone_) found.push_back(&pending);
  const auto first_aside = items_.lower_bound(aside);
  for (auto item = first_aside; item != items_.end(); ++item) {
    if (visible(item->second)) found.push_back(&item->second.pending);
  }
  for (auto item = items_.begin(); item != first_aside; ++item) {
    if (visible(item->second)) found.push_back(&item->second.pending);
  }
  return found;
}

void Outbox::describe(OutboxItem& item) const {
  const wire::Operation& made = item.entry.operation;
  item.pending = {made.id,
                  {made.subject, made.kind, made.edition, made.base(), made.payload},
                  made.made_at_ms,
                  held_.contains(made.id) ? ChangeState::Saving : state_of(item.entry),
                  item.entry.code};
}

bool Outbox::visible(const OutboxItem& item) const {
  if (item.entry.state == SentState::Dismissed) return false;
  return item.pending.state != ChangeState::Received || item.sequence > shown_;
}

void Outbox::keep_in_sight(const OutboxItem& item) {
  const bool received = state_of(item.entry) == ChangeState::Received && item.sequence > shown_;
  if (item.entry.state == SentState::Dismissed) return;
  if (item.entry.state != SentState::Unsent && !received) return;
  PendingChange& pending = gone_[item.entry.operation.id];
  pending = item.pending;
  pending.state = ChangeState::Received;
  held_.erase(item.entry.operation.id);
}

}  // namespace alongside::client
