// Filters: the part of a search that says yes or no: days, quiet, free, holidays, age, distance.
// Used by Search, which also asks what would be found with one of them left out.
#pragma once

#include "plugins/local_offer/model/search_query.hpp"
#include "plugins/local_offer/model/search_result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace alongside::local_offer {

struct Nearest {
  std::optional<double> miles;  // none: there is no place to measure to, or nowhere to measure from
  std::string place;
};

Nearest nearest_spot(const ServiceSummary& service, const std::optional<GeoPoint>& near);

struct Filters {
  std::vector<Hint> hints;
  std::optional<std::uint8_t> age;
  std::optional<std::uint16_t> miles;
};

// How well the service fits: nothing when a filter says no, else points for what fits exactly.
std::optional<std::uint32_t> fit(const ServiceSummary& service, const Filters& filters, const Nearest& nearest);

}  // namespace alongside::local_offer
