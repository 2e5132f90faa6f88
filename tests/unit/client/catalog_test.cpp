#include "app/client/catalog.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace alongside;
using namespace alongside::client;

namespace {

constexpr auto two_plugins =
    "feedback\tindigo\tmessage-circle\t30\tHave your say\tDweud eich dweud\tTell us.\tDywedwch.\t/say\n"
    "local_offer\tprimary\tsearch\t10\tFind\tChwilio\tLook.\tEdrychwch.\t/find,/service/*\n";

}  // namespace

TEST_SUITE("catalogue") {
  TEST_CASE("plugins stand in their stated order, whatever order they come in") {
    const auto entries = parse_catalog(two_plugins);
    REQUIRE(entries.ok());
    REQUIRE(entries->size() == 2);
    CHECK(entries.value()[0].id == "local_offer");
    CHECK(entries.value()[0].icon == ui::Icon::Search);
    CHECK(entries.value()[1].hue == ui::Hue::Indigo);
    CHECK(entries.value()[1].label(ui::Language::Welsh) == "Dweud eich dweud");
  }

  TEST_CASE("a plugin owns its routes and what lies below a star, and nothing beside them") {
    const auto entries = parse_catalog(two_plugins);
    REQUIRE(entries.ok());
    const CatalogEntry& offer = entries.value()[0];
    CHECK(offer.owns("/find"));
    CHECK(offer.owns("/service/1"));
    CHECK_FALSE(offer.owns("/service/"));
    CHECK_FALSE(offer.owns("/services"));
    CHECK_FALSE(offer.owns("/find/more"));
  }

  TEST_CASE("a plugin says which intents it takes, at its own routes only") {
    const std::string line = "money\tplum\twallet\t20\tMoney\tArian\ta\tb\t/money,/money/*\t";
    const auto entries = parse_catalog(line + "short_break.cost=/money/afford,short_break.visited=/money\n");
    REQUIRE(entries.ok());
    CHECK(entries.value()[0].route_of("short_break.cost") == "/money/afford");
    CHECK(entries.value()[0].route_of("short_break.visited") == "/money");
    CHECK(entries.value()[0].route_of("short_break").empty());
    CHECK(parse_catalog(line + "\n").ok());
    CHECK_FALSE(parse_catalog(line + "short_break.cost=/say\n").ok());
    CHECK_FALSE(parse_catalog(line + "short_break.cost\n").ok());
    CHECK_FALSE(parse_catalog(line + "=/money\n").ok());
    CHECK_FALSE(parse_catalog(line + "a=/money\tmore\n").ok());
  }

  TEST_CASE("a plugin may stand beside others' pages, to a page of its own below a star") {
    const std::string line = "comments\tprimary\tinfo\t50\tComments\tSylwadau\ta\tb\t/comments,/comments/about/*\t\t";
    const auto entries = parse_catalog(line + "/service/*\t/comments/about/*\tIs this right?\tYdy hyn yn gywir?\n");
    REQUIRE(entries.ok());
    const CatalogEntry::Beside& beside = entries.value()[0].beside;
    CHECK(beside.at == "/service/*");
    CHECK(beside.label(ui::Language::Welsh) == "Ydy hyn yn gywir?");
    CHECK_FALSE(parse_catalog(line + "/service/*\t/elsewhere/*\ta\tb\n").ok());
    CHECK_FALSE(parse_catalog(line + "/service\t/comments/about/*\ta\tb\n").ok());
    CHECK_FALSE(parse_catalog(line + "/service/*\t/comments/about/*\ta\t\n").ok());
    CHECK_FALSE(parse_catalog(line + "/service/*\t/comments/about/*\ta\n").ok());
  }

  TEST_CASE("a line that is not whole refuses the catalogue") {
    CHECK_FALSE(parse_catalog("local_offer\tprimary\tsearch\t10\tFind\n").ok());
    CHECK_FALSE(parse_catalog("x\tprimary\tsearch\tten\tFind\tF\ta\tb\t/find\n").ok());
    CHECK_FALSE(parse_catalog("x\tprimary\tsearch\t1\tFind\tF\ta\tb\thttps://elsewhere.example\n").ok());
  }

  TEST_CASE("more plugins than anybody has are refused") {
    std::string lines;
    for (int i = 0; i < 33; ++i) lines += "x\tprimary\tsearch\t1\tFind\tF\ta\tb\t/find\n";
    CHECK_FALSE(parse_catalog(lines).ok());
  }
}
