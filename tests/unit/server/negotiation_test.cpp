#include "app/server/negotiation.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace alongside::server;

TEST_CASE("the format is the first of ours that the client names") {
  CHECK(format_of("") == Format::Frame);
  CHECK(format_of("*/*") == Format::Frame);
  CHECK(format_of("application/json") == Format::Json);
  CHECK(format_of("application/x-alongside, application/json") == Format::Frame);
  CHECK(format_of("text/html,application/xhtml+xml,*/*;q=0.8") == Format::Html);
  CHECK(format_of("Application/JSON; q=0.5") == Format::Json);
}

TEST_CASE("an encoding's quality is its own, or that of the star") {
  CHECK(quality_of("gzip, br", "br") == 1000);
  CHECK(quality_of("gzip;q=0.5, br;q=0", "br") == 0);
  CHECK(quality_of("gzip;q=0.55", "gzip") == 550);
  CHECK(quality_of("*;q=0.1, gzip", "br") == 100);
  CHECK(quality_of("", "br") == 0);
  CHECK(quality_of("br;q=nonsense", "br") == 0);
  CHECK(quality_of("brotli", "br") == 0);
}

TEST_CASE("the language is the address's, or else the browser's, of those the council offers") {
  const std::array both = {Language::English, Language::Welsh};
  const std::array welsh_first = {Language::Welsh, Language::English};
  const std::array english = {Language::English};
  const Query none;
  CHECK(language_of(none, "", both) == Language::English);
  CHECK(language_of(none, "", welsh_first) == Language::Welsh);
  CHECK(language_of(none, "cy", both) == Language::Welsh);
  CHECK(language_of(none, "cy", english) == Language::English);
  CHECK(language_of(none, "en;q=0.3, cy-GB;q=0.4", both) == Language::Welsh);
  CHECK(language_of(none, "cymraeg", both) == Language::English);
  CHECK(language_of(Query::parse("lang=cy"), "en", both) == Language::Welsh);
  CHECK(language_of(Query::parse("lang=cy"), "en", english) == Language::English);
}

TEST_CASE("If-None-Match is a list of tags, weak or strong, or a star") {
  CHECK(etag_matches("\"a\"", "\"a\""));
  CHECK(etag_matches("\"b\", W/\"a\"", "\"a\""));
  CHECK(etag_matches("*", "\"a\""));
  CHECK(!etag_matches("", "\"a\""));
  CHECK(!etag_matches("\"ab\"", "\"a\""));
  CHECK(!etag_matches("a", "\"a\""));
}
