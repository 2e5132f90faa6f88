// OfferDetails: what the pages of all services say, for a device that is to show each of them without a network. Each
// is told by what the list (OfferList) says already, so that both together are small: see detail_code.hpp. Made by the
// API, read by the service's page.
#pragma once

#include "app/base/bytes.hpp"
#include "app/wire/limits.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace alongside::local_offer {

struct OfferDetails {
  static constexpr wire::SchemaId schema{14, 1};
  static constexpr wire::Limits limits{.frame_bytes = std::size_t{16} << 20, .decoded_bytes = std::size_t{48} << 20};

  std::uint64_t version = 0;    // of the list that they were made with; another's may fit most of them
  std::vector<Bytes> services;  // in no promised order; each fits the summary whose check it begins with
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(version), CEREAL_NVP(services), tail);
  }
};

}  // namespace alongside::local_offer
