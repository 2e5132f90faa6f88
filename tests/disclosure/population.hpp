// A random survey, everything that somebody could answer to it, and a small number of people who did, in one to
// three groups that came one after the other. The proof releases them and asks what could be worked out.
#pragma once

#include "plugins/feedback/model/results/protect.hpp"
#include "plugins/feedback/model/results/release_wave.hpp"
#include "tests/simulation/dice.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace alongside::disclosure {

using Dice = simulation::Dice;

// One way to answer the whole survey: a category for each column.
using Answer = std::vector<std::uint16_t>;

struct Population {
  std::vector<feedback::AnswerColumn> columns;    // with all their categories, without people
  std::vector<std::optional<std::size_t>> nones;  // of each column: "no answer", also when nobody gave none
  std::vector<Answer> possible;                   // everything that the survey's conditions allow
  std::vector<feedback::CrossPair> crosses;
  std::vector<std::vector<std::size_t>> groups;  // of each: what its people answered, as places in `possible`
  feedback::DisclosureRules rules;

  std::size_t people() const;
};

Population random_population(Dice dice);

// The people's answers as the release gets them: without "no answer", the last category, where everybody gave one.
feedback::AnswerTable table_of(const Population& population, const std::vector<std::size_t>& answers);

}  // namespace alongside::disclosure
