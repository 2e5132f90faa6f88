// SignInService's half that deals with codes: who may try one, what a right one does.
#include "app/base/clock.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/sign_in/sign_in_service.hpp"

namespace alongside::server {

namespace {

constexpr std::int64_t code_minute_ms = 60'000;
constexpr ThrottleRule from_address{ThrottleKind::WrongCodeFromAddress, 20, 3 * code_minute_ms};
constexpr ThrottleRule from_device{ThrottleKind::WrongCodeFromDevice, 10, 6 * code_minute_ms};

}  // namespace

// Guessing is slowed down by where it comes from, never by whom it is about: nobody can use up another's tries but by
// their code's own few. Whoever has signed in here before and has a right code of theirs is let in, however many
// wrong ones somebody else at this address has tried.
Result<bool> SignInService::may_try_code(const CodeEntry& entry, const std::optional<RedeemedCode>& code) {
  if (code && ALONGSIDE_TRY(store_.knows_device(entry.cookies.device, code->person.person))) {
    return throttles_.left(from_device, entry.cookies.device->text());
  }
  return throttles_.left(from_address, entry.address);
}

// Before anything slow is done: an address that has no try left costs nothing but this look, unless somebody has signed
// in on that device before.
Result<bool> SignInService::has_tries_left(const CodeEntry& entry) {
  if (ALONGSIDE_TRY(throttles_.left(from_address, entry.address))) return true;
  return store_.knows_device(entry.cookies.device);
}

Result<void> SignInService::count_wrong_code(const CodeEntry& entry) {
  if (entry.cookies.device) ALONGSIDE_TRY(throttles_.take(from_device, entry.cookies.device->text()));
  ALONGSIDE_TRY(throttles_.take(from_address, entry.address));
  return {};
}

Result<SignedInByCode> SignInService::redeem(const CodeEntry& entry) {
  const auto waiting = ALONGSIDE_TRY(this->waiting(entry.cookies.signing_in));
  if (!waiting && config_.codes == CodeUse::AfterProvider)
    return Error{ErrorCode::SignedOut, "Sign in first, then enter your code."};
  const Error stopped{ErrorCode::Unavailable, "There were too many wrong codes. Wait a few minutes, then try again."};
  if (!ALONGSIDE_TRY(has_tries_left(entry))) return stopped;
  const auto code = ALONGSIDE_TRY(codes_.look_up(entry.typed));
  if (!ALONGSIDE_TRY(may_try_code(entry, code))) return stopped;
  if (!code) {
    ALONGSIDE_TRY(count_wrong_code(entry));
    return Error{ErrorCode::NotAllowed, "This code does not work."};
  }
  const PersonId person = code->person.person;
  const SessionToken device = entry.cookies.device.value_or(random_secret());
  auto transaction = ALONGSIDE_TRY(Transaction::create(database_));
  if (code->purpose == CodePurpose::Recovery) {
    ALONGSIDE_TRY(store_.unlink_all(person));
    ALONGSIDE_TRY(sessions_.end_all(person));
  }
  if (waiting) {
    ALONGSIDE_TRY(store_.link(waiting->identity, code->person));
    ALONGSIDE_TRY(store_.stop_waiting(*entry.cookies.signing_in));
  }
  ALONGSIDE_TRY(codes_.use_up(person));
  ALONGSIDE_TRY(take_back_letter(person));
  const std::string_view entered = waiting ? "linked" : "signed in by code";
  ALONGSIDE_TRY(store_.note(code->purpose == CodePurpose::Recovery ? "recovered" : entered, person, ""));
  ALONGSIDE_TRY(store_.remember_device(device, code->person));
  ALONGSIDE_TRY(transaction.commit());
  const NewSession session =
      ALONGSIDE_TRY(waiting ? begin_session(code->person, waiting->identity, entry.before, entry.device_name)
                            : sessions_.begin(entry.before, code->person.household, person, entry.device_name));
  return SignedInByCode{session, device, waiting ? waiting->then : "/"};
}

Result<std::string> SignInService::issue_code(PersonId person, CodePurpose purpose, std::string_view officer) {
  ALONGSIDE_TRY(take_back_letter(person));
  std::string code = ALONGSIDE_TRY(codes_.issue(person, purpose));
  ALONGSIDE_TRY(store_.note(purpose == CodePurpose::Recovery ? "recovery code" : "invitation", person, officer));
  return code;
}

Result<void> SignInService::note_emailed_code(PersonId person, CodePurpose purpose, std::string_view officer) {
  return store_.note(purpose == CodePurpose::Recovery ? "recovery code by email" : "invitation by email", person,
                     officer);
}

// A letter that went out later would make the code worthless that somebody has in their hand, or has used.
Result<void> SignInService::take_back_letter(PersonId person) {
  auto remove = ALONGSIDE_TRY(database_.prepare("DELETE FROM mail_code WHERE person = ?1"));
  return bind_id(remove, 1, person).run();
}

}  // namespace alongside::server
