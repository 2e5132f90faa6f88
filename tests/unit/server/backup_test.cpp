// Backups, and everything that may be done to one between its making and its restoring.
#include "app/server/backup/make_backup.hpp"
#include "app/server/backup/restore_backup.hpp"
#include "app/server/family/family_tables.hpp"
#include "app/server/mail/mail_tables.hpp"
#include "app/server/migration.hpp"
#include "app/server/sync/incarnation.hpp"
#include "app/server/sync/sync_invariants.hpp"
#include "app/server/sync/sync_tables.hpp"
#include "tests/unit/server/sync_server.hpp"

#include <doctest/doctest.h>

#include <stdlib.h>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

using namespace alongside;
using namespace alongside::server;
namespace files = std::filesystem;

namespace {

Result<void> migrate_all(Database& database) {
  ALONGSIDE_TRY(apply_migrations(database, "backup", backup_migrations()));
  ALONGSIDE_TRY(apply_migrations(database, "family", family_migrations()));
  ALONGSIDE_TRY(apply_migrations(database, "mail", mail_migrations()));
  return apply_migrations(database, "sync", sync_migrations());
}

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write_over(const std::string& path, const std::string& content) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
}

class BackupBench {
 public:
  BackupBench() {
    std::string name = (files::temp_directory_path() / "alongside-backup-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    folder = name;
    add_sync_invariants(invariants);
    server.emplace(1, path("council.sqlite"));
    REQUIRE(migrate_all(server->database).ok());
    device.emplace(*server, server->person(1), std::uint8_t{1});
  }
  ~BackupBench() { files::remove_all(folder); }
  BackupBench(const BackupBench&) = delete;
  BackupBench& operator=(const BackupBench&) = delete;

  std::string path(const std::string& name) const { return folder + "/" + name; }
  BackupProgram program() {
    return {migrate_all, [](Database&) { return Result<void>(); }, invariants, server->clock};
  }
  void prefer(const std::string& value) {
    wire::Preference preference{test_id<DocumentId>(7, 1), "size", value, {}};
    preference.id = test_id<DocumentId>(7, ++made);
    preference.key = "key" + std::to_string(made);
    REQUIRE(device->make(server->own({test_id<PersonId>(2, 1), server->household, {}}), preference).outcome ==
            wire::Outcome::Applied);
  }
  Result<VerifiedBackup> back_up(const std::string& name) {
    const std::atomic<bool> stopping = false;
    return make_backup({path("council.sqlite"), path(name), "northmere", std::string(64, 'a')}, program(), stopping);
  }
  std::string refusal(const std::string& name) {
    const auto verified = verify_backup(path(name), program());
    return verified ? "" : verified.error().detail;
  }
  // The sums of a backup that somebody changed and then summed anew.
  void sum_again(const std::string& name) {
    BackupManifest manifest;
    manifest.council = "northmere";
    manifest.made_at = "2026-11-29T18:45:00Z";
    manifest.configuration = std::string(64, 'a');
    files::create_directory(path("summing"));
    const auto copy = RestoredCopy::create(path(name), path("summing"));
    REQUIRE(copy.ok());
    REQUIRE(copy.value()->describe(manifest).ok());
    copy.value()->database().close();
    files::remove_all(path("summing"));
    files::remove(path(name + "/manifest.json"));
    files::remove(path(name + "/manifest.sha256"));
    REQUIRE(write_manifest(path(name), manifest).ok());
  }
  // What is beside the backups in the folder: nothing of a run may stay.
  int left_over() const {
    int found = 0;
    for (const auto& entry : files::directory_iterator(folder)) {
      if (entry.path().filename().string().starts_with(".")) ++found;
    }
    return found;
  }

  std::string folder;
  Invariants invariants;
  std::optional<SyncServer> server;
  std::optional<TestDevice> device;
  std::uint8_t made = 0;
};

void change_in(const std::string& path, const char* sql) {
  Database database;
  REQUIRE(database.open(path).ok());
  REQUIRE(database.execute(sql).ok());
  REQUIRE(database.execute("PRAGMA journal_mode=DELETE").ok());
}

bool has_text(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("a backup is made while the database is open, verified, and has no trace of the making beside it") {
  BackupBench bench;
  bench.prefer("large");
  const auto made = bench.back_up("one");
  REQUIRE(made.ok());
  CHECK(made->manifest.watermark.operations == 1);
  CHECK(made->ends.size() == 1);
  CHECK(bench.refusal("one").empty());
  CHECK(bench.left_over() == 0);
  CHECK((files::status(bench.path("one")).permissions() & files::perms::mask) == files::perms::owner_all);
}

TEST_CASE("a backup is of one moment: what is committed later is not in it, and its database needs no log") {
  BackupBench bench;
  bench.prefer("large");
  REQUIRE(bench.back_up("one").ok());
  bench.prefer("small");
  CHECK(bench.server->count("operation_result") == 2);
  CHECK(verify_backup(bench.path("one"), bench.program())->watermark.operations == 1);
  CHECK(std::distance(files::directory_iterator(bench.path("one")), files::directory_iterator()) == 3);
}

TEST_CASE("devices are told that a backup holds their changes only after it was verified and noted") {
  BackupBench bench;
  bench.prefer("large");
  const auto made = bench.back_up("one");
  REQUIRE(made.ok());
  const DeviceKey device{test_id<PersonId>(2, 1), bench.device->id};
  CHECK(DeviceLog(bench.server->database).backed_up(device).value() == 0);
  REQUIRE(note_backup(bench.server->database, made.value(), 1).ok());
  CHECK(DeviceLog(bench.server->database).backed_up(device).value() == 1);
  bench.prefer("small");
  CHECK(DeviceLog(bench.server->database).backed_up(device).value() == 1);
  CHECK(device_ends(bench.server->database)->size() == 1);
}

TEST_CASE("a backup of another life of the database is not noted") {
  BackupBench bench;
  bench.prefer("large");
  const auto made = bench.back_up("one");
  REQUIRE(begin_new_life(bench.server->database, bench.server->chance).ok());
  const auto noted = note_backup(bench.server->database, made.value(), 1);
  REQUIRE_FALSE(noted.ok());
  CHECK(noted.error().code == ErrorCode::Conflict);
}

TEST_CASE("a backup is never written over anything") {
  BackupBench bench;
  write_over(bench.path("one"), "somebody's file");
  CHECK(bench.back_up("one").error().code == ErrorCode::Conflict);
  CHECK(content_of(bench.path("one")) == "somebody's file");
  files::create_symlink("nowhere", bench.path("two"));
  CHECK(bench.back_up("two").error().code == ErrorCode::Conflict);
  CHECK(bench.back_up("missing/three").error().code == ErrorCode::NotFound);
}

TEST_CASE("what a killed backup left is taken away by the next, and is no backup") {
  BackupBench bench;
  files::create_directory(bench.path(".one.partial"));
  write_over(bench.path(".one.partial/alongside.sqlite"), "half of it");
  REQUIRE(bench.back_up("one").ok());
  CHECK(bench.left_over() == 0);
}

TEST_CASE("every bit that is turned in a backup is found") {
  BackupBench bench;
  bench.prefer("large");
  REQUIRE(bench.back_up("one").ok());
  TestChance chance(7);
  for (const char* name : {"one/alongside.sqlite", "one/manifest.json", "one/manifest.sha256"}) {
    const std::string whole = content_of(bench.path(name));
    for (int i = 0; i < 60; ++i) {
      std::string turned = whole;
      turned[chance.next() % whole.size()] ^= static_cast<char>(1 << chance.next() % 8);
      write_over(bench.path(name), turned);
      CAPTURE(name);
      CHECK_FALSE(bench.refusal("one").empty());
    }
    write_over(bench.path(name), whole);
  }
  CHECK(bench.refusal("one").empty());
}

TEST_CASE("a backup that is cut off anywhere is found") {
  BackupBench bench;
  bench.prefer("large");
  REQUIRE(bench.back_up("one").ok());
  for (const char* name : {"one/alongside.sqlite", "one/manifest.json", "one/manifest.sha256"}) {
    const std::string whole = content_of(bench.path(name));
    for (int part = 0; part < 8; ++part) {
      write_over(bench.path(name), whole.substr(0, whole.size() * static_cast<std::size_t>(part) / 8));
      CAPTURE(name);
      CHECK_FALSE(bench.refusal("one").empty());
    }
    files::remove(bench.path(name));
    CHECK_FALSE(bench.refusal("one").empty());
    write_over(bench.path(name), whole);
  }
}

TEST_CASE("the manifest of another backup does not fit") {
  BackupBench bench;
  bench.prefer("large");
  REQUIRE(bench.back_up("one").ok());
  bench.prefer("small");
  REQUIRE(bench.back_up("two").ok());
  for (const char* name : {"/manifest.json", "/manifest.sha256"}) {
    files::copy_file(bench.path(std::string("two") + name), bench.path(std::string("one") + name),
                     files::copy_options::overwrite_existing);
  }
  CHECK(has_text(bench.refusal("one"), "not the file of its manifest"));
}

TEST_CASE("a name in a manifest is never followed out of the backup") {
  BackupBench bench;
  bench.prefer("large");
  REQUIRE(bench.back_up("one").ok());
  const std::string manifest = content_of(bench.path("one/manifest.json"));
  for (const char* name : {"../council.sqlite", "/etc/passwd", "./alongside.sqlite", "alongside.sqlite/", "..", ""}) {
    std::string changed = manifest;
    const std::string own = "\"name\":\"alongside.sqlite\"";
    changed.replace(changed.find(own), own.size(), std::string("\"name\":\"") + name + "\"");
    write_over(bench.path("one/manifest.json"), changed);
    write_over(bench.path("one/manifest.sha256"), hex_text(sha256_of(changed).value()) + "  manifest.json\n");
    CAPTURE(name);
    CHECK(has_text(bench.refusal("one"), "files[0].name"));
  }
}

TEST_CASE("links, folders and files that nobody named are no part of a backup") {
  BackupBench bench;
  bench.prefer("large");
  REQUIRE(bench.back_up("one").ok());
  write_over(bench.path("one/alongside.sqlite-wal"), "a log to be played into it");
  CHECK(has_text(bench.refusal("one"), "is no part of a backup"));
  files::remove(bench.path("one/alongside.sqlite-wal"));
  files::rename(bench.path("one/alongside.sqlite"), bench.path("elsewhere"));
  files::create_symlink(bench.path("elsewhere"), bench.path("one/alongside.sqlite"));
  CHECK(has_text(bench.refusal("one"), "this is a link"));
  files::remove(bench.path("one/alongside.sqlite"));
  files::create_directory(bench.path("one/alongside.sqlite"));
  CHECK(has_text(bench.refusal("one"), "no ordinary file"));
}

TEST_CASE("a backup with good sums whose content breaks a rule does not count") {
  BackupBench bench;
  bench.prefer("large");
  bench.prefer("small");
  REQUIRE(bench.back_up("one").ok());
  const std::string database = bench.path("one/alongside.sqlite");
  const std::string whole = content_of(database);
  const std::pair<const char*, const char*> changes[] = {
      {"DELETE FROM operation_result WHERE sequence = 1", "numbered without a gap"},
      {"UPDATE device SET last = 9", "numbered without a gap"},
      {"DROP TRIGGER audit_stays; DELETE FROM audit WHERE number = 2", "in the audit"},
      {"UPDATE feed_end SET place = 0", "no feed goes on after its end"},
      {"PRAGMA foreign_keys=OFF; DELETE FROM document", "points at nothing"},
      {"UPDATE migration SET number = 99 WHERE feature = 'sync' AND number = 2", "newer council-api"},
      {"UPDATE migration SET checksum = 'x' WHERE feature = 'sync' AND number = 1", "was changed after it was applied"},
  };
  for (const auto& [sql, said] : changes) {
    write_over(database, whole);
    change_in(database, sql);
    bench.sum_again("one");
    CAPTURE(sql);
    CHECK(has_text(bench.refusal("one"), said));
  }
}

TEST_CASE("a restore is a new life: its devices' changes are in a backup, and its incarnation is another") {
  BackupBench bench;
  bench.prefer("large");
  const auto made = bench.back_up("one");
  files::create_directory(bench.path("data"));
  REQUIRE(restore_backup(bench.path("one"), {bench.path("data")}, bench.program(), bench.server->chance).ok());
  Database database;
  REQUIRE(database.open(bench.path("data/alongside.sqlite")).ok());
  CHECK(incarnation(database).value() != made->manifest.incarnation);
  CHECK(DeviceLog(database).backed_up({test_id<PersonId>(2, 1), bench.device->id}).value() == 1);
  CHECK_FALSE(files::exists(unfinished_restore(bench.path("data"))));
}

TEST_CASE("a restore goes over a database only when it is told to, and sets it aside") {
  BackupBench bench;
  bench.prefer("large");
  REQUIRE(bench.back_up("one").ok());
  files::create_directory(bench.path("data"));
  write_over(bench.path("data/alongside.sqlite"), "what was there");
  const auto restore = [&](RestoreOver over) {
    return restore_backup(bench.path("one"), {bench.path("data"), {}, over}, bench.program(), bench.server->chance);
  };
  CHECK(restore(RestoreOver::Nothing).error().code == ErrorCode::Conflict);
  CHECK(content_of(bench.path("data/alongside.sqlite")) == "what was there");
  REQUIRE(restore(RestoreOver::WhatIsThere).ok());
  CHECK(content_of(bench.path("data/replaced-1/alongside.sqlite")) == "what was there");
  REQUIRE(restore(RestoreOver::WhatIsThere).ok());
  CHECK(files::exists(bench.path("data/replaced-2/alongside.sqlite")));
}

TEST_CASE("a backup that is not whole is not restored, and what is there stays") {
  BackupBench bench;
  bench.prefer("large");
  REQUIRE(bench.back_up("one").ok());
  write_over(bench.path("one/alongside.sqlite"), "nothing of it");
  files::create_directory(bench.path("data"));
  write_over(bench.path("data/alongside.sqlite"), "what was there");
  CHECK_FALSE(restore_backup(bench.path("one"), {bench.path("data"), {}, RestoreOver::WhatIsThere}, bench.program(),
                             bench.server->chance)
                  .ok());
  CHECK(content_of(bench.path("data/alongside.sqlite")) == "what was there");
  CHECK_FALSE(files::exists(unfinished_restore(bench.path("data"))));
}
