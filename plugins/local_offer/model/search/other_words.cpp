#include "plugins/local_offer/model/search/other_words.hpp"

namespace alongside::local_offer {
namespace {

struct Pair {
  std::string_view typed;  // its stem, as the English stemmer makes it of a Welsh word too
  std::string_view meant;
};

constexpr Pair pairs[] = {
    {"asc", "autism"},         {"asd", "autism"},       {"autist", "autism"},      {"awtistiaeth", "autism"},
    {"awtistig", "autism"},    {"byddar", "deaf"},      {"cartref", "home"},       {"celf", "arts"},
    {"cerddoriaeth", "music"}, {"chwara", "play"},      {"chwaraeon", "sport"},    {"cludiant", "transport"},
    {"clwb", "club"},          {"clybiau", "club"},     {"cyngor", "advice"},      {"dall", "sight"},
    {"ffrindiau", "friends"},  {"gartref", "home"},     {"hyfforddi", "training"}, {"marchogaeth", "riding"},
    {"nofio", "swimming"},     {"nos", "overnight"},    {"noson", "overnight"},    {"pa", "assistant"},
    {"pwll", "pool"},          {"respit", "overnight"}, {"sleepov", "overnight"},  {"teganau", "toys"},
    {"teulu", "family"},       {"theatr", "drama"},
};

}  // namespace

std::string_view other_word(std::string_view stem) {
  for (const Pair& pair : pairs) {
    if (pair.typed == stem) return pair.meant;
  }
  return {};
}

}  // namespace alongside::local_offer
