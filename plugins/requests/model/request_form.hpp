// RequestForm: what somebody is about to ask for, as they are typing it. Kept as a draft exactly as typed.
#pragma once

#include "plugins/requests/model/request_rules.hpp"

#include <string>

namespace alongside::requests {

struct RequestForm {
  static constexpr wire::SchemaId schema{420, 1};
  std::string child;  // a subject's id
  std::string kind = "short_break";
  std::string service;  // an id, or empty
  std::string service_name;
  std::string needs;
  std::string when;
  std::string contact;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(child), CEREAL_NVP(kind), CEREAL_NVP(service), CEREAL_NVP(service_name), CEREAL_NVP(needs),
            CEREAL_NVP(when), CEREAL_NVP(contact), tail);
  }
};

// What it would ask; check() of request_rules.hpp says whether it may.
AskFor ask_of(const RequestForm& form, DocumentId id);

}  // namespace alongside::requests
