// How large a form may become from little that is written: a whole form has limits, wherever in it something stands.
#include "tests/unit/plugins/survey_forms.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>

using namespace alongside;
using namespace alongside::feedback;
using namespace alongside::testing;

namespace {

std::string times(std::size_t count, std::string_view begin, std::string_view end) {
  std::string list;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) list += ',';
    list.append(begin).append(std::to_string(i)).append(end);
  }
  return list;
}

std::string rating(std::string_view scale) {
  return R"({"elements":[{"type":"rating","name":"a",)" + std::string(scale) + "}]}";
}

// A table with that many columns, of which none has choices of its own.
std::string table(std::size_t columns, std::size_t choices) {
  return R"({"type":"matrixdynamic","name":"t)" + std::to_string(columns) + R"(","columns":[)" +
         times(columns, R"({"name":"c)", "\"}") + R"(],"choices":[)" + times(choices, "1", "") + "]}";
}

}  // namespace

TEST_CASE("a scale has at most 20 steps, however it is written") {
  CHECK(refusal_of(rating(R"("rateMax":20)")).empty());
  CHECK(refusal_of(rating(R"("rateMin":0,"rateMax":1,"rateStep":0.1)")).empty());
  CHECK(refusal_of(rating(R"("rateMin":1e17,"rateMax":100000000000000016)")).empty());  // adding one changes nothing
  CHECK(refusal_of(rating(R"("rateMax":21)")).find("elements[0].rateMax: offer at most 20 steps") == 0);
  CHECK(refusal_of(rating(R"("rateMax":6e4)")).find("rateMax: offer") != std::string::npos);
  CHECK(refusal_of(rating(R"("rateMax":5,"rateMin":-1e300)")).find("rateMax: offer") != std::string::npos);
  CHECK(refusal_of(rating(R"("rateMax":5,"rateStep":1e-300)")).find("rateMax: offer") != std::string::npos);
  CHECK(refusal_of(rating(R"("rateCount":1e9)")).find("rateCount: offer") != std::string::npos);
}

TEST_CASE("a table's choices are of each of its columns: all of them together are counted") {
  CHECK(refusal_of(R"({"elements":[)" + table(19, 1000) + "]}").empty());
  CHECK(refusal_of(R"({"elements":[)" + table(21, 1000) + "]}").find("at most 20,000") != std::string::npos);
  const std::string many = table(9, 1000) + "," + table(8, 1000) + "," + table(7, 1000);
  CHECK(refusal_of(R"({"elements":[)" + many + "]}").find("at most 20,000") != std::string::npos);
}

TEST_CASE("what stands in tables, panels and pages is counted together") {
  const auto tables = [](std::size_t count) {
    return R"({"elements":[)" +
           times(count, R"({"type":"matrixdropdown","name":"t)",
                 R"(","cellType":"text","columns":[)" + times(100, R"({"name":"c)", "\"}") + "]}") +
           "]}";
  };
  CHECK(refusal_of(tables(49)).empty());
  CHECK(refusal_of(tables(51)).find("ask at most 5,000 questions") != std::string::npos);
  CHECK(refusal_of(R"({"pages":[)" + times(6000, R"({"name":"p)", "\"}") + "]}").find("ask at most 5,000") !=
        std::string::npos);
}

TEST_CASE("a list of more than may be asked is refused whole") {
  CHECK(refusal_of(R"({"elements":[)" + times(10001, "", "") + "]}").find("elements: keep a list to 10,000") == 0);
  CHECK(refusal_of(R"({"elements":[{"type":"ranking","name":"r","choices":[)" + times(1001, "1", "") + "]}]}")
            .find("choices: write at most 1,000") != std::string::npos);
}
