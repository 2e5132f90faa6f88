// Emails on the account page: whether there are any, and the person's own wish.
#include "tests/unit/client/signed_in_screen.hpp"

#include "app/wire/messages/family.hpp"

using namespace alongside;
using namespace alongside::client;
using ui::Role;

namespace {

wire::SessionInfo session_with(wire::EmailOffer offer, std::string email = {}) {
  wire::SessionInfo info = session_of(sam, "Sam Ashford");
  info.emails = offer;
  info.email = std::move(email);
  return info;
}

wire::Preference only_wish(const wire::Push& push) {
  REQUIRE(push.operations.size() == 1);
  return wire::decode_payload<wire::Preference>(push.operations[0].payload).value();
}

}  // namespace

TEST_CASE("a council that sends no emails is not said to, and one without an address says how to give it one") {
  SignedInScreen screen;
  screen.open_as("/account", session_with(wire::EmailOffer::NotSent));
  screen.feed({});
  CHECK(screen.shows(Role::Paragraph,
                     "The council does not send emails from here. What is new for you is under “Messages”."));
  CHECK_FALSE(screen.shows(Role::Radio, "Yes, in English"));
  SignedInScreen other;
  other.open_as("/account", session_with(wire::EmailOffer::NoAddress));
  other.feed({});
  CHECK(other.shows(Role::Paragraph,
                    "We have no email address for you. Ring 01632 960123 to give us one. Then we can tell you when "
                    "there is something new."));
  CHECK_FALSE(other.shows(Role::Radio, "Yes, in English"));
}

TEST_CASE("emails are off until they are chosen, and what is chosen goes to the council as one's own wish") {
  SignedInScreen screen;
  screen.open_as("/account", session_with(wire::EmailOffer::Offered, "s…@family.example"));
  screen.feed({});
  CHECK(screen.harness.find(Role::Radio, "No emails").has(ui::State::Checked));
  screen.harness.toggle(screen.harness.find(Role::Radio, "Yes, in Welsh"));
  screen.settle();
  CHECK(screen.harness.find(Role::Radio, "Yes, in Welsh").has(ui::State::Checked));
  const wire::Push push = screen.take_push();
  const wire::Preference wish = only_wish(push);
  CHECK(wish.key == "shell.emails");
  CHECK(wish.value == "cy");
  CHECK(push.subjects.at(push.operations[0].subject) == session_of(sam, "").own);
}

TEST_CASE("a wish that the council has is shown, and changed in its own document") {
  SignedInScreen screen;
  constexpr std::string_view id = "00000000-0000-4000-8000-0000000000e1";
  const wire::Preference wish{DocumentId::parse(id).value(), "shell.emails", "en", {}};
  screen.open_as("/account", session_with(wire::EmailOffer::Offered, "s…@family.example"));
  screen.feed({SignedInScreen::document(id, sam, session_of(sam, "").own, wire::Facet::Own, wish, 3)});
  CHECK(screen.harness.find(Role::Radio, "Yes, in English").has(ui::State::Checked));
  screen.harness.toggle(screen.harness.find(Role::Radio, "No emails"));
  screen.settle();
  const wire::Push push = screen.take_push();
  CHECK(only_wish(push).id == wish.id);
  CHECK(only_wish(push).value == "off");
  CHECK(push.operations[0].base_version == 3);
}
