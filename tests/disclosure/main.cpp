// disclosure_proof --count N [--first SEED]: N random populations, no fault may be found; then each mistake on
// purpose, which must be. Run by app/tools/suites/beside/55_disclosure.sh.
#include "tests/disclosure/proof.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iterator>

using namespace alongside::disclosure;

namespace {

struct Totals {
  std::size_t populations = 0, people = 0, releases = 0, several = 0, shown = 0, hidden = 0, programs = 0, faulty = 0;
  double narrowest = 1e9;
};

Totals prove_many(std::uint64_t first, std::size_t count, Weakness weakness) {
  Totals totals;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    const Population population = random_population(Dice(seed));
    const ProofResult result = prove(population, weakness);
    ++totals.populations;
    totals.people += population.people();
    totals.releases += result.releases;
    totals.several += result.releases > 1 ? 1 : 0;
    totals.shown += result.shown;
    totals.hidden += result.hidden;
    totals.programs += result.programs;
    totals.narrowest = std::min(totals.narrowest, result.narrowest);
    if (result.faults.empty()) continue;
    ++totals.faulty;
    if (weakness == Weakness::None)
      std::printf("seed %llu: %s\n", static_cast<unsigned long long>(seed), result.faults[0].c_str());
  }
  return totals;
}

std::uint64_t option(int argc, char** argv, const char* name, std::uint64_t otherwise) {
  for (int i = 1; i + 1 < argc; ++i) {
    if (std::strcmp(argv[i], name) == 0) return std::strtoull(argv[i + 1], nullptr, 10);
  }
  return otherwise;
}

}  // namespace

int main(int argc, char** argv) {
  const std::uint64_t first = option(argc, argv, "--first", 1), count = option(argc, argv, "--count", 10000);
  const Totals all = prove_many(first, count, Weakness::None);
  std::printf("%zu populations of %zu people, %zu releases (%zu populations with more than one), %zu numbers shown\n",
              all.populations, all.people, all.releases, all.several, all.shown);
  std::printf("%zu hidden counts bounded by %zu linear programs: narrowest %.0f wide; %zu populations with a fault\n",
              all.hidden, all.programs, all.narrowest, all.faulty);
  int passed = all.faulty == 0 ? 1 : 0, failed = all.faulty == 0 ? 0 : 1;
  for (std::size_t i = 1; i < std::size(weakness_names); ++i) {
    const Totals planted = prove_many(first, 2000, static_cast<Weakness>(i));
    std::printf("planted %s: found in %zu of %zu\n", weakness_names[i].data(), planted.faulty, planted.populations);
    ++(planted.faulty > 0 ? passed : failed);
  }
  std::printf("%d passed, %d failed, 0 skipped\n", passed, failed);
  return failed == 0 ? 0 : 1;
}
