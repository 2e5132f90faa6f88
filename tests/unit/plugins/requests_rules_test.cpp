#include "plugins/requests/model/request_book.hpp"
#include "plugins/requests/model/request_form.hpp"
#include "plugins/requests/model/request_rules.hpp"
#include "tests/support/family_sample.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::requests;
using namespace alongside::testing;

namespace {

AskFor break_at_the_farm() {
  AskFor ask;
  ask.id = id_number<DocumentId>(1);
  ask.service_name = "Farm Tea";
  ask.needs = "  An afternoon to sleep  ";
  return ask;
}

FamilyRequest request_with(RequestStatus status) {
  FamilyRequest request = request_of(break_at_the_farm(), day_of("2026-11-20"), day_of("2026-11-30"));
  RequestStep step;
  step.by = StepBy::Council;
  step.status = status;
  request.steps.push_back(step);
  return request;
}

BookChange made(AnyChange change, std::uint64_t version = 0, Progress progress = Progress::OnDevice) {
  BookChange change_made;
  change_made.id = id_number<OperationId>(9);
  change_made.subject = riley;
  change_made.base.number = version;
  change_made.day = day_of("2026-11-22");
  change_made.progress = progress;
  change_made.change = std::move(change);
  return change_made;
}

RequestBook book_with(FamilyRequest request, std::uint64_t version) {
  RequestBook book;
  book.requests.push_back({id_number<DocumentId>(1), {version, {}}, riley, std::move(request)});
  return book;
}

}  // namespace

TEST_CASE("a request needs words about what would help, and nothing else") {
  AskFor ask = break_at_the_farm();
  CHECK_FALSE(check(ask).has_value());
  CHECK(request_of(ask, {}, {}).needs == "An afternoon to sleep");
  ask.service_name.clear();
  CHECK_FALSE(check(ask).has_value());
  for (const char* nothing : {"", "  \n\t "}) {
    ask.needs = nothing;
    CHECK(check(ask) == RequestFault::NoWords);
  }
}

TEST_CASE("words that are too long or broken are refused by name") {
  AskFor ask = break_at_the_farm();
  ask.needs.assign(FamilyRequest::most_words + 1, 'a');
  CHECK(check(ask) == RequestFault::TooLong);
  ask.needs = "a\xff";
  CHECK(check(ask) == RequestFault::BadText);
  for (std::string AskFor::* line : {&AskFor::service_name, &AskFor::when, &AskFor::contact}) {
    ask = break_at_the_farm();
    (ask.*line).assign(FamilyRequest::most_line + 1, 'a');
    CHECK(check(ask) == RequestFault::TooLong);
    (ask.*line) = std::string("a\0b", 3);
    CHECK(check(ask) == RequestFault::BadText);
  }
}

TEST_CASE("words can be added until a request is answered for good, and taken back until then") {
  const AddWords add{{}, "And on Sundays", {}};
  for (const RequestStatus status :
       {RequestStatus::Asked, RequestStatus::LookedAt, RequestStatus::Question, RequestStatus::Waiting}) {
    CHECK_FALSE(check(request_with(status), add).has_value());
    CHECK_FALSE(check(request_with(status), TakeBack{}).has_value());
  }
  for (const RequestStatus status : {RequestStatus::Yes, RequestStatus::No, RequestStatus::TakenBack}) {
    CHECK(check(request_with(status), add) == RequestFault::Over);
    CHECK(check(request_with(status), TakeBack{}) == RequestFault::Over);
  }
  FamilyRequest full = request_with(RequestStatus::LookedAt);
  full.steps.resize(FamilyRequest::most_steps, full.steps.front());
  CHECK(check(full, add) == RequestFault::TooMany);
  CHECK_FALSE(check(full, TakeBack{}).has_value());
}

TEST_CASE("an answer to the council's question brings the request back to the council") {
  FamilyRequest asked = request_with(RequestStatus::Question);
  add_words(asked, " Tuesdays ", day_of("2026-11-23"));
  CHECK(asked.status() == RequestStatus::LookedAt);
  CHECK(asked.steps.back().words.en == "Tuesdays");
  CHECK(asked.steps.back().by == StepBy::Family);
  FamilyRequest waiting = request_with(RequestStatus::Waiting);
  add_words(waiting, "Thank you", day_of("2026-11-23"));
  CHECK(waiting.status() == RequestStatus::Waiting);
}

TEST_CASE("what this device asked for is there before the council has it, and once only afterwards") {
  const BookChange asked = made(break_at_the_farm());
  const RequestBook before = apply_changes({}, std::vector{asked});
  REQUIRE(before.requests.size() == 1);
  CHECK(!before.requests[0].version.exists());
  CHECK(before.requests[0].progress == Progress::OnDevice);
  CHECK(before.requests[0].request.asked_on == day_of("2026-11-22"));
  const RequestBook after = apply_changes(book_with(request_with(RequestStatus::LookedAt), 2), std::vector{asked});
  REQUIRE(after.requests.size() == 1);
  CHECK(after.requests[0].request.status() == RequestStatus::LookedAt);
}

TEST_CASE("words and taking back show at once, until the council's document tells more") {
  const AddWords add{id_number<DocumentId>(1), "And on Sundays", {}};
  const TakeBack back{id_number<DocumentId>(1), {}};
  BookChange after_that = made(back, 3);
  after_that.base.made_by = made(add, 2).id;
  for (const std::uint64_t version : {2, 3}) {
    const RequestBook book =
        apply_changes(book_with(request_with(RequestStatus::LookedAt), version), std::vector{made(add, 2), after_that});
    REQUIRE(book.requests.size() == 1);
    CHECK(book.requests[0].request.steps.size() == (version == 2 ? 3 : 1));
    CHECK(book.requests[0].request.status() == (version == 2 ? RequestStatus::TakenBack : RequestStatus::LookedAt));
  }
}

TEST_CASE("a refused change is not laid over the book but kept to be read") {
  const RequestBook book = apply_changes({}, std::vector{made(break_at_the_farm(), 0, Progress::Refused)});
  CHECK(book.requests.empty());
  REQUIRE(book.refused.size() == 1);
}

TEST_CASE("a kind that nobody knows is something else") {
  for (const RequestKind kind :
       {RequestKind::ShortBreak, RequestKind::Assessment, RequestKind::CarerAssessment, RequestKind::SomethingElse})
    CHECK(kind_named(name_of(kind)) == kind);
  CHECK(kind_named("a spaceship") == RequestKind::SomethingElse);
}
