// A device whose disk cannot be read just now: the person is told so in words, may try again, and finds all as it was.
#include "tests/unit/client/signed_in_screen.hpp"

namespace alongside::client {
namespace {

using ui::Role;

const char* const not_read =
    "We could not read what you had begun here. It is still on this device. What you write now may not be saved until "
    "we can.";
const char* const still_there =
    "We could not read what this device keeps for you. It is still there, and we write nothing over it.";

Bytes begun() { return {1, 2, 3}; }

struct UnreadScreen : SignedInScreen {
  explicit UnreadScreen(StoreFault all, std::optional<Shelf> one) {
    platform.disk->databases["person-" + sam.text()][static_cast<int>(Shelf::Drafts)]["a form"] = begun();
    platform.store.read_fault = all;
    platform.store.unreadable = one;
    open_as("/", session_of(sam, "Sam Ashford"));
  }
};

}  // namespace

TEST_CASE("a disk that cannot be read is told of in words, and read again when the person says so") {
  for (const bool is_all : {true, false}) {
    CAPTURE(is_all);
    UnreadScreen screen(is_all ? StoreFault::Failed : StoreFault::None,
                        is_all ? std::nullopt : std::optional(Shelf::Drafts));
    CHECK(screen.shows(Role::Paragraph, not_read));
    CHECK(screen.shows(Role::Status, still_there));
    screen.press("Try to read it again");
    CHECK(screen.shows(Role::Paragraph, not_read));
    screen.platform.store.read_fault = StoreFault::None;
    screen.platform.store.unreadable.reset();
    screen.press("Try to read it again");
    CHECK_FALSE(screen.shows(Role::Paragraph, not_read));
    CHECK_FALSE(screen.shows(Role::Button, "Try to read it again"));
    CHECK(screen.platform.disk->databases["person-" + sam.text()][static_cast<int>(Shelf::Drafts)]["a form"] ==
          begun());
  }
}

TEST_CASE("a disk that can be read is nothing to talk about") {
  UnreadScreen screen(StoreFault::None, std::nullopt);
  CHECK_FALSE(screen.shows(Role::Button, "Try to read it again"));
}

}  // namespace alongside::client
