// NoticeWriter: puts something new into a person's inbox, as a document that only they see. Called
// by features inside the transaction of an operation or a verb. The words are the caller's, and are
// neutral: whoever stands beside the person may read them. The one place through which notices go,
// so that a letter or an email about one is added here.
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

class Documents;

struct NewNotice {
  wire::Bilingual title;  // at most 200 letters in each language
  wire::Bilingual text;   // at most 2,000
  std::string href;       // within the app: "/say/survey/…"
};

class NoticeWriter {
 public:
  NoticeWriter(Documents& documents, const Clock& clock, Chance& chance)
      : documents_(documents), clock_(clock), chance_(chance) {}

  // `own` is the person's own subject: their household, and their id as the subject's.
  Result<DocumentId> write(const wire::Subject& own, const NewNotice& notice);

 private:
  Documents& documents_;
  const Clock& clock_;
  Chance& chance_;
};

}  // namespace alongside::server
