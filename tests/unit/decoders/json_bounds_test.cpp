// What any JSON may cost: the texts with the most values for their bytes, and those that are like what we are sent.
#include "app/base/utf8.hpp"
#include "app/server/json_fields.hpp"
#include "app/server/json_reader.hpp"
#include "tests/unit/decoders/heap_peak.hpp"
#include "tests/unit/decoders/unpleasant_json.hpp"

#include <doctest/doctest.h>

#include <iostream>

namespace alongside::server {
namespace {

constexpr std::size_t bytes_of_text = 256 * 1024;

double times_its_size(const std::string& text) {
  const HeapPeak peak;
  (void)read_json(text);
  return static_cast<double>(peak.bytes()) / static_cast<double>(text.size());
}

TEST_CASE("whatever is in it, reading JSON takes at most 32 times its size in memory") {
  double worst = 0;
  for (const auto& [name, text] : testing::unpleasant_json(bytes_of_text)) {
    const double times = times_its_size(text);
    INFO(name);
    CHECK(times <= 32);
    worst = std::max(worst, times);
  }
  std::cout << "JSON: at most " << worst << " times its size\n";
}

TEST_CASE("nothing is made of a text that has too many small values") {
  const std::string zeros = testing::repeated("[", "0,", "0]", bytes_of_text);
  const HeapPeak peak;
  const auto read = read_json(zeros);
  REQUIRE(!read.ok());
  CHECK(read.error().code == ErrorCode::TooLarge);
  CHECK(peak.bytes() < 1024);
}

TEST_CASE("a name that is there twice is told, among few and among thousands") {
  for (const std::size_t bytes : {std::size_t{60}, bytes_of_text}) {
    const std::string names = testing::many_names(bytes);
    CHECK(read_json(names).ok());
    const auto twice = read_json(names.substr(0, names.size() - 1) + ",\"1\":0,\"0\":0}");
    REQUIRE(!twice.ok());
    CHECK(twice.error().detail.find("the key \"0\" is there twice") != std::string::npos);
  }
  const auto strange = read_json(R"({"a\n\b\u001b[2J":0,"a\n\b\u001b[2J":1})");
  REQUIRE(!strange.ok());
  CHECK(is_text(strange.error().detail));
}

TEST_CASE("a mistake is told as text, whatever is in the name of what is wrong") {
  JsonMistakes mistakes;
  mistakes.add("elements[0].type \"slid\r\x1B[2J\"", "write one that we know");
  CHECK(is_text(mistakes.report()));
}

TEST_CASE("what councils and providers send is read: lists of places, of records, of words") {
  using testing::repeated;
  CHECK(read_json(repeated("[", "[-2.912345,52.9123456],", "[0,0]]", bytes_of_text)).ok());
  CHECK(read_json(repeated("[", "[-2.91,52.91],", "[0,0]]", bytes_of_text)).ok());
  CHECK(read_json(repeated("[", "{\"id\":1,\"name\":\"Saturday Stars\",\"free\":true},", "{}]", bytes_of_text)).ok());
  CHECK(read_json(repeated("[", "\"a word\",", "\"\"]", bytes_of_text)).ok());
  CHECK(read_json("[0,0,0,0,0,0,0,0,0,0,[],[],[],{},{}]").ok());
}

}  // namespace
}  // namespace alongside::server
