// The account page and what the family says about itself: shares, facts, places, what was refused.
#include "tests/unit/client/signed_in_screen.hpp"

#include "app/wire/messages/family.hpp"

using namespace alongside;
using namespace alongside::client;
using ui::Role;

namespace {

constexpr std::string_view school_id = "00000000-0000-4000-8000-0000000000b1";

wire::Document school(std::string text, std::uint64_t version = 1, PersonId owner = sam,
                      std::string_view id = school_id) {
  const wire::Fact fact{DocumentId::parse(id).value(), wire::Facet::School, std::move(text), {}};
  return SignedInScreen::document(id, owner, riley, wire::Facet::School, fact, version);
}

void open_page(SignedInScreen& screen, std::string_view address, std::vector<wire::Document> documents = {}) {
  screen.open_as(address, session_of(sam, "Sam Ashford"));
  screen.feed(std::move(documents));
}

void write_school(SignedInScreen& screen, std::string_view text) {
  screen.harness.type(screen.harness.find(Role::TextField, "School"), text);
  screen.settle();
}

wire::Fact only_fact(const wire::Push& push) {
  REQUIRE(push.operations.size() == 1);
  return wire::decode_payload<wire::Fact>(push.operations[0].payload).value();
}

}  // namespace

TEST_SUITE("about us") {
  TEST_CASE("a first text is a new document, kept here and then with the council") {
    SignedInScreen screen;
    open_page(screen, "/about-us");
    write_school(screen, "Marl End School");
    CHECK(screen.shows(Role::Paragraph, "Not saved yet."));
    screen.press("Save “School”");
    CHECK(screen.shows(Role::Status, "Saved on this device."));
    const wire::Push push = screen.take_push();
    CHECK(push.operations[0].base_version == 0);
    const wire::Fact fact = only_fact(push);
    CHECK(fact.text == "Marl End School");
    CHECK(fact.facet == wire::Facet::School);
    screen.feed({school("Marl End School", 1, sam, fact.id.text())});
    CHECK(screen.harness.find(Role::TextField, "School").value == "Marl End School");
    CHECK(screen.shows(Role::Status, "Everything is with the council."));
  }

  TEST_CASE("a change says which version it is a change of, and two in a row follow each other") {
    SignedInScreen screen;
    open_page(screen, "/about-us", {school("Old", 4)});
    write_school(screen, "Newer");
    screen.press("Save “School”");
    write_school(screen, "Newest");
    screen.press("Save “School”");
    std::vector<std::uint64_t> versions;
    for (int round = 0; round < 2 && versions.size() < 2; ++round) {
      for (const auto& operation : screen.take_push().operations) versions.push_back(operation.base_version);
    }
    CHECK(versions == std::vector<std::uint64_t>{4, 5});
  }

  TEST_CASE("words that were typed and not saved are there again after the page went") {
    SignedInScreen screen;
    open_page(screen, "/about-us");
    write_school(screen, "Half a sen");
    screen.go("/");
    screen.go("/about-us");
    CHECK(screen.harness.find(Role::TextField, "School").value == "Half a sen");
  }

  TEST_CASE("words that were begun before somebody else's came are built on what stood there then") {
    SignedInScreen screen;
    open_page(screen, "/about-us", {school("Old", 1)});
    write_school(screen, "Mine");
    screen.shell->woken(Woken::Online);
    screen.settle();
    screen.feed({school("Theirs", 2)});
    SUBCASE("as they stand there") {}
    SUBCASE("and were left and found again") {
      screen.go("/");
      screen.go("/about-us");
    }
    CHECK(screen.harness.find(Role::TextField, "School").value == "Mine");
    screen.press("Save “School”");
    CHECK(screen.take_push(wire::Outcome::Conflict, "changed").operations[0].base_version == 1);
    screen.feed({});
    CHECK(screen.shows(Role::Paragraph, "Theirs"));
    screen.press("Use what I wrote");
    CHECK(screen.take_push().operations[0].base_version == 2);
  }

  TEST_CASE("a change says which one it was built on, one's own that waits or one that the council showed") {
    SignedInScreen screen;
    wire::Document old = school("Old", 4);
    old.changed_by = OperationId(IdBytes{77});
    open_page(screen, "/about-us", {old});
    write_school(screen, "Newer");
    screen.press("Save “School”");
    write_school(screen, "Newest");
    screen.press("Save “School”");
    std::vector<OperationId> made, built_on;
    for (int round = 0; round < 2 && made.size() < 2; ++round) {
      const wire::Push push = screen.take_push();
      for (const auto& operation : push.operations) made.push_back(operation.id);
      built_on.insert(built_on.end(), push.built_on.begin(), push.built_on.end());
    }
    REQUIRE(made.size() == 2);
    CHECK(built_on == std::vector{old.changed_by, made[0]});
  }

  TEST_CASE("a conflict shows both texts, and mine can be used after all") {
    SignedInScreen screen;
    open_page(screen, "/about-us", {school("Old", 1)});
    write_school(screen, "Mine");
    screen.press("Save “School”");
    screen.take_push(wire::Outcome::Conflict, "changed");
    screen.feed({school("Theirs", 2)});
    CHECK(screen.shows(Role::Paragraph, "Mine"));
    CHECK(screen.shows(Role::Paragraph, "Theirs"));
    screen.press("Use what I wrote");
    const wire::Push push = screen.take_push();
    CHECK(only_fact(push).text == "Mine");
    CHECK(push.operations[0].base_version == 2);
    CHECK(screen.shows(Role::TextField, "School"));
  }

  TEST_CASE("a conflict can be left as it is, and nothing is sent") {
    SignedInScreen screen;
    open_page(screen, "/about-us", {school("Old", 1)});
    write_school(screen, "Mine");
    screen.press("Save “School”");
    screen.take_push(wire::Outcome::Conflict, "changed");
    screen.feed({school("Theirs", 2)});
    screen.press("Leave it as it is now");
    CHECK(screen.harness.find(Role::TextField, "School").value == "Theirs");
    CHECK(screen.platform.transport.asked.empty());
  }

  TEST_CASE("that a text is with the council is said also when the council is quicker than the next frame") {
    SignedInScreen screen;
    open_page(screen, "/about-us");
    write_school(screen, "Marl End School");
    screen.harness.activate(screen.harness.find(Role::Button, "Save “School”"));
    screen.draw();
    screen.draws = false;
    screen.settle();
    const wire::Fact fact = only_fact(screen.take_push());
    screen.feed({school("Marl End School", 1, sam, fact.id.text())});
    screen.draws = true;
    screen.settle();
    CHECK(screen.shows(Role::Status, "With the council."));
    CHECK(screen.harness.find(Role::TextField, "School").value == "Marl End School");
    write_school(screen, "Another");
    CHECK_FALSE(screen.shows(Role::Status, "With the council."));
  }

  TEST_CASE("a text that was given up for the council's is never said to be with the council") {
    SignedInScreen screen;
    open_page(screen, "/about-us", {school("Old", 1)});
    write_school(screen, "Mine");
    screen.press("Save “School”");
    screen.take_push(wire::Outcome::Conflict, "changed");
    screen.feed({school("Theirs", 2)});
    screen.press("Leave it as it is now");
    CHECK_FALSE(screen.shows(Role::Status, "With the council."));
  }

  TEST_CASE("what another shares is to read, under their name") {
    SignedInScreen screen;
    open_page(screen, "/about-us", {school("Jo's words", 1, jo)});
    CHECK(screen.shows(Role::Paragraph, "Jo Ashford on the school"));
    CHECK(screen.shows(Role::Paragraph, "Jo's words"));
    CHECK(screen.harness.find(Role::TextField, "School").value.empty());
  }
}

TEST_SUITE("who sees what") {
  TEST_CASE("nothing is shared until its owner says so, and then it is that one thing") {
    SignedInScreen screen;
    open_page(screen, "/account");
    screen.press("Jo Ashford sees 0 things about Riley Ashford");
    screen.harness.choose(screen.harness.find(Role::Select, "School"), "1");
    screen.settle();
    CHECK(screen.shows(Role::Button, "Jo Ashford sees 1 thing about Riley Ashford"));
    const wire::Push push = screen.take_push();
    REQUIRE(push.operations.size() == 1);
    const auto share = wire::decode_payload<wire::Share>(push.operations[0].payload).value();
    CHECK(share.viewer == jo);
    CHECK(share.facet == wire::Facet::School);
    CHECK(share.level == wire::ShareLevel::See);
    CHECK(push.subjects.at(push.operations[0].subject) == riley);
  }

  TEST_CASE("what the council says is shared is shown, and everything else is not shared") {
    SignedInScreen screen;
    const wire::Share mine{jo, wire::Facet::Money, wire::ShareLevel::Change, {}};
    open_page(screen, "/account",
              {SignedInScreen::document("00000000-0000-4000-8000-0000000000c1", sam, riley, wire::Facet::Own, mine)});
    screen.press("Jo Ashford sees 1 thing about Riley Ashford");
    CHECK(screen.harness.find(Role::Select, "Money").value == "2");
    CHECK(screen.harness.find(Role::Select, "School").value == "0");
  }

  TEST_CASE("what is shared is shared for as long as its owner says, and what is over is not shared") {
    SignedInScreen screen;
    const wire::Share over{jo, wire::Facet::Money, wire::ShareLevel::Change, {}, Date(20'778)};  // yesterday
    open_page(screen, "/account",
              {SignedInScreen::document("00000000-0000-4000-8000-0000000000c1", sam, riley, wire::Facet::Own, over)});
    screen.press("Jo Ashford sees 0 things about Riley Ashford");
    const auto how_long = [&screen] { return screen.harness.find(Role::Select, "How long can Jo Ashford see these?"); };
    CHECK(how_long().value.empty());
    screen.harness.choose(how_long(), "2026-11-29");
    screen.harness.choose(screen.harness.find(Role::Select, "School"), "1");
    screen.settle();
    const wire::Push push = screen.take_push();
    REQUIRE(push.operations.size() == 1);  // the length alone is nothing to tell
    const auto school = wire::decode_payload<wire::Share>(push.operations[0].payload).value();
    CHECK(school.until == Date(20'786));
    screen.feed(
        {SignedInScreen::document("00000000-0000-4000-8000-0000000000c2", sam, riley, wire::Facet::Own, school)});
    CHECK(how_long().value == "2026-11-29");
    screen.harness.choose(how_long(), "");
    screen.settle();
    const wire::Push longer = screen.take_push();
    REQUIRE(longer.operations.size() == 1);
    const auto share = wire::decode_payload<wire::Share>(longer.operations[0].payload).value();
    CHECK(share.level == wire::ShareLevel::See);
    CHECK_FALSE(share.until);
  }

  TEST_CASE("who stands by a child by their post can be let see things, and change none") {
    SignedInScreen screen;
    auto info = session_of(sam, "Sam Ashford");
    for (wire::FamilyPerson& person : info.people) person.works_with = {riley.id};
    screen.open_as("/account", info);
    screen.feed({});
    screen.press("Jo Ashford (works with families) sees 0 things about Riley Ashford");
    CHECK(screen.harness.find(Role::Select, "School").options.size() == 2);
  }

  TEST_CASE("records meant for another person are not shown: this one is asked to sign in again") {
    SignedInScreen screen;
    const wire::Share theirs{sam, wire::Facet::School, wire::ShareLevel::See, {}};
    screen.open_as("/account", session_of(sam, "Sam Ashford"));
    screen.feed({SignedInScreen::document("00000000-0000-4000-8000-0000000000c2", jo, riley, wire::Facet::Own, theirs)},
                jo);
    CHECK(screen.shows(Role::Button, "Sign in again as Sam Ashford"));
    CHECK(screen.shows(Role::Button, "Jo Ashford sees 0 things about Riley Ashford"));
  }

  TEST_CASE("a share that the council refused goes back, and says so until it is seen") {
    SignedInScreen screen;
    open_page(screen, "/account");
    screen.press("Jo Ashford sees 0 things about Riley Ashford");
    screen.harness.choose(screen.harness.find(Role::Select, "Address"), "2");
    screen.settle();
    screen.take_push(wire::Outcome::Refused, "not_allowed");
    CHECK(screen.harness.find(Role::Select, "Address").value == "0");
    CHECK(screen.shows(Role::Paragraph, "The council could not change who sees what. It is still as it was before."));
    screen.press("I have seen this");
    CHECK_FALSE(
        screen.shows(Role::Paragraph, "The council could not change who sees what. It is still as it was before."));
  }
}

TEST_SUITE("places") {
  TEST_CASE("each other place can be ended, and this one is named as this one") {
    SignedInScreen screen;
    screen.open_as("/", session_of(sam, "Sam Ashford"));
    screen.go("/account");
    const auto handle = decltype(wire::SessionLine::handle)::parse("00000000-0000-4000-8000-0000000000d2").value();
    wire::SessionList list;
    list.sessions = {{{}, "Firefox on Windows", Date(20'779), Date(20'779), wire::Here::Yes, {}},
                     {handle, "Chrome on Android", Date(20'700), Date(20'770), wire::Here::No, {}}};
    screen.platform.answer_path("/api/session/list", wire::encode_frame(list));
    screen.settle();
    CHECK(screen.shows(Role::Paragraph, "Firefox on Windows"));
    CHECK_FALSE(screen.shows(Role::Button, "Sign out Firefox on Windows"));
    screen.press("Sign out Chrome on Android");
    REQUIRE(screen.platform.posts.size() == 1);
    CHECK(wire::decode_frame<wire::SessionRevoke>(screen.platform.posts[0].frame)->handle == handle);
    list.sessions.pop_back();
    screen.platform.answer_post("/api/session/revoke", Bytes{});
    screen.platform.answer_path("/api/session/list", wire::encode_frame(list));
    screen.settle();
    CHECK_FALSE(screen.shows(Role::Button, "Sign out Chrome on Android"));
  }

  TEST_CASE("the list is asked for also when the page is the first one that is opened") {
    SignedInScreen screen;
    screen.open_as("/account", session_of(sam, "Sam Ashford"));
    screen.platform.answer_path("/api/session/list", wire::encode_frame(wire::SessionList{}));
  }

  TEST_CASE("without a network the list says what it needs") {
    SignedInScreen screen;
    screen.open_as("/", session_of(sam, "Sam Ashford"));
    screen.go("/account");
    screen.platform.answer_path("/api/session/list", Error{ErrorCode::Offline, "no answer"});
    screen.settle();
    CHECK(screen.shows(Role::Paragraph, "We could not ask the council just now. You need a network for this."));
  }
}
