// The proof for one random population: releases it as a council would, one group after the other, and asks by
// linear programming what everything published so far tells of each count that was not shown. The unknowns are
// how many of each group gave each of the possible answers to the whole survey, so every link between tables,
// conditions and releases is in it; it uses nothing of why protect() believes itself safe.
#pragma once

#include "tests/disclosure/weakness.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace alongside::disclosure {

struct ProofResult {
  std::size_t releases = 0;
  std::size_t shown = 0;     // numbers published
  std::size_t hidden = 0;    // counts not shown, each bounded
  std::size_t programs = 0;  // linear programs solved
  double narrowest = 1e9;
  std::vector<std::string> faults;
};

ProofResult prove(const Population& population, Weakness weakness);

}  // namespace alongside::disclosure
