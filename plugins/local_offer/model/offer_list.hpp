// OfferList: all services that a council shows, as summaries. Fetched once by the browser, which
// then searches without asking again; searched on the server by the API and the command line.
#pragma once

#include "app/wire/limits.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"
#include "plugins/local_offer/model/search/synonyms.hpp"
#include "plugins/local_offer/model/service_summary.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace alongside::local_offer {

struct OfferList {
  static constexpr wire::SchemaId schema{10, 1};
  // Room for a council with some thousands of services.
  static constexpr wire::Limits limits{.frame_bytes = std::size_t{16} << 20, .decoded_bytes = std::size_t{96} << 20};

  std::uint64_t version = 0;  // grows with every import that changed something
  std::vector<ServiceSummary> services;
  std::vector<SynonymGroup> synonyms;  // the council's own, from its configuration
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(version), CEREAL_NVP(services), wire::appended(CEREAL_NVP(synonyms)), tail);
  }
};

}  // namespace alongside::local_offer
