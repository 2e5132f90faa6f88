// OfferProposal: what somebody who runs a club or service would like the local offer to say of it: a new one, or other
// words for one that is there. Sent as a letter; kept and, when the council's staff approve it, published by the local
// offer. The form is another plugin's, so the message is everybody's.
#pragma once

#include "app/base/ids.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <array>
#include <optional>
#include <string>

namespace alongside::wire {

struct OfferProposal {
  static constexpr SchemaId schema{19, 1};
  static constexpr std::size_t most_line = 200;    // bytes
  static constexpr std::size_t most_words = 3000;  // bytes of what, who and how to get a place

  DocumentId id;      // random: a letter that comes twice is known again
  ServiceId service;  // nil: one that is not in the local offer yet
  std::string name;
  std::string provider;  // who runs it
  std::string what;
  std::string who;
  std::string ages;  // "5 to 12", or empty
  std::string when;
  std::string address;  // one line, without the postcode
  std::string town;
  std::string postcode;
  std::string cost;
  std::string way_in;
  std::string facilities;  // "Level entrance"
  std::string phone;       // that families may ring
  std::string email;       // that families may write to
  std::string sender;      // how the council reaches who sent it; never published
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(service), CEREAL_NVP(name), CEREAL_NVP(provider), CEREAL_NVP(what),
            CEREAL_NVP(who), CEREAL_NVP(ages), CEREAL_NVP(when), CEREAL_NVP(address), CEREAL_NVP(town),
            CEREAL_NVP(postcode), CEREAL_NVP(cost), CEREAL_NVP(way_in), CEREAL_NVP(facilities), CEREAL_NVP(phone),
            CEREAL_NVP(email), CEREAL_NVP(sender), tail);
  }
};

}  // namespace alongside::wire
