// Options: what the command line of `simulation` asks for. Used by main and the runs.
#pragma once

#include "tests/simulation/faults.hpp"
#include "tests/simulation/planted_bug.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace alongside::simulation {

struct Options {
  std::uint64_t seeds = 1;
  std::uint64_t from = 1;
  std::uint64_t jobs = 1;  // processes side by side
  std::uint32_t operations = 200;
  std::uint32_t faults = 20;
  Bug bug = Bug::None;
  std::string kept;         // a file of seeds that failed once: run first, for ever
  std::uint64_t least = 0;  // how often each kind of fault has to happen
  FaultSet without{};       // kinds of fault that do not happen
  bool check = false;
  bool shrink = false;
  bool trace = false;
  bool restores = false;
};

// Nothing: the arguments make no sense.
std::optional<Options> parse_options(std::span<char* const> arguments);

}  // namespace alongside::simulation
