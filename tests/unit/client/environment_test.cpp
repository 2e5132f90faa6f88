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

  TEST_CASE("letters, motion and the home screen are taken over") {
    Environment environment;
    CHECK(environment.motion == Motion::Gentle);
    environment.apply("setting.face=dyslexic\nreduced_motion=1\ninstall=offered\norigin=https://alongside.example");
    CHECK(environment.chosen_face == "dyslexic");
    CHECK(environment.motion == Motion::Still);
    CHECK(environment.home_screen == HomeScreen::Offered);
    CHECK(environment.origin == "https://alongside.example");
    environment.apply("reduced_motion=0\ninstall=there");
    CHECK(environment.motion == Motion::Gentle);
    CHECK(environment.home_screen == HomeScreen::There);
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

  TEST_CASE("spacing and easy read are taken over, and nonsense is no spacing") {
    Environment environment;
    environment.apply(
        "spacing=0.12 0.16 1.5 2\nsetting.words=easy\nsetting.spacing=wide\nsetting.aloud=on\nsetting.switch=two");
    CHECK(environment.spacing.letter == doctest::Approx(0.12f));
    CHECK(environment.spacing.word == doctest::Approx(0.16f));
    CHECK(environment.spacing.line == doctest::Approx(1.5f));
    CHECK(environment.spacing.paragraph == doctest::Approx(2.0f));
    CHECK(environment.wording == ui::Wording::Easy);
    CHECK(environment.chosen_aloud == "on");
    CHECK(environment.chosen_switch == "two");
    environment.apply("spacing=wide -3 99");
    CHECK(environment.spacing.letter == 0);
    CHECK(environment.spacing.word == 0);
    CHECK(environment.spacing.line == 4);
    CHECK(environment.spacing.paragraph == 0);
    environment.apply("setting.words=usual");
    CHECK(environment.wording == ui::Wording::Usual);
  }

  TEST_CASE("unknown keys and broken lines are left alone") {
    Environment environment;
    environment.apply("\n\n=\nnothing\nmoon=full\nlang=fr\n");
    CHECK(environment.language == ui::Language::English);
  }
}
