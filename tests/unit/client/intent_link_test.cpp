#include "app/plugin_api/intent_link.hpp"

#include "app/wire/frame.hpp"
#include "app/wire/messages/intents.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace alongside;

namespace {

wire::CostIntent swimming() {
  wire::CostIntent intent;
  intent.service = "5a1e9c34-7f2b-4d88-b0c6-1e9d3a7f5b21";
  intent.service_name = "Saturday Swim Club & caffi";
  intent.amount = Money::from_pence(800).value();
  intent.unit = wire::CostUnit::Session;
  return intent;
}

}  // namespace

TEST_SUITE("intents in addresses") {
  TEST_CASE("what one plugin hands over is read by the other from the address") {
    const std::string href = intent_link("/money/afford", wire::encode_frame(swimming()));
    REQUIRE(href.starts_with("/money/afford?intent="));
    const Bytes frame = intent_of(Route::parse(href));
    const auto intent = wire::decode_frame<wire::CostIntent>(frame);
    REQUIRE(intent.ok());
    CHECK(intent->service_name == "Saturday Swim Club & caffi");
    CHECK(intent->amount == Money::from_pence(800).value());
  }

  TEST_CASE("every length of frame comes back as it was") {
    for (std::size_t size = 1; size < 70; ++size) {
      Bytes frame;
      for (std::size_t i = 0; i < size; ++i) frame.push_back(static_cast<std::uint8_t>(i * 37 + size));
      CHECK(intent_of(Route::parse(intent_link("/x", frame))) == frame);
    }
  }

  TEST_CASE("where nobody takes it there is no address, nor for a frame that is too long") {
    CHECK(intent_link("", wire::encode_frame(swimming())).empty());
    CHECK(intent_link("/x", Bytes{}).empty());
    CHECK_FALSE(intent_link("/x", Bytes(1125)).empty());
    CHECK(intent_link("/x", Bytes(1126)).empty());
  }

  TEST_CASE("an address without an intent, or with spoilt letters, holds none") {
    CHECK(intent_of(Route::parse("/x")).empty());
    CHECK(intent_of(Route::parse("/x?intent=")).empty());
    CHECK(intent_of(Route::parse("/x?intent=a b")).empty());
    CHECK(intent_of(Route::parse("/x?intent=ab=")).empty());
    CHECK(intent_of(Route::parse("/x?intent=a")).empty());  // six bits are no byte
    CHECK(intent_of(Route::parse("/x?intent=_w")).size() == 1);
    CHECK(intent_of(Route::parse("/x?intent=_x")).empty());  // the same byte, spelt otherwise
    CHECK(intent_of(Route::parse("/x?intent=" + std::string(1501, 'A'))).empty());
  }

  TEST_CASE("any one changed letter of a true link is refused when it is read") {
    const std::string href = intent_link("/x", wire::encode_frame(swimming()));
    const std::size_t start = href.find('=') + 1;
    int refused = 0;
    for (std::size_t i = start; i < href.size(); ++i) {
      std::string spoilt = href;
      spoilt[i] = spoilt[i] == 'A' ? 'B' : 'A';
      if (!wire::decode_frame<wire::CostIntent>(intent_of(Route::parse(spoilt))).ok()) ++refused;
    }
    CHECK(refused == static_cast<int>(href.size() - start));
  }
}
