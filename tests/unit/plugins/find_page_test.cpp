#include "plugins/local_offer/pages/find_page.hpp"

#include "app/ui/ui.hpp"
#include "plugins/local_offer/words.hpp"
#include "tests/support/page_screen.hpp"
#include "tests/unit/plugins/offer_sample.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace alongside;
using namespace alongside::local_offer;
using ui::Role;

namespace {

struct FindScreen : testing::PageScreen {
  OfferStore store{host};
  Shortlist shortlist{host};
  FindPage page{host, store, shortlist};

  explicit FindScreen(const char* address = "/find") : PageScreen(local_offer_words, testing::sample_council()) {
    host.moved = [this](std::string_view href) { page.opened(Route::parse(href)); };
    page.opened(Route::parse(address));
    draw();
  }
  void draw() { PageScreen::draw(page); }
  void answer(const OfferList& list) {
    host.answer_with(list);
    draw();
  }
  std::string status() {
    const auto names = harness.names(Role::Status);
    return names.empty() ? "" : names.front();
  }
  bool has_link(std::string_view name) { return harness.has(Role::Link, name); }
};

}  // namespace

TEST_CASE("the find screen has a heading, a search form and a kind word while the list is on its way") {
  FindScreen screen;
  CHECK(screen.harness.has(Role::Heading, "Find something"));
  CHECK(screen.harness.has(Role::Search, "Search the local offer"));
  CHECK(screen.harness.has(Role::TextField, "What are you looking for?"));
  CHECK(screen.harness.has(Role::Button, "Narrow it down"));
  CHECK(screen.status() == "Fetching the list. One moment.");
  REQUIRE(screen.host.asked.size() == 1);
  CHECK(screen.host.asked[0].path == "/api/local_offer/services");
}

TEST_CASE("everything is listed until something is asked") {
  FindScreen screen;
  screen.answer(testing::sample_offer());
  CHECK(screen.status() == "5 found");
  CHECK(screen.has_link("Otter Swim"));
  CHECK_FALSE(screen.harness.has(Role::Button, "Show more"));
}

TEST_CASE("the address is the search, and a card leads to its service with the search in the link") {
  FindScreen screen("/find?q=somewhere+quiet+saturday&age=5&near=Aldermere");
  screen.answer(testing::sample_offer());
  CHECK(screen.status() == "2 found");
  const ui::Node& link = screen.harness.find(Role::Link, "Otter Swim");
  CHECK(link.href == "/service/00000000-0000-4000-8000-000000000001?q=somewhere+quiet+saturday&age=5&near=Aldermere");
  screen.harness.activate(screen.harness.find(Role::Button, "Narrow it down: 2 chosen"));
  CHECK(screen.harness.find(Role::TextField, "Your child's age").value == "5");
}

TEST_CASE("typing shows results at once and replaces the address") {
  FindScreen screen;
  screen.answer(testing::sample_offer());
  screen.harness.type(screen.harness.find(Role::TextField, "What are you looking for?"), "football");
  CHECK(screen.status() == "1 found");
  REQUIRE_FALSE(screen.host.replaced.empty());
  CHECK(screen.host.replaced.back() == "/find?q=football");
  CHECK(screen.host.navigated.empty());
}

TEST_CASE("what was typed before the list came is searched when it comes") {
  FindScreen screen;
  screen.harness.type(screen.harness.find(Role::TextField, "What are you looking for?"), "quiet");
  screen.answer(testing::sample_offer());
  CHECK(screen.status() == "2 found");
}

TEST_CASE("understood words are links that take them away") {
  FindScreen screen("/find?q=somewhere+quiet+saturday");
  screen.answer(testing::sample_offer());
  CHECK(screen.harness.find(Role::Link, "Remove Saturday").href == "/find?q=somewhere+quiet");
  CHECK(screen.harness.find(Role::Link, "Remove Quiet").href == "/find?q=somewhere+saturday");
}

TEST_CASE("an age out of range is told beside the field and in a summary that takes focus") {
  FindScreen screen;
  screen.answer(testing::sample_offer());
  CHECK_FALSE(screen.harness.has(Role::TextField, "Your child's age"));  // the first screen is for what is found
  screen.harness.activate(screen.harness.find(Role::Button, "Narrow it down"));
  screen.harness.type(screen.harness.find(Role::TextField, "Your child's age"), "99");
  CHECK_FALSE(screen.harness.has(Role::ErrorSummary, "There is something to put right"));
  screen.harness.activate(screen.harness.find(Role::Button, "Search"));
  CHECK(screen.harness.find(Role::TextField, "Your child's age").error == "Enter an age from 0 to 25, like 8");
  REQUIRE(screen.harness.count(Role::ErrorSummary) == 1);
  CHECK(screen.harness.has(Role::Link, "Enter an age from 0 to 25, like 8"));
  CHECK(screen.host.navigated.empty());
  screen.harness.type(screen.harness.find(Role::TextField, "Your child's age"), "9");
  CHECK(screen.harness.count(Role::ErrorSummary) == 0);
  CHECK(screen.status() == "4 found");
}

TEST_CASE("the button that narrows says how many are set, and stays open while one of them is changed") {
  FindScreen screen("/find?q=club&age=8&near=Aldermere&miles=5&day=saturday");
  screen.answer(testing::sample_offer());
  CHECK_FALSE(screen.harness.has(Role::Select, "Near"));
  screen.harness.activate(screen.harness.find(Role::Button, "Narrow it down: 4 chosen"));
  screen.harness.choose(screen.harness.find(Role::Select, "How far"), "");
  CHECK(screen.harness.has(Role::Button, "Narrow it down: 3 chosen"));
  CHECK(screen.harness.has(Role::Select, "Near"));
}

TEST_CASE("a distance without a place asks for one") {
  FindScreen screen("/find?miles=5");
  screen.answer(testing::sample_offer());
  CHECK(screen.harness.find(Role::Select, "Near").error == "Choose a place to measure from, or any distance");
  screen.harness.choose(screen.harness.find(Role::Select, "Near"), "Aldermere");
  CHECK(screen.harness.find(Role::Select, "Near").error.empty());
  CHECK(screen.host.replaced.back() == "/find?near=Aldermere&miles=5");
  CHECK(screen.status() == "4 found");
}

TEST_CASE("pressing search tells the count") {
  FindScreen screen("/find?q=swim");
  screen.answer(testing::sample_offer());
  screen.harness.activate(screen.harness.find(Role::Button, "Search"));
  REQUIRE(screen.host.announced.size() == 1);
  CHECK(screen.host.announced[0] == "2 found");
}

TEST_CASE("nothing found says what could be left out and how many that gives") {
  FindScreen screen("/find?q=quiet+sunday");
  screen.answer(testing::sample_offer());
  CHECK(screen.status() == "0 found");
  CHECK(screen.harness.find(Role::Link, "Without Quiet (1 found)").href == "/find?q=sunday");
  CHECK(screen.harness.find(Role::Link, "Without Sunday (2 found)").href == "/find?q=quiet");
}

TEST_CASE("nothing at all still offers a way on") {
  FindScreen screen("/find?q=zebra");
  screen.answer(OfferList{});
  CHECK(screen.harness.find(Role::Link, "Show everything").href == "/find");
}

TEST_CASE("a long list shows twenty and then more, and the address remembers") {
  FindScreen screen;
  screen.answer(testing::many_services(45));
  CHECK(screen.harness.count(Role::ListItem) == 20);
  screen.harness.activate(screen.harness.find(Role::Button, "Show more"));
  CHECK(screen.harness.count(Role::ListItem) == 40);
  CHECK(screen.host.replaced.back() == "/find?shown=40");
  screen.harness.activate(screen.harness.find(Role::Button, "Show more"));
  CHECK(screen.harness.count(Role::ListItem) == 45);
  CHECK_FALSE(screen.harness.has(Role::Button, "Show more"));
}

TEST_CASE("going back restores the earlier search") {
  FindScreen screen("/find?q=football");
  screen.answer(testing::sample_offer());
  CHECK(screen.status() == "1 found");
  screen.page.opened(Route::parse("/find?q=quiet&age=5"));
  screen.draw();
  CHECK(screen.status() == "2 found");
  CHECK(screen.harness.find(Role::TextField, "What are you looking for?").value == "quiet");
}

TEST_CASE("each failure is told kindly, and trying again asks again") {
  const std::pair<ErrorCode, const char*> failures[] = {
      {ErrorCode::Offline, "We cannot reach the list, because you are offline. Try again when you are back."},
      {ErrorCode::Internal, "Something went wrong on our side. Nothing you did caused it."}};
  for (const auto& [code, sentence] : failures) {
    FindScreen screen;
    screen.host.answer(Error{code, "detail"});
    screen.draw();
    CHECK(screen.status() == sentence);
    screen.harness.activate(screen.harness.find(Role::Button, "Try again"));
    REQUIRE(screen.host.asked.size() == 1);
    screen.answer(testing::sample_offer());
    CHECK(screen.status() == "5 found");
  }
}

TEST_CASE("bytes that are no frame are a failure, not a crash") {
  FindScreen screen;
  screen.host.answer(Bytes{1, 2, 3});
  screen.draw();
  CHECK(screen.harness.has(Role::Button, "Try again"));
}

TEST_CASE("a reply to a store that has gone does nothing") {
  testing::UiHarness harness(360, 800);
  testing::FakeHost host(harness.words());
  {
    OfferStore store(host);
    store.want();
  }
  host.answer_with(testing::sample_offer());
  CHECK(host.asked.empty());
}

TEST_CASE("in Welsh the screen is Welsh and the feed's words are marked as English") {
  FindScreen screen("/find?q=tawel");
  screen.harness.words().use(ui::Language::Welsh);
  screen.answer(testing::sample_offer());
  CHECK(screen.harness.has(Role::Heading, "Dod o hyd i rywbeth"));
  CHECK(screen.status() == "2 wedi'u canfod");
  CHECK(screen.harness.find(Role::Link, "Otter Swim").lang == "en");
  CHECK(screen.harness.has(Role::Link, "Tynnu Tawel"));
}

TEST_CASE("cards tell how fresh they are, and to ring first when they are not") {
  FindScreen screen;
  screen.answer(testing::sample_offer());
  CHECK(screen.harness.has(Role::Paragraph, "Checked 12 days ago"));
  CHECK(screen.harness.has(Role::Paragraph, "Checked 7 months ago. Ring first."));
  CHECK(screen.harness.has(Role::Paragraph, "Not checked yet. Ring first."));
  CHECK(screen.harness.has(Role::Paragraph, "Closed for now"));
}
