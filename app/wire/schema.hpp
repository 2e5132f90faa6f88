// SchemaId: which message a frame holds and which edition of it. Every top-level message has one as
// `static constexpr SchemaId schema{id, version}`. Ids: 1 Council, 2 Problem, 5 PublicPage,
// 10–19 local offer, 20–29 and 200–299 direct payments, 30–39 and 300–399 feedback, 40–59 families, sessions, sync and
// notices, 60–69 intents, 70–79 files, 80–89 what stays on the device, 400–499 requests, 500–599 employing,
// 600–699 comments on the local offer, 700–799 guidance. A message that only gains fields at its end keeps its version
// (see record.hpp); any other change raises it, and readers refuse a version they do not know.
#pragma once

#include <concepts>
#include <cstdint>

namespace alongside::wire {

struct SchemaId {
  std::uint32_t id = 0;
  std::uint32_t version = 0;
  constexpr bool operator==(const SchemaId&) const = default;
};

template <class T>
concept Message = requires {
  { T::schema } -> std::convertible_to<SchemaId>;
};

}  // namespace alongside::wire
