// What whoever came with a code has begun on a device: nobody's, and still kept, and paid for by the code alone.
#include "app/plugin_api/host.hpp"
#include "app/plugin_api/public_notes.hpp"
#include "app/plugin_api/records.hpp"
#include "tests/unit/client/signed_in_screen.hpp"

#include <optional>

namespace alongside::client {
namespace {

const char* const nothing_kept = "Nothing of yours is kept on this device.";
const char* const kept_here = "What you do with your code is kept on this device.";
const char* const path = "/api/feedback/invited/K7QM4XBN9TRW/1";

struct CodeScreen : SignedInScreen {
  explicit CodeScreen(const wire::SessionInfo& info = {}) { come(info); }
  void come(const wire::SessionInfo& info) {
    open_as("/fake", info);
    platform.loaded(fake_module());
    settle();
  }
  Records& nobodys() { return fake_plugins_host()->nobodys_records(); }
  std::optional<ErrorCode> keep(Bytes value) {
    std::optional<ErrorCode> trouble;
    nobodys().keep_draft_with_others("answers K7QM", std::move(value), [&trouble](const Result<void>& done) {
      if (!done.ok()) trouble = done.error().code;
    });
    settle();
    return trouble;
  }
};

}  // namespace

TEST_CASE("what nobody has begun is there when the page is opened again, and in no account") {
  CodeScreen screen;
  CHECK(screen.shows(ui::Role::Status, nothing_kept));
  CHECK_FALSE(screen.keep({1, 2}));
  CHECK(screen.shows(ui::Role::Status, kept_here));
  screen.begin();
  screen.come(session_of(sam, "Sam Ashford"));
  CHECK(screen.nobodys().draft("answers K7QM") == Bytes{1, 2});
  CHECK_FALSE(screen.shows(ui::Role::Status, kept_here));
  CHECK_FALSE(fake_plugins_host()->records().draft("answers K7QM"));
  screen.nobodys().drop_draft("answers K7QM");
  screen.settle();
  screen.begin();
  screen.come({});
  CHECK_FALSE(screen.nobodys().draft("answers K7QM"));
}

TEST_CASE("what nobody has begun is no note, and counts as none") {
  CodeScreen screen;
  screen.keep({1, 2});
  screen.begin();
  screen.come({});
  CHECK(fake_plugins_host()->public_notes().all({}).empty());
}

TEST_CASE("nobody's records have nothing of a family and save nothing") {
  CodeScreen screen(session_of(sam, "Sam Ashford"));
  CHECK(screen.nobodys().documents(55).empty());
  std::optional<ErrorCode> answer;
  screen.nobodys().save({}, [&answer](const Result<OperationId>& saved) { answer = saved.error().code; });
  screen.settle();
  CHECK(answer == ErrorCode::SignedOut);
}

TEST_CASE("a code buys its token where it says, whoever is signed in, and its letter goes with that") {
  for (const bool is_sam : {true, false}) {
    CAPTURE(is_sam);
    CodeScreen screen(is_sam ? session_of(sam, "Sam Ashford") : wire::SessionInfo{});
    fake_plugins_host()->prepare_token("survey-1-1", path);
    REQUIRE(screen.platform.tokens.size() == 1);
    CHECK(screen.platform.tokens[0].holder == path);
    std::optional<bool> kept;
    fake_plugins_host()->send_anonymously({"/api/feedback/answers", {7, 7}, "survey-1-1", path},
                                          [&kept](const Result<void>& saved) { kept = saved.ok(); });
    screen.settle();
    CHECK(kept == true);
    REQUIRE(screen.platform.tokens.size() == 2);
    CHECK(screen.platform.tokens[1].holder == path);
  }
}

}  // namespace alongside::client
