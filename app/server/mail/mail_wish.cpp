#include "app/server/mail/mail_wish.hpp"

#include "app/base/chance.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/sync/documents.hpp"
#include "app/server/sync/new_content.hpp"
#include "app/wire/messages/family.hpp"
#include "app/wire/payload.hpp"

#include <array>

namespace alongside::server {

namespace {

constexpr std::array<std::string_view, 3> words = {"off", "en", "cy"};  // in the order of the enum

// The value of the person's preference, if there is one.
Result<std::optional<std::string>> preferred(const Documents& documents, const wire::Subject& own) {
  for (const wire::Document& document : ALONGSIDE_TRY(documents.about_by_council(own, wire::Preference::schema.id))) {
    const auto preference = wire::decode_payload<wire::Preference>(document.content);
    if (preference && preference->key == mail_wish_key) return std::optional(preference->value);
  }
  return std::optional<std::string>();
}

}  // namespace

std::optional<MailWish> mail_wish_named(std::string_view word) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == word) return static_cast<MailWish>(i);
  }
  return std::nullopt;
}

std::string_view word_for(MailWish wish) { return words[static_cast<std::size_t>(wish)]; }

Result<MailWish> mail_wish(const Documents& documents, const wire::Subject& own) {
  const auto value = ALONGSIDE_TRY(preferred(documents, own));
  return value ? mail_wish_named(*value).value_or(MailWish::None) : MailWish::None;
}

Result<bool> begin_mail_wish(Documents& documents, Chance& chance, const wire::Subject& own, MailWish wish) {
  if (ALONGSIDE_TRY(preferred(documents, own))) return false;
  wire::Preference preference;
  preference.id = random_id<DocumentId>(chance);
  preference.key = mail_wish_key;
  preference.value = word_for(wish);
  ALONGSIDE_TRY(documents.put_by_council(
      new_content(preference.id, own, PersonId(own.id.bytes()), wire::Facet::Own, preference)));
  return true;
}

Result<std::string> mail_address_of(Database& database, PersonId person) {
  auto select = ALONGSIDE_TRY(database.prepare("SELECT email FROM person WHERE id = ?1"));
  bind_id(select, 1, person);
  if (ALONGSIDE_TRY(select.step()) == Step::Done) return std::string();
  return std::string(select.column_text(0));
}

}  // namespace alongside::server
