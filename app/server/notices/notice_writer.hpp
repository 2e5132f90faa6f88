// NoticeWriter: puts something new into a person's inbox, as a document that only they see. Called
// by features inside the transaction of an operation or a verb. The words are the caller's, and are
// neutral: whoever stands beside the person may read them. The one place through which notices go: who
// wants an email when there is something new gets one on its way here (mail/mail_outbox.hpp).
#pragma once

#include "app/base/ids.hpp"
#include "app/base/result.hpp"
#include "app/wire/messages/notice.hpp"
#include "app/wire/messages/operation.hpp"

namespace alongside {
class Chance;
class Clock;
}  // namespace alongside

namespace alongside::server {

class Database;
class Documents;

struct NewNotice {
  wire::Bilingual title;  // at most 200 letters in each language
  wire::Bilingual text;   // at most 2,000
  std::string href;       // within the app: "/say/survey/…"
};

class NoticeWriter {
 public:
  NoticeWriter(Database& database, Documents& documents, const Clock& clock, Chance& chance)
      : database_(database), documents_(documents), clock_(clock), chance_(chance) {}

  // `own` is the person's own subject: their household, and their id as the subject's.
  Result<DocumentId> write(const wire::Subject& own, const NewNotice& notice);
  // Whether asking for the same thing once more would be nagging: this title was there within `days`, or stands there
  // twice and was looked at neither time.
  Result<bool> would_nag(const wire::Subject& own, const wire::Bilingual& title, int days);

 private:
  Database& database_;
  Documents& documents_;
  const Clock& clock_;
  Chance& chance_;
};

}  // namespace alongside::server
