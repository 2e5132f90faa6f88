// DeviceStorage: what one device (one browser profile) keeps on its disk: its databases, in which
// commits follow each other, and what a power cut leaves of them. Outlives the tabs, which reach it
// through a SimStore each.
#pragma once

#include "app/client/store/memory_store.hpp"
#include "app/client/sync/outbox_entry.hpp"
#include "tests/simulation/dice.hpp"
#include "tests/simulation/faults.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace alongside::simulation {

// How a planted bug spoils a store, to prove that the simulator would see it.
enum class StoreBug : std::uint8_t {
  None,
  StrictIsRelaxed,
  HalfBatches,
  CursorApart,
  SequenceReused,
  OutboxCleared,
  TurnsForAll,  // of the device's locks rather than of its disk
};

class DeviceDatabase {
 public:
  client::Committed commit(client::Batch batch, StoreBug bug);
  const client::MemoryDatabase& now() const { return now_; }
  // As somebody finds it who copies the files.
  DeviceDatabase on_disk() const;
  std::map<OperationId, client::SentState> outbox() const;
  // Leaves what was strict, and of what came after it only the beginning. True when something went.
  bool cut_power(Dice& dice, StoreBug bug);
  // All that is not sent, gone as if it had never been: only a planted bug does that.
  void forget_outbox();

 private:
  client::Committed keep(client::Batch batch, StoreBug bug);

  client::MemoryDatabase now_;
  client::MemoryDatabase durable_;
  std::vector<client::Batch> relaxed_;  // since the last strict commit, in order
};

using Profile = std::map<std::string, DeviceDatabase>;

struct DeviceStorage {
  Profile databases;
  std::int64_t busy_until_ms = 0;     // commits wait for each other
  std::uint32_t unavailable_for = 0;  // so many calls find that nothing can be kept
  std::uint64_t power = 0;            // counts power cuts: what was under way before one is gone
  StoreBug bug = StoreBug::None;
};

}  // namespace alongside::simulation
