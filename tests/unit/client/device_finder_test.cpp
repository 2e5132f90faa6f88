// Where the device is: asked once at a time, understood, and never written down.
#include "app/client/device_finder.hpp"
#include "tests/unit/client/fake_platform.hpp"

#include <doctest/doctest.h>

#include <array>
#include <memory>

namespace alongside::client {
namespace {

using State = DevicePlace::State;

Bytes place_bytes(const std::array<std::int32_t, 3>& numbers) {
  Bytes bytes;
  for (const std::int32_t number : numbers) {
    for (int i = 0; i < 4; ++i)
      bytes.push_back(static_cast<std::uint8_t>(static_cast<std::uint32_t>(number) >> (8 * i)));
  }
  return bytes;
}

}  // namespace

TEST_CASE("a device's place is known when the browser says it, with how exact it is") {
  FakePlatform platform;
  DeviceFinder finder(platform);
  CHECK(finder.place().state == State::Unasked);
  finder.find();
  finder.find();
  CHECK(finder.place().state == State::Asking);
  REQUIRE(platform.locations.size() == 1);
  platform.locations[0](place_bytes({529070000, -28920000, 35}));
  CHECK(finder.place().state == State::Known);
  CHECK(finder.place().point.longitude_e7() == -28920000);
  CHECK(finder.place().metres == 35);
  CHECK(platform.settings.empty());
  CHECK(platform.posts.empty());
}

TEST_CASE("no is an answer, and what is no place is none") {
  const std::pair<Result<Bytes>, State> answers[] = {
      {Error{ErrorCode::NotAllowed, "HTTP 403"}, State::Refused},
      {Error{ErrorCode::Unavailable, "HTTP 503"}, State::Unavailable},
      {Error{ErrorCode::Offline, "no answer"}, State::Unavailable},
      {Bytes{}, State::Unavailable},
      {Bytes(11, 0), State::Unavailable},
      {place_bytes({2'000'000'000, 0, 1}), State::Unavailable},
  };
  for (const auto& [reply, state] : answers) {
    FakePlatform platform;
    DeviceFinder finder(platform);
    finder.find();
    platform.locations[0](reply);
    CHECK(finder.place().state == state);
    finder.find();
    CHECK(finder.place().state == State::Asking);
  }
}

TEST_CASE("an answer that comes when the application has gone does nothing") {
  FakePlatform platform;
  auto finder = std::make_unique<DeviceFinder>(platform);
  finder->find();
  finder.reset();
  platform.locations[0](place_bytes({529070000, -28920000, 35}));
}

}  // namespace alongside::client
