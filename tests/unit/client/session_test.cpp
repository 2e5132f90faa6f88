// Signing in and out, the question that each device is asked, and knowing one's person offline.
#include "tests/unit/client/signed_in_screen.hpp"

#include "app/wire/messages/attachment.hpp"
#include "app/wire/messages/family.hpp"
#include "app/wire/messages/sign_in.hpp"

using namespace alongside;
using namespace alongside::client;
using ui::Role;

namespace {

wire::DemoPeople demo_people() {
  return {{{sam, "Sam Ashford", wire::FamilyRole::Parent, {}}, {jo, "Jo Ashford", wire::FamilyRole::Parent, {}}}, {}};
}

wire::SessionInfo nobody() { return {}; }

// Sam signs in by hand on a device that has seen nobody.
void sign_in(SignedInScreen& screen, std::string_view address = "/signin") {
  screen.open_as(address, nobody());
  screen.platform.answer_path("/api/session/demo", wire::encode_frame(demo_people()));
  screen.settle();
  screen.press("Sam Ashford, parent");
  screen.platform.answer_post("/api/session/demo", wire::encode_frame(session_of(sam, "Sam Ashford")));
  screen.settle();
}

void answer_keep(SignedInScreen& screen, std::string_view choice) {
  screen.harness.toggle(screen.harness.find(Role::Radio, choice));
  screen.settle();
  screen.press("Save my answer");
}

constexpr std::string_view own = "Yes, this is my own phone or computer";
constexpr std::string_view shared = "No, other people use it too";

void save_something(SignedInScreen& screen) {
  Records& records = const_cast<SessionService&>(screen.shell->session_service()).records();
  const wire::Fact fact{records.new_document(), wire::Facet::School, "Marl End School", {}};
  records.save({riley, wire::Fact::schema.id, 1, {}, wire::encode_payload(fact)}, [](const Result<OperationId>&) {});
  screen.settle();
}

}  // namespace

TEST_SUITE("session") {
  TEST_CASE("somebody who is not signed in is offered to, and nothing of theirs is asked for") {
    SignedInScreen screen;
    screen.open_as("/", nobody());
    CHECK(screen.shows(Role::Link, "Sign in"));
    CHECK(screen.shows(Role::Status, "Nothing of yours is kept on this device."));
    CHECK(screen.platform.transport.asked.empty());
    CHECK(screen.platform.loads.empty());
  }

  TEST_CASE("choosing who you are says that it is a demonstration, signs in and asks about the device") {
    SignedInScreen screen;
    sign_in(screen);
    CHECK(screen.where() == "/keep");
    CHECK(screen.shows(Role::Heading, "Is this your own device?"));
    CHECK(screen.shows(Role::Link, "Sam Ashford"));
    CHECK_FALSE(screen.shows(Role::Link, "Sign in"));
  }

  TEST_CASE("the demonstration is named as one before anybody is chosen") {
    SignedInScreen screen;
    screen.open_as("/signin", nobody());
    screen.platform.answer_path("/api/session/demo", wire::encode_frame(demo_people()));
    screen.settle();
    CHECK(screen.shows(Role::Paragraph,
                       "This is a demonstration. These people are made up, and so is everything about them."));
  }

  TEST_CASE("a council without sign-in says whom to ring instead") {
    SignedInScreen screen;
    screen.open_as("/signin", nobody());
    screen.platform.answer_path("/api/session/demo", Error{ErrorCode::NotFound, "HTTP 404"});
    screen.platform.answer_path("/api/sign-in", wire::encode_frame(wire::SignInDesk{}));
    screen.settle();
    CHECK(screen.shows(Role::Paragraph, "You cannot sign in here yet."));
    CHECK(screen.shows(Role::Heading, "Talk to a person"));
  }

  TEST_CASE("a sign-in that the network did not carry can be tried again") {
    SignedInScreen screen;
    screen.open_as("/signin", nobody());
    screen.platform.answer_path("/api/session/demo", wire::encode_frame(demo_people()));
    screen.settle();
    screen.press("Sam Ashford, parent");
    screen.platform.answer_post("/api/session/demo", Error{ErrorCode::Offline, "no answer"});
    screen.settle();
    CHECK(screen.shows(Role::Paragraph,
                       "We could not reach the council. You need a network to sign in. "
                       "Try again when you have one."));
    CHECK(screen.shows(Role::Button, "Sam Ashford, parent"));
  }

  TEST_CASE("after signing in and the question, the person is where they wanted to go") {
    SignedInScreen screen;
    sign_in(screen, "/signin?then=%2Ffake");
    answer_keep(screen, own);
    CHECK(screen.where() == "/fake");
  }

  TEST_CASE("an address that leads out of the application is not followed after signing in") {
    SignedInScreen screen;
    sign_in(screen, "/signin?then=%2F%2Felsewhere.example");
    answer_keep(screen, own);
    CHECK(screen.where() == "/");
  }

  TEST_CASE("the question about the device wants an answer and says so") {
    SignedInScreen screen;
    sign_in(screen);
    screen.press("Save my answer");
    CHECK(screen.where() == "/keep");
    CHECK(screen.harness.find(Role::RadioGroup, "May we keep your family's things on this device?").error ==
          "Choose yes or no.");
  }

  TEST_CASE("who said yes is known on the next visit without a network") {
    SignedInScreen screen;
    sign_in(screen);
    answer_keep(screen, own);
    screen.begin();
    screen.open("/");
    CHECK(screen.shows(Role::Link, "Sam Ashford"));
    screen.platform.answer_path("/api/session", Error{ErrorCode::Offline, "no answer"});
    screen.settle();
    CHECK(screen.shows(Role::Link, "Sam Ashford"));
    CHECK(screen.shows(Role::Heading, "Hello Sam. What do you need?"));
  }

  TEST_CASE("who said no is not known without a network, and nothing on the disk names them") {
    SignedInScreen screen;
    sign_in(screen);
    answer_keep(screen, shared);
    for (const auto& [key, value] : screen.platform.disk->databases["public"][static_cast<int>(Shelf::Meta)]) {
      CHECK(key != "person");
    }
    screen.begin();
    screen.open("/");
    screen.platform.answer_path("/api/session", Error{ErrorCode::Offline, "no answer"});
    screen.settle();
    CHECK(screen.shows(Role::Link, "Sign in"));
    CHECK_FALSE(screen.shows(Role::Link, "Sam Ashford"));
  }

  TEST_CASE("until the question is answered nothing of the family is kept") {
    SignedInScreen screen;
    sign_in(screen);
    screen.begin();
    screen.open("/");
    screen.platform.answer_path("/api/session", Error{ErrorCode::Offline, "no answer"});
    screen.settle();
    CHECK_FALSE(screen.shows(Role::Link, "Sam Ashford"));
  }

  TEST_CASE("signing out tells the council and begins again with nobody") {
    SignedInScreen screen;
    sign_in(screen);
    answer_keep(screen, own);
    screen.go("/account");
    screen.press("Sign out");
    screen.platform.answer_post("/api/session/end", Bytes{});
    screen.settle();
    CHECK(screen.platform.begun_again == "/");
    screen.begin();
    screen.open_as("/", nobody());
    CHECK(screen.shows(Role::Link, "Sign in"));
  }

  TEST_CASE("somebody else uses this device: one button lets go of what is kept here and signs out") {
    SignedInScreen screen;
    sign_in(screen);
    answer_keep(screen, own);
    screen.go("/account");
    screen.press("Somebody else will use it. Sign me out");
    screen.settle();
    screen.platform.answer_post("/api/session/end", Bytes{});
    screen.settle();
    CHECK(screen.platform.begun_again == "/");
    CHECK(screen.platform.disk->databases.count("person-" + sam.text()) == 0);
    screen.begin();
    screen.open("/");
    screen.platform.answer_path("/api/session", Error{ErrorCode::Offline, "no answer"});
    screen.settle();
    CHECK_FALSE(screen.shows(Role::Link, "Sam Ashford"));
  }

  TEST_CASE("a sign-out without a network is told to the council before anything else is asked of it") {
    SignedInScreen screen;
    sign_in(screen);
    answer_keep(screen, own);
    screen.go("/account");
    screen.press("Sign out");
    screen.platform.answer_post("/api/session/end", Error{ErrorCode::Offline, "no answer"});
    screen.settle();
    screen.begin();
    screen.open("/");
    CHECK(std::none_of(screen.platform.fetches.begin(), screen.platform.fetches.end(),
                       [](const auto& fetch) { return fetch.first == "/api/session"; }));
    screen.platform.answer_post("/api/session/end", Bytes{});
    screen.settle();
    screen.council_says(nobody());
    CHECK(screen.shows(Role::Link, "Sign in"));
  }

  TEST_CASE("signing out with something unsent asks first, and keeping it here keeps it") {
    SignedInScreen screen;
    sign_in(screen);
    answer_keep(screen, shared);
    save_something(screen);
    screen.go("/account");
    screen.press("Sign out");
    CHECK(screen.shows(Role::Paragraph, "1 change is not with the council yet. It is safe on this device."));
    CHECK(screen.platform.posts.empty());
    screen.press("Keep it here for next time, and sign out");
    screen.platform.answer_post("/api/session/end", Bytes{});
    while (!screen.platform.transport.asked.empty()) {
      screen.platform.transport.answer(Error{ErrorCode::SignedOut, "HTTP 401"});
      screen.settle();
    }
    CHECK(screen.platform.begun_again == "/");
    screen.begin();
    screen.open_as("/", session_of(sam, "Sam Ashford"));
    CHECK(screen.shell->session_service().sync_status().unsent == 1);
  }

  TEST_CASE("a photo that the council waits for is unsent: it is said, asked about and kept through a sign-out") {
    const std::string photo = "00000000-0000-4000-8000-0000000000c1";
    const auto files = [&photo](SignedInScreen& screen) {
      return screen.platform.disk->databases["person-" + sam.text()][static_cast<int>(Shelf::Files)].count(photo);
    };
    SignedInScreen screen;
    screen.platform.disk->databases["person-" + sam.text()][static_cast<int>(Shelf::Files)][photo] = Bytes(100);
    screen.open_as("/account", session_of(sam, "Sam Ashford"));
    wire::Attachment attachment;
    attachment.added_by = sam;
    screen.feed({SignedInScreen::document(photo, sam, riley, wire::Facet::Money, attachment)});
    CHECK(screen.shows(Role::Status, "Saved on this device. We are sending it now."));
    screen.press("Sign out");
    CHECK(screen.shows(Role::Paragraph, "1 change is not with the council yet. It is safe on this device."));
    screen.press("Keep it here for next time, and sign out");
    screen.platform.answer_post("/api/session/end", Bytes{});
    screen.settle();
    CHECK(screen.platform.begun_again == "/");
    CHECK(files(screen) == 1);
  }

  TEST_CASE("another person who signs in finds an application that began again") {
    SignedInScreen screen;
    sign_in(screen);
    answer_keep(screen, own);
    screen.begin();
    screen.open_as("/", session_of(jo, "Jo Ashford"));
    CHECK(screen.platform.begun_again == "/");
  }
}
