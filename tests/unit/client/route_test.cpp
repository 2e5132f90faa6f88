#include "app/plugin_api/route.hpp"

#include <doctest/doctest.h>
#include <string>

using alongside::Route;

TEST_SUITE("route") {
  TEST_CASE("an address comes apart into path and decoded values") {
    const Route route = Route::parse("/find?q=quiet+saturday&near=Marl%20End&age=8");
    CHECK(route.path == "/find");
    CHECK(route.value("q") == "quiet saturday");
    CHECK(route.value("near") == "Marl End");
    CHECK(route.value("age") == "8");
    CHECK(route.value("miles").empty());
  }

  TEST_CASE("what is written is read back the same, whatever the words are") {
    Route route;
    route.path = "/find";
    route.set("q", "caffi & chŵarae + 50% = ?");
    CHECK(Route::parse(route.text()).value("q") == "caffi & chŵarae + 50% = ?");
  }

  TEST_CASE("an empty value takes the name out of the address") {
    Route route = Route::parse("/find?q=swim&age=8");
    route.set("age", "");
    CHECK(route.text() == "/find?q=swim");
  }

  TEST_CASE("a name may stand in an address more than once, and all its values are read in order") {
    Route route = Route::parse("/find?day=sunday&q=swim&day=saturday");
    REQUIRE(route.values("day").size() == 2);
    CHECK(route.values("day")[1] == "saturday");
    CHECK(route.values("age").empty());
    route.add("day", "monday");
    CHECK(route.text() == "/find?day=sunday&q=swim&day=saturday&day=monday");
  }

  TEST_CASE("the tail is what stands below a path, and nothing else") {
    CHECK(Route::parse("/service/42").tail("/service") == "42");
    CHECK(Route::parse("/services/42").tail("/service").empty());
    CHECK(Route::parse("/service").tail("/service").empty());
    CHECK(Route::parse("/service/").tail("/service").empty());
  }

  TEST_CASE("a trailing slash and a fragment are not part of the place") {
    CHECK(Route::parse("/find/").path == "/find");
    CHECK(Route::parse("/find#top").path == "/find");
    CHECK(Route::parse("").path == "/");
    CHECK(Route::parse("find").path == "/find");
  }

  TEST_CASE("a broken percent sign stays as it is and control characters go") {
    CHECK(Route::parse("/find?q=50%").value("q") == "50%");
    CHECK(Route::parse("/find?q=%zz").value("q") == "%zz");
    CHECK(Route::parse("/find?q=a%00b%0Ac").value("q") == "abc");
  }

  TEST_CASE("an endless address is cut, not refused and not kept") {
    const Route route = Route::parse("/find?q=" + std::string(1'000'000, 'a'));
    CHECK(route.value("q").size() < 3000);
    std::string many = "/find?";
    for (int i = 0; i < 500; ++i) many += "a=1&";
    CHECK(Route::parse(many).query.size() <= 32);
  }
}
