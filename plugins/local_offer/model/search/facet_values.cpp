#include "plugins/local_offer/model/search/facet_values.hpp"

#include <iterator>

namespace alongside::local_offer {
namespace {

using Values = std::vector<std::string_view>;

constexpr std::string_view tiers[] = {"universal", "targeted", "specialist"};
constexpr std::string_view days[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::string_view parts_of_day[] = {"morning", "afternoon", "evening", "overnight"};
constexpr std::string_view seasons[] = {"term time", "school holidays"};
constexpr std::string_view costs[] = {"free", "under £5", "under £10", "under £20", "direct payment"};
constexpr std::string_view distances[] = {"within 2 miles", "within 5 miles", "within 10 miles", "within 20 miles"};
constexpr DistanceBand bands[] = {{distances[0], 2}, {distances[1], 5}, {distances[2], 10}, {distances[3], 20}};
constexpr std::string_view ways_in[] = {"turn up", "book", "referral", "assessment"};
constexpr std::string_view spaces[] = {"places available", "waiting list", "full"};
constexpr std::string_view ages[] = {"0 to 4", "5 to 7", "8 to 10", "11 to 13", "14 to 17", "18 to 25"};
constexpr struct {
  std::uint8_t from;
  std::uint8_t to;
} age_bands[] = {{0, 4}, {5, 7}, {8, 10}, {11, 13}, {14, 17}, {18, 25}};

Values of_bits(unsigned bits, std::span<const std::string_view> names) {
  Values values;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if ((bits >> i & 1u) != 0) values.push_back(names[i]);
  }
  return values;
}

Values of_terms(const std::vector<std::string>& terms) { return Values(terms.begin(), terms.end()); }

Values of_name(std::string_view name) { return name.empty() ? Values{} : Values{name}; }

// A band fits when any age in it may come.
Values of_ages(const ServiceSummary& service) {
  Values values;
  const unsigned youngest = service.minimum_age.value_or(0);
  const unsigned oldest = service.maximum_age.value_or(255);
  for (std::size_t i = 0; i < std::size(ages); ++i) {
    if (youngest <= age_bands[i].to && oldest >= age_bands[i].from) values.push_back(ages[i]);
  }
  return values;
}

Values of_cost(const ServiceSummary& service) {
  Values values;
  const CostFrom& cost = service.cost;
  const bool is_priced = cost.kind == CostKind::OnePrice || cost.kind == CostKind::From;
  const std::int64_t pence = is_priced ? cost.lowest.pence() : 0;
  if (cost.kind == CostKind::Free) values.push_back(costs[0]);
  if (cost.kind != CostKind::Unknown) {
    constexpr std::int64_t limits[] = {500, 1000, 2000};
    for (std::size_t i = 0; i < std::size(limits); ++i) {
      if (pence < limits[i]) values.push_back(costs[i + 1]);
    }
  }
  for (const std::string& term : service.accepts) {
    if (same_term(term, costs[4])) values.push_back(costs[4]);
  }
  return values;
}

}  // namespace

std::span<const std::string_view> fixed_values(Facet facet) {
  switch (facet) {
    case Facet::Tier: return tiers;
    case Facet::Age: return ages;
    case Facet::Day: return days;
    case Facet::PartOfDay: return parts_of_day;
    case Facet::Season: return seasons;
    case Facet::Cost: return costs;
    case Facet::Distance: return distances;
    case Facet::WayIn: return ways_in;
    case Facet::Space: return spaces;
    case Facet::Kind:
    case Facet::Head:
    case Facet::Need:
    case Facet::Support:
    case Facet::Language:
    case Facet::Registration: break;
  }
  return {};
}

std::vector<std::string_view> facet_values(const ServiceSummary& service, Facet facet) {
  switch (facet) {
    case Facet::Kind: return of_terms(service.kinds);
    case Facet::Head: return of_terms(service.heads);
    case Facet::Tier: return of_name(name_of(service.tier));
    case Facet::Age: return of_ages(service);
    case Facet::Need: return of_terms(service.needs);
    case Facet::Support: return of_terms(service.support);
    case Facet::Day: return of_bits(service.days, days);
    case Facet::PartOfDay: return of_bits(service.parts_of_day, parts_of_day);
    case Facet::Season: return of_bits(service.seasons, seasons);
    case Facet::Cost: return of_cost(service);
    case Facet::Distance: return {};
    case Facet::Language: return of_terms(service.languages);
    case Facet::WayIn: return of_name(name_of(service.way_in));
    case Facet::Space: return of_name(name_of(service.space));
    case Facet::Registration: return of_terms(service.registrations);
  }
  return {};
}

std::span<const DistanceBand> distance_bands() { return bands; }

}  // namespace alongside::local_offer
