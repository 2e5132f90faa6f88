// What B tries in the end: everything that can be fetched, and every id of A's that they might have got
// hold of.
#include "app/wire/messages/family.hpp"
#include "app/wire/messages/notice.hpp"
#include "app/wire/messages/session.hpp"
#include "tests/worlds/ledger_rule.hpp"
#include "tests/worlds/play.hpp"
#include "tests/worlds/small_survey.hpp"

namespace alongside::worlds {

// What B might try with an id of A's that they have got hold of, whether it is one or not.
void Play::guess(Browser& browser, DocumentId id, unsigned child, wire::Facet facet) {
  wire::NoticeRead read;
  read.notice = id;
  browser.push(own_subject(Who::B), wire::NoticeRead::schema, wire::encode_payload(read), 0);
  wire::Fact fact;
  fact.id = id;
  fact.facet = facet;
  fact.text = "a guess";
  browser.push(child_subject(child), wire::Fact::schema, wire::encode_payload(fact), 1);
  Record record;
  record.id = id;
  record.owner = person_id(Who::A);
  record.facet = facet;
  browser.push(child_subject(child), Record::schema, wire::encode_payload(record), 0);
  record.what = RecordDo::Remove;
  browser.push(child_subject(child), Record::schema, wire::encode_payload(record), 1);
}

void Play::guess_to_make(Browser& browser, DocumentId id, unsigned child, wire::Facet facet) {
  guess(browser, id, child, facet);
  wire::Fact fact;
  fact.id = id;
  fact.facet = facet;
  fact.text = "a guess";
  browser.push(child_subject(child), wire::Fact::schema, wire::encode_payload(fact), 0);
  Record record;
  record.id = id;
  record.owner = person_id(Who::B);
  record.facet = facet;
  browser.push(child_subject(child), Record::schema, wire::encode_payload(record), 0);
}

void Play::guess_at_documents(Browser& browser, const History& history) {
  for (unsigned child = 0; child <= other_child; ++child) {
    for (const wire::Facet facet : history.closed) {
      guess_to_make(browser, fact_id(Who::A, child, facet), child, facet);
      guess_to_make(browser, record_id(Who::A, child, facet, slots), child, facet);
      if (facet == wire::Facet::Visits) guess_to_make(browser, note_id(Who::A, child, slots), child, facet);
    }
  }
  guess_to_make(browser, preference_id(Who::A, 0), 0, wire::Facet::Address);
  guess_to_make(browser, answers_id(Who::A, slots), 0, wire::Facet::Address);
}

void Play::guess_at_devices(Browser& browser) {
  browser.push_as(device_id(Who::A, 7), person_id(Who::B), child_subject(0));
  browser.push_as(device_id(Who::A, 7), person_id(Who::A), child_subject(0));
  browser.push_as(device_id(Who::A, 7), person_id(Who::B), child_subject(other_child));
  wire::SessionRevoke revoke;
  revoke.handle = SessionHandle(device_id(Who::A, 7).bytes());
  browser.post("/api/session/revoke", wire::encode_frame(revoke));
}

void Play::fetch_everything(const History& history) {
  at(1'000'000, history.end_ms);
  Browser& browser = this->browser(Who::B, 0);
  browser.look();
  for (std::uint64_t since = 0; since <= browser.cursor() + 1; ++since) {
    browser.get("/api/sync/feed?since=" + std::to_string(since));
  }
  for (const char* target :
       {"/api/session", "/api/session/list", "/api/session/demo", "/api/sync/feed?since=x", "/api/sync/push",
        "/api/council", "/api/feedback/surveys", "/say", "/", "/nowhere", "/api/nowhere", "/api/everything/page",
        "/api/everything/data", "/api/everything/page?lang=cy"}) {
    browser.get(target);
  }
  browser.get("/api/feedback/definitions/" + std::string(survey_id));
  guess_at_documents(browser, history);
  guess_at_devices(browser);
  browser.look();
  seen_.push_back(council_.letters_to(person_id(Who::B)));
}

}  // namespace alongside::worlds
