#include "app/client/environment.hpp"

#include <doctest/doctest.h>

using namespace alongside;
using namespace alongside::client;

TEST_SUITE("environment") {
  TEST_CASE("lines change what they name and nothing else") {
    Environment environment;
    environment.apply("lang=cy\ntext_scale=1.5\n");
    CHECK(environment.language == ui::Language::Welsh);
    CHECK(environment.text_scale == doctest::Approx(1.5f));
    CHECK(environment.view == View::Canvas);
    environment.apply("view=plain");
    CHECK(environment.view == View::Plain);
    CHECK(environment.language == ui::Language::Welsh);
  }

  TEST_CASE("a text size nobody can read or fit is held within bounds") {
    Environment environment;
    environment.apply("text_scale=1000");
    CHECK(environment.text_scale == doctest::Approx(8.0f));
    environment.apply("text_scale=huge");
    CHECK(environment.text_scale == doctest::Approx(8.0f));
    environment.apply("text_scale=-1");
    CHECK(environment.text_scale == doctest::Approx(8.0f));
  }

  TEST_CASE("unknown keys and broken lines are left alone") {
    Environment environment;
    environment.apply("\n\n=\nnothing\nmoon=full\nlang=fr\n");
    CHECK(environment.language == ui::Language::English);
  }
}
