#include "plugins/comments/api/identifying.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace alongside::comments;

namespace {

const KnownNames names{{"Northmere Council", "Farm Tea", "Aldermere"},
                       {"Sam Ashford", "Riley Ashford", "Grace Okafor"}};

bool finds(std::string_view words, std::string_view part) {
  const auto parts = identifying_parts(words, names);
  return std::find(parts.begin(), parts.end(), part) != parts.end();
}

}  // namespace

TEST_CASE("words that name nobody are not held up") {
  for (const char* words :
       {"A family would like more swimming on Saturdays in Aldermere.",
        "The page for Farm Tea is hard to find. I gave up.",
        "There is nothing for young people after 18. EHC plans end and the Local Offer says nothing.",
        "It costs £8 for 2 hours, and 12 of us went.", "Mae'r dudalen yn anodd. Hoffai teuluoedd fwy o nofio.", ""}) {
    CAPTURE(words);
    CHECK(identifying_parts(words, names).empty());
  }
}

TEST_CASE("emails, phone numbers and postcodes are found, however they are written") {
  CHECK(finds("Write to sam.ashford@family.example, please", "an email address: sam.ashford@family.example"));
  CHECK(finds("Ring 01632 960123 after six", "a phone number: 01632 960123"));
  CHECK(finds("Ring (01632)960-123.", "a phone number: 01632)960-123"));
  CHECK(finds("we live at NM1 2AB now", "a postcode: NM1 2AB"));
  CHECK(finds("we live at nm12ab now", "a postcode: nm12ab"));
  CHECK(finds("near SW1A 1AA", "a postcode: SW1A 1AA"));
}

TEST_CASE("what looks like a name is found in a sentence, after a title, and at its beginning when a family has it") {
  CHECK(finds("our son Oliver loves it", "perhaps a name: Oliver"));
  CHECK(finds("and Mrs Patel was kind", "perhaps a name: Patel"));
  CHECK(finds("Dr Farm was kind", "perhaps a name: Farm"));
  CHECK(finds("Riley loves it", "perhaps a name: Riley"));
  CHECK(finds("Riley's taxi was late", "perhaps a name: Riley's"));
  CHECK_FALSE(finds("Taxis were late", "perhaps a name: Taxis"));
}

TEST_CASE("an age is found, since with what else stands there it tells who a child is") {
  CHECK(finds("my 7 year old cannot go", "somebody's age: 7"));
  CHECK(finds("my 7-year-old cannot go", "somebody's age: 7"));
  CHECK(finds("a child aged 12", "somebody's age: 12"));
  CHECK_FALSE(finds("open for 12 weeks", "somebody's age: 12"));
}

TEST_CASE("hostile words are read to their end") {
  for (const std::string& words :
       {std::string(4000, 'A'), std::string(4000, '@'), std::string(4000, '0'), std::string("\xC3\xA9\xE2\x82\xAC@"),
        std::string("0 - ( ) 0"), std::string("@@@ a@ @b")}) {
    CHECK_NOTHROW(identifying_parts(words, names));
  }
}
