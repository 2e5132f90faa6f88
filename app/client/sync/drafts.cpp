#include "app/client/sync/drafts.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace alongside::client {
namespace {

void tell_all(const std::vector<Records::Done>& asking, const Result<void>& outcome) {
  for (const Records::Done& done : asking) {
    if (done) done(outcome);
  }
}

Error changed_elsewhere() { return {ErrorCode::Conflict, "another tab has changed this draft"}; }

Result<void> outcome_of(StoreFault fault, const DraftShelf& shelf) {
  if (fault == StoreFault::Full) return Error{ErrorCode::TooLarge, "there is no room on this device"};
  if (fault != StoreFault::None || shelf.keeps_nothing()) {
    return Error{ErrorCode::Storage, "this browser keeps nothing"};
  }
  return {};
}

}  // namespace

void Drafts::load(std::function<void(StoreFault)> done) {
  reading_ = Reading::Looking;
  shelf_.read(Shelf::Drafts, [this, done = std::move(done)](ShelfContent content) {
    if (content.fault == StoreFault::None) {
      was_read(content.entries);
    } else {
      reading_ = Reading::Failed;
      const Round waiting = std::exchange(unwritten_, {});
      for (const auto& [key, one] : waiting) show(key);
      for (const auto& [key, one] : waiting) tell_all(one.asking, outcome_of(content.fault, shelf_));
    }
    done(content.fault);
  });
}

// What was kept while the disk was being read is newer; whoever must not replace anything is told what there was.
void Drafts::was_read(const std::vector<StoreEntry>& entries) {
  known_.clear();
  for (const StoreEntry& entry : entries) known_.insert_or_assign(entry.key, entry.value);
  std::vector<Records::Done> late;
  for (const auto& [key, value] : known_) {
    const auto waiting = unwritten_.find(key);
    if (waiting != unwritten_.end() && waiting->second.elsewhere == Elsewhere::Replaced) continue;
    drafts_.insert_or_assign(key, value);
    if (waiting == unwritten_.end()) continue;
    std::ranges::move(waiting->second.asking, std::back_inserter(late));
    unwritten_.erase(waiting);
  }
  reading_ = Reading::Done;
  if (!unwritten_.empty() && !writing_) write();
  tell_all(late, changed_elsewhere());
}

std::optional<Bytes> Drafts::find(std::string_view key) const {
  const auto found = drafts_.find(key);
  if (found == drafts_.end()) return std::nullopt;
  return found->second;
}

bool Drafts::has_any(std::string_view beginning) const {
  const auto first = drafts_.lower_bound(beginning);
  return first != drafts_.end() && first->first.starts_with(beginning);
}

void Drafts::keep(std::string_view key, Bytes value, Elsewhere elsewhere, Records::Done done) {
  drafts_.insert_or_assign(std::string(key), value);
  Waiting next{std::move(value), elsewhere, {}};
  next.asking.push_back(std::move(done));
  change(key, std::move(next));
}

void Drafts::drop(std::string_view key) {
  const auto found = drafts_.find(key);
  if (found == drafts_.end()) return;
  drafts_.erase(found);
  change(key, {std::nullopt, Elsewhere::Respected, {}});
}

void Drafts::change(std::string_view key, Waiting next) {
  Waiting& waiting = unwritten_[std::string(key)];
  std::ranges::move(next.asking, std::back_inserter(waiting.asking));
  waiting.value = std::move(next.value);
  waiting.elsewhere = next.elsewhere;
  if (!writing_ && reading_ == Reading::Done) write();
}

void Drafts::write() {
  writing_ = true;
  Batch batch{Durability::Strict, {}};  // nobody else has it, and the page says "saved"
  Round round = std::exchange(unwritten_, {});
  for (const auto& [key, waiting] : round) {
    const auto known = known_.find(key);
    // In memory there are no other tabs, and not what lay on the disk either.
    if (waiting.elsewhere == Elsewhere::Respected && !shelf_.keeps_nothing()) {
      batch.steps.push_back(
          {StoreStep::Do::Expect, Shelf::Drafts, key, known == known_.end() ? Bytes{} : known->second});
    }
    const auto what = waiting.value ? StoreStep::Do::Put : StoreStep::Do::Remove;
    batch.steps.push_back({what, Shelf::Drafts, key, waiting.value.value_or(Bytes{})});
  }
  shelf_.commit(std::move(batch), [this, round = std::move(round)](Committed committed) mutable {
    written(std::move(round), committed.fault);
  });
}

void Drafts::written(Round round, StoreFault fault) {
  if (fault == StoreFault::Unexpected && !shelf_.keeps_nothing()) return look_again(std::move(round));
  writing_ = false;
  for (const auto& [key, waiting] : round) {
    if (fault != StoreFault::None) continue;
    if (waiting.value)
      known_.insert_or_assign(key, *waiting.value);
    else
      known_.erase(key);
  }
  if (!unwritten_.empty()) write();
  const Result<void> outcome = outcome_of(fault, shelf_);
  for (const auto& [key, waiting] : round) tell_all(waiting.asking, outcome);
}

// Another tab was here. Nothing of the round was written.
void Drafts::look_again(Round round) {
  shelf_.read(Shelf::Drafts, [this, round = std::move(round)](ShelfContent content) mutable {
    if (content.fault != StoreFault::None) return written(std::move(round), content.fault);
    Shelved there;
    for (StoreEntry& entry : content.entries) there.emplace(std::move(entry.key), std::move(entry.value));
    Round changed;
    for (auto& [key, waiting] : round) {
      const bool is_mine = waiting.elsewhere == Elsewhere::Replaced || is_as_known(key, there);
      if (is_mine)
        add_back(key, std::move(waiting));
      else
        changed.emplace(key, std::move(waiting));
    }
    know(std::move(there), round);
    for (const auto& [key, value] : known_) {
      const bool is_new = !drafts_.contains(key) && !unwritten_.contains(key) && !changed.contains(key);
      if (is_new) show(key);  // what a draft of another tab's speaks of
    }
    sort_out(std::move(changed));
  });
}

// What this tab shows of other drafts is what it knew of them: what another tab has made of those since, nobody has
// seen here, and a write here must find that out.
void Drafts::know(Shelved there, const Round& round) {
  const auto stays = [&](const std::string& key) { return !round.contains(key) && drafts_.contains(key); };
  std::erase_if(there, [&](const auto& entry) { return stays(entry.first); });
  for (auto& [key, value] : known_) {
    if (stays(key)) there.emplace(key, std::move(value));
  }
  known_ = std::move(there);
}

// Whoever wanted to replace it learns of it before anything else of theirs is written there.
void Drafts::sort_out(Round round) {
  for (auto& [key, waiting] : round) {
    const auto later = unwritten_.find(key);
    if (later != unwritten_.end() && later->second.elsewhere == Elsewhere::Respected) {
      std::ranges::move(later->second.asking, std::back_inserter(waiting.asking));
      unwritten_.erase(later);
    }
    if (!unwritten_.contains(key)) show(key);
  }
  writing_ = false;
  if (!unwritten_.empty()) write();
  for (const auto& [key, waiting] : round) tell_all(waiting.asking, changed_elsewhere());
}

// Tried once more, unless something newer waits already.
void Drafts::add_back(const std::string& key, Waiting before) {
  const auto [later, is_alone] = unwritten_.try_emplace(key, std::move(before));
  if (!is_alone) std::ranges::move(before.asking, std::back_inserter(later->second.asking));
}

bool Drafts::is_as_known(const std::string& key, const Shelved& there) const {
  const auto known = known_.find(key), now = there.find(key);
  if (known == known_.end() || now == there.end()) return known == known_.end() && now == there.end();
  return known->second == now->second;
}

void Drafts::show(const std::string& key) {
  const auto known = known_.find(key);
  if (known == known_.end())
    drafts_.erase(key);
  else
    drafts_.insert_or_assign(key, known->second);
}

}  // namespace alongside::client
