// FaultyStore: a tab's store upon a disk in memory, of which a test says how it fails. TabTurns: the turns
// that tabs of one browser take, one at a time.
#pragma once

#include "app/client/store/memory_store.hpp"

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace alongside::client {

class FaultyStore final : public Store {
 public:
  FaultyStore(Timer& timer, std::shared_ptr<MemoryDisk> disk) : timer_(timer), inner_(timer, std::move(disk)) {}

  StoreFault open_fault = StoreFault::None;
  StoreFault read_fault = StoreFault::None;
  std::optional<Shelf> unreadable;             // this one alone
  std::deque<StoreFault> commit_faults;        // of the next commits; nothing of them is kept
  StoreFault strict_fault = StoreFault::None;  // of every strict commit
  StoreFault relaxed_fault = StoreFault::None;
  bool answers = true;       // false: commits are done and nobody is told
  bool says_failed = false;  // commits are done and said to have failed
  int strict_commits = 0;

  void open(std::string_view name, std::function<void(StoreFault)> done) override {
    if (open_fault == StoreFault::None) return inner_.open(name, std::move(done));
    timer_.after(0, [done = std::move(done), fault = open_fault] { done(fault); });
  }
  void commit(Batch batch, std::function<void(Committed)> done) override {
    const bool strict = batch.durability == Durability::Strict;
    StoreFault fault = strict ? strict_fault : relaxed_fault;
    if (!commit_faults.empty()) {
      fault = commit_faults.front();
      commit_faults.pop_front();
    }
    if (fault != StoreFault::None) {
      timer_.after(0, [done = std::move(done), fault] { done({fault, {}}); });
      return;
    }
    strict_commits += strict ? 1 : 0;
    inner_.commit(std::move(batch), [this, done = std::move(done)](Committed committed) {
      if (says_failed) committed = {StoreFault::Failed, {}};
      if (answers) done(std::move(committed));
    });
  }
  void read(Shelf shelf, std::function<void(ShelfContent)> done) override {
    const StoreFault fault = shelf == unreadable ? StoreFault::Failed : read_fault;
    if (fault == StoreFault::None) return inner_.read(shelf, std::move(done));
    timer_.after(0, [done = std::move(done), fault] { done({fault, {}}); });
  }
  void erase(std::function<void(StoreFault)> done) override { inner_.erase(std::move(done)); }
  void watch(std::function<void()> changed) override { inner_.watch(std::move(changed)); }

 private:
  Timer& timer_;
  MemoryStore inner_;
};

class TabTurns final : public Turns {
 public:
  explicit TabTurns(Timer& timer) : timer_(timer) {}
  void take(std::string_view name, std::function<void()> granted) override {
    auto& waiting = waiting_[std::string(name)];
    waiting.push_back(std::move(granted));
    if (waiting.size() == 1) grant(std::string(name));
  }
  void end(std::string_view name) override {
    auto& waiting = waiting_[std::string(name)];
    if (!waiting.empty()) waiting.pop_front();
    if (!waiting.empty()) grant(std::string(name));
  }
  std::size_t waiting(std::string_view name) { return waiting_[std::string(name)].size(); }

 private:
  void grant(const std::string& name) {
    timer_.after(0, [this, name] {
      if (!waiting_[name].empty()) std::function<void()>(waiting_[name].front())();
    });
  }

  Timer& timer_;
  std::map<std::string, std::deque<std::function<void()>>> waiting_;
};

}  // namespace alongside::client
