#include "app/server/passkeys/passkey_service.hpp"

#include "app/base/clock.hpp"
#include "app/base/utf8.hpp"
#include "app/server/constant_time.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"

#include <algorithm>

namespace alongside::server {

namespace {

constexpr std::int64_t passkey_minute_ms = 60'000;
// As for codes, and counted apart from them: wrong codes from an address leave its passkeys as they are.
constexpr ThrottleRule passkeys_from_address{ThrottleKind::RefusedPasskeyFromAddress, 20, 3 * passkey_minute_ms};
constexpr ThrottleRule passkeys_from_device{ThrottleKind::RefusedPasskeyFromDevice, 10, 6 * passkey_minute_ms};
constexpr std::size_t most_passkey_name_bytes = 80;

std::string_view passkey_text(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

LinkedPerson holder_of(const Actor& actor) { return {actor.household, actor.person}; }

Result<Sha256> session_sum(const Actor& actor) { return sha256(actor.session.bytes()); }

Result<void> challenge_taken(bool taken) {
  if (taken) return {};
  return Error{ErrorCode::NotAllowed, "a passkey: an answer to nothing that was asked here, or too late"};
}

NewNotice added_notice(const std::string& name) {
  return {{"A passkey was added", "Ychwanegwyd allwedd mynediad"},
          {"From now on you can sign in with it: " + name + ". Was this not you? Remove it on your page, and ring us.",
           "O hyn ymlaen gallwch fewngofnodi gyda hi: " + name +
               ". Nid chi wnaeth hyn? Tynnwch hi ar eich tudalen, a ffoniwch ni."},
          "/account"};
}

NewNotice removed_notice(const std::string& name) {
  return {{"A passkey was removed", "Tynnwyd allwedd mynediad"},
          {"Nobody can sign in with it any more: " + name + ". Was this not you? Ring us.",
           "Ni all neb fewngofnodi gyda hi mwyach: " + name + ". Nid chi wnaeth hyn? Ffoniwch ni."},
          "/account"};
}

}  // namespace

Result<std::string> PasskeyService::begin_sign_in(const SessionToken& browser) {
  return store_.ask(PasskeyPurpose::SignIn, ALONGSIDE_TRY(browser.fingerprint()));
}

// Slowed down by where it comes from, never by whom it is about, as codes are.
Result<bool> PasskeyService::has_tries_left(const PasskeyEntry& entry) {
  if (ALONGSIDE_TRY(sign_ins_.knows_device(entry.cookies.device))) {
    return throttles_.left(passkeys_from_device, entry.cookies.device->text());
  }
  return throttles_.left(passkeys_from_address, entry.address);
}

Result<void> PasskeyService::count_refused(const PasskeyEntry& entry) {
  if (entry.cookies.device) ALONGSIDE_TRY(throttles_.take(passkeys_from_device, entry.cookies.device->text()));
  ALONGSIDE_TRY(throttles_.take(passkeys_from_address, entry.address));
  return {};
}

// The challenge is used up first, whatever else is wrong.
Result<PasskeyRow> PasskeyService::known(const PasskeyEntry& entry) {
  const std::string challenge =
      ALONGSIDE_TRY(challenge_answered(entry.client_data, PasskeyPurpose::SignIn, parts_.config.app));
  if (!entry.cookies.signing_in) return challenge_taken(false).error();
  const Sha256 browser = ALONGSIDE_TRY(entry.cookies.signing_in->fingerprint());
  ALONGSIDE_TRY(challenge_taken(ALONGSIDE_TRY(store_.take(PasskeyPurpose::SignIn, browser, challenge))));
  auto passkey = ALONGSIDE_TRY(store_.find(entry.credential));
  if (!passkey) return Error{ErrorCode::NotAllowed, "a passkey: nobody here has it"};
  const Bytes handle = ALONGSIDE_TRY(store_.handle_of(passkey->person));
  if (!equal_in_constant_time(passkey_text(handle), passkey_text(entry.handle))) {
    return Error{ErrorCode::NotAllowed, "a passkey: it is another person's"};
  }
  return std::move(*passkey);
}

Result<SignedInByPasskey> PasskeyService::sign_in(const PasskeyEntry& entry) {
  if (!ALONGSIDE_TRY(has_tries_left(entry))) {
    return Error{ErrorCode::Unavailable, "Too much was refused. Wait a few minutes, then try again."};
  }
  const auto checked = [&]() -> Result<SignedInByPasskey> {
    const PasskeyRow passkey = ALONGSIDE_TRY(known(entry));
    const Sha256 sum = ALONGSIDE_TRY(sha256(entry.client_data));
    const std::uint32_t count =
        ALONGSIDE_TRY(check_passkey_answer({entry.auth_data, entry.signature, sum}, passkey.key, parts_.config.host()));
    // Passkeys that are kept on several devices do not count, and say nought each time.
    const bool counts = count != 0 || passkey.sign_count != 0;
    if (!counts || count > passkey.sign_count) return let_in(passkey, count, entry);
    ALONGSIDE_TRY(sign_ins_.note("passkey refused: its count went back", passkey.person.person, ""));
    return Error{ErrorCode::Conflict, "a passkey: its count of signatures went back"};
  }();
  const bool refused =
      !checked && (checked.error().code == ErrorCode::NotAllowed || checked.error().code == ErrorCode::Conflict);
  if (refused) ALONGSIDE_TRY(count_refused(entry));
  return checked;
}

Result<SignedInByPasskey> PasskeyService::let_in(const PasskeyRow& passkey, std::uint32_t sign_count,
                                                 const PasskeyEntry& entry) {
  const LinkedPerson& who = passkey.person;
  const SessionToken device = entry.cookies.device.value_or(SessionToken::random(parts_.chance));
  auto transaction = ALONGSIDE_TRY(Transaction::create(parts_.database));
  ALONGSIDE_TRY(store_.note_use(passkey, sign_count));
  ALONGSIDE_TRY(sign_ins_.note("signed in by passkey", who.person, ""));
  ALONGSIDE_TRY(sign_ins_.remember_device(device, who));
  ALONGSIDE_TRY(transaction.commit());
  const NewSession session =
      ALONGSIDE_TRY(parts_.sessions.begin(entry.before, who.household, who.person, entry.device_name));
  ALONGSIDE_TRY(sign_ins_.note_session(session.actor.session, {std::string(passkey_way), passkey.id, "", ""}));
  return SignedInByPasskey{session, device};
}

Result<std::vector<PasskeyRow>> PasskeyService::list(const Actor& actor) { return store_.of(holder_of(actor)); }

Result<bool> PasskeyService::is_fresh(const Actor& actor) {
  const std::int64_t began = ALONGSIDE_TRY(parts_.sessions.began_ms(actor));
  const std::int64_t since = parts_.clock.now_ms() - began;
  return since >= 0 && since < fresh_minutes * passkey_minute_ms;
}

Result<PasskeyAsked> PasskeyService::begin_add(const Actor& actor) {
  PasskeyAsked asked;
  asked.handle = ALONGSIDE_TRY(store_.handle_of(holder_of(actor)));
  for (PasskeyRow& row : ALONGSIDE_TRY(store_.of(holder_of(actor)))) asked.known.push_back(std::move(row.credential));
  auto name = ALONGSIDE_TRY(parts_.database.prepare("SELECT name FROM person WHERE household = ?1 AND id = ?2"));
  bind_id(bind_id(name, 1, actor.household), 2, actor.person);
  if (ALONGSIDE_TRY(name.step()) == Step::Row) asked.person_name = name.column_text(0);
  name.reset();
  asked.challenge = ALONGSIDE_TRY(store_.ask(PasskeyPurpose::Add, ALONGSIDE_TRY(session_sum(actor))));
  return asked;
}

Result<void> PasskeyService::add(const Actor& actor, const PasskeyMade& made) {
  const std::string challenge =
      ALONGSIDE_TRY(challenge_answered(made.client_data, PasskeyPurpose::Add, parts_.config.app));
  const Sha256 session = ALONGSIDE_TRY(session_sum(actor));
  ALONGSIDE_TRY(challenge_taken(ALONGSIDE_TRY(store_.take(PasskeyPurpose::Add, session, challenge))));
  if (!ALONGSIDE_TRY(is_fresh(actor))) return Error{ErrorCode::SignedOut, "They did not sign in a moment ago."};
  const NewPasskey passkey = ALONGSIDE_TRY(new_passkey_in(made.auth_data, parts_.config.host()));
  std::string name = clean_text(text_prefix(made.name, most_passkey_name_bytes));
  std::ranges::replace(name, '\n', ' ');
  if (name.find_first_not_of(" \t") == name.npos) name = "Passkey";
  auto transaction = ALONGSIDE_TRY(Transaction::create(parts_.database));
  if (ALONGSIDE_TRY(store_.of(holder_of(actor))).size() >= most_each) {
    return Error{ErrorCode::TooLarge, "They have as many passkeys as one may."};
  }
  ALONGSIDE_TRY(store_.add(holder_of(actor), passkey, name));
  ALONGSIDE_TRY(sign_ins_.note("passkey added", actor.person, ""));
  ALONGSIDE_TRY(tell(actor, added_notice(name)));
  return transaction.commit();
}

Result<void> PasskeyService::remove(const Actor& actor, std::string_view id) {
  auto transaction = ALONGSIDE_TRY(Transaction::create(parts_.database));
  const auto name = ALONGSIDE_TRY(store_.remove(holder_of(actor), id));
  if (!name) return Error{ErrorCode::NotFound, "There is no such passkey."};
  for (const SessionHandle session : ALONGSIDE_TRY(sign_ins_.sessions_of(passkey_way, id, ""))) {
    if (session != actor.session) ALONGSIDE_TRY(parts_.sessions.end_named(session));
  }
  ALONGSIDE_TRY(sign_ins_.note("passkey removed", actor.person, ""));
  ALONGSIDE_TRY(tell(actor, removed_notice(*name)));
  return transaction.commit();
}

Result<void> PasskeyService::tell(const Actor& actor, const NewNotice& notice) {
  NoticeWriter writer(parts_.database, parts_.documents, parts_.clock, parts_.chance);
  ALONGSIDE_TRY(writer.write({actor.household, SubjectId(actor.person.bytes())}, notice));
  return {};
}

}  // namespace alongside::server
