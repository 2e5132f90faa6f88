// Filters: the part of a search that says yes or no: days, quiet, free, holidays, age, distance.
// Used by Search and FacetIndex.
#pragma once

#include "app/base/geo_point.hpp"
#include "plugins/local_offer/model/search/query_words.hpp"
#include "plugins/local_offer/model/search/search_result.hpp"

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

// A helpline or a service that comes to the house has no place: distance never hides it.
bool is_within(const Nearest& nearest, double miles);

bool is_age_within(const ServiceSummary& service, std::uint8_t age);

// How quiet the service is: 0 is not, and more is better.
std::uint8_t quiet_points(const ServiceSummary& service);

// How well the service fits a filter that lets it through, beside what words are worth: one that is there
// for just this day, age or the holidays answers better than one that is there for everything.
std::uint32_t hint_points(const ServiceSummary& service, const Hint& hint, std::uint8_t quiet);

// What words are worth of a service that is for other ages than the life stage that was asked for, or that is no
// place to meet where a club or a group was: half. Of one for just this stage, more.
std::uint32_t fitted_points(const ServiceSummary& service, std::uint32_t points, const AskedGroups& asked);

// Whether a filter that was found in the words lets the service through.
bool is_fit(const ServiceSummary& service, const Hint& hint, std::uint8_t quiet);

}  // namespace alongside::local_offer
