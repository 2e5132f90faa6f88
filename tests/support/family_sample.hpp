// The demo family of the tests: Riley, the two parents and a helper, by the ids of the demo council's family.json.
#pragma once

#include "app/base/date.hpp"
#include "app/base/ids.hpp"
#include "app/wire/messages/operation.hpp"

#include <cstdint>
#include <string_view>

namespace alongside::testing {

inline Date day_of(std::string_view iso) { return Date::parse(iso).value(); }

inline const wire::Subject riley{HouseholdId::parse("7d0c1f8e-3b52-4a6f-9d1e-5c2a8b7f4e60").value(),
                                 SubjectId::parse("5a1e9c34-7f2b-4d88-b0c6-1e9d3a7f5b21").value()};
inline const PersonId sam = PersonId::parse("2f6b8d10-94c3-4e7a-8a51-c7d20e3f9b14").value();
inline const PersonId jo = PersonId::parse("9c4e2a77-0d1b-4f36-a5e8-3b6f1d8c2e95").value();
inline const PersonId pat = PersonId::parse("b17a4c60-2e9d-4583-8f0a-6d3b9e5c1f78").value();

template <class AnyId>
AnyId id_number(std::uint8_t number) {
  IdBytes bytes{};
  bytes.front() = 0xab;
  bytes.back() = number;
  return AnyId(bytes);
}

}  // namespace alongside::testing
