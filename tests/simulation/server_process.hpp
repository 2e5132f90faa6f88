// ServerProcess: all that the council's program has in memory: gone when it dies. The same parts
// in the same order as the real program's, without HTTP. Made by SimServer at each start.
#pragma once

#include "app/base/chance.hpp"
#include "app/server/access/authorise.hpp"
#include "app/server/database.hpp"
#include "app/server/sync/documents.hpp"
#include "app/server/sync/operations.hpp"
#include "app/server/sync/sync_service.hpp"
#include "tests/simulation/dice.hpp"

namespace alongside::simulation {

class ServerChance final : public Chance {
 public:
  explicit ServerChance(Dice dice) : dice_(dice) {}
  void fill(std::span<std::uint8_t> bytes) override { dice_.fill(bytes); }

 private:
  Dice dice_;
};

class ServerProcess {
 public:
  ServerProcess(const Clock& clock, Dice dice);

  Result<void> start();
  Result<Bytes> push(PersonId person, const Bytes& frame);
  Result<Bytes> feed(PersonId person, std::uint64_t since);
  Result<void> begin_new_life();  // after its database was replaced by an older copy
  Result<void> note_backup();     // a copy was made of the database as it is now
  server::Database& database() { return database_; }
  server::Documents& documents() { return documents_; }

 private:
  ServerChance chance_;
  server::Database database_;
  server::AccessTable table_;
  server::Operations operations_;
  server::Access access_;
  server::Documents documents_;
  server::SyncService service_;
};

}  // namespace alongside::simulation
