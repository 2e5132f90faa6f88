#include "app/client/sync/replica.hpp"

#include "app/base/chance.hpp"
#include "app/client/store/sequence_key.hpp"
#include "app/client/sync/push_batch.hpp"
#include "app/client/sync/sync_engine.hpp"

#include <utility>

namespace alongside::client {

Replica::Replica(SyncWorld world, PersonId person, Keep keep, std::function<void()> changed)
    : world_(world),
      person_(person),
      keep_(keep),
      changed_(std::move(changed)),
      store_(world.store, world.timer),
      documents_in_memory_(keep == Keep::UnsentOnly),
      alive_(std::make_shared<int>(0)) {}

void Replica::open(Done done) {
  store_.open("person-" + person_.text(), [this, done = std::move(done)](StoreFault fault) { opened(fault, done); });
}

void Replica::opened(StoreFault fault, Done done) {
  if (fault == StoreFault::Unavailable) fall_back();
  if (fault != StoreFault::None && fault != StoreFault::Unavailable) return done(fault);
  load([this, done = std::move(done)](StoreFault loaded) {
    if (loaded != StoreFault::None) return done(loaded);
    tidy_then_name_device(done);
  });
}

// Where only the unsent may be kept, what an earlier choice left is taken away.
void Replica::tidy_then_name_device(Done done) {
  Batch batch{Durability::Strict, {state_.expect(meta::device)}};
  if (keep_ == Keep::UnsentOnly) add_fetched_goes(batch);
  if (state_.device().is_nil()) {
    batch.steps.push_back(DeviceState::put(meta::device, random_id<DeviceId>(world_.chance).bytes()));
  } else if (keep_ == Keep::Everything) {
    return done(StoreFault::None);
  }
  // Without room the device gets its name with the first change that it keeps.
  commit(std::move(batch), [this, done](Committed committed) {
    const bool another_tab = committed.fault == StoreFault::Unexpected;
    return another_tab ? load(done) : done(StoreFault::None);
  });
}

// No cursor stays without its documents.
void Replica::add_fetched_goes(Batch& batch) const {
  batch.steps.push_back({StoreStep::Do::Clear, Shelf::Documents, {}, {}});
  for (const auto key : {meta::cursor, meta::incarnation, meta::shown}) {
    batch.steps.push_back(DeviceState::remove(key));
  }
  for (const auto& [sequence, item] : outbox_.items()) {
    const bool settled = item.entry.state == SentState::Dismissed ||
                         (item.entry.state == SentState::Acknowledged && item.entry.outcome == wire::Outcome::Applied);
    if (settled) batch.steps.push_back({StoreStep::Do::Remove, Shelf::Outbox, sequence_key(sequence), {}});
  }
}

void Replica::wipe_fetched(Done done) {
  Batch batch{Durability::Strict, {}};
  add_fetched_goes(batch);
  batch.steps.push_back(DeviceState::remove(meta::session));
  store_.commit(std::move(batch), [done = std::move(done)](const Committed& committed) { done(committed.fault); });
}

void Replica::load(Done done) {
  store_.read(Shelf::Meta, [this, done = std::move(done)](ShelfContent meta) { loaded_meta(std::move(meta), done); });
}

void Replica::loaded_meta(ShelfContent meta, Done done) {
  if (meta.fault != StoreFault::None) return load_failed(meta.fault, std::move(done));
  store_.read(Shelf::Outbox, [this, meta = std::move(meta.entries), done = std::move(done)](ShelfContent outbox) {
    loaded_outbox(meta, std::move(outbox), done);
  });
}

void Replica::loaded_outbox(const std::vector<StoreEntry>& meta, ShelfContent outbox, Done done) {
  if (outbox.fault != StoreFault::None) return load_failed(outbox.fault, std::move(done));
  state_.replace(meta, documents_in_memory_ ? DeviceState::Part::OutboxOnly : DeviceState::Part::All);
  const bool shows_more = outbox_.show(state_.shown());
  if (outbox_.replace(outbox.entries) || shows_more) changed();
  DeviceState there;
  there.replace_documents_part(meta);
  const bool same = loaded_once_ && there.cursor() == state_.cursor() && there.incarnation() == state_.incarnation();
  if (documents_in_memory_ || same) return done(StoreFault::None);
  store_.read(Shelf::Documents, [this, meta, done = std::move(done)](ShelfContent documents) {
    loaded_documents(meta, std::move(documents), done);
  });
}

void Replica::loaded_documents(const std::vector<StoreEntry>& meta, ShelfContent documents, Done done) {
  if (documents.fault != StoreFault::None) return load_failed(documents.fault, std::move(done));
  state_.replace_documents_part(meta);
  must_refetch_ = !documents_.replace(documents.entries);
  loaded_once_ = true;
  changed();
  done(StoreFault::None);
}

void Replica::load_failed(StoreFault fault, Done done) {
  if (fault != StoreFault::Unavailable || store_.keeps_nothing()) return done(fault);
  fall_back();
  load(std::move(done));
}

void Replica::commit(Batch batch, std::function<void(Committed)> done) {
  Batch copy = batch;
  store_.commit(std::move(copy), [this, batch = std::move(batch), done = std::move(done)](Committed committed) {
    note(batch, committed.fault);
    if (committed.fault == StoreFault::None) apply(batch, committed.appended);
    done(std::move(committed));
  });
}

void Replica::commit_documents(Batch batch, Done done) {
  if (documents_in_memory_) {
    world_.timer.after(0, [this, alive = std::weak_ptr(alive_), batch = std::move(batch), done = std::move(done)] {
      if (alive.expired()) return;
      apply(batch, {});
      done(StoreFault::None);
    });
    return;
  }
  Batch copy = batch;
  commit(std::move(copy), [this, batch = std::move(batch), done = std::move(done)](Committed committed) {
    if (committed.fault != StoreFault::Full) return done(committed.fault);
    documents_in_memory_ = true;
    apply(batch, {});
    done(StoreFault::None);
  });
}

void Replica::apply(const Batch& batch, const std::vector<std::uint64_t>& appended) {
  auto next = appended.begin();
  for (const StoreStep& step : batch.steps) {
    if (step.what == StoreStep::Do::Expect) continue;
    if (step.what == StoreStep::Do::Append) {
      if (next != appended.end()) outbox_.put(*next++, step.value);
    } else if (step.shelf == Shelf::Meta) {
      state_.apply(step);
    } else if (step.shelf == Shelf::Documents) {
      documents_.apply(step);
      if (step.what == StoreStep::Do::Clear) must_refetch_ = false;
    } else if (step.shelf == Shelf::Outbox) {
      if (step.what == StoreStep::Do::Put) outbox_.put(sequence_of(step.key), step.value);
      if (step.what == StoreStep::Do::Remove) outbox_.remove(sequence_of(step.key));
    }
  }
  outbox_.show(state_.shown());
  changed();
}

void Replica::note(const Batch& batch, StoreFault fault) {
  const bool was_full = full_;
  if (fault == StoreFault::Full) full_ = true;
  if (fault == StoreFault::None && batch.durability == Durability::Strict) full_ = false;
  if (fault == StoreFault::Unavailable) fall_back();
  if (full_ != was_full) changed();
}

// Another page may go on with what lies on the disk, under the name that is there: one name never counts in two places.
// The council knows each change again by its id, whoever sends it.
void Replica::take_own_name() {
  // What cannot be read would lose its place in the sequence.
  if (!outbox_.readable()) return;
  const Batch batch = number_anew(*this, random_id<DeviceId>(world_.chance));
  std::vector<std::uint64_t> numbers;
  for (const StoreStep& step : batch.steps) {
    if (step.what == StoreStep::Do::Append) numbers.push_back(numbers.size() + 1);
  }
  apply(batch, numbers);
}

void Replica::fall_back() {
  if (store_.keeps_nothing()) return;
  take_own_name();
  MemoryDatabase content;
  auto shelf = [&content](Shelf which) -> MemoryShelf& { return content[static_cast<std::size_t>(which)]; };
  shelf(Shelf::Meta) = state_.shelf();
  const std::string next = sequence_key(outbox_.last_sequence() + 1);
  shelf(Shelf::Meta)[std::string(meta::next)] = Bytes(next.begin(), next.end());
  for (const auto& [sequence, item] : outbox_.items()) shelf(Shelf::Outbox)[sequence_key(sequence)] = item.stored;
  for (const auto& [id, document] : documents_.all()) {
    StoreStep step = DocumentCache::step_of(document);
    shelf(Shelf::Documents)[step.key] = std::move(step.value);
  }
  store_.fall_back(std::move(content));
  changed();
}

void Replica::changed() {
  ++edition_;
  changed_();
}

}  // namespace alongside::client
