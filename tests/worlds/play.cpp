#include "tests/worlds/play.hpp"

#include "app/server/notices/notice_writer.hpp"
#include "app/wire/messages/family.hpp"
#include "app/wire/messages/letter.hpp"
#include "app/wire/messages/notice.hpp"
#include "tests/worlds/ledger_rule.hpp"
#include "tests/worlds/small_survey.hpp"

namespace alongside::worlds {

namespace {

constexpr std::int64_t first_moment_ms = 1'795'000'000'000;

}  // namespace

Play::Play(std::uint64_t seed, Leak leak) : council_(leak), seed_(seed) {
  at(0, 0);
  first_day_ = council_.clock.day;
  council_.import(family_file(first_day_, standings_));
}

// The council's chance begins anew at each event: one event more changes no number of another's.
void Play::at(std::uint64_t key, std::int64_t at_ms) {
  council_.chance.begin_again(mixed(seed_, key));
  council_.browsers_chance.begin_again(mixed(~seed_, key));
  council_.clock.now = first_moment_ms + at_ms;
  council_.clock.day = Date(static_cast<std::int32_t>(council_.clock.now / day_ms));
}

Browser& Play::browser(Who who, unsigned device) {
  const auto key = std::pair(who, device);
  const auto made = browsers_.try_emplace(key, council_, who, device, who == Who::B ? &seen_ : nullptr).first;
  made->second.sign_in();
  return made->second;
}

void Play::write_fact(Browser& browser, const Event& event) {
  wire::Fact fact;
  fact.id = fact_id(event.owner, event.child, event.facet);
  fact.facet = event.facet;
  fact.text = event.text;
  const std::uint64_t version = browser.version(fact.id);
  browser.push(child_subject(event.child), wire::Fact::schema, wire::encode_payload(fact),
               event.late && version > 0 ? version - 1 : version);
}

void Play::write_record(Browser& browser, const Event& event) {
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

void Play::share(Browser& browser, const Event& event) {
  wire::Share share;
  share.viewer = person_id(event.other);
  share.facet = event.facet;
  share.level = event.level;
  browser.push(child_subject(event.child), wire::Share::schema, wire::encode_payload(share), 0);
}

void Play::prefer(Browser& browser, const Event& event) {
  wire::Preference preference;
  preference.id = preference_id(event.who, event.slot);
  preference.key = "key." + std::to_string(event.slot);
  preference.value = event.text.substr(0, 900);
  browser.push(own_subject(event.who), wire::Preference::schema, wire::encode_payload(preference), 0);
}

void Play::notice(const Event& event) {
  council_.by_council([&](server::Documents& documents) {
    server::NoticeWriter writer(council_.database, documents, council_.clock, council_.chance);
    server::NewNotice notice;
    notice.title.en = event.text.substr(0, 100);
    notice.href = "/say";
    must(writer.write(own_subject(event.who), notice));
  });
}

void Play::read_notices(Browser& browser, const Event& event) {
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

void Play::write_note(Browser& browser, const Event& event) {
  feedback::PutVisitNote put;
  put.document = note_id(event.who, event.child, event.slot);
  put.note.day = council_.clock.day;
  put.note.words = event.text;
  browser.push(child_subject(event.child), feedback::PutVisitNote::schema, wire::encode_payload(put),
               browser.version(put.document));
}

void Play::answer(Browser& browser, const Event& event) {
  feedback::NamedAnswers named;
  named.document = answers_id(event.who, event.slot);
  named.response = small_response(council_.survey, event.text);
  browser.push(own_subject(event.who), feedback::NamedAnswers::schema, wire::encode_payload(named),
               browser.version(named.document));
}

void Play::send_letter(Browser& browser, const Event& event) {
  feedback::AnonymousAnswers answers;
  answers.id = random_id<feedback::AnswerId>(council_.chance);
  answers.response = small_response(council_.survey, event.text);
  const wire::Letter letter{{}, wire::encode_frame(answers), {}};
  browser.post_without_name("/api/feedback/answers", wire::encode_frame(letter));
}

void Play::stand(const Event& event) {
  standings_[{event.who, event.child}] = standing_of(event.stand, council_.clock.day);
  council_.import(family_file(first_day_, standings_));
}

void Play::by_person(Browser& browser, const Event& event) {
  switch (event.what) {
    case Do::Fact: return write_fact(browser, event);
    case Do::Record:
    case Do::Remove:
    case Do::BadRecord: return write_record(browser, event);
    case Do::Share: return share(browser, event);
    case Do::Preference: return prefer(browser, event);
    case Do::Answers: return answer(browser, event);
    case Do::Letter: return send_letter(browser, event);
    case Do::VisitNote: return write_note(browser, event);
    case Do::ReadNotices: return read_notices(browser, event);
    case Do::Spoilt: return browser.push(child_subject(event.child), wire::Fact::schema, {0xFF, 0x01}, 0);
    case Do::Guess: return guess(browser, fact_id(Who::A, event.child, event.facet), event.child, event.facet);
    case Do::Notice:
    case Do::Stand:
    case Do::Look: break;
  }
}

void Play::act(const Event& event) {
  at(event.key, event.at_ms);
  if (event.what == Do::Notice) return notice(event);
  if (event.what == Do::Stand) return stand(event);
  Browser& at_hand = browser(event.who, event.device);
  at_hand.look();
  by_person(at_hand, event);
}

}  // namespace alongside::worlds
