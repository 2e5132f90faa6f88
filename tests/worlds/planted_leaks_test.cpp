// The same comparison on councils with a leak in them: it must find each.
#include "tests/worlds/run.hpp"
#include "tests/worlds/secret.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <optional>

namespace alongside::worlds {
namespace {

constexpr unsigned most_worlds = 4 * secret_count;

// The first world in which the leak shows.
std::optional<unsigned> found_in(Leak leak) {
  for (unsigned seed = 1; seed <= most_worlds; ++seed) {
    const Secret secret = Secret(seed % secret_count);
    Dice dice(seed);
    const auto ways = both_ways(dice, make_history(dice, facet_of(secret)), secret);
    if (first_difference(run(ways.first, seed, leak), run(ways.second, seed, leak)) >= 0) return seed;
  }
  return std::nullopt;
}

TEST_CASE("every planted leak is found") {
  unsigned found = 0;
  for (const Leak leak : planted_leaks) {
    const auto seed = found_in(leak);
    CHECK_MESSAGE(seed.has_value(), name_of(leak));
    if (!seed) continue;
    ++found;
    std::printf("found: %s, in world %u by %s\n", std::string(name_of(leak)).c_str(), *seed,
                std::string(name_of(Secret(*seed % secret_count))).c_str());
  }
  // Nothing else depends on whether somebody is restricted.
  const auto restricted = found_in(Leak::RestrictedGone);
  CHECK((restricted && Secret(*restricted % secret_count) == Secret::Restriction));
  std::printf("planted leaks found: %u of %zu\n", found, std::size(planted_leaks));
  CHECK(found == std::size(planted_leaks));
}

}  // namespace
}  // namespace alongside::worlds
