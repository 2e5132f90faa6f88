// SimDisk: the council server's disk, in memory. What is written is read back at once, but only what
// was synced is sure to be there after a power cut: of the rest each sector is kept, lost or torn by
// itself. It can be dead (the process stopped at this very call), full, or refuse. Files of SQLite reach it
// through SimVfs; the world arms the faults.
#pragma once

#include "app/base/bytes.hpp"
#include "tests/simulation/dice.hpp"
#include "tests/simulation/faults.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace alongside::simulation {

struct SimFile {
  struct Write {
    std::size_t at = 0;
    Bytes bytes;
    bool truncates = false;  // to `at`
  };
  bool is_log = false;          // what a commit syncs
  Bytes now;                    // what the running machine reads
  Bytes durable;                // what the platter holds
  std::vector<Write> unsynced;  // in order
};

enum class DiskAnswer : std::uint8_t { Done, Dead, Full, Refused };
enum class Power : std::uint8_t { Kept, Cut };  // a killed process, or the whole machine

class SimDisk {
 public:
  static constexpr std::size_t sector = 512;

  SimDisk(FaultCounts& counts, Dice dice) : counts_(counts), dice_(dice) {}

  std::shared_ptr<SimFile> open(const std::string& path);
  bool has(const std::string& path) const { return files_.contains(path); }
  DiskAnswer remove(const std::string& path);
  DiskAnswer write(SimFile& file, std::size_t at, std::span<const std::uint8_t> bytes);
  DiskAnswer truncate(SimFile& file, std::size_t size);
  DiskAnswer sync(SimFile& file);

  // The process stops before the n-th next step: of SQL statements and calls to the disk together.
  void die_after(std::uint64_t steps) { steps_left_ = steps; }
  // SQLite began a statement.
  void statement();
  bool dead() const { return dead_; }
  void refuse_next() { refuse_next_ = true; }
  void fail_next_sync() { fail_next_sync_ = true; }        // of a commit
  void fill(std::uint32_t writes) { full_for_ = writes; }  // so many writes find no room
  void pretend_to_sync() { pretends_ = true; }             // a planted bug
  void hide_failed_syncs() { hides_failures_ = true; }     // another
  // The machine comes back with what it has left.
  void restart(Power power);
  void calm();  // nothing armed any more

  std::uint64_t steps() const { return steps_; }
  // All files as they are, to begin another run from.
  std::map<std::string, Bytes> image() const;
  void load(const std::map<std::string, Bytes>& image);

 private:
  DiskAnswer before_change();
  void count_step();
  DiskAnswer fail_sync(SimFile& file);
  void lose_unsynced(SimFile& file);
  bool put_some(Bytes& onto, const SimFile::Write& write, std::uint64_t lost_of_four);

  FaultCounts& counts_;
  Dice dice_;
  std::map<std::string, std::shared_ptr<SimFile>> files_;
  std::uint64_t steps_ = 0;
  std::uint64_t steps_left_ = 0;
  std::uint32_t full_for_ = 0;
  bool refuse_next_ = false;
  bool fail_next_sync_ = false;
  bool dead_ = false;
  bool pretends_ = false;
  bool hides_failures_ = false;
};

}  // namespace alongside::simulation
