// The simulated family: the demo's ids, two parents who share money and plans, and a helper who keeps
// the books of one of them. Nothing is shared of Address: no other's replica may ever hold it.
#pragma once

#include "app/base/ids.hpp"
#include "app/wire/messages/operation.hpp"

#include <array>

namespace alongside::simulation {

constexpr std::uint8_t hex_digit(char letter) {
  return static_cast<std::uint8_t>(letter <= '9' ? letter - '0' : letter - 'a' + 10);
}

template <class AnyId>
constexpr AnyId id_of(const char (&text)[37]) {
  IdBytes bytes{};
  std::size_t digit = 0;
  for (const char letter : text) {
    if (letter == '-' || letter == '\0') continue;
    bytes[digit / 2] = static_cast<std::uint8_t>(bytes[digit / 2] << 4 | hex_digit(letter));
    ++digit;
  }
  return AnyId(bytes);
}

inline constexpr auto family = id_of<HouseholdId>("7d0c1f8e-3b52-4a6f-9d1e-5c2a8b7f4e60");
inline constexpr auto riley = id_of<SubjectId>("5a1e9c34-7f2b-4d88-b0c6-1e9d3a7f5b21");
inline constexpr auto sam = id_of<PersonId>("2f6b8d10-94c3-4e7a-8a51-c7d20e3f9b14");
inline constexpr auto jo = id_of<PersonId>("9c4e2a77-0d1b-4f36-a5e8-3b6f1d8c2e95");
inline constexpr auto pat = id_of<PersonId>("b17a4c60-2e9d-4583-8f0a-6d3b9e5c1f78");
inline constexpr std::array everybody{sam, jo, pat};

inline constexpr auto agreement_of_sam = id_of<DocumentId>("d3a81f6c-0e57-4b29-9a4d-7c1e5f2b8d90");
inline constexpr auto list_of_sam = id_of<DocumentId>("6f20c1b8-93de-4a75-8b14-d07e5a9c3f61");
inline constexpr auto list_of_jo = id_of<DocumentId>("0b9d4f27-61c8-4a35-8e72-f4c3a1d5e690");

inline const wire::Subject about_riley{family, riley};

}  // namespace alongside::simulation
