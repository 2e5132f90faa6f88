#include "app/server/sign_in/access_codes.hpp"

#include "app/base/chance.hpp"
#include "app/base/clock.hpp"
#include "app/server/constant_time.hpp"
#include "app/server/database.hpp"
#include "app/server/digest.hpp"
#include "app/server/id_column.hpp"

#include <array>

namespace alongside::server {

namespace {

// Crockford's: no I, L, O or U, which look like something else or spell something.
constexpr std::string_view code_letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t name_letters = 4;
constexpr std::size_t secret_letters = 8;  // 40 bits, tried five times at most
constexpr std::size_t code_group = 4;
constexpr std::int64_t code_day_ms = 86'400'000;
constexpr std::array<std::uint8_t, 16> no_salt{};

char meant_letter(char typed) {
  if (typed >= 'a' && typed <= 'z') typed = static_cast<char>(typed - 'a' + 'A');
  if (typed == 'O') return '0';
  if (typed == 'I' || typed == 'L') return '1';
  return typed;
}

std::string_view bytes_as_text(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

std::string meant_code(std::string_view typed) {
  std::string code;
  for (const char c : typed) {
    if (c == ' ' || c == '-') continue;
    const char letter = meant_letter(c);
    if (code_letters.find(letter) == code_letters.npos || code.size() == name_letters + secret_letters) return {};
    code += letter;
  }
  return code.size() == name_letters + secret_letters ? code : std::string();
}

std::string AccessCodes::random_letters(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += code_letters[random_number(chance_) % code_letters.size()];
  return text;
}

Result<std::optional<LinkedPerson>> AccessCodes::find_person(PersonId person) {
  auto select = ALONGSIDE_TRY(database_.prepare("SELECT household FROM person WHERE id = ?1"));
  bind_id(select, 1, person);
  if (ALONGSIDE_TRY(select.step()) == Step::Done) return std::optional<LinkedPerson>();
  return std::optional(LinkedPerson{column_id<HouseholdId>(select, 0), person});
}

Result<std::string> AccessCodes::issue(PersonId person, CodePurpose purpose, int days) {
  const auto known = ALONGSIDE_TRY(find_person(person));
  if (!known) return Error{ErrorCode::NotFound, "There is no person " + person.text() + "."};
  const std::string name = random_letters(name_letters), secret = random_letters(secret_letters);
  std::array<std::uint8_t, 16> salt{};
  chance_.fill(salt);
  const Sha256 hash = ALONGSIDE_TRY(slow_hash(secret, salt));
  ALONGSIDE_TRY(use_up(person));
  auto insert =
      ALONGSIDE_TRY(database_.prepare("INSERT INTO sign_in_code VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
                                      " ON CONFLICT (name) DO UPDATE SET household = excluded.household, person = "
                                      "excluded.person, purpose = excluded.purpose, salt = excluded.salt, hash = "
                                      "excluded.hash, until_ms = excluded.until_ms, tries_left = excluded.tries_left"));
  bind_id(bind_id(insert.bind(1, name), 2, known->household), 3, person).bind(4, static_cast<int>(purpose));
  insert.bind_bytes(5, salt).bind_bytes(6, hash).bind(7, clock_.now_ms() + days * code_day_ms).bind(8, most_tries);
  ALONGSIDE_TRY(insert.run());
  return name + "-" + secret.substr(0, code_group) + "-" + secret.substr(code_group);
}

Result<std::optional<RedeemedCode>> AccessCodes::look_up(std::string_view typed) {
  const std::string code = meant_code(typed);
  const std::string name = code.substr(0, name_letters);
  auto select =
      ALONGSIDE_TRY(database_.prepare("SELECT household, person, purpose, salt, hash FROM sign_in_code"
                                      " WHERE name = ?1 AND until_ms > ?2 AND tries_left > 0"));
  select.bind(1, name).bind(2, clock_.now_ms());
  const bool there = ALONGSIDE_TRY(select.step()) == Step::Row;
  const std::string_view secret = code.empty() ? std::string_view() : std::string_view(code).substr(name_letters);
  const Sha256 hash = ALONGSIDE_TRY(slow_hash(secret, there ? select.column_bytes(3) : std::span(no_salt)));
  if (!there) return std::optional<RedeemedCode>();
  RedeemedCode redeemed;
  redeemed.person = {column_id<HouseholdId>(select, 0), column_id<PersonId>(select, 1)};
  redeemed.purpose = static_cast<CodePurpose>(select.column_integer(2));
  if (equal_in_constant_time(bytes_as_text(hash), bytes_as_text(select.column_bytes(4))))
    return std::optional(redeemed);
  select.reset();
  auto count = ALONGSIDE_TRY(database_.prepare("UPDATE sign_in_code SET tries_left = tries_left - 1 WHERE name = ?1"));
  ALONGSIDE_TRY(count.bind(1, name).run());
  return std::optional<RedeemedCode>();
}

Result<void> AccessCodes::use_up(PersonId person) {
  auto remove = ALONGSIDE_TRY(database_.prepare("DELETE FROM sign_in_code WHERE person = ?1 OR until_ms <= ?2"));
  return bind_id(remove, 1, person).bind(2, clock_.now_ms()).run();
}

}  // namespace alongside::server
