#include "app/base/text.hpp"

#include <doctest/doctest.h>

namespace alongside {
namespace {

TEST_CASE("trimming takes blanks from both ends only") {
  CHECK(trim("  a b\t\r\n") == "a b");
  CHECK(trim(" \n ").empty());
  CHECK(trim("").empty());
}

TEST_CASE("splitting keeps empty pieces") {
  CHECK(split("a,,b", ',') == std::vector<std::string_view>{"a", "", "b"});
  CHECK(split("", ',') == std::vector<std::string_view>{""});
  CHECK(split("a,", ',') == std::vector<std::string_view>{"a", ""});
}

TEST_CASE("folding forgives capitals, accents and apostrophes") {
  CHECK(search_fold("Tŷ Ŵyn") == "ty wyn");
  CHECK(search_fold("CAFÉ Gwên Ïon") == "cafe gwen ion");
  CHECK(search_fold("Children's children’s") == "childrens childrens");
  CHECK(search_fold("cafe\xCC\x81") == "cafe");  // an accent after its letter
  CHECK(search_fold("ÀÖØÿĀſÝñÇŁžĲőŒűĝ") == "aooyasynclzĲoŒug");
}

TEST_CASE("letters without a plain form, and broken bytes, do no harm") {
  CHECK(search_fold("日本 ß Æ") == "日本 ß Æ");
  CHECK(search_fold("a\xFF\xC3") == "a");
}

TEST_CASE("words are runs of letters and digits") {
  CHECK(search_words("Somewhere quiet, on Saturday (10am)!") ==
        std::vector<std::string>{"somewhere", "quiet", "on", "saturday", "10am"});
  CHECK(search_words(" -- ").empty());
}

}  // namespace
}  // namespace alongside
