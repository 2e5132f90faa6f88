#include "tests/simulation/server_process.hpp"

#include "app/server/backup/backup_record.hpp"
#include "app/server/family/family_tables.hpp"
#include "app/server/mail/mail_tables.hpp"
#include "app/server/migration.hpp"
#include "app/server/sync/family_operations.hpp"
#include "app/server/sync/incarnation.hpp"
#include "app/server/sync/sync_tables.hpp"
#include "app/wire/frame.hpp"
#include "plugins/direct_payments/api/ledger_tables.hpp"
#include "plugins/direct_payments/api/money_operations.hpp"
#include "tests/simulation/people.hpp"
#include "tests/simulation/sim_operations.hpp"

namespace alongside::simulation {

namespace {

constexpr const char* path = "council.db";

server::Actor actor_of(PersonId person) { return {person, family, {}}; }

}  // namespace

ServerProcess::ServerProcess(const Clock& clock, Dice dice)
    : chance_(dice),
      access_(database_, table_, clock),
      documents_(database_, access_),
      service_(database_, access_, documents_, operations_, clock) {
  server::add_family_access(table_);
  server::add_family_operations(operations_, chance_);
  direct_payments::add_money_access(table_);
  direct_payments::add_money_operations(operations_, chance_);
  add_sim_access(table_);
  add_sim_operations(operations_);
}

Result<void> ServerProcess::start() {
  ALONGSIDE_TRY(database_.open(path));
  ALONGSIDE_TRY(server::apply_migrations(database_, "family", server::family_migrations()));
  ALONGSIDE_TRY(server::apply_migrations(database_, "sync", server::sync_migrations()));
  ALONGSIDE_TRY(server::apply_migrations(database_, "backup", server::backup_migrations()));
  ALONGSIDE_TRY(server::apply_migrations(database_, "mail", server::mail_migrations()));
  return server::apply_migrations(database_, "direct_payments", direct_payments::money_migrations());
}

Result<void> ServerProcess::begin_new_life() { return server::begin_new_life(database_, chance_); }

Result<void> ServerProcess::note_backup() {
  server::VerifiedBackup backup;
  backup.manifest.incarnation = ALONGSIDE_TRY(server::incarnation(database_));
  backup.ends = ALONGSIDE_TRY(server::device_ends(database_));
  return server::note_backup(database_, backup, 0);
}

Result<Bytes> ServerProcess::push(PersonId person, const Bytes& frame) {
  const auto push = ALONGSIDE_TRY(wire::decode_frame<wire::Push>(frame));
  const auto reply = ALONGSIDE_TRY(service_.push(actor_of(person), push));
  return wire::encode_frame(reply);
}

Result<Bytes> ServerProcess::feed(PersonId person, std::uint64_t since) {
  const auto page = ALONGSIDE_TRY(service_.feed(actor_of(person), since));
  return wire::encode_frame(page);
}

}  // namespace alongside::simulation
