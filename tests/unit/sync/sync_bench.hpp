// SyncBench: one browser of one person, with as many tabs as a test opens, and a small council. What
// tests of the sync engine begin from.
#pragma once

#include "tests/unit/sync/faulty_store.hpp"
#include "tests/unit/sync/manual_timer.hpp"
#include "tests/unit/sync/test_line.hpp"

#include "app/client/sync/backoff.hpp"
#include "app/client/sync/sync_engine.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::client {

inline constexpr std::uint32_t note_kind = 900;
inline const PersonId sam{IdBytes{7}};

inline Bytes bytes_of(std::string_view text) { return Bytes(text.begin(), text.end()); }

struct Tab;

struct SyncBench {
  ManualTimer timer;
  ManualClock clock;
  SmallCouncil council;
  TabTurns turns{timer};
  std::shared_ptr<MemoryDisk> disk = std::make_shared<MemoryDisk>();
  std::uint64_t tabs = 0;

  SyncBench() { council.person = sam; }
  void pass(std::int64_t ms = 1'000) { timer.pass(ms); }
  MemoryShelf& shelf(Shelf shelf) { return disk->databases["person-" + sam.text()][static_cast<std::size_t>(shelf)]; }
};

struct Tab {
  explicit Tab(SyncBench& bench, Keep keep = Keep::Everything) : bench(bench), chance(++bench.tabs) {
    engine = std::make_unique<SyncEngine>(SyncWorld{store, bench.turns, line, bench.timer, chance, bench.clock});
    engine->on_change([this] { ++changes_told; });
    open(keep);
  }
  void open(Keep keep = Keep::Everything) {
    opened.reset();
    engine->open(sam, keep, [this](Result<void> result) { opened = result.ok(); });
    bench.pass();
  }

  struct Answer {
    bool came = false;
    bool ok = false;
    OperationId id;
    ErrorCode code = ErrorCode::Internal;
  };
  // Answered when some time has passed.
  std::shared_ptr<Answer> begin_save(std::string_view text, wire::Version base = {}) {
    auto answer = std::make_shared<Answer>();
    Change change;
    change.base = base;
    change.subject = {HouseholdId(IdBytes{1}), SubjectId(IdBytes{2})};
    change.kind = note_kind;
    change.payload = bytes_of(text);
    engine->save(std::move(change), [answer](Result<OperationId> saved) {
      answer->came = true;
      answer->ok = saved.ok();
      if (saved) answer->id = saved.value();
      if (!saved) answer->code = saved.error().code;
    });
    return answer;
  }
  Answer save(std::string_view text, wire::Version base = {}) {
    const auto answer = begin_save(text, base);
    bench.pass();
    return *answer;
  }
  void sync(SyncReason reason = SyncReason::Asked) {
    engine->sync(reason);
    bench.pass();
  }
  void offline(bool off) {
    if (off) {
      line.refuses = ErrorCode::Offline;
    } else {
      line.refuses.reset();
    }
  }

  std::vector<std::string> documents() const {
    std::vector<std::string> found;
    for (const wire::Document* document : engine->documents(note_kind)) {
      found.emplace_back(document->content.begin(), document->content.end());
    }
    std::sort(found.begin(), found.end());
    return found;
  }
  // "first:kept second:received"
  std::string changes() const {
    constexpr const char* names[] = {"saving", "kept", "received", "refused", "conflict"};
    std::string found;
    const std::uint32_t kinds[] = {note_kind};
    for (const PendingChange* change : engine->changes(kinds)) {
      if (!found.empty()) found += ' ';
      found += std::string(change->change.payload.begin(), change->change.payload.end()) + ':';
      found += names[static_cast<int>(change->state)];
    }
    return found;
  }
  SyncState state() const { return engine->status().state; }

  SyncBench& bench;
  SteadyChance chance;
  FaultyStore store{bench.timer, bench.disk};
  TestLine line{bench.timer, bench.council};
  std::unique_ptr<SyncEngine> engine;
  std::optional<bool> opened;
  int changes_told = 0;
};

using Texts = std::vector<std::string>;

// For what goes in the order of random keys.
inline Texts sorted(Texts texts) {
  std::ranges::sort(texts);
  return texts;
}

}  // namespace alongside::client
