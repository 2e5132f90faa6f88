// What any survey's definition may cost. A few letters can ask for much, so that what it takes does not go with the
// file's size alone: how much one survey may ask ends it.
#include "app/server/json_reader.hpp"
#include "plugins/feedback/api/definition_file.hpp"
#include "tests/unit/decoders/heap_peak.hpp"
#include "tests/unit/decoders/unpleasant_json.hpp"

#include <doctest/doctest.h>

#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace alongside::feedback {
namespace {

constexpr std::size_t bytes_of_text = 1024 * 1024;

// That many objects, each with a name of its own after `begin`, in lists of a hundred.
std::string hundreds(std::string_view begin, std::string_view end) {
  constexpr std::string_view pages = R"({"name":"s","pages":[)", page = R"({"elements":[)";
  std::string text(pages);
  for (std::size_t i = 0; text.size() < bytes_of_text - 200; ++i) {
    if (i % 100 == 0) text.append(i == 0 ? "" : "]},").append(page);
    if (i % 100 != 0) text += ',';
    text.append(begin).append(std::to_string(i)).append(end);
  }
  return text + "]}]}";
}

std::vector<std::pair<const char*, std::string>> unpleasant_definitions() {
  const std::string choices = testing::repeated("[", "1,", "1]", 2000);
  const std::string columns = testing::repeated("[", R"({"name":"c"},)", R"({"name":"c"}])", 100'000);
  return {{"short questions", hundreds(R"({"type":"text","name":")", "\"}")},
          {"scales", hundreds(R"({"type":"rating","rateMax":20,"name":")", "\"}")},
          {"several boxes each", hundreds(R"({"type":"address","name":")", "\"}")},
          {"tables in tables",
           hundreds(R"({"type":"matrixdynamic","columns":[{"name":"a"},{"name":"b"}],"name":")", "\"}")},
          {"one table's choices in every column", R"({"elements":[{"type":"matrixdynamic","name":"t","choices":)" +
                                                      choices + R"(,"columns":)" + columns + "}]}"},
          {"pages", testing::repeated(R"({"pages":[)", R"({"name":"p"},)", "{}]}", bytes_of_text)}};
}

TEST_CASE("a survey's definition takes at most 32 times its size and 16 MB") {
  for (const auto& [name, text] : unpleasant_definitions()) {
    INFO(std::string(name));
    const HeapPeak peak;
    const auto json = server::read_json(text);
    REQUIRE(json.ok());
    CHECK_FALSE(read_definition(json.value()).ok());
    CHECK(peak.bytes() <= 32 * text.size() + (std::size_t{16} << 20));
    std::cout << name << ": " << text.size() << " bytes take " << peak.bytes() << "\n";
  }
}

}  // namespace
}  // namespace alongside::feedback
