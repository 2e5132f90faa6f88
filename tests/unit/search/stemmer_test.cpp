#include "plugins/local_offer/model/stemmer.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside::local_offer;

namespace {

struct Pair {
  const char* word;
  const char* stem;
};

}  // namespace

TEST_CASE("stems are those of Snowball's published English vocabulary") {
  // Drawn so that each step of the algorithm, and each of its exceptions, is taken by some word.
  for (const Pair& pair : {Pair{"consignment", "consign"},
                           {"consolatory", "consolatori"},
                           {"consoling", "consol"},
                           {"conspicuously", "conspicu"},
                           {"constancy", "constanc"},
                           {"knightly", "knight"},
                           {"knots", "knot"},
                           {"kneeled", "kneel"},
                           {"caresses", "caress"},
                           {"ties", "tie"},
                           {"cries", "cri"},
                           {"gas", "gas"},
                           {"gaps", "gap"},
                           {"kiwis", "kiwi"},
                           {"agreed", "agre"},
                           {"feed", "feed"},
                           {"proceedly", "proce"},
                           {"luxuriated", "luxuri"},
                           {"hopping", "hop"},
                           {"hoping", "hope"},
                           {"bed", "bed"},
                           {"bing", "bing"},
                           {"by", "by"},
                           {"say", "say"},
                           {"cry", "cri"},
                           {"relational", "relat"},
                           {"conditional", "condit"},
                           {"rationally", "ration"},
                           {"vietnamization", "vietnam"},
                           {"operator", "oper"},
                           {"hopefulness", "hope"},
                           {"callousness", "callous"},
                           {"formality", "formal"},
                           {"sensibility", "sensibl"},
                           {"analogi", "analog"},
                           {"pedagogi", "pedagogi"},
                           {"cheerfully", "cheer"},
                           {"homelessli", "homeless"},
                           {"simply", "simpli"},
                           {"triplicate", "triplic"},
                           {"electricity", "electr"},
                           {"goodness", "good"},
                           {"demonstrative", "demonstr"},
                           {"revival", "reviv"},
                           {"adjustment", "adjust"},
                           {"replacement", "replac"},
                           {"adoption", "adopt"},
                           {"communion", "communion"},
                           {"controlling", "control"},
                           {"rolled", "roll"},
                           {"generate", "generat"},
                           {"communal", "communal"},
                           {"arsenic", "arsenic"},
                           {"skis", "ski"},
                           {"dying", "die"},
                           {"news", "news"},
                           {"inning", "inning"},
                           {"earrings", "earring"},
                           {"sayings", "say"},
                           {"youth", "youth"},
                           {"enjoy", "enjoy"},
                           {"boxes", "box"}}) {
    CAPTURE(pair.word);
    CHECK(english_stem(pair.word) == pair.stem);
  }
}

TEST_CASE("words of short breaks and their forms share a stem") {
  for (const char* word : {"swim", "swims", "swimming"}) CHECK(english_stem(word) == "swim");
  for (const char* word : {"parties", "party"}) CHECK(english_stem(word) == "parti");
  for (const char* word : {"respite", "respites"}) CHECK(english_stem(word) == "respit");
}

TEST_CASE("what is no English word is survived") {
  CHECK(english_stem("") == "");
  CHECK(english_stem("a") == "a");
  CHECK(english_stem("ŷ") == "ŷ");
  CHECK(english_stem("12345") == "12345");
  CHECK(english_stem(std::string(5000, 's')).size() <= 5000);
  CHECK(english_stem("yyyyyying").size() <= 9);
}
