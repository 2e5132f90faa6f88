#include "app/ui/words.hpp"
#include "app/ui/plural_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace alongside::ui;
using namespace alongside::ui::literals;

namespace {

constexpr char text[] =
    "test.count#few\0"
    "\0"
    "{n} lle\0"
    "test.count#many\0"
    "\0"
    "{n} lle\0"
    "test.count#one\0"
    "{n} place\0"
    "un lle\0"
    "test.count#other\0"
    "{n} places in {town}\0"
    "{n} o leoedd yn {town}\0"
    "test.count#two\0"
    "\0"
    "dau le\0"
    "test.count#zero\0"
    "\0"
    "dim lle\0"
    "test.from\0"
    "From {day}\0"
    "Mae {day} tan {last}, {when} neu cyn {day}. {day}\0"
    "test.hello\0"
    "Hello {name}, {name}! {unknown} {\0"
    "Helo {name}\0"
    "test.lead\0"
    "A long way to say it\0"
    "Ffordd hir i'w ddweud\0"
    "test.lead#easy\0"
    "Short\0"
    "Byr\0"
    "test.lead#picture\0"
    "/api/symbols/short\0"
    "/api/symbols/short\0"
    "test.plan\0"
    "An EHC plan\0"
    "Cynllun EHC\0"
    "test.plan#easy\0"
    "A plan\0"
    "Cynllun\0"
    "test.plan#wales\0"
    "An IDP\0"
    "CDU\0";

Words words_in(Language language, Wording wording = Wording::Usual) {
  Words words;
  words.add({text, 14});
  words.use(language, wording);
  return words;
}

}  // namespace

TEST_CASE("a sentence has its names filled in and other braces left alone") {
  CHECK(words_in(Language::English).get("test.hello"_t, {{"name", "Ann"}}) == "Hello Ann, Ann! {unknown} {");
  CHECK(words_in(Language::Welsh).get("test.hello"_t, {{"name", "Ann"}}) == "Helo Ann");
}

TEST_CASE("an argument that looks like a name is not filled in again") {
  CHECK(words_in(Language::Welsh).get("test.hello"_t, {{"name", "{name}"}}) == "Helo {name}");
}

TEST_CASE("a Welsh day begins small within a sentence, and softens after the words that ask for it") {
  const WordArguments days{{"day", "Dydd Llun"}, {"last", "Dydd Gwener 4 Rhagfyr"}, {"when", "Dyddiau"}};
  CHECK(words_in(Language::Welsh).get("test.from"_t, days) ==
        "Mae dydd Llun tan ddydd Gwener 4 Rhagfyr, Dyddiau neu cyn dydd Llun. Dydd Llun");
  CHECK(words_in(Language::English).get("test.from"_t, {{"day", "Dydd Llun"}}) == "From Dydd Llun");
}

TEST_CASE("a council in Wales has its own law's words where there are some, and the usual ones elsewhere") {
  Words words = words_in(Language::English);
  CHECK(words.get("test.plan"_t) == "An EHC plan");
  words.use(Law::Wales);
  CHECK(words.get("test.plan"_t) == "An IDP");
  CHECK(words.get("test.lead"_t) == "A long way to say it");
  words.use(Language::Welsh);
  CHECK(words.get("test.plan"_t) == "CDU");
  // The easy sentence of the other nation's law would be wrong, however easy.
  words.use(Language::English, Wording::Easy);
  CHECK(words.get("test.plan"_t) == "An IDP");
  CHECK(words.get("test.lead"_t) == "Short");
  words.use(Law::England);
  CHECK(words.get("test.plan"_t) == "A plan");
}

TEST_CASE("a key that is not there comes back as itself") {
  CHECK(words_in(Language::English).get("test.nothing"_t) == "test.nothing");
  CHECK(words_in(Language::English).plural("test.nothing"_t, 2) == "test.nothing");
}

TEST_CASE("English counts with one and other") {
  const Words words = words_in(Language::English);
  CHECK(words.plural("test.count"_t, 1) == "1 place");
  CHECK(words.plural("test.count"_t, 0, {{"town", "Whitlow"}}) == "0 places in Whitlow");
  CHECK(words.plural("test.count"_t, 21, {{"town", "Whitlow"}}) == "21 places in Whitlow");
}

TEST_CASE("Welsh counts with six categories") {
  const Words words = words_in(Language::Welsh);
  CHECK(words.plural("test.count"_t, 0) == "dim lle");
  CHECK(words.plural("test.count"_t, 1) == "un lle");
  CHECK(words.plural("test.count"_t, 2) == "dau le");
  CHECK(words.plural("test.count"_t, 3) == "3 lle");
  CHECK(words.plural("test.count"_t, 6) == "6 lle");
  CHECK(words.plural("test.count"_t, 4, {{"town", "Whitlow"}}) == "4 o leoedd yn Whitlow");
}

TEST_CASE("the plural categories are those of CLDR") {
  const std::string_view welsh[] = {"zero", "one", "two", "few", "other", "other", "many", "other"};
  for (int i = 0; i < 8; ++i) {
    CAPTURE(i);
    CHECK(plural_category(Language::Welsh, i) == welsh[i]);
    CHECK(plural_category(Language::English, i) == (i == 1 ? "one" : "other"));
  }
  CHECK(plural_category(Language::English, -1) == "one");
  CHECK(plural_category(Language::Welsh, INT64_MIN) == "other");
}

TEST_CASE("easy read is used where there is such a sentence, in either language") {
  CHECK(words_in(Language::English).get("test.lead"_t) == "A long way to say it");
  CHECK(words_in(Language::English, Wording::Easy).get("test.lead"_t) == "Short");
  CHECK(words_in(Language::Welsh, Wording::Easy).get("test.lead"_t) == "Byr");
  CHECK(words_in(Language::Welsh, Wording::Easy).get("test.hello"_t, {{"name", "Ann"}}) == "Helo Ann");
}

TEST_CASE("a picture stands beside the easy sentence alone") {
  CHECK(words_in(Language::English, Wording::Easy).picture("test.lead"_t) == "/api/symbols/short");
  CHECK(words_in(Language::Welsh, Wording::Easy).picture("test.lead"_t) == "/api/symbols/short");
  CHECK(words_in(Language::English).picture("test.lead"_t).empty());
  CHECK(words_in(Language::English, Wording::Easy).picture("test.plan"_t).empty());
  CHECK(words_in(Language::English, Wording::Easy).picture("test.nothing"_t).empty());
}

TEST_CASE("the sentences of easy read may come later, by themselves") {
  constexpr char came[] =
      "test.hello#easy\0"
      "Hi {name}\0"
      "Haia {name}\0"
      "test.hello#picture\0"
      "/api/symbols/hello\0"
      "/api/symbols/hello";  // and the zero that ends it
  Words words = words_in(Language::English, Wording::Easy);
  CHECK(words.get("test.hello"_t, {{"name", "Ann"}}) == "Hello Ann, Ann! {unknown} {");
  REQUIRE(words.take(std::string(came, sizeof came)).ok());
  CHECK(words.get("test.hello"_t, {{"name", "Ann"}}) == "Hi Ann");
  CHECK(words.picture("test.hello"_t) == "/api/symbols/hello");
  words.use(Language::English, Wording::Usual);
  CHECK(words.get("test.hello"_t, {{"name", "Ann"}}) == "Hello Ann, Ann! {unknown} {");
}

TEST_CASE("a table of words that was cut short, mixed up or is too long is refused, and changes nothing") {
  Words words = words_in(Language::English, Wording::Easy);
  const auto text = [](std::string_view line) {
    std::string table(line);
    std::ranges::replace(table, '|', '\0');
    return table;
  };
  for (const std::string_view bad : {"", "test.hello#easy", "test.hello#easy|Hi|", "test.hello#easy|Hi|Haia",
                                     "b#easy|B|B|a#easy|A|A|", "a#easy|A|A|a#easy|A|A|"}) {
    CAPTURE(bad);
    CHECK_FALSE(words.take(text(bad)).ok());
  }
  CHECK_FALSE(words.take(text("a|") + std::string(std::size_t{1} << 20, 'a') + text("|b|")).ok());
  CHECK(words.get("test.hello"_t, {{"name", "Ann"}}) == "Hello Ann, Ann! {unknown} {");
  CHECK(words.get("a"_t) == "a");
}
