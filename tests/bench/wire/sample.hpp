// The sample of the wire bench: 10,000 payments as a family makes them, the same for every format, in
// pushes of 256. Plain structs, so that each format writes them its own way.
#pragma once

#include "app/base/id.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace alongside::bench {

struct SamplePosting {
  std::uint32_t account = 0;
  std::int64_t pence = 0;
};

struct SampleOperation {
  IdBytes id{};
  std::uint32_t subject = 0;
  std::uint32_t kind = 0;
  std::uint32_t edition = 0;
  std::uint64_t base_version = 0;
  std::int64_t made_after_ms = 0;
  std::uint32_t agreement = 0;
  std::int32_t day = 0;
  std::vector<SamplePosting> postings;
  std::string text;
};

struct SampleSubject {
  IdBytes household{};
  IdBytes id{};
};

struct SamplePush {
  IdBytes device{};
  IdBytes actor{};
  std::uint64_t first_sequence = 0;
  std::int64_t made_from_ms = 0;
  std::vector<SampleSubject> subjects;
  std::vector<SampleOperation> operations;
};

// From one seed: the same numbers on every machine.
std::vector<SamplePush> make_sample(std::size_t operations, std::size_t in_a_push);

}  // namespace alongside::bench
