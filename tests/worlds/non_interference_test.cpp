// Must show: whatever A keeps to themselves, no byte that B can fetch depends on it.
#include "tests/worlds/run.hpp"
#include "tests/worlds/secret.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>

namespace alongside::worlds {
namespace {

unsigned number_in(const char* variable, unsigned usual) {
  const char* asked = std::getenv(variable);
  return asked == nullptr ? usual : static_cast<unsigned>(std::max(1, std::atoi(asked)));
}

// ALONGSIDE_WORLDS=20000 for a long night. Its parts, of which each is run by a process of its own, are CTest's:
// ALONGSIDE_WORLDS_PART=2 is the second of worlds_parts. With sanitizers, which take ten times as long, there are
// fewer.
constexpr unsigned worlds_parts = 4;
unsigned part_wanted() { return std::min(number_in("ALONGSIDE_WORLDS_PART", 0), worlds_parts); }
unsigned worlds_wanted() {
#ifdef __SANITIZE_ADDRESS__
  constexpr unsigned usual = 540;
#else
  constexpr unsigned usual = 2160;  // 80 of each secret
#endif
  const unsigned all = number_in("ALONGSIDE_WORLDS", usual);
  return part_wanted() == 0 ? all : (all + worlds_parts - 1) / worlds_parts;
}

// What the histories had in them, so that nothing which should be drawn is left out unseen.
struct Drawn {
  std::map<Stand, unsigned> stands;
  std::map<wire::ShareLevel, unsigned> shares;
  std::map<Do, unsigned> things;

  void count(const History& history) {
    for (const Event& event : history.events) {
      ++things[event.what];
      if (event.what == Do::Stand) ++stands[event.stand];
      if (event.what == Do::Share) ++shares[event.level];
    }
  }
  void print() const {
    std::printf("drawn: %u restrictions, %u endings, %u beginnings, %u returns; shares %u on, %u off;",
                at(stands, Stand::Restricted), at(stands, Stand::Ended) + at(stands, Stand::EndsToday),
                at(stands, Stand::BeginsTomorrow), at(stands, Stand::Fully),
                at(shares, wire::ShareLevel::See) + at(shares, wire::ShareLevel::Change),
                at(shares, wire::ShareLevel::None));
    std::printf(" %u answers by name, %u without, %u notes of visits\n", at(things, Do::Answers),
                at(things, Do::Letter), at(things, Do::VisitNote));
  }
  template <class Key>
  static unsigned at(const std::map<Key, unsigned>& counts, Key key) {
    const auto found = counts.find(key);
    CHECK(found != counts.end());
    return found == counts.end() ? 0 : found->second;
  }
};

struct Told {
  std::array<unsigned, secret_count> worlds{};
  Drawn drawn;
  std::size_t answers = 0;
  std::size_t bytes = 0;
  unsigned without = 0;  // worlds in which the secret never came to be: they show nothing

  void print() const {
    unsigned all = 0;
    for (const unsigned count : worlds) all += count;
    std::printf("%u worlds run twice (%u more without their secret), %zu answers of %zu bytes compared\n", all, without,
                answers, bytes);
    for (unsigned secret = 0; secret < secret_count; ++secret) {
      std::printf("  %3u of %s\n", worlds[secret], std::string(name_of(Secret(secret))).c_str());
    }
    drawn.print();
  }
};

// Where two runs part, for whoever mends it.
void check_equal(const Outcome& one, const Outcome& other) {
  const int difference = first_difference(one, other);
  if (difference >= 0) {
    const auto place = static_cast<std::size_t>(difference);
    MESSAGE("one: " << (place < one.seen.size() ? one.seen[place] : "nothing"));
    MESSAGE("other: " << (place < other.seen.size() ? other.seen[place] : "nothing"));
  }
  REQUIRE(difference == -1);
}

// False when the secret never came to be in this world.
bool show(unsigned seed, Secret secret, Told& told) {
  CAPTURE(seed);
  CAPTURE(std::string(name_of(secret)));
  Dice dice(seed);
  const History history = make_history(dice, facet_of(secret));
  REQUIRE(history.open.size() >= 5);
  const auto ways = both_ways(dice, history, secret);
  const Outcome one = run(ways.first, seed, Leak::None);
  const Outcome other = run(ways.second, seed, Leak::None);
  check_equal(one, other);
  if (one.kept == other.kept) return false;
  for (const std::string& answer : one.seen) {
    told.bytes += answer.size();
    REQUIRE(answer.find(canary) == answer.npos);
  }
  told.answers += one.seen.size();
  told.drawn.count(history);
  ++told.worlds[static_cast<unsigned>(secret)];
  return true;
}

TEST_CASE("a secret of one adult changes no byte that the other can fetch") {
  Told told;
  // Each part has seeds of its own.
  unsigned seed = part_wanted() * 1'000'000;
  for (unsigned world = 0; world < worlds_wanted(); ++seed) {
    if (show(seed, Secret(world % secret_count), told)) {
      ++world;
    } else {
      ++told.without;
    }
    REQUIRE(told.without <= worlds_wanted());
  }
  told.print();
}

TEST_CASE("the same world run twice is the same to the last byte") {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    Dice dice(seed);
    const History history = make_history(dice, wire::Facet::Address);
    const Outcome one = run(history, seed, Leak::None);
    const Outcome other = run(history, seed, Leak::None);
    CHECK(first_difference(one, other) == -1);
    CHECK(one.kept == other.kept);
  }
}

}  // namespace
}  // namespace alongside::worlds
