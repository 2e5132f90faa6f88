#include "plugins/local_offer/model/search_filters.hpp"

#include <algorithm>
#include <string_view>

namespace alongside::local_offer {
namespace {

bool has(const std::vector<std::string>& terms, std::string_view term) {
  return std::any_of(terms.begin(), terms.end(), [&](const std::string& each) { return same_term(each, term); });
}

constexpr double metres_in_a_mile = 1609.344;

// A word that begins so, in the folded, space-separated list that the importer made: "calmer" too.
bool has_word(std::string_view words, std::string_view beginning) {
  for (std::size_t at = words.find(beginning); at != std::string_view::npos; at = words.find(beginning, at + 1)) {
    if (at == 0 || words[at - 1] == ' ') return true;
  }
  return false;
}

bool is_age_within(const ServiceSummary& service, std::uint8_t age) {
  return age >= service.minimum_age.value_or(0) && age <= service.maximum_age.value_or(255);
}

std::optional<std::uint32_t> fit_quiet(const ServiceSummary& service) {
  if (has(service.support, "quiet space")) return 8;
  for (const std::string_view word : {"quiet", "calm", "peaceful"}) {
    if (has_word(service.words, word)) return 3;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> yes_if(bool fits) {
  if (!fits) return std::nullopt;
  return 0;
}

std::optional<std::uint32_t> fit_hint(const ServiceSummary& service, const Hint& hint) {
  switch (hint.kind) {
    case HintKind::Day: return yes_if((service.days >> hint.number & 1u) != 0);
    case HintKind::Weekend: return yes_if((service.days & weekend_days) != 0);
    case HintKind::Quiet: return fit_quiet(service);
    case HintKind::Free: return yes_if(service.cost.kind == CostKind::Free);
    case HintKind::Holidays:
      return yes_if((service.seasons & school_holidays) != 0 || has(service.kinds, "holiday activities"));
    case HintKind::Age: return yes_if(is_age_within(service, hint.number));
  }
  return std::nullopt;
}

}  // namespace

Nearest nearest_spot(const ServiceSummary& service, const std::optional<GeoPoint>& near) {
  Nearest best;
  for (const Spot& spot : service.spots) {
    if (best.place.empty()) best.place = spot.place;
    if (!near || !spot.point) continue;
    const double miles = distance_metres(*near, *spot.point) / metres_in_a_mile;
    if (!best.miles || miles < *best.miles) best = {miles, spot.place};
  }
  return best;
}

std::optional<std::uint32_t> fit(const ServiceSummary& service, const Filters& filters, const Nearest& nearest) {
  if (filters.age && !is_age_within(service, *filters.age)) return std::nullopt;
  // A helpline or a service that comes to the house has no place: distance never hides it.
  if (filters.miles && nearest.miles && *nearest.miles > *filters.miles) return std::nullopt;
  std::uint32_t points = 0;
  for (const Hint& hint : filters.hints) {
    const auto more = fit_hint(service, hint);
    if (!more) return std::nullopt;
    points += *more;
  }
  return points;
}

}  // namespace alongside::local_offer
