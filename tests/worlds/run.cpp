#include "tests/worlds/run.hpp"

#include "app/server/notices/notice_writer.hpp"
#include "app/wire/messages/family.hpp"
#include "app/wire/messages/notice.hpp"
#include "app/wire/messages/session.hpp"
#include "tests/worlds/browser.hpp"
#include "tests/worlds/ledger_rule.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace alongside::worlds {

namespace {

constexpr std::int64_t first_moment_ms = 1'795'000'000'000;
constexpr std::int64_t day_ms = 86'400'000;

class Run {
 public:
  Run(std::uint64_t seed, Leak leak) : council_(leak), seed_(seed) {
    at(0, 0);
    council_.import(family_file(council_.clock.day));
  }

  void act(const Event& event);
  void fetch_everything(const History& history);
  Outcome outcome() { return {std::move(seen_), std::move(kept_)}; }
  void note_what_is_kept() { kept_ += council_.all_kept(); }

 private:
  // The council's chance begins anew at each event: one event more changes no number of another's.
  void at(std::uint64_t key, std::int64_t at_ms) {
    council_.chance.begin_again(mixed(seed_, key));
    council_.clock.now = first_moment_ms + at_ms;
    council_.clock.day = Date(static_cast<std::int32_t>(council_.clock.now / day_ms));
  }
  Browser& browser(Who who, unsigned device) {
    const auto key = std::pair(who, device);
    const auto made = browsers_.try_emplace(key, council_, who, device, who == Who::B ? &seen_ : nullptr).first;
    made->second.sign_in();
    return made->second;
  }
  void write_fact(Browser& browser, const Event& event);
  void write_record(Browser& browser, const Event& event);
  void share(Browser& browser, const Event& event);
  void prefer(Browser& browser, const Event& event);
  void notice(const Event& event);
  void read_notices(Browser& browser, const Event& event);
  void guess(Browser& browser, DocumentId id, unsigned child, wire::Facet facet);
  void guess_to_make(Browser& browser, DocumentId id, unsigned child, wire::Facet facet);

  Council council_;
  std::uint64_t seed_;
  std::map<std::pair<Who, unsigned>, Browser> browsers_;
  std::vector<std::string> seen_;
  std::string kept_;
};

void Run::write_fact(Browser& browser, const Event& event) {
  wire::Fact fact;
  fact.id = fact_id(event.owner, event.child, event.facet);
  fact.facet = event.facet;
  fact.text = event.text;
  const std::uint64_t version = browser.version(fact.id);
  browser.push(child_subject(event.child), wire::Fact::schema, wire::encode_payload(fact),
               event.late && version > 0 ? version - 1 : version);
}

void Run::write_record(Browser& browser, const Event& event) {
  Record record;
  record.id = record_id(event.owner, event.child, event.facet, event.slot);
  record.owner = person_id(event.owner);
  record.facet = event.facet;
  record.text = event.text;
  if (event.what == Do::Remove) record.what = RecordDo::Remove;
  if (event.what == Do::BadRecord) record.what = RecordDo::PutBadly;
  const std::uint64_t version = browser.version(record.id);
  browser.push(child_subject(event.child), Record::schema, wire::encode_payload(record),
               event.late ? version + 1 : version);
}

void Run::share(Browser& browser, const Event& event) {
  wire::Share share;
  share.viewer = person_id(event.other);
  share.facet = event.facet;
  share.level = event.level;
  browser.push(child_subject(event.child), wire::Share::schema, wire::encode_payload(share), 0);
}

void Run::prefer(Browser& browser, const Event& event) {
  wire::Preference preference;
  preference.id = preference_id(event.who, event.slot);
  preference.key = "key." + std::to_string(event.slot);
  preference.value = event.text.substr(0, 900);
  browser.push(own_subject(event.who), wire::Preference::schema, wire::encode_payload(preference), 0);
}

void Run::notice(const Event& event) {
  council_.by_council([&](server::Documents& documents) {
    server::NoticeWriter writer(documents, council_.clock, council_.chance);
    server::NewNotice notice;
    notice.title.en = event.text.substr(0, 100);
    notice.href = "/say";
    must(writer.write(own_subject(event.who), notice));
  });
}

void Run::read_notices(Browser& browser, const Event& event) {
  std::vector<DocumentId> unread;
  for (const auto& [id, document] : browser.documents()) {
    if (document.kind == wire::Notice::schema.id) unread.push_back(id);
  }
  for (const DocumentId id : unread) {
    wire::NoticeRead read;
    read.notice = id;
    browser.push(own_subject(event.who), wire::NoticeRead::schema, wire::encode_payload(read), 0);
  }
}

// What B might try with an id of A's that they have got hold of, whether it is one or not.
void Run::guess(Browser& browser, DocumentId id, unsigned child, wire::Facet facet) {
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

void Run::guess_to_make(Browser& browser, DocumentId id, unsigned child, wire::Facet facet) {
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

void Run::act(const Event& event) {
  at(event.key, event.at_ms);
  if (event.what == Do::Notice) return notice(event);
  Browser& at_hand = browser(event.who, event.device);
  at_hand.look();
  switch (event.what) {
    case Do::Fact: return write_fact(at_hand, event);
    case Do::Record:
    case Do::Remove:
    case Do::BadRecord: return write_record(at_hand, event);
    case Do::Share: return share(at_hand, event);
    case Do::Preference: return prefer(at_hand, event);
    case Do::ReadNotices: return read_notices(at_hand, event);
    case Do::Spoilt: return at_hand.push(child_subject(event.child), wire::Fact::schema, {0xFF, 0x01}, 0);
    case Do::Guess: return guess(at_hand, fact_id(Who::A, event.child, event.facet), event.child, event.facet);
    case Do::Notice:
    case Do::Look: break;
  }
}

void Run::fetch_everything(const History& history) {
  at(1'000'000, history.end_ms);
  Browser& browser = this->browser(Who::B, 0);
  browser.look();
  for (std::uint64_t since = 0; since <= browser.cursor() + 1; ++since) {
    browser.get("/api/sync/feed?since=" + std::to_string(since));
  }
  for (const char* target : {"/api/session", "/api/session/list", "/api/session/demo", "/api/sync/feed?since=x",
                             "/api/sync/push", "/api/council", "/", "/nowhere", "/api/nowhere"}) {
    browser.get(target);
  }
  for (unsigned child = 0; child <= other_child; ++child) {
    for (const wire::Facet facet : history.closed) {
      guess_to_make(browser, fact_id(Who::A, child, facet), child, facet);
      guess_to_make(browser, record_id(Who::A, child, facet, slots), child, facet);
    }
  }
  guess_to_make(browser, preference_id(Who::A, 0), 0, wire::Facet::Address);
  browser.push_as(device_id(Who::A, 7), person_id(Who::B), child_subject(0));
  browser.push_as(device_id(Who::A, 7), person_id(Who::A), child_subject(0));
  browser.push_as(device_id(Who::A, 7), person_id(Who::B), child_subject(other_child));
  wire::SessionRevoke revoke;
  revoke.handle = Id<struct SessionTag>(device_id(Who::A, 7).bytes());
  browser.post("/api/session/revoke", wire::encode_frame(revoke));
  browser.look();
}

}  // namespace

Outcome run(const History& history, std::uint64_t seed, Leak leak) {
  Run run(seed, leak);
  for (const Event& event : history.events) {
    run.act(event);
    if (event.key >= secret_key) run.note_what_is_kept();
  }
  run.note_what_is_kept();
  run.fetch_everything(history);
  return run.outcome();
}

int first_difference(const Outcome& one, const Outcome& other) {
  const auto [left, right] = std::ranges::mismatch(one.seen, other.seen);
  if (left == one.seen.end() && right == other.seen.end()) return -1;
  return static_cast<int>(left - one.seen.begin());
}

}  // namespace alongside::worlds
