#include "plugins/local_offer/model/search/index_codec.hpp"

#include "plugins/local_offer/model/search/index_builder.hpp"
#include "plugins/local_offer/model/search/number_stream.hpp"
#include "plugins/local_offer/model/search/subset_code.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace alongside;
using namespace alongside::local_offer;

namespace {

struct Sample {
  IndexTables tables;
  std::string texts;
};

Sample sample(std::mt19937& random, int services, Stemming stemming) {
  IndexBuilder builder(stemming);
  Sample made;
  for (int i = 0; i < services; ++i) {
    std::string text;
    for (std::size_t words = random() % 30; words > 0; --words)
      text += "w" + std::to_string(random() % (1 + random() % 90)) + (random() % 3 == 0 ? "ing " : " ");
    builder.add(text, 1, Order::Forgotten);
    builder.add("club w1", 8, Order::Forgotten);
    builder.end_service();
    (made.texts += text) += '\0';
    // Half of them also in the texts; the others have to be spelled.
    if (i % 2 == 0) (made.texts += "club w1") += '\0';
  }
  made.tables = builder.tables();
  return made;
}

IndexTables sample_tables(std::mt19937& random, int services, Stemming stemming) {
  return sample(random, services, stemming).tables;
}

void check_places(const IndexTables& tables) {
  REQUIRE(tables.starts.back() == tables.postings.size());
  for (const std::uint32_t posting : tables.postings) REQUIRE(service_of(posting) < tables.services);
  for (std::uint32_t i = 0; i < tables.dictionary.size(); ++i) REQUIRE(tables.dictionary.term(i) < tables.terms());
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

TEST_CASE("an index beside its texts spells none of the words that they say, and is the same again") {
  std::mt19937 random(11);
  for (const Stemming stemming : {Stemming::None, Stemming::English}) {
    for (const int services : {1, 2, 63, 400}) {
      const auto [tables, texts] = sample(random, services, stemming);
      const Bytes bytes = encode_index(tables, texts);
      const auto read = decode_index(bytes, texts);
      REQUIRE(read.ok());
      CHECK(is_same(tables, read.value()));
      CHECK(bytes.size() < encode_index(tables).size());
      // What follows later in the texts is not looked at.
      CHECK(decode_index(bytes, texts + "something new").ok());
    }
  }
}

TEST_CASE("words of every kind are told by the texts: capitals, accents, apostrophes, several of one, and long ones") {
  const std::string long_word(90, 'z');
  const std::string text =
      "Caf\u00e9 d\u0175r ' Mum\u2019s 1-1 \u00bd AFTER-school " + long_word + " caf\u00e9 \u00e6on";
  IndexBuilder builder(Stemming::English);
  builder.add(text, 1, Order::Forgotten);
  builder.end_service();
  const IndexTables tables = builder.tables();
  const auto read = decode_index(encode_index(tables, text), text);
  REQUIRE(read.ok());
  CHECK(is_same(tables, read.value()));
}

TEST_CASE("an index beside other texts, or the beginning of its own, is refused") {
  std::mt19937 random(12);
  const auto [tables, texts] = sample(random, 40, Stemming::English);
  const Bytes bytes = encode_index(tables, texts);
  CHECK_FALSE(decode_index(bytes).ok());
  CHECK_FALSE(decode_index(bytes, std::string_view(texts).substr(0, texts.size() / 20)).ok());
  CHECK_FALSE(decode_index(bytes, "another " + texts).ok());
  CHECK_FALSE(decode_index(bytes, sample(random, 40, Stemming::English).texts).ok());
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
  const auto [tables, texts] = sample(random, 60, Stemming::English);
  for (const std::string& beside : {std::string{}, texts}) {
    const Bytes bytes = encode_index(tables, beside);
    for (int round = 0; round < 10000; ++round) {
      Bytes damaged = bytes;
      for (std::size_t i = 1 + random() % 3; i > 0; --i)
        damaged[random() % damaged.size()] = static_cast<std::uint8_t>(random());
      const auto read = decode_index(damaged, beside);
      if (read.ok()) check_places(read.value());
    }
  }
}

TEST_CASE("a few bytes cannot ask for much memory") {
  // A million services that all have the one term forty times over.
  const auto with_postings = [](std::uint32_t services, std::uint32_t postings) {
    Bytes bytes{'A', 'S', 'I', 'X', 2};
    for (const std::uint32_t number : {services, 1u, 1u, postings}) put_number(bytes, number);
    put_part(bytes, {});                                                           // no word by the texts
    put_number(bytes, 2166136261u);                                                // and so the sum of none
    for (const std::uint8_t byte : {0, 1, +'a', 0, 1}) put_part(bytes, {{byte}});  // "a", its term, one weight
    Bytes counts;
    put_number(counts, services);
    put_number(counts, 0);
    put_part(bytes, counts);
    put_part(bytes, {});
    return bytes;
  };
  REQUIRE(decode_index(with_postings(4, 4)).ok());
  const Bytes greedy = with_postings(1'000'000, 40'000'000);
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
