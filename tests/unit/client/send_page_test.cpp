// "Send this page to somebody": which pages have it, what goes, and what is said.
#include "app/wire/messages/public_page.hpp"
#include "tests/unit/client/signed_in_screen.hpp"

using namespace alongside;
using namespace alongside::client;
using ui::Role;

namespace {

constexpr std::string_view send_words = "Send this page to somebody";
constexpr std::string_view copied_words = "The page's address is copied. You can paste it into a message.";

wire::PublicPage sent_privacy() {
  wire::PublicPage page;
  page.id = "privacy";
  page.title = {"What we know about you", "Beth rydym yn ei wybod"};
  page.lead = {"This is for parents.", "Mae hwn i rieni."};
  page.updated = Date::parse("2026-11-28").value();
  return page;
}

struct PublicScreen : SignedInScreen {
  PublicScreen() {
    shell->environment_changed("origin=https://alongside.example");
    open("/privacy?from=here");
    platform.answer_path("/api/pages/privacy", wire::encode_frame(sent_privacy()));
    draw();
  }
  void answer(Result<Bytes> reply) {
    REQUIRE(platform.sent_pages.size() == 1);
    platform.sent_pages.front().reply(std::move(reply));
    platform.sent_pages.clear();
    draw();
  }
};

}  // namespace

TEST_SUITE("sending a page") {
  TEST_CASE("the address goes without what was typed, and its title with it") {
    PublicScreen screen;
    screen.press(send_words);
    REQUIRE(screen.platform.sent_pages.size() == 1);
    CHECK(screen.platform.sent_pages.front().href == "/privacy");
    CHECK(screen.platform.sent_pages.front().title == "What we know about you, and why");
  }

  TEST_CASE("what was copied is said; a share sheet says itself that it was sent, or closed") {
    for (const bool shared : {false, true}) {
      PublicScreen screen;
      screen.press(send_words);
      screen.answer(Bytes{static_cast<std::uint8_t>(shared ? 1 : 0)});
      CHECK(screen.shows(Role::Status, copied_words) != shared);
    }
    PublicScreen screen;
    screen.press(send_words);
    screen.answer(Error{ErrorCode::Conflict, "closed"});
    CHECK_FALSE(screen.shows(Role::Status, copied_words));
  }

  TEST_CASE("where nothing may be copied the whole address is shown") {
    PublicScreen screen;
    screen.press(send_words);
    screen.answer(Error{ErrorCode::NotAllowed, "no"});
    CHECK(screen.shows(Role::Status, "This is the page's address: https://alongside.example/privacy"));
  }

  TEST_CASE("what was said of one page is not said of the next, and a late answer changes nothing") {
    PublicScreen screen;
    screen.press(send_words);
    screen.open("/licences");
    screen.answer(Bytes{0});
    CHECK_FALSE(screen.shows(Role::Status, copied_words));
  }

  TEST_CASE("pages of one's own cannot be sent") {
    for (const char* path : {"/", "/account", "/about-us", "/inbox", "/settings", "/signin", "/nowhere"}) {
      CAPTURE(path);
      SignedInScreen screen;
      screen.open(path);
      screen.draw();
      CHECK_FALSE(screen.shows(Role::Button, send_words));
    }
  }
}
