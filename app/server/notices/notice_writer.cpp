#include "app/server/notices/notice_writer.hpp"

#include "app/base/chance.hpp"
#include "app/base/clock.hpp"
#include "app/base/utf8.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/mail/mail_outbox.hpp"
#include "app/server/sync/documents.hpp"
#include "app/server/sync/new_content.hpp"
#include "app/wire/payload.hpp"

#include <string_view>

namespace alongside::server {

namespace {

constexpr std::size_t title_letters = 200;
constexpr std::size_t text_letters = 2000;
constexpr std::size_t href_bytes = 2000;

bool fits(const wire::Bilingual& words, std::size_t letters) {
  return is_text(words.en) && is_text(words.cy) && code_points(words.en) <= letters && code_points(words.cy) <= letters;
}

// An address of this app: "//elsewhere" would lead out of it.
bool is_inside(std::string_view href) {
  return href.size() <= href_bytes && is_text(href) && href.starts_with('/') && !href.starts_with("//") &&
         href.find('\\') == std::string_view::npos;
}

}  // namespace

Result<bool> NoticeWriter::would_nag(const wire::Subject& own, const wire::Bilingual& title, int days) {
  auto select = ALONGSIDE_TRY(database_.prepare(
      "SELECT content FROM document WHERE household = ?1 AND subject = ?2 AND kind = ?3 AND gone = 0"));
  bind_id(bind_id(select, 1, own.household), 2, own.id).bind(3, std::int64_t{wire::Notice::schema.id});
  int unseen = 0;
  while (ALONGSIDE_TRY(select.step()) == Step::Row) {
    const auto earlier = wire::decode_payload<wire::Notice>(select.column_bytes(0));
    if (!earlier.ok() || earlier.value().title.en != title.en) continue;
    if (days_between(earlier.value().day, clock_.today()) < days) return true;
    unseen += earlier.value().seen == wire::Seen::No ? 1 : 0;
  }
  return unseen >= 2;
}

Result<DocumentId> NoticeWriter::write(const wire::Subject& own, const NewNotice& notice) {
  if (notice.title.en.empty() || !fits(notice.title, title_letters) || !fits(notice.text, text_letters)) {
    return Error{ErrorCode::InvalidInput, "bad_notice"};
  }
  if (!notice.href.empty() && !is_inside(notice.href)) return Error{ErrorCode::InvalidInput, "bad_notice"};
  wire::Notice message;
  message.day = clock_.today();
  message.title = notice.title;
  message.text = notice.text;
  message.href = notice.href;
  const auto id = random_id<DocumentId>(chance_);
  ALONGSIDE_TRY(documents_.put_by_council(new_content(id, own, PersonId(own.id.bytes()), wire::Facet::Own, message)));
  ALONGSIDE_TRY(MailOutbox(database_, documents_).note_notice(own, clock_.now_ms(), chance_));
  return id;
}

}  // namespace alongside::server
