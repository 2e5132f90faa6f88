#include "app/server/session/sessions.hpp"

#include "app/base/chance.hpp"
#include "app/base/utf8.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"

#include <algorithm>

namespace alongside::server {

namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t hour_ms = 60 * minute_ms;
constexpr std::int64_t rotate_after_ms = hour_ms;
constexpr std::int64_t earlier_token_lasts_ms = minute_ms;
constexpr std::size_t most_device_bytes = 80;
constexpr int most_sessions_each = 20;

constexpr const char* where_it_is = " WHERE household = ?1 AND person = ?2 AND handle = ?3";

Result<Statement> prepare_for(Database& database, std::string sql, const Actor& actor) {
  auto statement = ALONGSIDE_TRY(database.prepare(sql + where_it_is));
  bind_id(statement, 1, actor.household);
  bind_id(statement, 2, actor.person);
  bind_id(statement, 3, actor.session);
  return statement;
}

}  // namespace

// In whole hours: a finer time would tell, for as long as the row is kept, when somebody was here.
std::int64_t Sessions::idle_until_ms() const {
  const std::int64_t exact = clock_.now_ms() + limits_.idle_hours * hour_ms;
  return (exact + hour_ms - 1) / hour_ms * hour_ms;
}

Result<Visitor> Sessions::find(const std::optional<SessionToken>& token) {
  if (!token) return Visitor{};
  const Sha256 fingerprint = ALONGSIDE_TRY(token->fingerprint());
  auto select = ALONGSIDE_TRY(
      database_.prepare("SELECT household, person, handle, token = ?1, earlier_token IS NOT NULL, earlier_until_ms,"
                        " rotated_ms, idle_until_ms, ends_ms FROM session WHERE token = ?1 OR earlier_token = ?1"));
  select.bind_bytes(1, fingerprint);
  if (ALONGSIDE_TRY(select.step()) == Step::Done) return Visitor{};
  const std::int64_t now = clock_.now_ms();
  const bool newest = select.column_integer(3) != 0;
  const bool has_earlier = select.column_integer(4) != 0;
  const bool new_one_was_used = !select.column_is_null(5);
  const std::int64_t since_rotation = now - select.column_integer(6);
  const std::int64_t ends = select.column_integer(8);
  const std::int64_t expires = std::min(select.column_integer(7), ends);
  if (now >= expires || (!newest && new_one_was_used && now >= select.column_integer(5))) return Visitor{};
  Visitor visitor;
  visitor.actor = {column_id<PersonId>(select, 1), column_id<HouseholdId>(select, 0),
                   column_id<SessionHandle>(select, 2)};
  // A reply that brought a new token may have been lost, so its bearer gets another one. Not at once:
  // requests that were on their way together must not chase each other's token away.
  const bool lost = !newest && !new_one_was_used && since_rotation >= earlier_token_lasts_ms;
  if (lost || (newest && since_rotation >= rotate_after_ms)) visitor.rotation = Rotation::Due;
  select.reset();
  if (newest && has_earlier && !new_one_was_used) ALONGSIDE_TRY(retire_earlier_token(visitor.actor));
  const std::int64_t idle_until = idle_until_ms();
  visitor.expires_ms = std::min(idle_until, ends);
  // A full disk must not keep anybody from reading: then the session only ends earlier.
  if (visitor.expires_ms > expires && !note_use(visitor.actor, idle_until)) visitor.expires_ms = expires;
  return visitor;
}

Result<void> Sessions::note_use(const Actor& actor, std::int64_t idle_until_ms) {
  auto update = ALONGSIDE_TRY(prepare_for(database_, "UPDATE session SET idle_until_ms = ?4, used_day = ?5", actor));
  return update.bind(4, idle_until_ms).bind(5, clock_.today().days()).run();
}

Result<void> Sessions::retire_earlier_token(const Actor& actor) {
  auto update = ALONGSIDE_TRY(prepare_for(database_, "UPDATE session SET earlier_until_ms = ?4", actor));
  return update.bind(4, clock_.now_ms() + earlier_token_lasts_ms).run();
}

// What is over goes, and of very many the ones that would end first.
Result<void> Sessions::tidy(const Actor& actor) {
  auto remove = ALONGSIDE_TRY(database_.prepare("DELETE FROM session WHERE idle_until_ms <= ?1 OR ends_ms <= ?1"));
  ALONGSIDE_TRY(remove.bind(1, clock_.now_ms()).run());
  auto trim = ALONGSIDE_TRY(database_.prepare(
      "DELETE FROM session WHERE handle IN (SELECT handle FROM session WHERE household = ?1"
      " AND person = ?2 ORDER BY idle_until_ms DESC, rotated_ms DESC, handle LIMIT 1000000 OFFSET ?3)"));
  bind_id(trim, 1, actor.household);
  bind_id(trim, 2, actor.person);
  return trim.bind(3, most_sessions_each - 1).run();
}

Result<NewSession> Sessions::begin(const Actor& before, HouseholdId household, PersonId person,
                                   std::string_view device) {
  const SessionToken token = SessionToken::random(chance_);
  const Sha256 fingerprint = ALONGSIDE_TRY(token.fingerprint());
  const Actor actor{person, household, random_id<SessionHandle>(chance_)};
  const std::int64_t now = clock_.now_ms();
  const std::int64_t lasts_seconds = std::int64_t{limits_.absolute_days} * 86'400;
  const std::string shown = clean_text(text_prefix(device, most_device_bytes));
  auto transaction = ALONGSIDE_TRY(Transaction::create(database_));
  if (before.signed_in()) ALONGSIDE_TRY(end(before));
  ALONGSIDE_TRY(tidy(actor));
  auto insert = ALONGSIDE_TRY(
      database_.prepare("INSERT INTO session(household, person, handle, token, rotated_ms, idle_until_ms, ends_ms,"
                        " device, began_day, used_day, began_ms) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, ?5)"));
  bind_id(insert, 1, household);
  bind_id(insert, 2, person);
  bind_id(insert, 3, actor.session);
  insert.bind_bytes(4, fingerprint).bind(5, now).bind(6, idle_until_ms()).bind(7, now + lasts_seconds * 1000);
  insert.bind(8, shown).bind(9, clock_.today().days());
  ALONGSIDE_TRY(insert.run());
  ALONGSIDE_TRY(transaction.commit());
  return NewSession{token, actor, lasts_seconds};
}

Result<NewSession> Sessions::rotate(const Actor& actor, const SessionToken& presented) {
  const SessionToken token = SessionToken::random(chance_);
  const Sha256 fingerprint = ALONGSIDE_TRY(token.fingerprint());
  const Sha256 earlier = ALONGSIDE_TRY(presented.fingerprint());
  const std::int64_t now = clock_.now_ms();
  auto update = ALONGSIDE_TRY(prepare_for(
      database_, "UPDATE session SET token = ?4, earlier_token = ?5, earlier_until_ms = NULL, rotated_ms = ?6", actor));
  ALONGSIDE_TRY(update.bind_bytes(4, fingerprint).bind_bytes(5, earlier).bind(6, now).run());
  if (database_.changes() == 0) return Error{ErrorCode::SignedOut, "Sign in first."};
  auto select = ALONGSIDE_TRY(prepare_for(database_, "SELECT ends_ms FROM session", actor));
  ALONGSIDE_TRY(select.step());
  return NewSession{token, actor, (select.column_integer(0) - now) / 1000};
}

Result<void> Sessions::end(const Actor& actor) {
  return ALONGSIDE_TRY(prepare_for(database_, "DELETE FROM session", actor)).run();
}

Result<void> Sessions::revoke(const Actor& actor, SessionHandle handle) {
  ALONGSIDE_TRY(end({actor.person, actor.household, handle}));
  if (database_.changes() == 0) return Error{ErrorCode::NotFound, "There is no such place."};
  return {};
}

Result<void> Sessions::end_named(SessionHandle handle) {
  auto remove = ALONGSIDE_TRY(database_.prepare("DELETE FROM session WHERE handle = ?1"));
  return bind_id(remove, 1, handle).run();
}

Result<void> Sessions::end_all(PersonId person) {
  auto remove = ALONGSIDE_TRY(database_.prepare("DELETE FROM session WHERE person = ?1"));
  return bind_id(remove, 1, person).run();
}

Result<void> Sessions::end_everybody() { return database_.execute("DELETE FROM session"); }

Result<wire::SessionList> Sessions::list(const Actor& actor) {
  auto select = ALONGSIDE_TRY(
      database_.prepare("SELECT handle, device, began_day, used_day FROM session WHERE household = ?1 AND person = ?2"
                        " AND idle_until_ms > ?3 AND ends_ms > ?3 ORDER BY used_day DESC, began_day DESC, handle"));
  bind_id(select, 1, actor.household);
  bind_id(select, 2, actor.person);
  select.bind(3, clock_.now_ms());
  wire::SessionList list;
  while (ALONGSIDE_TRY(select.step()) == Step::Row) {
    wire::SessionLine line;
    line.handle = column_id<SessionHandle>(select, 0);
    line.device = select.column_text(1);
    line.began = Date(static_cast<std::int32_t>(select.column_integer(2)));
    line.used = Date(static_cast<std::int32_t>(select.column_integer(3)));
    line.here = line.handle == actor.session ? wire::Here::Yes : wire::Here::No;
    list.sessions.push_back(std::move(line));
  }
  return list;
}

Result<bool> Sessions::is_open(const Actor& actor) {
  auto select = ALONGSIDE_TRY(prepare_for(database_, "SELECT 1 FROM session", actor));
  return ALONGSIDE_TRY(select.step()) == Step::Row;
}

Result<std::int64_t> Sessions::expires_ms(const Actor& actor) {
  if (!actor.signed_in()) return std::int64_t{0};
  auto select = ALONGSIDE_TRY(prepare_for(database_, "SELECT idle_until_ms, ends_ms FROM session", actor));
  if (ALONGSIDE_TRY(select.step()) == Step::Done) return std::int64_t{0};
  return std::min(select.column_integer(0), select.column_integer(1));
}

Result<std::int64_t> Sessions::began_ms(const Actor& actor) {
  if (!actor.signed_in()) return std::int64_t{0};
  auto select = ALONGSIDE_TRY(prepare_for(database_, "SELECT began_ms FROM session", actor));
  if (ALONGSIDE_TRY(select.step()) == Step::Done) return std::int64_t{0};
  return select.column_integer(0);
}

}  // namespace alongside::server
