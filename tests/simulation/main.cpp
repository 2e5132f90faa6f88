// simulation: runs the real sync engine against the real sync service in a simulated world, seed
// after seed, and prints what went wrong on purpose and whether anything was lost.
//   simulation --seeds N [--from S] [--operations 200] [--faults 20] [--kept FILE] [--least N] [--jobs N]
//              [--restores]        with councils that go back to an older copy of their database
//   simulation --seed S [--trace]        one run again
//   simulation --seed S --shrink         the least with which it still fails
//              [--without drop,restore]  kinds of fault that do not happen
//   simulation --plant BUG --seeds N     expects that a planted bug is found
//   simulation --check                   the checks of the simulator itself
#include "tests/simulation/options.hpp"
#include "tests/simulation/runs.hpp"
#include "tests/simulation/self_check.hpp"
#include "tests/simulation/shrink.hpp"

#include <cstdio>

namespace {

void print_usage() {
  std::fputs(
      "usage: simulation --seeds N [--from S] [--operations N] [--faults N] [--kept FILE] [--least N]"
      " [--jobs N] [--restores]\n"
      "       simulation --seed S [--trace | --shrink] [--without FAULT,FAULT]\n"
      "       simulation --plant BUG --seeds N\n"
      "       simulation --check\n",
      stderr);
}

}  // namespace

int main(int count, char** arguments) {
  using namespace alongside::simulation;
  const auto options = parse_options({arguments + 1, static_cast<std::size_t>(count - 1)});
  if (!options) {
    print_usage();
    return 2;
  }
  if (options->shrink) return shrink_seed(*options);
  return options->check ? check_simulator() : run_seeds(*options);
}
