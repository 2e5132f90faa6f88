// The bytes between the application and web/storage.js. The same bytes stand in
// tests/browser/mirror/device.test.mjs and tests/browser/store.test.mjs, for the other side.
#include "app/client/store/store_bytes_web.hpp"

#include <doctest/doctest.h>

using namespace alongside;
using namespace alongside::client;

TEST_CASE("a batch is written as the page reads it") {
  const Batch batch{Durability::Strict, {{StoreStep::Do::Put, Shelf::Letters, "a", {'x'}}}};
  CHECK(batch_bytes(batch) == Bytes{1, 1, 0, 0, 0, 0, 4, 1, 0, 0, 0, 'a', 1, 0, 0, 0, 'x'});
  CHECK(batch_bytes({Durability::Relaxed, {}}) == Bytes{0, 0, 0, 0, 0});
  const Batch append{Durability::Strict, {{StoreStep::Do::Append, Shelf::Outbox, "", {}}}};
  CHECK(batch_bytes(append) == Bytes{1, 1, 0, 0, 0, 3, 1, 0, 0, 0, 0, 0, 0, 0, 0});
}

TEST_CASE("what a shelf holds is read as the page writes it") {
  const Bytes reply{1, 0, 0, 0, 1, 0, 0, 0, 'a', 1, 0, 0, 0, 'x'};
  const auto entries = entries_in(reply);
  REQUIRE(entries);
  REQUIRE(entries->size() == 1);
  CHECK(entries->front().key == "a");
  CHECK(entries->front().value == Bytes{'x'});
}

TEST_CASE("the sequences given are whole numbers in the page's floating point") {
  // 3 and 2^40 as little-endian doubles.
  const Bytes reply{2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0x40, 0, 0, 0, 0, 0, 0, 0x70, 0x42};
  const auto sequences = appended_in(reply);
  REQUIRE(sequences);
  CHECK(*sequences == std::vector<std::uint64_t>{3, std::uint64_t{1} << 40});
}

TEST_CASE("a reply that is cut short anywhere, or has a byte more, is no reply") {
  const Bytes entries{1, 0, 0, 0, 1, 0, 0, 0, 'a', 1, 0, 0, 0, 'x'};
  const Bytes sequences{1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0x40};
  for (std::size_t size = 0; size < entries.size(); size++) {
    CAPTURE(size);
    CHECK_FALSE(entries_in(std::span(entries).first(size)));
    if (size < sequences.size()) CHECK_FALSE(appended_in(std::span(sequences).first(size)));
  }
  Bytes longer = entries;
  longer.push_back(0);
  CHECK_FALSE(entries_in(longer));
  CHECK_FALSE(entries_in(Bytes{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}));
}
