#include "plugins/local_offer/model/search/index_codec.hpp"

#include "plugins/local_offer/model/search/index_builder.hpp"
#include "plugins/local_offer/model/search/subset_code.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::local_offer;

namespace {

IndexTables sample_tables(std::mt19937& random, int services, Stemming stemming) {
  IndexBuilder builder(stemming);
  for (int i = 0; i < services; ++i) {
    std::string text;
    for (std::size_t words = random() % 30; words > 0; --words)
      text += "w" + std::to_string(random() % (1 + random() % 90)) + (random() % 3 == 0 ? "ing " : " ");
    builder.add(text, 1, Order::Forgotten);
    builder.add("club w1", 8, Order::Forgotten);
    builder.end_service();
  }
  return builder.tables();
}

bool is_same(const IndexTables& a, const IndexTables& b) {
  if (a.services != b.services || a.starts != b.starts || a.postings != b.postings) return false;
  if (a.dictionary.size() != b.dictionary.size()) return false;
  for (std::uint32_t i = 0; i < a.dictionary.size(); ++i) {
    if (a.dictionary.word(i) != b.dictionary.word(i) || a.dictionary.term(i) != b.dictionary.term(i)) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("an index survives being written and read, stemmed or not, and empty") {
  std::mt19937 random(6);
  for (const Stemming stemming : {Stemming::None, Stemming::English}) {
    for (const int services : {0, 1, 2, 63, 400}) {
      const IndexTables tables = sample_tables(random, services, stemming);
      const Bytes bytes = encode_index(tables);
      const auto read = decode_index(bytes);
      REQUIRE(read.ok());
      CHECK(is_same(tables, read.value()));
      CHECK(encode_index(read.value()) == bytes);
    }
  }
}

TEST_CASE("an index that ends early, or goes on, is refused") {
  std::mt19937 random(6);
  const Bytes bytes = encode_index(sample_tables(random, 40, Stemming::English));
  for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(decode_index(std::span(bytes).first(size)).ok());
  Bytes longer = bytes;
  longer.push_back(0);
  CHECK_FALSE(decode_index(longer).ok());
}

TEST_CASE("a damaged index is refused, or is still one whose every number is in its place") {
  std::mt19937 random(8);
  const Bytes bytes = encode_index(sample_tables(random, 60, Stemming::English));
  for (int round = 0; round < 20000; ++round) {
    Bytes damaged = bytes;
    for (std::size_t i = 1 + random() % 3; i > 0; --i)
      damaged[random() % damaged.size()] = static_cast<std::uint8_t>(random());
    const auto read = decode_index(damaged);
    if (!read.ok()) continue;
    const IndexTables& tables = read.value();
    REQUIRE(tables.starts.back() == tables.postings.size());
    for (const std::uint32_t posting : tables.postings) REQUIRE(service_of(posting) < tables.services);
    for (std::uint32_t i = 0; i < tables.dictionary.size(); ++i) REQUIRE(tables.dictionary.term(i) < tables.terms());
  }
}

TEST_CASE("a few bytes cannot ask for much memory") {
  // A million services that all have the one term forty times over.
  const Bytes greedy{'A',  'S', 'I', 'X', 1, 0xC0, 0x84, 0x3D, 1, 1, 0x80, 0xB4, 0x89,
                     0x13, 1,   0,   1,   1, 1,    'a',  1,    0, 1, 1,    0,    0};
  CHECK_FALSE(decode_index(greedy).ok());
}

TEST_CASE("subsets take little more than there is to tell") {
  std::mt19937 random(9);
  for (const std::uint32_t things : {1u, 2u, 17u, 3000u}) {
    for (std::uint32_t share = 0; share <= 100; share += 5) {
      std::vector<std::uint32_t> members;
      for (std::uint32_t i = 0; i < things; ++i) {
        if (random() % 100 < share) members.push_back(i);
      }
      BitWriter writer;
      write_subset(writer, members, things);
      const Bytes bytes = writer.take();
      const auto log_of = [](double n) { return std::lgamma(n + 1) / std::log(2.0); };
      const auto count = static_cast<double>(members.size());
      CHECK(static_cast<double>(bytes.size()) * 8 <
            (log_of(things) - log_of(count) - log_of(things - count)) * 1.08 + 24);
      std::vector<std::uint32_t> read(members.size());
      BitReader reader(bytes);
      REQUIRE(read_subset(reader, read, things) == SubsetRead::Good);
      CHECK(read == members);
      CHECK(reader.is_at_end());
    }
  }
}
