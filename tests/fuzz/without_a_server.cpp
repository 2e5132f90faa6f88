// What a council's files may lead to and their fuzz target does not follow: a database, pages in files,
// what somebody wished before.
#include "app/server/database.hpp"
#include "app/server/mail/mail_wish.hpp"
#include "app/server/public_pages/public_pages.hpp"

namespace alongside::server {

Result<void> Database::open(const std::string&) { return Error{ErrorCode::Storage, "there is none"}; }
Result<void> Database::open(const PostgresPlace&) { return Error{ErrorCode::Storage, "there is none"}; }

std::vector<wire::PublicPage> read_public_pages(const std::string&, const CouncilConfig&, JsonMistakes&) { return {}; }

// As it is, in mail_wish.cpp, beside what asks the database.
std::optional<MailWish> mail_wish_named(std::string_view word) {
  if (word == "off") return MailWish::None;
  if (word == "en") return MailWish::English;
  return word == "cy" ? std::optional(MailWish::Welsh) : std::nullopt;
}

}  // namespace alongside::server
