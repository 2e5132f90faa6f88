#include "app/server/query.hpp"

#include <doctest/doctest.h>

using namespace alongside::server;

TEST_CASE("a query is read in order, decoded, with plus as a space") {
  const Query query = Query::parse("q=quiet+saturday&day=sat&day=sun&empty=&bare&caf%C3%A9=%26");
  CHECK(query.value("q") == "quiet saturday");
  CHECK(query.values("day") == std::vector<std::string_view>{"sat", "sun"});
  CHECK(query.value("empty") == "");
  CHECK(query.value("bare") == "");
  CHECK(query.value("café") == "&");
  CHECK(query.pairs().size() == 6);
}

TEST_CASE("what cannot be decoded is left out, and the rest is read") {
  const Query query = Query::parse("a=%zz&b=%ff&=c&%00=d&&e=f");
  CHECK(query.pairs().size() == 1);
  CHECK(query.value("e") == "f");
}

TEST_CASE("a query of thousands of pairs is read only so far") {
  std::string many;
  for (int i = 0; i < 5000; ++i) many += "a=" + std::to_string(i) + "&";
  CHECK(Query::parse(many).pairs().size() == Query::most_pairs);
}

TEST_CASE("what percent_encode writes, percent_decode reads") {
  std::string decoded;
  const std::string text = "a b/ŵ?&=#%+~";
  CHECK(percent_encode("a b") == "a%20b");
  REQUIRE(percent_decode(percent_encode(text), PlusSign::IsSpace, decoded));
  CHECK(decoded == text);
}
