#include "plugins/local_offer/model/search/life_stage.hpp"

namespace alongside::local_offer {
namespace {

struct StageWord {
  std::string_view stem;
  LifeStage stage;
};

// "Young adults" end where a child's plan does, at 25 (Children and Families Act 2014 s46).
constexpr StageWord stage_words[] = {
    {"adult", {18, 25}}, {"arddegau", {13, 17}}, {"babanod", {0, 1}}, {"babi", {0, 1}},    {"oedolion", {18, 25}},
    {"teen", {13, 17}},  {"teenag", {13, 17}},   {"toddler", {1, 3}}, {"youth", {11, 18}},
};

}  // namespace

std::optional<LifeStage> life_stage_of(std::string_view stem) {
  for (const StageWord& word : stage_words) {
    if (word.stem == stem) return word.stage;
  }
  return std::nullopt;
}

}  // namespace alongside::local_offer
