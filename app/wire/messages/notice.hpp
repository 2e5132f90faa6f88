// Notice: something new for one person, in their inbox. A document of facet Own, made by the server.
// NoticeRead: the operation by which they say they have seen it.
#pragma once

#include "app/wire/messages/council.hpp"
#include "app/wire/messages/operation.hpp"

#include <string>

namespace alongside::wire {

enum class Seen : std::uint8_t { No, Yes };
constexpr bool is_known(Seen seen) { return seen <= Seen::Yes; }

struct Notice {
  static constexpr SchemaId schema{55, 1};
  Date day;
  Bilingual title;  // "How was Saturday Swim Club?"
  Bilingual text;
  std::string href;  // where to go for it, within the app
  Seen seen = Seen::No;
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(day), CEREAL_NVP(title), CEREAL_NVP(text), CEREAL_NVP(href), CEREAL_NVP(seen), tail);
  }
};

struct NoticeRead {
  static constexpr SchemaId schema{56, 1};
  DocumentId notice;
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(notice), tail);
  }
};

}  // namespace alongside::wire
