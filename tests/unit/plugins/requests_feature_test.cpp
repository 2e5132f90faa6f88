#include "app/wire/messages/notice.hpp"
#include "plugins/requests/api/feature.hpp"
#include "plugins/requests/model/changes.hpp"
#include "plugins/requests/model/request_rules.hpp"
#include "tests/support/family_parts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace alongside;
using namespace alongside::requests;
using namespace alongside::testing;

namespace {

// The demo family, whose council means to answer within seven days.
struct Family : FamilyParts {
  Family() : FamilyParts(make_feature) {
    council.requests.answer_days = 7;
    clock.day = day_of("2026-11-22");
  }

  DocumentId ask(PersonId person = sam, std::uint8_t number = 1) {
    AskFor ask;
    ask.id = id_number<DocumentId>(number);
    ask.service_name = "Farm Tea";
    ask.needs = "An afternoon to sleep";
    REQUIRE(push(person, ask).outcome == wire::Outcome::Applied);
    return ask.id;
  }
  FamilyRequest request_of(PersonId person = sam) {
    const auto requests = feed_of<FamilyRequest>(person);
    REQUIRE(requests.size() == 1);
    return requests[0];
  }
  std::string list() { return run("requests", "list", {""}).value(); }
  Result<std::string> answer(DocumentId id, const std::string& status, const std::string& words,
                             const std::string& welsh = {}) {
    return run("requests", "answer", {id.text(), status, words, welsh});
  }
};

}  // namespace

TEST_CASE("a request gets the day by which the council means to answer") {
  Family family;
  family.ask();
  const FamilyRequest request = family.request_of();
  CHECK(request.asked_on == day_of("2026-11-22"));
  CHECK(request.answer_by == day_of("2026-11-29"));
  CHECK(request.status() == RequestStatus::Asked);
}

TEST_CASE("only who asked sees a request, and nobody else may add to it or take it back") {
  Family family;
  const DocumentId id = family.ask();
  for (const PersonId other : {jo, pat}) {
    CHECK(family.feed_of<FamilyRequest>(other).empty());
    CHECK(family.push(other, AddWords{id, "Me too", {}}).outcome == wire::Outcome::Refused);
    CHECK(family.push(other, TakeBack{id, {}}, 1).outcome == wire::Outcome::Refused);
  }
  CHECK(family.request_of().steps.empty());
}

TEST_CASE("a helper asks for nothing in the family's name") {
  Family family;
  AskFor ask;
  ask.id = id_number<DocumentId>(1);
  ask.needs = "More hours";
  const auto result = family.push(pat, ask);
  CHECK(result.outcome == wire::Outcome::Refused);
  CHECK(result.code == "not_allowed");
}

TEST_CASE("a request without words or without an id is refused by name") {
  Family family;
  AskFor ask;
  ask.id = id_number<DocumentId>(1);
  CHECK(family.push(sam, ask).code == "no_words");
  ask.id = {};
  ask.needs = "Sleep";
  CHECK(family.push(sam, ask).code == "bad_payload");
}

TEST_CASE("twenty open requests are the most, and one that is taken back makes room") {
  Family family;
  for (std::uint8_t i = 1; i <= most_open_requests; ++i) family.ask(sam, i);
  AskFor more;
  more.id = id_number<DocumentId>(21);
  more.needs = "One more";
  CHECK(family.push(sam, more).code == "too_many");
  CHECK(family.push(sam, TakeBack{id_number<DocumentId>(3), {}}, 1).outcome == wire::Outcome::Applied);
  CHECK(family.push(sam, more).outcome == wire::Outcome::Applied);
}

TEST_CASE("the council's answer reaches the family's request, with a notice that does not say what was asked") {
  Family family;
  const DocumentId id = family.ask();
  CHECK(family.answer(id, "waiting", "Yes. There is a place in January.", "Oes. Mae lle ym mis Ionawr.").value() ==
        "Answered: waiting. The family has a notice.\n");
  const FamilyRequest request = family.request_of();
  REQUIRE(request.steps.size() == 1);
  CHECK(request.status() == RequestStatus::Waiting);
  CHECK(request.steps[0].by == StepBy::Council);
  CHECK(request.steps[0].words.en == "Yes. There is a place in January.");
  CHECK(request.steps[0].words.cy == "Oes. Mae lle ym mis Ionawr.");
  const auto notices = family.feed_of<wire::Notice>(sam);
  REQUIRE(notices.size() == 1);
  CHECK(notices[0].href == "/requests/one/" + id.text());
  CHECK(notices[0].title.en.find("Farm") == std::string::npos);
  CHECK(family.feed_of<wire::Notice>(jo).empty());
}

TEST_CASE("words that were written before the answer was seen are added after it") {
  Family family;
  const DocumentId id = family.ask();
  REQUIRE(family.answer(id, "question", "Which day?").ok());
  CHECK(family.push(sam, AddWords{id, "Any day", {}}, 1).outcome == wire::Outcome::Applied);
  const FamilyRequest request = family.request_of();
  REQUIRE(request.steps.size() == 2);
  CHECK(request.status() == RequestStatus::LookedAt);
}

TEST_CASE("a request that was answered meanwhile is not taken back unseen") {
  Family family;
  const DocumentId id = family.ask();
  REQUIRE(family.answer(id, "waiting", "Yes, in January.").ok());
  CHECK(family.push(sam, TakeBack{id, {}}, 1).outcome == wire::Outcome::Conflict);
  CHECK(family.request_of().status() == RequestStatus::Waiting);
  CHECK(family.push(sam, TakeBack{id, {}}, 2).outcome == wire::Outcome::Applied);
  CHECK(family.request_of().status() == RequestStatus::TakenBack);
  const auto answered = family.answer(id, "yes", "Here you are");
  CHECK(answered.error().detail == "its family has taken this request back");
}

TEST_CASE("the list shows what is due first, what is late, and never who asks or why") {
  Family family;
  const DocumentId first = family.ask(sam, 1);
  family.clock.day = day_of("2026-11-25");
  const DocumentId second = family.ask(jo, 2);
  family.clock.day = day_of("2026-11-30");
  CHECK(family.list() ==
        first.text() + "  asked 2026-11-22  answer by 2026-11-29 (late)  asked  short_break: Farm Tea\n" +
            second.text() + "  asked 2026-11-25  answer by 2026-12-02  asked  short_break: Farm Tea\n" + "2 open.\n");
  REQUIRE(family.answer(first, "no", "We are sorry: it is full.").ok());
  CHECK(family.list() ==
        second.text() + "  asked 2026-11-25  answer by 2026-12-02  asked  short_break: Farm Tea\n1 open.\n");
  CHECK(family.run("requests", "list", {"yes"}).value().find(first.text()) != std::string::npos);
}

TEST_CASE("one request is shown in its family's words") {
  Family family;
  const DocumentId id = family.ask();
  const std::string shown = family.run("requests", "show", {id.text()}).value();
  CHECK(shown.find("What would help: An afternoon to sleep\n") != std::string::npos);
}

TEST_CASE("an answer that cannot be is refused in words, and nothing changes") {
  Family family;
  const DocumentId id = family.ask();
  CHECK(family.answer(id, "perhaps", "Well").error().detail ==
        "write looked_at, question, waiting, yes or no for the status");
  CHECK(family.answer(id, "taken_back", "Well").ok() == false);
  CHECK(family.answer(id, "yes", "  ").error().detail == "say something to the family: what happens next, or why not");
  CHECK(family.answer(id, "yes", std::string(5000, 'a')).error().detail == "keep the words under 4,000 bytes");
  CHECK(family.answer(id_number<DocumentId>(99), "yes", "Well").error().code == ErrorCode::NotFound);
  CHECK(family.run("requests", "answer", {"no id", "yes", "Well", ""}).error().detail ==
        "give the id of a request, from: council-api requests list");
  CHECK(family.request_of().steps.empty());
  CHECK(family.feed_of<wire::Notice>(sam).empty());
}
