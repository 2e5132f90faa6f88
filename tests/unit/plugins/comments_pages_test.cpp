#include "plugins/comments/model/remark_rules.hpp"
#include "plugins/comments/pages/comments_page.hpp"
#include "plugins/comments/pages/listing_page.hpp"
#include "plugins/comments/pages/remark_page.hpp"
#include "plugins/comments/pages/send_page.hpp"
#include "plugins/comments/words.hpp"
#include "tests/support/family_sample.hpp"
#include "tests/support/page_screen.hpp"
#include "tests/unit/plugins/offer_sample.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <type_traits>

using namespace alongside;
using namespace alongside::comments;
using namespace alongside::testing;
using ui::Role;

namespace {

const std::string farm_id = "00000000-0000-4000-8000-000000000001";
const std::string about_farm = "?about=" + farm_id + "&name=Farm%20Tea";
const DocumentId own_id = id_number<DocumentId>(7);
const wire::Subject own_subject{riley.household, SubjectId(sam.bytes())};

// A phone; Sam is signed in on it when the test says so.
struct CommentScreen : PageScreen {
  CommentStore store{host};
  std::unique_ptr<Page> page;

  CommentScreen() : PageScreen(comments_words, sample_council()) {}

  void sign_in() {
    host.session_.person = sam;
    host.session_.own = own_subject;
  }
  template <class AnyPage, class... Arguments>
  void open(std::string_view address, Arguments... arguments) {
    if constexpr (std::is_same_v<AnyPage, ListingPage>)
      page = std::make_unique<AnyPage>(host);
    else
      page = std::make_unique<AnyPage>(host, store, arguments...);
    page->opened(Route::parse(address));
    draw();
  }
  void draw() { PageScreen::draw(*page); }
  void press(std::string_view button) {
    harness.activate(harness.find(Role::Button, button));
    draw();
  }
  void type(std::string_view field, std::string_view text) {
    harness.type(harness.find(Role::TextField, field), text);
    draw();
  }
  bool says(std::string_view text) const {
    return harness.has(Role::Paragraph, text) || harness.has(Role::Status, text);
  }
  SendRemark posted() const { return wire::decode_frame<SendRemark>(host.posted.at(0).letter.frame).value(); }
};

PublishedComment muddy() {
  PublishedComment comment;
  comment.service = ServiceId::parse(farm_id).value();
  comment.service_name = "Farm Tea";
  comment.words = {"The path is muddy.", "Mae'r llwybr yn fwdlyd."};
  comment.published_on = day_of("2026-11-20");
  comment.answer = {"It was.", {}};
  comment.action = {"A path was laid.", {}};
  return comment;
}
PublishedComment hello() {
  PublishedComment comment;
  comment.words.en = "More swimming, please.";
  comment.published_on = day_of("2025-05-01");
  return comment;
}
CommentList two_comments() {
  CommentList list;
  list.comments = {muddy(), hello()};
  list.summaries = {{2025, day_of("2026-01-10")}};
  return list;
}

RemarkRecord own_record(RemarkState state) {
  RemarkRecord record;
  record.remark.words = "Riley got stuck in the mud";
  record.remark.service_name = "Farm Tea";
  record.sent_on = day_of("2026-11-20");
  record.state = state;
  return record;
}

}  // namespace

TEST_CASE("the comments stand with the council's answer and action beside each, and when the last summary was") {
  CommentScreen screen;
  screen.open<CommentsPage>("/comments");
  CHECK(screen.says("Fetching the comments"));
  screen.host.answer_with(two_comments());
  screen.draw();
  for (const char* words :
       {"The path is muddy.", "It was.", "A path was laid.", "More swimming, please.", "We have not answered this yet.",
        "The last yearly summary was published on 10 January 2026."})
    CHECK_MESSAGE(screen.says(words), words);
  CHECK(screen.harness.find(Role::Link, "You said, we did: 2025").href == "/comments/year/2025");
  CHECK(screen.harness.find(Role::Link, "Tell us what you think").href == "/comments/new");
}

TEST_CASE("of one service and of one year only their comments are shown, and what is said is about that service") {
  CommentScreen screen;
  screen.open<CommentsPage>("/comments/about/" + farm_id + "?name=Farm%20Tea");
  screen.host.answer_with(two_comments());
  screen.draw();
  CHECK(screen.says("The path is muddy."));
  CHECK_FALSE(screen.says("More swimming, please."));
  CHECK(Route::parse(screen.harness.find(Role::Link, "Something here is wrong").href).value("about") == farm_id);
  CHECK(screen.harness.find(Role::Link, "Back to its page").href == "/service/" + farm_id);
  screen.open<CommentsPage>("/comments/year/2025");
  CHECK_FALSE(screen.says("The path is muddy."));
  CHECK(screen.says("More swimming, please."));
}

TEST_CASE("without a network and without a copy the page says so, and tries again when asked") {
  CommentScreen screen;
  screen.open<CommentsPage>("/comments");
  screen.host.answer(Error{ErrorCode::Offline, ""});
  screen.draw();
  CHECK(screen.says("The comments are not on this device yet, and there is no network."));
  screen.press("Try again");
  screen.host.answer_with(two_comments());
  screen.draw();
  CHECK(screen.says("The path is muddy."));
}

TEST_CASE("signed out, a comment goes as a letter without a name and is said to be saved when it is") {
  CommentScreen screen;
  screen.open<SendPage>("/comments/new", RemarkKind::Comment);
  CHECK(screen.says("You are not signed in, so this goes to us without your name."));
  screen.type("What would you like to say?", " More swimming ");
  screen.press("Send it to us");
  REQUIRE(screen.host.posted.size() == 1);
  CHECK(screen.host.posted[0].letter.path == "/api/comments/letters");
  CHECK(screen.host.posted[0].letter.token_purpose.empty());
  CHECK(screen.posted().remark.words == "More swimming");
  CHECK_FALSE(screen.posted().id.is_nil());
  CHECK_FALSE(screen.harness.has(Role::Heading, "Saved. It is on its way to us."));
  screen.host.posted[0].saved({});
  screen.draw();
  CHECK(screen.harness.has(Role::Heading, "Saved. It is on its way to us."));
}

TEST_CASE("signed in, a comment is the person's own operation, or a letter when they choose so") {
  CommentScreen screen;
  screen.sign_in();
  screen.open<SendPage>("/comments/new" + about_farm, RemarkKind::Comment);
  screen.type("What would you like to say?", "Muddy");
  screen.press("Send it to us");
  REQUIRE(screen.host.records_.saved.size() == 1);
  const auto sent = screen.host.records_.payload<SendRemark>(0);
  CHECK(sent.remark.service.text() == farm_id);
  CHECK(sent.remark.service_name == "Farm Tea");
  CHECK(sent.remark.topic == Topic::Quality);
  CHECK(screen.host.records_.saved[0]->change.subject == own_subject);
  screen.host.records_.finish_saves();
  screen.draw();
  CHECK(screen.harness.find(Role::Link, "See what you told us").href == "/comments/one/" + sent.id.text());

  CommentScreen other;
  other.sign_in();
  other.open<SendPage>("/comments/new", RemarkKind::Comment);
  other.type("What would you like to say?", "Muddy");
  other.harness.activate(other.harness.find(Role::Radio, "No, send it without my name"));
  other.draw();
  other.press("Send it to us");
  CHECK(other.host.records_.saved.empty());
  CHECK(other.host.posted.size() == 1);
}

TEST_CASE("a comment without words says so beside the field, and nothing is sent") {
  CommentScreen screen;
  screen.open<SendPage>("/comments/new", RemarkKind::Comment);
  screen.press("Send it to us");
  CHECK(screen.host.posted.empty());
  CHECK(screen.harness.has(Role::Link, "Write a few words"));
}

TEST_CASE("what a device could not keep stays in the form, and goes with the same id when tried again") {
  CommentScreen screen;
  screen.open<SendPage>("/comments/new", RemarkKind::Comment);
  screen.type("What would you like to say?", "Muddy");
  screen.press("Send it to us");
  screen.host.posted[0].saved(Error{ErrorCode::Storage, ""});
  screen.draw();
  CHECK(screen.says("This device could not keep it. Your words are still here: try again, or ring us."));
  const DocumentId id = screen.posted().id;
  screen.press("Send it to us");
  REQUIRE(screen.host.posted.size() == 2);
  CHECK(wire::decode_frame<SendRemark>(screen.host.posted[1].letter.frame).value().id == id);
}

TEST_CASE("a correction asks which fact, and without a service says how to find it") {
  CommentScreen screen;
  screen.open<SendPage>("/comments/wrong" + about_farm, RemarkKind::Correction);
  screen.type("What should it say?", "It is on Fridays");
  screen.press("Send it to us");
  CHECK(screen.posted().remark.kind == RemarkKind::Correction);
  CHECK(screen.posted().remark.fact == Fact::When);
  CHECK(screen.posted().remark.service.text() == farm_id);

  CommentScreen nowhere;
  nowhere.open<SendPage>("/comments/wrong?about=nonsense&name=x", RemarkKind::Correction);
  CHECK_FALSE(nowhere.harness.has(Role::Button, "Send it to us"));
  CHECK(nowhere.harness.find(Role::Link, "Find the place").href == "/find");
}

TEST_CASE("whoever runs a club sends what it should say as a letter, once its name and their own are there") {
  CommentScreen screen;
  screen.open<ListingPage>("/comments/listing" + about_farm);
  screen.press("Send it to us");
  CHECK(screen.host.posted.empty());
  CHECK(screen.harness.has(Role::Link, "Your name and how we reach you. We do not publish this."));
  screen.type("Your name and how we reach you. We do not publish this.", "Ann, 01632 960111");
  screen.type("What it costs", "Nothing");
  screen.press("Send it to us");
  REQUIRE(screen.host.posted.size() == 1);
  CHECK(screen.host.posted[0].letter.path == "/api/local_offer/proposals");
  const auto sent = wire::decode_frame<wire::OfferProposal>(screen.host.posted[0].letter.frame).value();
  CHECK(sent.service.text() == farm_id);
  CHECK(sent.name == "Farm Tea");
  CHECK(sent.cost == "Nothing");
  CHECK_FALSE(sent.id.is_nil());
  screen.host.posted[0].saved({});
  screen.draw();
  CHECK(screen.harness.has(Role::Heading, "Saved. It is on its way to us."));
}

TEST_CASE("one's own comment shows how it stands, from this device to the answer") {
  CommentScreen screen;
  screen.sign_in();
  Change change = change_of(own_subject, SendRemark{own_id, own_record(RemarkState::Received).remark, {}});
  screen.host.records_.save(std::move(change), {});
  screen.host.records_.finish_saves();
  screen.open<RemarkPage>("/comments/one/" + own_id.text());
  CHECK(screen.says("Saved on this device. It goes to us when there is a network."));
  CHECK(screen.says("Riley got stuck in the mud"));
  RemarkRecord answered = own_record(RemarkState::Answered);
  answered.published.en = "The path is muddy.";
  answered.answer.en = "It was.";
  answered.action.en = "A path was laid.";
  screen.host.records_.put(own_id, own_subject, sam, wire::Facet::Own, answered);
  screen.draw();
  for (const char* words : {"It was.", "A path was laid.", "The path is muddy.", "Riley got stuck in the mud"})
    CHECK_MESSAGE(screen.says(words), words);
}

TEST_CASE("a comment about what one person gets says where a complaint goes") {
  CommentScreen screen;
  screen.sign_in();
  RemarkRecord hidden = own_record(RemarkState::Hidden);
  hidden.hidden_because = HideReason::OnePerson;
  screen.host.records_.put(own_id, own_subject, sam, wire::Facet::Own, hidden);
  screen.open<RemarkPage>("/comments/one/" + own_id.text());
  CHECK(screen.says(
      "This is about what one person gets, so we do not publish it. You can complain, and we look into it."));
  CHECK(screen.harness.find(Role::Link, "Ways to complain and to get help").href == "/help");
}

TEST_CASE("what the council did not take stays until it has been read") {
  CommentScreen screen;
  screen.sign_in();
  screen.host.records_.save(change_of(own_subject, SendRemark{own_id, own_record(RemarkState::Received).remark, {}}),
                            {});
  screen.host.records_.finish_saves();
  screen.host.records_.set_state(0, ChangeState::Refused, "too_many");
  screen.open<RemarkPage>("/comments/one/" + own_id.text());
  CHECK(screen.says("We could not take this. Please ring us, and we write it down with you."));
  screen.press("I have read this");
  CHECK(screen.says("This is not on this device. It may still be on its way."));
}
