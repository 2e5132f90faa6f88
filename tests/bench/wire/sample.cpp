#include "tests/bench/wire/sample.hpp"

#include <array>
#include <random>
#include <string_view>

namespace alongside::bench {
namespace {

// The engine's numbers are the same everywhere; the standard's distributions are not.
class Dice {
 public:
  std::uint64_t below(std::uint64_t limit) { return engine_() % limit; }
  IdBytes id() {
    IdBytes bytes{};
    for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(engine_());
    return bytes;
  }

 private:
  std::mt19937_64 engine_{20261122};
};

constexpr std::array<std::string_view, 8> texts{"Swim club",     "Saturday PA", "Bus fare",      "Lunch out",
                                                "Riding lesson", "PA 3 hours",  "Cinema ticket", "Soft play"};

SampleOperation payment(Dice& dice, std::size_t number, std::uint32_t agreement) {
  const auto pence = static_cast<std::int64_t>(150 + dice.below(9000));
  SampleOperation operation;
  operation.id = dice.id();
  operation.kind = 210;
  operation.edition = 1;
  operation.made_after_ms = static_cast<std::int64_t>(number * 60'000 + dice.below(60'000));
  operation.agreement = agreement;
  operation.day = 20'700 + static_cast<std::int32_t>(number / 40);
  operation.postings = {{0, -pence}, {6 + static_cast<std::uint32_t>(dice.below(8)), pence}};
  operation.text = texts[dice.below(texts.size())];
  return operation;
}

}  // namespace

std::vector<SamplePush> make_sample(std::size_t operations, std::size_t in_a_push) {
  Dice dice;
  const IdBytes device = dice.id();
  const IdBytes actor = dice.id();
  const SampleSubject child{dice.id(), dice.id()};
  const auto agreement = static_cast<std::uint32_t>(dice.below(1U << 28));  // a mark, as direct payments makes it
  std::vector<SamplePush> pushes;
  for (std::size_t number = 0; number < operations; ++number) {
    const std::size_t place = number % in_a_push;
    if (place == 0) pushes.push_back({device, actor, number + 1, 1'795'000'000'000, {child}, {}});
    pushes.back().operations.push_back(payment(dice, place, agreement));
  }
  return pushes;
}

}  // namespace alongside::bench
