#include "app/server/sign_in/sign_in_store.hpp"

#include "app/base/clock.hpp"
#include "app/server/database.hpp"
#include "app/server/digest.hpp"
#include "app/server/id_column.hpp"

namespace alongside::server {

namespace {

constexpr std::int64_t attempt_minute_ms = 60'000;
constexpr std::int64_t attempt_lasts_ms = 15 * attempt_minute_ms;
constexpr std::int64_t waiting_lasts_ms = 30 * attempt_minute_ms;
constexpr std::int64_t leaving_lasts_ms = 2 * attempt_minute_ms;

}  // namespace

Result<void> SignInStore::tidy() {
  for (const std::string_view table : {"sign_in_attempt", "sign_in_waiting", "sign_in_leaving", "sign_in_logout"}) {
    auto remove = ALONGSIDE_TRY(database_.prepare("DELETE FROM " + std::string(table) + " WHERE until_ms <= ?1"));
    ALONGSIDE_TRY(remove.bind(1, clock_.now_ms()).run());
  }
  return database_.execute("DELETE FROM sign_in_session WHERE session NOT IN (SELECT handle FROM session)");
}

Result<void> SignInStore::begin(const SessionToken& browser, std::string_view state, const Attempt& attempt) {
  ALONGSIDE_TRY(tidy());
  auto insert = ALONGSIDE_TRY(database_.prepare("INSERT INTO sign_in_attempt VALUES(?1, ?2, ?3, ?4, ?5, ?6)"));
  insert.bind_bytes(1, ALONGSIDE_TRY(sha256_of(state))).bind_bytes(2, ALONGSIDE_TRY(browser.fingerprint()));
  insert.bind(3, attempt.provider)
      .bind(4, attempt.then)
      .bind(5, attempt.device)
      .bind(6, clock_.now_ms() + attempt_lasts_ms);
  return insert.run();
}

Result<std::optional<Attempt>> SignInStore::take(const SessionToken& browser, std::string_view state) {
  auto remove =
      ALONGSIDE_TRY(database_.prepare("DELETE FROM sign_in_attempt WHERE state = ?1 AND browser = ?2 AND until_ms > ?3"
                                      " RETURNING provider, then_path, device"));
  remove.bind_bytes(1, ALONGSIDE_TRY(sha256_of(state))).bind_bytes(2, ALONGSIDE_TRY(browser.fingerprint()));
  remove.bind(3, clock_.now_ms());
  if (ALONGSIDE_TRY(remove.step()) == Step::Done) return std::optional<Attempt>();
  const auto text = [&remove](int column) { return std::string(remove.column_text(column)); };
  Attempt attempt{text(0), text(1), text(2)};
  ALONGSIDE_TRY(remove.step());  // to its end, or nothing would be removed
  return std::optional(std::move(attempt));
}

Result<void> SignInStore::wait_for_code(const SessionToken& browser, const WaitingIdentity& waiting) {
  auto insert = ALONGSIDE_TRY(database_.prepare(
      "INSERT INTO sign_in_waiting VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)"
      " ON CONFLICT (browser) DO UPDATE SET provider = excluded.provider, subject = excluded.subject, sid = "
      "excluded.sid, id_token = excluded.id_token, then_path = excluded.then_path, until_ms = excluded.until_ms"));
  insert.bind_bytes(1, ALONGSIDE_TRY(browser.fingerprint())).bind(2, waiting.identity.provider);
  insert.bind(3, waiting.identity.subject).bind(4, waiting.identity.sid).bind(5, waiting.identity.id_token);
  return insert.bind(6, waiting.then).bind(7, clock_.now_ms() + waiting_lasts_ms).run();
}

Result<std::optional<WaitingIdentity>> SignInStore::waiting(const SessionToken& browser) {
  auto select =
      ALONGSIDE_TRY(database_.prepare("SELECT provider, subject, sid, id_token, then_path"
                                      " FROM sign_in_waiting WHERE browser = ?1 AND until_ms > ?2"));
  select.bind_bytes(1, ALONGSIDE_TRY(browser.fingerprint())).bind(2, clock_.now_ms());
  if (ALONGSIDE_TRY(select.step()) == Step::Done) return std::optional<WaitingIdentity>();
  const auto text = [&select](int column) { return std::string(select.column_text(column)); };
  return std::optional(WaitingIdentity{{text(0), text(1), text(2), text(3)}, text(4)});
}

Result<void> SignInStore::stop_waiting(const SessionToken& browser) {
  auto remove = ALONGSIDE_TRY(database_.prepare("DELETE FROM sign_in_waiting WHERE browser = ?1"));
  return remove.bind_bytes(1, ALONGSIDE_TRY(browser.fingerprint())).run();
}

Result<std::optional<LinkedPerson>> SignInStore::person_of(std::string_view provider, std::string_view subject) {
  auto select = ALONGSIDE_TRY(
      database_.prepare("SELECT household, person FROM sign_in_identity WHERE provider = ?1 AND subject = ?2"));
  select.bind(1, provider).bind(2, subject);
  if (ALONGSIDE_TRY(select.step()) == Step::Done) return std::optional<LinkedPerson>();
  return std::optional(LinkedPerson{column_id<HouseholdId>(select, 0), column_id<PersonId>(select, 1)});
}

Result<void> SignInStore::link(const ProvenIdentity& identity, const LinkedPerson& person) {
  auto insert =
      ALONGSIDE_TRY(database_.prepare("INSERT INTO sign_in_identity VALUES(?1, ?2, ?3, ?4, ?5)"
                                      " ON CONFLICT (provider, subject) DO UPDATE SET household = excluded.household, "
                                      "person = excluded.person, since_day = excluded.since_day"));
  insert.bind(1, identity.provider).bind(2, identity.subject);
  bind_id(insert, 3, person.household);
  bind_id(insert, 4, person.person);
  return insert.bind(5, clock_.today().days()).run();
}

Result<void> SignInStore::unlink_all(PersonId person) {
  for (const std::string_view table : {"sign_in_identity", "passkey"}) {
    auto remove = ALONGSIDE_TRY(database_.prepare("DELETE FROM " + std::string(table) + " WHERE person = ?1"));
    ALONGSIDE_TRY(bind_id(remove, 1, person).run());
  }
  return {};
}

Result<void> SignInStore::note_session(SessionHandle session, const ProvenIdentity& identity) {
  auto insert = ALONGSIDE_TRY(database_.prepare("INSERT INTO sign_in_session VALUES(?1, ?2, ?3, ?4, ?5)"));
  bind_id(insert, 1, session).bind(2, identity.provider).bind(3, identity.subject);
  return insert.bind(4, identity.sid).bind(5, identity.id_token).run();
}

Result<std::optional<ProvenIdentity>> SignInStore::session_came_from(SessionHandle session) {
  auto select = ALONGSIDE_TRY(
      database_.prepare("SELECT provider, subject, sid, id_token FROM sign_in_session WHERE session = ?1"));
  bind_id(select, 1, session);
  if (ALONGSIDE_TRY(select.step()) == Step::Done) return std::optional<ProvenIdentity>();
  const auto text = [&select](int column) { return std::string(select.column_text(column)); };
  return std::optional(ProvenIdentity{text(0), text(1), text(2), text(3)});
}

Result<std::vector<SessionHandle>> SignInStore::sessions_of(std::string_view provider, std::string_view subject,
                                                            std::string_view sid) {
  auto select = ALONGSIDE_TRY(
      database_.prepare("SELECT session FROM sign_in_session WHERE provider = ?1 AND (?2 = '' OR subject = ?2)"
                        " AND (?3 = '' OR sid = ?3)"));
  select.bind(1, provider).bind(2, subject).bind(3, sid);
  std::vector<SessionHandle> sessions;
  while (ALONGSIDE_TRY(select.step()) == Step::Row) sessions.push_back(column_id<SessionHandle>(select, 0));
  return sessions;
}

Result<void> SignInStore::begin_leaving(const SessionToken& browser, const ProvenIdentity& identity) {
  auto insert =
      ALONGSIDE_TRY(database_.prepare("INSERT INTO sign_in_leaving VALUES(?1, ?2, ?3, ?4)"
                                      " ON CONFLICT (browser) DO UPDATE SET provider = excluded.provider, id_token = "
                                      "excluded.id_token, until_ms = excluded.until_ms"));
  insert.bind_bytes(1, ALONGSIDE_TRY(browser.fingerprint())).bind(2, identity.provider);
  return insert.bind(3, identity.id_token).bind(4, clock_.now_ms() + leaving_lasts_ms).run();
}

Result<std::optional<std::string>> SignInStore::take_leaving(const SessionToken& browser, std::string_view provider) {
  auto remove = ALONGSIDE_TRY(
      database_.prepare("DELETE FROM sign_in_leaving WHERE browser = ?1 AND provider = ?2 AND until_ms > ?3"
                        " RETURNING id_token"));
  remove.bind_bytes(1, ALONGSIDE_TRY(browser.fingerprint())).bind(2, provider).bind(3, clock_.now_ms());
  if (ALONGSIDE_TRY(remove.step()) == Step::Done) return std::optional<std::string>();
  std::string id_token(remove.column_text(0));
  ALONGSIDE_TRY(remove.step());
  return std::optional(std::move(id_token));
}

Result<bool> SignInStore::knows_device(const std::optional<SessionToken>& device) {
  if (!device) return false;
  auto select = ALONGSIDE_TRY(database_.prepare("SELECT 1 FROM sign_in_device WHERE device = ?1"));
  select.bind_bytes(1, ALONGSIDE_TRY(device->fingerprint()));
  return ALONGSIDE_TRY(select.step()) == Step::Row;
}

Result<bool> SignInStore::knows_device(const std::optional<SessionToken>& device, PersonId person) {
  if (!device) return false;
  auto select = ALONGSIDE_TRY(database_.prepare("SELECT 1 FROM sign_in_device WHERE device = ?1 AND person = ?2"));
  select.bind_bytes(1, ALONGSIDE_TRY(device->fingerprint()));
  bind_id(select, 2, person);
  return ALONGSIDE_TRY(select.step()) == Step::Row;
}

Result<void> SignInStore::remember_device(const SessionToken& device, const LinkedPerson& person) {
  auto insert = ALONGSIDE_TRY(database_.prepare(
      "INSERT INTO sign_in_device VALUES(?1, ?2, ?3, ?4)"
      " ON CONFLICT (device, person) DO UPDATE SET household = excluded.household, used_day = excluded.used_day"));
  insert.bind_bytes(1, ALONGSIDE_TRY(device.fingerprint()));
  bind_id(bind_id(insert, 2, person.household), 3, person.person);
  return insert.bind(4, clock_.today().days()).run();
}

Result<void> SignInStore::note(std::string_view what, PersonId person, std::string_view officer) {
  auto insert = ALONGSIDE_TRY(
      database_.prepare("INSERT INTO sign_in_audit(at_ms, what, officer, person) VALUES(?1, ?2, ?3, ?4)"));
  insert.bind(1, clock_.now_ms()).bind(2, what).bind(3, officer);
  return bind_id(insert, 4, person).run();
}

Result<bool> SignInStore::note_logout(std::string_view provider, std::string_view id, std::int64_t until_ms) {
  ALONGSIDE_TRY(tidy());
  auto insert =
      ALONGSIDE_TRY(database_.prepare("INSERT INTO sign_in_logout VALUES(?1, ?2, ?3) ON CONFLICT DO NOTHING"));
  ALONGSIDE_TRY(insert.bind(1, provider).bind(2, id).bind(3, until_ms).run());
  return database_.changes() == 1;
}

}  // namespace alongside::server
