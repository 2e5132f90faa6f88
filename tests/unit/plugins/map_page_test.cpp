// The map's page: one route with the list, the list's numbers on the map, and the device's place only when asked.
#include "plugins/local_offer/pages/map/map_page.hpp"

#include "app/ui/pictures.hpp"
#include "app/ui/ui.hpp"
#include "plugins/map/words.hpp"
#include "tests/support/page_screen.hpp"
#include "tests/unit/plugins/offer_sample.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>

using namespace alongside;
using namespace alongside::local_offer;
using ui::Role;

namespace {

struct AskedPictures final : ui::Pictures {
  std::set<std::string> addresses;
  std::uint64_t texture(std::string_view address) override {
    addresses.emplace(address);
    return 0;
  }
};

struct MapScreen : testing::PageScreen {
  OfferStore store{host};
  Fetched<MapBase> base;
  MapMemory memory;
  std::unique_ptr<MapPage> page;

  explicit MapScreen(const char* address = "/map") : PageScreen(map_words, testing::sample_council()) {
    host.moved = [this](std::string_view href) { page->opened(Route::parse(href)); };
    open(address);
  }
  void open(const char* address) {
    page = std::make_unique<MapPage>(host, store, base, memory);
    page->opened(Route::parse(address));
    draw();
  }
  void draw() { PageScreen::draw(*page); }
  void answer(const OfferList& list = testing::sample_offer()) {
    host.answer_with(list);
    MapBase ground;
    ground.districts = {{"NM2", GeoPoint::from_degrees(52.95, -2.8).value()}};
    host.answer_with(ground);
    draw();
  }
  // All markers, by what they are called.
  std::vector<std::string> marks() {
    std::vector<std::string> names;
    for (const ui::Node& node : harness.tree().nodes()) {
      if (node.role == Role::Button && node.look.starts_with("mark")) names.push_back(node.name);
    }
    return names;
  }
  void press(std::string_view name) {
    harness.activate(harness.find(Role::Button, name));
    draw();
  }
  bool says(std::string_view words) {
    const auto names = harness.names(Role::Paragraph);
    return std::any_of(names.begin(), names.end(),
                       [words](const std::string& name) { return name.find(words) != std::string::npos; });
  }
};

}  // namespace

TEST_CASE("the map asks for the offer and the council's outlines, and for nobody else's map") {
  MapScreen screen;
  REQUIRE(screen.host.asked.size() == 2);
  CHECK(screen.host.asked[0].path == "/api/local_offer/services");
  CHECK(screen.host.asked[1].path == "/api/local_offer/map");
  CHECK(screen.harness.has(Role::Status, "Fetching the map. One moment."));
}

TEST_CASE("markers are the list's numbers, those at one place are together, and the rest is counted") {
  MapScreen screen("/map");
  screen.answer();
  CHECK(screen.harness.has(Role::Status, "5 found"));
  CHECK(screen.harness.has(Role::Figure, "Map of what was found"));
  CHECK(screen.marks().size() == 2);  // on a phone, Aldermere and Northmere are a finger's width apart
  screen.harness.input.width = 800;
  screen.draw();
  CHECK(screen.marks().size() == 3);
  CHECK(screen.says("1 more comes to you or is online"));
  CHECK(screen.harness.has(Role::Link, "1. Library hour"));
}

TEST_CASE("each row says how far and which way from where one measures") {
  MapScreen screen("/map?near=Aldermere&q=football");
  screen.answer();
  CHECK(screen.harness.has(Role::Link, "1. Saturday Kickabout"));
  CHECK(screen.says("6.3 miles, east of Aldermere"));
  CHECK(screen.says("Measured from Aldermere (NM2), within about 3 miles."));
}

TEST_CASE("the way back to the list and to a service has the same search in it") {
  MapScreen screen("/map?q=swimming&near=Aldermere&day=saturday");
  screen.answer();
  CHECK(screen.harness.find(Role::Link, "Back to the list").href == "/find?q=swimming&near=Aldermere&day=saturday");
  CHECK(screen.harness.find(Role::Link, "1. Otter Swim").href ==
        "/service/00000000-0000-4000-8000-000000000001?q=swimming&near=Aldermere&day=saturday");
}

TEST_CASE("a marker that is chosen shows its service, and coming back shows it still") {
  MapScreen screen("/map?q=football&near=Aldermere");
  screen.answer();
  REQUIRE(screen.marks().size() == 1);
  screen.press(screen.marks()[0]);
  CHECK(screen.harness.has(Role::Heading, "You chose"));
  REQUIRE_FALSE(screen.host.announced.empty());
  CHECK(screen.host.announced.back().find("Saturday Kickabout") != std::string::npos);
  screen.open("/map?q=football&near=Aldermere");
  CHECK(screen.harness.has(Role::Heading, "You chose"));
  screen.open("/map?q=swimming");
  CHECK_FALSE(screen.harness.has(Role::Heading, "You chose"));
}

TEST_CASE("services at one address are shown together, others by looking closer") {
  MapScreen screen("/map?q=otter");
  screen.answer();
  REQUIRE(screen.marks().size() == 1);
  CHECK(screen.marks()[0] == "2 here, Aldermere");
  screen.press(screen.marks()[0]);
  CHECK(screen.harness.has(Role::Heading, "2 at this place"));
}

TEST_CASE("the map moves by gestures, keys and buttons, and shows all again") {
  MapScreen screen("/map");
  screen.answer();
  const auto x_of = [&] { return screen.harness.find(Role::Button, screen.marks()[0]).rect.x; };
  const float before = x_of();
  screen.harness.push(
      {screen.harness.find(Role::Figure, "Map of what was found").id, ui::ActionKind::Move, "9 0 0 0 0"});
  screen.draw();
  screen.draw();
  CHECK(x_of() == doctest::Approx(before + 9));
  screen.press("Closer");
  CHECK(screen.host.announced.back() == "The map is closer.");
  screen.press("Show all");
  screen.draw();
  CHECK(x_of() == doctest::Approx(before));
}

TEST_CASE("where the device is, is asked on a press, after a sentence on why") {
  MapScreen screen("/map?near=here&q=football");
  screen.answer();
  CHECK(screen.says("your browser will ask if we may know where you are"));
  CHECK(screen.host.device_.state == DevicePlace::State::Unasked);
  screen.press("Use where I am");
  CHECK(screen.host.device_.state == DevicePlace::State::Asking);
  CHECK(screen.harness.has(Role::Status, "Looking for where you are. One moment."));
  screen.host.device_ = {DevicePlace::State::Known, GeoPoint::from_degrees(52.907, -2.892).value(), 47};
  screen.draw();
  CHECK(screen.says("Measured from where you are, within about 50 metres."));
  CHECK(screen.says("miles, north-east of you"));
  CHECK(screen.harness.has(Role::Paragraph, "You"));
  for (const std::string& address : screen.host.replaced) CHECK(address.find("52.9") == std::string::npos);
  CHECK(screen.host.asked.empty());
}

TEST_CASE("a no is said kindly, and places stay the way") {
  MapScreen screen("/map?near=here");
  screen.answer();
  screen.host.device_.state = DevicePlace::State::Refused;
  screen.draw();
  const auto said = screen.harness.names(Role::Status);
  CHECK(std::any_of(said.begin(), said.end(),
                    [](const std::string& words) { return words.starts_with("That is fine"); }));
  screen.harness.choose(screen.harness.find(Role::Select, "Measure from"), "Aldermere");
  screen.draw();
  CHECK(screen.host.replaced.back() == "/map?near=Aldermere");
  CHECK(screen.says("Measured from Aldermere"));
}

TEST_CASE("a search that finds only what comes to people says so, and one that finds nothing leads back") {
  MapScreen screen("/map?q=nobody+sleeps");
  screen.answer();
  CHECK(screen.says("None of these has a place that we can show."));
  CHECK(screen.marks().empty());
  MapScreen nothing("/map?q=zzzzqq");
  nothing.answer();
  CHECK(nothing.says("Nothing to show for this search."));
}

TEST_CASE("without the council's outlines the map is there all the same") {
  MapScreen screen("/map");
  screen.host.answer_with(testing::sample_offer());
  screen.host.answer(Error{ErrorCode::Offline, "no answer"});
  screen.draw();
  CHECK(screen.marks().size() == 2);
}

TEST_CASE("a map server's squares lie under the drawing, and its owner is named") {
  MapScreen screen;
  AskedPictures pictures;
  screen.harness.input.pictures = &pictures;
  screen.host.answer_with(testing::sample_offer());
  MapBase ground;
  ground.tiles = {5, 17, {"© Northmere maps", "© Mapiau Northmere"}};
  screen.host.answer_with(ground);
  screen.draw();
  screen.draw();
  CHECK(screen.harness.has(Role::Paragraph, "© Northmere maps"));
  REQUIRE(!pictures.addresses.empty());
  for (const std::string& address : pictures.addresses) CHECK(address.starts_with("/api/local_offer/tiles/"));
}

TEST_CASE("without a map server nobody is asked for a picture") {
  MapScreen plain;
  AskedPictures pictures;
  plain.harness.input.pictures = &pictures;
  plain.answer();
  plain.draw();
  CHECK(pictures.addresses.empty());
}
