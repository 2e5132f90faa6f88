#include "app/server/passkeys/passkey_store.hpp"

#include "app/base/base64url.hpp"
#include "app/base/chance.hpp"
#include "app/base/clock.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"

#include <array>

namespace alongside::server {

namespace {

constexpr std::string_view passkey_columns =
    "SELECT household, person, id, credential, algorithm, public_key, sign_count, name, since_day, used_day"
    " FROM passkey ";

Bytes passkey_bytes(const Statement& row, int column) {
  const auto bytes = row.column_bytes(column);
  return {bytes.begin(), bytes.end()};
}

Date passkey_day(const Statement& row, int column) {
  return Date(static_cast<std::int32_t>(row.column_integer(column)));
}

PasskeyRow passkey_of(const Statement& row) {
  PasskeyRow passkey;
  passkey.person = {column_id<HouseholdId>(row, 0), column_id<PersonId>(row, 1)};
  passkey.id = row.column_text(2);
  passkey.credential = passkey_bytes(row, 3);
  passkey.key = {row.column_integer(4), passkey_bytes(row, 5)};
  passkey.sign_count = row.column_integer(6);
  passkey.name = row.column_text(7);
  passkey.since = passkey_day(row, 8);
  passkey.used = passkey_day(row, 9);
  return passkey;
}

Statement& bind_holder(Statement& statement, int first, const LinkedPerson& person) {
  return bind_id(bind_id(statement, first, person.household), first + 1, person.person);
}

template <std::size_t size>
std::array<std::uint8_t, size> passkey_chance(Chance& chance) {
  std::array<std::uint8_t, size> bytes{};
  chance.fill(bytes);
  return bytes;
}

}  // namespace

Result<std::string> PasskeyStore::ask(PasskeyPurpose purpose, const Sha256& asked_of) {
  auto tidy = ALONGSIDE_TRY(database_.prepare("DELETE FROM passkey_challenge WHERE until_ms <= ?1"));
  ALONGSIDE_TRY(tidy.bind(1, clock_.now_ms()).run());
  std::string challenge = base64url(passkey_chance<32>(chance_));
  auto insert = ALONGSIDE_TRY(database_.prepare("INSERT INTO passkey_challenge VALUES(?1, ?2, ?3, ?4)"));
  insert.bind_bytes(1, ALONGSIDE_TRY(sha256_of(challenge))).bind_bytes(2, asked_of);
  insert.bind(3, static_cast<int>(purpose)).bind(4, clock_.now_ms() + challenge_minutes * 60'000);
  ALONGSIDE_TRY(insert.run());
  return challenge;
}

Result<bool> PasskeyStore::take(PasskeyPurpose purpose, const Sha256& asked_of, std::string_view challenge) {
  auto remove = ALONGSIDE_TRY(database_.prepare(
      "DELETE FROM passkey_challenge WHERE challenge = ?1 AND asked_of = ?2 AND purpose = ?3 AND until_ms > ?4"));
  remove.bind_bytes(1, ALONGSIDE_TRY(sha256_of(challenge))).bind_bytes(2, asked_of);
  ALONGSIDE_TRY(remove.bind(3, static_cast<int>(purpose)).bind(4, clock_.now_ms()).run());
  return database_.changes() == 1;
}

Result<std::vector<PasskeyRow>> PasskeyStore::of(const LinkedPerson& person) {
  auto select = ALONGSIDE_TRY(database_.prepare(std::string(passkey_columns) +
                                                "WHERE household = ?1 AND person = ?2 ORDER BY since_day, name, id"));
  bind_holder(select, 1, person);
  std::vector<PasskeyRow> rows;
  while (ALONGSIDE_TRY(select.step()) == Step::Row) rows.push_back(passkey_of(select));
  return rows;
}

Result<std::optional<PasskeyRow>> PasskeyStore::find(std::span<const std::uint8_t> credential) {
  auto select = ALONGSIDE_TRY(database_.prepare(std::string(passkey_columns) + "WHERE credential = ?1"));
  select.bind_bytes(1, credential);
  if (ALONGSIDE_TRY(select.step()) == Step::Done) return std::optional<PasskeyRow>();
  return std::optional(passkey_of(select));
}

Result<void> PasskeyStore::add(const LinkedPerson& person, const NewPasskey& passkey, std::string_view name) {
  auto insert = ALONGSIDE_TRY(database_.prepare(
      "INSERT INTO passkey(household, person, id, credential, algorithm, public_key, sign_count, name,"
      " since_day, used_day) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9) ON CONFLICT DO NOTHING"));
  bind_holder(insert, 1, person).bind(3, base64url(passkey_chance<16>(chance_))).bind_bytes(4, passkey.credential);
  insert.bind(5, passkey.key.algorithm).bind_bytes(6, passkey.key.bytes);
  insert.bind(7, std::int64_t{passkey.sign_count}).bind(8, name).bind(9, clock_.today().days());
  ALONGSIDE_TRY(insert.run());
  if (database_.changes() == 0) return Error{ErrorCode::Conflict, "a passkey: its credential is known already"};
  return {};
}

Result<void> PasskeyStore::note_use(const PasskeyRow& passkey, std::uint32_t sign_count) {
  auto update = ALONGSIDE_TRY(database_.prepare(
      "UPDATE passkey SET sign_count = ?4, used_day = ?5 WHERE household = ?1 AND person = ?2 AND id = ?3"));
  bind_holder(update, 1, passkey.person).bind(3, passkey.id);
  return update.bind(4, std::int64_t{sign_count}).bind(5, clock_.today().days()).run();
}

Result<std::optional<std::string>> PasskeyStore::remove(const LinkedPerson& person, std::string_view id) {
  auto remove = ALONGSIDE_TRY(
      database_.prepare("DELETE FROM passkey WHERE household = ?1 AND person = ?2 AND id = ?3 RETURNING name"));
  bind_holder(remove, 1, person).bind(3, id);
  if (ALONGSIDE_TRY(remove.step()) == Step::Done) return std::optional<std::string>();
  std::string name(remove.column_text(0));
  ALONGSIDE_TRY(remove.step());  // to its end, or nothing would be removed
  return std::optional(std::move(name));
}

Result<Bytes> PasskeyStore::handle_of(const LinkedPerson& person) {
  auto insert =
      ALONGSIDE_TRY(database_.prepare("INSERT INTO passkey_holder VALUES(?1, ?2, ?3) ON CONFLICT DO NOTHING"));
  ALONGSIDE_TRY(bind_holder(insert, 1, person).bind_bytes(3, passkey_chance<32>(chance_)).run());
  auto select =
      ALONGSIDE_TRY(database_.prepare("SELECT handle FROM passkey_holder WHERE household = ?1 AND person = ?2"));
  bind_holder(select, 1, person);
  if (ALONGSIDE_TRY(select.step()) == Step::Done) return Error{ErrorCode::Internal, "a person without a handle"};
  return passkey_bytes(select, 0);
}

}  // namespace alongside::server
