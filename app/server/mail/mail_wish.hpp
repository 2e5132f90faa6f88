// MailWish: whether a person wants emails, and in which language: a preference of theirs, which the
// household's file may begin with. And the address that the council has for them. Read for each notice,
// for each letter that is due and for each session; written by the import alone.
#pragma once

#include "app/base/ids.hpp"
#include "app/base/result.hpp"
#include "app/server/language.hpp"
#include "app/wire/messages/operation.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace alongside {
class Chance;
}

namespace alongside::server {

class Database;
class Documents;

inline constexpr std::string_view mail_wish_key = "shell.emails";  // of wire::Preference

enum class MailWish : std::uint8_t { None, English, Welsh };

std::optional<MailWish> mail_wish_named(std::string_view word);  // "off", "en" or "cy", as the preference says
std::string_view word_for(MailWish wish);

// `own` is the person's own subject.
Result<MailWish> mail_wish(const Documents& documents, const wire::Subject& own);
// What the file says counts until the person has said anything: false when they have.
Result<bool> begin_mail_wish(Documents& documents, Chance& chance, const wire::Subject& own, MailWish wish);
// Empty when the council has none.
Result<std::string> mail_address_of(Database& database, PersonId person);

}  // namespace alongside::server
