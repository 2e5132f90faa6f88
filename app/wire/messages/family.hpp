// What a family says about itself: a fact (the school, an address, what helps) and who may see what.
// Both are operations about a child; a Fact is also the content of the document it makes.
#pragma once

#include "app/wire/messages/facet.hpp"
#include "app/wire/messages/operation.hpp"

#include <optional>
#include <string>

namespace alongside::wire {

// One text a facet and owner and child. Changing it needs the version the person saw.
struct Fact {
  static constexpr SchemaId schema{46, 1};
  DocumentId id;  // random, made by the device that made the first one
  Facet facet = Facet::CareNotes;
  std::string text;  // at most 4,000 letters
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(facet), CEREAL_NVP(text), tail);
  }
};

// The actor lets `viewer` see (or change) what the actor owns of this facet of this child.
struct Share {
  static constexpr SchemaId schema{47, 1};
  PersonId viewer;
  Facet facet = Facet::CareNotes;  // never Own
  ShareLevel level = ShareLevel::None;
  Tail tail{};
  std::optional<Date> until{};  // the last day of it; none: until its owner says otherwise
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(viewer), CEREAL_NVP(facet), CEREAL_NVP(level), wire::appended(CEREAL_NVP(until)), tail);
  }
};

// A device's or person's choice, kept with the council: the last one wins.
struct Preference {
  static constexpr SchemaId schema{48, 1};
  DocumentId id;
  std::string key;  // "feedback.ask_after_visits"
  std::string value;
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(key), CEREAL_NVP(value), tail);
  }
};

}  // namespace alongside::wire
