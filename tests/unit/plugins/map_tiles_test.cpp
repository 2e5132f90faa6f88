// The squares of a map server: which a map needs, and how this council's server asks for them in families' place.
#include "app/server/map/tile_config.hpp"
#include "plugins/local_offer/api/tiles/tile_store.hpp"
#include "plugins/local_offer/model/map/tiles_in_view.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::local_offer;

namespace {

const std::string picture = "\x89PNG\r\n\x1A\n and so on";

struct StoppedClock final : Clock {
  std::int64_t now = 1'800'000'000'000;
  std::int64_t now_ms() const override { return now; }
  Date today() const override { return {}; }
};

// Answers when it is told to.
struct SlowFetcher final : server::WebFetcher {
  struct Asked {
    server::WebQuestion question;
    std::function<void(server::WebResult)> done;
  };
  std::vector<Asked> asked;
  void fetch(server::WebQuestion question, std::function<void(server::WebResult)> done) override {
    asked.push_back({std::move(question), std::move(done)});
  }
  void answer(std::size_t at, server::WebResult result) { std::exchange(asked[at].done, {})(std::move(result)); }
  void answer(std::size_t at, const std::string& body) { answer(at, server::WebAnswer{200, "text/html", body}); }
};

server::CouncilConfig council_with_tiles() {
  server::CouncilConfig council;
  council.map_tiles.url = "https://tiles.northmere.example/{z}/{x}/{y}.png?key={key}";
  council.map_tiles.least_zoom = 6;
  council.map_tiles.most_zoom = 16;
  council.council.places.push_back({});
  council.council.places.back().latitude_e7 = 520'000'000;
  council.council.places.back().longitude_e7 = -10'000'000;
  return council;
}

struct World {
  server::CouncilConfig council = council_with_tiles();
  StoppedClock clock;
  SlowFetcher fetcher;
  TileStore store{council, clock, fetcher, "s3cret"};

  // What was answered, when that was at once or has been since.
  std::shared_ptr<std::optional<server::Response>> get(const std::string& z, const std::string& x,
                                                       const std::string& y) {
    server::Request request;
    request.parameters = {z, x, y};
    auto answered = std::make_shared<std::optional<server::Response>>();
    server::Response response = store.answer(request);
    if (!response.later)
      *answered = std::move(response);
    else
      response.later([answered](server::Response later) { *answered = std::move(later); });
    return answered;
  }
  // The square of zoom 12 that many to the east of the council's place.
  auto near_square(unsigned east = 0) { return get("12", std::to_string(2036 + east), "1352"); }
};

int status_of(const std::shared_ptr<std::optional<server::Response>>& answered) {
  return answered->has_value() ? (*answered)->status : 0;
}

}  // namespace

TEST_CASE("a square is asked for once, with the key, and kept for a day") {
  World world;
  const auto first = world.near_square();
  const auto second = world.near_square();
  REQUIRE(world.fetcher.asked.size() == 1);
  CHECK(world.fetcher.asked[0].question.address == "https://tiles.northmere.example/12/2036/1352.png?key=s3cret");
  CHECK(world.fetcher.asked[0].question.machines == server::Machines::Public);
  world.fetcher.answer(0, picture);
  for (const auto& answered : {first, second, world.near_square()}) {
    REQUIRE(status_of(answered) == 200);
    CHECK((*answered)->content() == picture);
    CHECK((*answered)->content_type == "image/png");  // whatever the machine called it
  }
  CHECK(world.fetcher.asked.size() == 1);
  world.clock.now += TileStore::fresh_ms;
  const auto later = world.near_square();
  CHECK(world.fetcher.asked.size() == 2);
  // It does not answer today: yesterday's is better than none.
  world.fetcher.answer(1, Error{ErrorCode::Offline, "nobody"});
  REQUIRE(status_of(later) == 200);
  CHECK((*later)->content() == picture);
}

TEST_CASE("squares of elsewhere, of other zooms and of no world are not there, and nobody is asked for them") {
  World world;
  for (const auto& [z, x, y] : std::vector<std::array<const char*, 3>>{{"12", "0", "0"},
                                                                       {"5", "15", "10"},
                                                                       {"17", "65176", "43107"},
                                                                       {"12", "4096", "1352"},
                                                                       {"12", "2036", "4294967296"},
                                                                       {"12", "02036", "1352"},
                                                                       {"12", "-1", "1352"},
                                                                       {"12", "2036", ""},
                                                                       {"99", "1", "1"}}) {
    CAPTURE(x);
    CHECK(status_of(world.get(z, x, y)) == 404);
  }
  CHECK(world.fetcher.asked.empty());
}

TEST_CASE("what is no picture is not passed on, and is not asked for again at once") {
  for (const std::string& body : {std::string("<html><script>"), std::string(), std::string("RIFF1234AVI "),
                                  std::string("\x89PNG"), std::string("<svg xmlns='http://www.w3.org/2000/svg'/>")}) {
    World world;
    const auto answered = world.near_square();
    world.fetcher.answer(0, body);
    CHECK(status_of(answered) == 503);
    CHECK(status_of(world.near_square()) == 503);
    CHECK(world.fetcher.asked.size() == 1);
    world.clock.now += TileStore::failed_ms;
    CHECK(status_of(world.near_square()) == 0);
    CHECK(world.fetcher.asked.size() == 2);
  }
}

TEST_CASE("a slow map server holds up two questions at most; the others wait, and too many are told so") {
  World world;
  std::vector<std::shared_ptr<std::optional<server::Response>>> all;
  for (unsigned east = 0; east < 4; ++east) {
    for (unsigned south = 0; south < 20; ++south)
      all.push_back(world.get("16", std::to_string(32580 + east), std::to_string(21640 + south)));
  }
  CHECK(world.fetcher.asked.size() == TileStore::most_asked);
  const auto refused = std::ranges::count_if(all, [](const auto& each) { return status_of(each) == 503; });
  CHECK(refused == 80 - static_cast<int>(TileStore::most_waiting + TileStore::most_asked));
  for (std::size_t i = 0; i < world.fetcher.asked.size(); ++i) world.fetcher.answer(i, picture);
  const auto good = std::ranges::count_if(all, [](const auto& each) { return status_of(each) == 200; });
  CHECK(good == static_cast<int>(TileStore::most_waiting + TileStore::most_asked));
}

TEST_CASE("what is kept has its bounds: what nobody looked at for longest goes first") {
  World world;
  const std::string large = picture + std::string(TileStore::most_tile - picture.size(), 'x');
  constexpr unsigned many = TileStore::most_kept / TileStore::most_tile + 4;
  const auto square = [&](unsigned at) {
    return world.get("16", std::to_string(32580 + at % 8), std::to_string(21640 + at / 8));
  };
  for (unsigned i = 0; i < many; ++i) {
    const auto answered = square(i);
    world.fetcher.answer(i, large);
    REQUIRE(status_of(answered) == 200);
    REQUIRE(status_of(square(0)) == 200);  // it is looked at all the time
  }
  CHECK(world.fetcher.asked.size() == many);
  CHECK(status_of(square(1)) == 0);
  CHECK(world.fetcher.asked.size() == many + 1);
}

TEST_CASE("the squares under a map cover all of it, once, and lie where the map has them") {
  MapCamera camera;
  for (const double doublings : {-3.7, -1.0, 0.2, 0.7, 1.5, 2.2}) {
    camera.zoom_by(doublings, {100, 100}, {390, 420});
    for (const ScreenSize size : {ScreenSize{358, 411}, ScreenSize{720, 560}}) {
      const auto tiles = tiles_in_view(camera, size, {5, 17});
      REQUIRE(!tiles.empty());
      REQUIRE(tiles.size() < most_tiles_in_view);
      double area = 0;
      for (const MapTile& tile : tiles) {
        CHECK(tile.side > 256 * 0.65);
        CHECK(tile.side < 256 * 1.55);
        const double wide = std::ldexp(1.0, tile.z);
        const ScreenPoint corner = camera.screen({tile.x / wide, tile.y / wide}, size);
        CHECK(std::abs(corner.x - tile.corner.x) < 0.01);
        CHECK(std::abs(corner.y - tile.corner.y) < 0.01);
        area += std::max(0.0, std::min(tile.corner.x + tile.side, size.width) - std::max(tile.corner.x, 0.0)) *
                std::max(0.0, std::min(tile.corner.y + tile.side, size.height) - std::max(tile.corner.y, 0.0));
      }
      CHECK(std::abs(area - size.width * size.height) < 1);
    }
  }
}

TEST_CASE(
    "where a map server has squares only of other zooms, its largest or smallest are shown while they can be read") {
  MapCamera camera;  // zoom 9
  CHECK(!tiles_in_view(camera, {358, 411}, {10, 14}).empty());
  CHECK(tiles_in_view(camera, {358, 411}, {11, 14}).empty());
  CHECK(tiles_in_view(camera, {358, 411}, {5, 7}).empty());
  CHECK(tiles_in_view(camera, {358, 411}, {5, 8})[0].z == 8);
}
