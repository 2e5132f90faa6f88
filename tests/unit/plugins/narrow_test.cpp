// Narrowing a search on the find screen: boxes with counts, chips that take them back, the address.
#include "app/ui/ui.hpp"
#include "plugins/local_offer/model/narrowing.hpp"
#include "plugins/local_offer/pages/find_page.hpp"
#include "plugins/local_offer/words.hpp"
#include "tests/support/page_screen.hpp"
#include "tests/unit/plugins/offer_sample.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::local_offer;
using ui::Role;

namespace {

struct NarrowScreen : testing::PageScreen {
  OfferStore store{host};
  Shortlist shortlist{host};
  FindPage page{host, store, shortlist};

  explicit NarrowScreen(const char* address) : PageScreen(local_offer_words, testing::sample_council()) {
    page.opened(Route::parse(address));
    draw();
    host.answer_with(testing::sample_offer());
    draw();
  }
  void draw() { PageScreen::draw(page); }
  void press(std::string_view button) { harness.activate(harness.find(Role::Button, button)); }
  void tick(std::string_view box) { harness.toggle(harness.find(Role::Checkbox, box)); }
  std::string status() { return harness.names(Role::Status).front(); }
};

}  // namespace

TEST_CASE("what can be chosen is out of the way until it is wanted") {
  NarrowScreen screen("/find");
  CHECK(screen.harness.count(Role::Checkbox) == 0);
  screen.press("Narrow it down");
  CHECK(screen.harness.has(Role::Button, "Day"));
  CHECK(screen.harness.count(Role::Checkbox) == 0);
  screen.press("Day");
  CHECK(screen.harness.has(Role::List, "Day"));
  CHECK(screen.harness.has(Role::Checkbox, "Saturday (3)"));
  CHECK(screen.harness.has(Role::Checkbox, "Sunday (1)"));
}

TEST_CASE("what nothing has is not offered") {
  NarrowScreen screen("/find");
  screen.press("Narrow it down");
  screen.press("Day");
  CHECK_FALSE(screen.harness.has(Role::Checkbox, "Monday (0)"));
  CHECK_FALSE(screen.harness.has(Role::Button, "Registered with"));
}

TEST_CASE("a choice leaves as many as it said, stands in the address and can be taken back") {
  NarrowScreen screen("/find");
  screen.press("Narrow it down");
  screen.press("Day");
  screen.tick("Sunday (1)");
  CHECK(screen.status() == "1 found");
  CHECK(screen.host.replaced.back() == "/find?day=sunday");
  CHECK(screen.harness.has(Role::Button, "Day: 1 chosen"));
  CHECK(screen.harness.find(Role::Link, "Remove Sunday").href == "/find");
  screen.tick("Sunday (1)");
  CHECK(screen.status() == "5 found");
  CHECK(screen.host.replaced.back() == "/find");
}

TEST_CASE("a second choice of the same kind adds, one of another kind takes away") {
  NarrowScreen screen("/find?day=sunday&day=saturday");
  CHECK(screen.status() == "3 found");
  CHECK(screen.harness.has(Role::Link, "Remove Saturday"));
  CHECK(screen.harness.find(Role::Link, "Remove all of these").href == "/find");
  screen.press("Narrow it down: 2 chosen");
  screen.press("Cost");
  screen.tick("Free (1)");
  CHECK(screen.status() == "1 found");
  CHECK(screen.host.replaced.back() == "/find?day=sunday&day=saturday&cost=free");
}

TEST_CASE("when nothing is left the screen says what to take back, and how many that gives") {
  NarrowScreen screen("/find?q=swim&day=saturday&day=sunday&cost=free");
  CHECK(screen.status() == "0 found");
  CHECK(screen.harness.find(Role::Link, "Without Free (1 found)").href == "/find?q=swim&day=saturday&day=sunday");
}

TEST_CASE("a choice that nobody could make is still shown, and can be taken back") {
  NarrowScreen screen("/find?kind=unicorns");
  CHECK(screen.status() == "0 found");
  CHECK(screen.harness.find(Role::Link, "Remove unicorns").href == "/find");
}

TEST_CASE("an address with more choices than anybody makes keeps the first of them") {
  std::string address = "/find?";
  for (int i = 0; i < 40; ++i) address += "need=n" + std::to_string(i) + "&";
  const auto choices = choices_in(Route::parse(address + "support=x&support=x"));
  CHECK(choices.size() == most_choices);
  CHECK(choices.front() == FacetChoice{Facet::Need, "n0"});
}

TEST_CASE("empty, endless and doubled choices in an address are left out") {
  const auto choices = choices_in(Route::parse("/find?day=&day=" + std::string(500, 'x') + "&day=sunday&day=sunday"));
  REQUIRE(choices.size() == 1);
  CHECK(choices[0].value == "sunday");
}

TEST_CASE("in Welsh the filters are Welsh, and the feed's own words are marked as English") {
  NarrowScreen screen("/find");
  screen.harness.words().use(ui::Language::Welsh);
  screen.draw();
  screen.press("Culhau'r dewis");
  screen.press("Diwrnod");
  CHECK(screen.harness.has(Role::Checkbox, "Dydd Sadwrn (3)"));
}
