// The list of services to look at again: keeping, letting go, sending, side by side.
#include "plugins/local_offer/pages/list_page.hpp"

#include "app/ui/ui.hpp"
#include "plugins/local_offer/model/id_list.hpp"
#include "plugins/local_offer/pages/find_page.hpp"
#include "plugins/local_offer/words.hpp"
#include "tests/support/page_screen.hpp"
#include "tests/unit/plugins/offer_sample.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::local_offer;
using ui::Role;

namespace {

constexpr std::string_view otter = "00000000-0000-4000-8000-000000000001";
constexpr std::string_view kickabout = "00000000-0000-4000-8000-000000000002";

struct ListScreen : testing::PageScreen {
  OfferStore store{host};
  Shortlist shortlist{host};
  ListPage list{host, store, shortlist};

  ListScreen() : PageScreen(local_offer_words, testing::sample_council()) {}
  void open(const std::string& address, const OfferList& offer = testing::sample_offer()) {
    list.opened(Route::parse(address));
    draw();
    if (!host.asked.empty()) host.answer_with(offer);
    draw();
  }
  void draw() { PageScreen::draw(list); }
};

const std::string two_sent = "/list?s=" + std::string(otter) + "&s=" + std::string(kickabout);

}  // namespace

TEST_CASE("a service is kept from its card, stands in the list, and is let go by the same button") {
  ListScreen screen;
  FindPage find(screen.host, screen.store, screen.shortlist);
  find.opened(Route::parse("/find"));
  screen.PageScreen::draw(find);
  screen.host.answer_with(testing::sample_offer());
  screen.PageScreen::draw(find);
  CHECK_FALSE(screen.harness.has(Role::Link, "My list: 1"));
  screen.harness.activate(screen.harness.find(Role::Button, "Keep Otter Swim"));
  CHECK(screen.harness.find(Role::Button, "Keep Otter Swim").has(ui::State::Pressed));
  CHECK(screen.harness.find(Role::Link, "My list: 1").href == "/list");
  screen.open("/list");
  CHECK(screen.harness.has(Role::Link, "Otter Swim"));
  screen.harness.activate(screen.harness.find(Role::Button, "Keep Otter Swim"));
  CHECK_FALSE(screen.harness.has(Role::Link, "Otter Swim"));
}

TEST_CASE("without an account the list says that it goes, and makes an address that can be sent") {
  ListScreen screen;
  screen.shortlist.toggle(otter);
  screen.open("/list");
  CHECK(screen.shortlist.keeping() == ListKeeping::WhileOpen);
  CHECK(screen.harness.find(Role::Link, "Make a page you can send to somebody").href ==
        "/list?s=" + std::string(otter));
}

TEST_CASE("a list that was sent is seen by anybody, and taken over with one press") {
  ListScreen screen;
  screen.open(two_sent);
  CHECK(screen.harness.has(Role::Link, "Otter Swim"));
  CHECK(screen.harness.has(Role::Link, "Saturday Kickabout"));
  screen.harness.activate(screen.harness.find(Role::Button, "Keep all of these"));
  CHECK(screen.shortlist.ids().size() == 2);
  CHECK(screen.harness.find(Role::Link, "Go to my own list").href == "/list");
}

TEST_CASE("on a phone two services stand fact by fact, with what neither has said") {
  ListScreen screen;
  screen.open(two_sent);
  CHECK(screen.harness.has(Role::Heading, "Side by side"));
  CHECK(screen.harness.count(Role::Table) == 0);
  CHECK(screen.harness.has(Role::Heading, "How to get a place"));
  CHECK(screen.harness.has(Role::Definition, "They have not said"));
}

TEST_CASE("where there is room they stand in a table") {
  ListScreen screen;
  screen.harness.input.width = 1000;
  screen.open(two_sent);
  CHECK(screen.harness.has(Role::Table, "Fact by fact"));
}

TEST_CASE("of more than four the person says which stand side by side, four at most") {
  ListScreen screen;
  const OfferList many = testing::many_services(6);
  std::string address = "/list?";
  for (const ServiceSummary& service : many.services) address += "s=" + service.id + "&";
  screen.open(address, many);
  CHECK(screen.harness.count(Role::Checkbox) == 6);
  CHECK_FALSE(screen.harness.has(Role::Heading, "How to get a place"));
  for (const char* name : {"Club 1001", "Club 1002", "Club 1003", "Club 1004"})
    screen.harness.toggle(screen.harness.find(Role::Checkbox, name));
  CHECK(screen.harness.count(Role::Checkbox) == 4);
  CHECK(screen.harness.has(Role::Heading, "How to get a place"));
}

TEST_CASE("for a person who is signed in the list is kept on the device, with what was gathered before") {
  ListScreen screen;
  screen.shortlist.toggle(otter);
  screen.host.records_.drafts["local_offer.shortlist"] = Bytes(kickabout.begin(), kickabout.end());
  screen.host.records_.drafts_read = false;
  screen.host.session_.person = PersonId(std::array<std::uint8_t, 16>{7});
  CHECK(screen.shortlist.ids() == std::vector<std::string>{std::string(otter)});
  screen.host.records_.drafts_read = true;
  CHECK(screen.shortlist.ids() == std::vector<std::string>{std::string(kickabout), std::string(otter)});
  screen.host.records_.finish_drafts();
  CHECK(screen.shortlist.keeping() == ListKeeping::OnDevice);
  const Bytes& kept = screen.host.records_.drafts["local_offer.shortlist"];
  CHECK(std::string(kept.begin(), kept.end()) == std::string(kickabout) + "\n" + std::string(otter));
}

TEST_CASE("the list of one person is not shown to the next one on the same device") {
  ListScreen screen;
  screen.host.session_.person = PersonId(std::array<std::uint8_t, 16>{7});
  screen.shortlist.toggle(otter);
  screen.host.records_.drafts.clear();
  screen.host.session_.person = PersonId(std::array<std::uint8_t, 16>{8});
  CHECK(screen.shortlist.ids().empty());
}

TEST_CASE("what has gone from the local offer is said") {
  ListScreen screen;
  screen.open("/list?s=" + std::string(otter) + "&s=00000000-0000-4000-8000-0000000000ff");
  CHECK(screen.harness.has(Role::Paragraph, "1 of these is no longer listed here."));
}

TEST_CASE("an empty list says how to fill it") {
  ListScreen screen;
  screen.open("/list");
  CHECK(screen.harness.has(Role::Paragraph,
                           "Your list is empty. When you like something, press the button that starts with Keep."));
}

TEST_CASE("what is no id in an address is left out, and so are doubles and what is too much") {
  CHECK(known_ids({"", "x", "<script>", otter, otter, "00000000-0000-4000-8000-00000000000G"}) ==
        std::vector<std::string>{std::string(otter)});
  std::vector<std::string> ids;
  for (int i = 100; i < 200; ++i) ids.push_back("00000000-0000-4000-8000-000000000" + std::to_string(i));
  CHECK(known_ids({ids.begin(), ids.end()}).size() == most_kept);
}
