#include "plugins/local_offer/model/other_words.hpp"

namespace alongside::local_offer {
namespace {

struct Pair {
  std::string_view typed;
  std::string_view meant;
};

constexpr Pair pairs[] = {
    {"asc", "autism"},         {"asd", "autism"},        {"autistic", "autism"},       {"awtistiaeth", "autism"},
    {"awtistig", "autism"},    {"byddar", "deaf"},       {"cartref", "home"},          {"celf", "arts"},
    {"cerddoriaeth", "music"}, {"chwarae", "play"},      {"chwaraeon", "sport"},       {"cludiant", "transport"},
    {"clwb", "club"},          {"clybiau", "club"},      {"cyngor", "advice"},         {"dall", "sight"},
    {"ffrindiau", "friends"},  {"gartref", "home"},      {"hyfforddiant", "training"}, {"marchogaeth", "riding"},
    {"nofio", "swimming"},     {"nos", "overnight"},     {"noson", "overnight"},       {"pa", "assistant"},
    {"pwll", "pool"},          {"respite", "overnight"}, {"sleepover", "overnight"},   {"sleepovers", "overnight"},
    {"teganau", "toys"},       {"teulu", "family"},      {"theatr", "drama"},
};

}  // namespace

std::string_view other_word(std::string_view folded) {
  for (const Pair& pair : pairs) {
    if (pair.typed == folded) return pair.meant;
  }
  return {};
}

}  // namespace alongside::local_offer
