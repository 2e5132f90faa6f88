#include "plugins/local_offer/model/cost_unit.hpp"

#include "app/base/text.hpp"

#include <string>
#include <utility>

namespace alongside::local_offer {
namespace {

constexpr std::pair<std::string_view, wire::CostUnit> units[] = {
    {"hour", wire::CostUnit::Hour},       {"hourly", wire::CostUnit::Hour},    {"session", wire::CostUnit::Session},
    {"class", wire::CostUnit::Session},   {"lesson", wire::CostUnit::Session}, {"visit", wire::CostUnit::Session},
    {"day", wire::CostUnit::Day},         {"daily", wire::CostUnit::Day},      {"night", wire::CostUnit::Night},
    {"overnight", wire::CostUnit::Night}, {"week", wire::CostUnit::Week},      {"weekly", wire::CostUnit::Week},
    {"month", wire::CostUnit::Month},     {"monthly", wire::CostUnit::Month},  {"year", wire::CostUnit::Year},
    {"annual", wire::CostUnit::Year},     {"yearly", wire::CostUnit::Year}};

}  // namespace

wire::CostUnit cost_unit_of(std::string_view option) {
  for (const std::string& word : search_words(search_fold(option))) {
    for (const auto& [name, unit] : units) {
      if (word == name) return unit;
    }
  }
  return wire::CostUnit::Once;
}

}  // namespace alongside::local_offer
