// The changes a family makes to what it asks for, as operations carry them.
#pragma once

#include "plugins/requests/model/family_request.hpp"

#include <string>

namespace alongside::requests {

struct AskFor {
  static constexpr wire::SchemaId schema{410, 1};
  DocumentId id;
  RequestKind kind = RequestKind::ShortBreak;
  ServiceId service;
  std::string service_name;
  std::string needs;
  std::string when;
  std::string contact;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(kind), CEREAL_NVP(service), CEREAL_NVP(service_name), CEREAL_NVP(needs),
            CEREAL_NVP(when), CEREAL_NVP(contact), tail);
  }
};

// More to say: an answer to the council's question, or something that has changed.
struct AddWords {
  static constexpr wire::SchemaId schema{411, 1};
  DocumentId request;
  std::string words;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(request), CEREAL_NVP(words), tail);
  }
};

struct TakeBack {
  static constexpr wire::SchemaId schema{412, 1};
  DocumentId request;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(request), tail);
  }
};

}  // namespace alongside::requests
