#include "plugins/feedback/api/invitations/invitation_desk.hpp"

#include "app/base/chance.hpp"
#include "app/server/constant_time.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/sign_in/access_codes.hpp"

#include <utility>

namespace alongside::feedback {
namespace {

using server::Step;

// As codes to sign in with are written; meant_code() reads both.
constexpr std::string_view invitation_letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t name_size = 4, secret_size = 8;
constexpr int most_draws = 50;  // of names, until one is free
constexpr std::array<std::uint8_t, 16> salt_of_none{};

// No rowid, which would remember in which order codes were made.
constexpr server::Migration invitation_migrations[] = {
    {1, "codes",
     "CREATE TABLE feedback_invitations (name TEXT PRIMARY KEY, survey BLOB NOT NULL, until INTEGER NOT NULL, "
     "service TEXT NOT NULL, service_name TEXT NOT NULL, salt BLOB NOT NULL, hash BLOB NOT NULL, "
     "tries_left INTEGER NOT NULL, blinded_hash BLOB NOT NULL) STRICT, WITHOUT ROWID;"}};

std::string drawn_letters(Chance& chance, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += invitation_letters[random_number(chance) % invitation_letters.size()];
  return text;
}

std::string_view text_of(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

std::span<const server::Migration> InvitationDesk::migrations() { return invitation_migrations; }

Result<CodeSecret> CodeSecret::make(Chance& chance) {
  CodeSecret secret;
  secret.letters = drawn_letters(chance, secret_size);
  chance.fill(secret.salt);
  secret.hash = ALONGSIDE_TRY(server::slow_hash(secret.letters, secret.salt));
  return secret;
}

Result<std::vector<std::string>> InvitationDesk::issue(const InvitationFor& what,
                                                       const std::vector<CodeSecret>& secrets, Chance& chance) {
  std::vector<std::string> codes;
  for (const CodeSecret& secret : secrets) codes.push_back(ALONGSIDE_TRY(put(what, secret, chance)));
  return codes;
}

Result<std::string> InvitationDesk::put(const InvitationFor& what, const CodeSecret& secret, Chance& chance) {
  for (int draw = 0; draw < most_draws; ++draw) {
    const std::string name = drawn_letters(chance, name_size);
    auto insert = ALONGSIDE_TRY(database_.prepare(
        "INSERT INTO feedback_invitations VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, x'') ON CONFLICT DO NOTHING"));
    insert.bind(1, name).bind_bytes(2, what.survey.bytes()).bind(3, what.until.days()).bind(4, what.service);
    insert.bind(5, what.service_name).bind_bytes(6, secret.salt).bind_bytes(7, secret.hash).bind(8, most_tries);
    ALONGSIDE_TRY(insert.run());
    if (database_.changes() == 0) continue;
    return name + "-" + secret.letters.substr(0, name_size) + "-" + secret.letters.substr(name_size);
  }
  return Error{ErrorCode::Internal, "no name is free for another code"};
}

Result<std::optional<Invitation>> InvitationDesk::look_up(std::string_view typed) {
  const std::string code = server::meant_code(typed);
  const std::string name = code.substr(0, name_size);
  auto select = ALONGSIDE_TRY(database_.prepare(
      "SELECT survey, until, service, service_name, length(blinded_hash), salt, hash FROM feedback_invitations"
      " WHERE name = ?1 AND tries_left > 0"));
  const bool is_there = ALONGSIDE_TRY(select.bind(1, name).step()) == Step::Row;
  const std::string_view secret = code.empty() ? std::string_view() : std::string_view(code).substr(name_size);
  const server::Sha256 hash =
      ALONGSIDE_TRY(server::slow_hash(secret, is_there ? select.column_bytes(5) : std::span(salt_of_none)));
  if (!is_there) return std::optional<Invitation>();
  if (server::equal_in_constant_time(text_of(hash), text_of(select.column_bytes(6)))) {
    Invitation found{name,
                     server::column_id<SurveyId>(select, 0),
                     Date(static_cast<std::int32_t>(select.column_integer(1))),
                     select.column_integer(4) > 0,
                     std::string(select.column_text(2)),
                     std::string(select.column_text(3))};
    return std::optional(std::move(found));
  }
  select.reset();
  auto count =
      ALONGSIDE_TRY(database_.prepare("UPDATE feedback_invitations SET tries_left = tries_left - 1 WHERE name = ?1"));
  ALONGSIDE_TRY(count.bind(1, name).run());
  return std::optional<Invitation>();
}

// Only a hash of the blinded bytes, as for people: enough to know a repeat.
Result<void> InvitationDesk::use(const Invitation& invitation, std::span<const std::uint8_t> blinded) {
  auto update = ALONGSIDE_TRY(database_.prepare(
      "UPDATE feedback_invitations SET blinded_hash = ?2 WHERE name = ?1 AND blinded_hash IN (x'', ?2)"));
  ALONGSIDE_TRY(update.bind(1, invitation.name).bind_bytes(2, ALONGSIDE_TRY(server::sha256(blinded))).run());
  if (database_.changes() == 0) return Error{ErrorCode::Conflict, "this code was used before"};
  return {};
}

Result<std::size_t> InvitationDesk::end(SurveyId survey) {
  auto remove =
      ALONGSIDE_TRY(database_.prepare("DELETE FROM feedback_invitations WHERE survey = ?1 AND blinded_hash = x''"));
  ALONGSIDE_TRY(remove.bind_bytes(1, survey.bytes()).run());
  return static_cast<std::size_t>(database_.changes());
}

Result<InvitationDesk::Counts> InvitationDesk::counts(SurveyId survey) {
  auto select = ALONGSIDE_TRY(database_.prepare(
      "SELECT count(*), count(nullif(blinded_hash, x'')) FROM feedback_invitations WHERE survey = ?1"));
  if (ALONGSIDE_TRY(select.bind_bytes(1, survey.bytes()).step()) == Step::Done) return Counts{};
  return Counts{static_cast<std::size_t>(select.column_integer(0)), static_cast<std::size_t>(select.column_integer(1))};
}

Result<void> InvitationDesk::tidy(Date today) {
  auto remove = ALONGSIDE_TRY(database_.prepare("DELETE FROM feedback_invitations WHERE until < ?1"));
  return remove.bind(1, today.days()).run();
}

}  // namespace alongside::feedback
