#include "plugins/local_offer/model/search/facet_index.hpp"

#include "plugins/local_offer/model/search/facet_values.hpp"
#include "plugins/local_offer/model/search/order.hpp"
#include "plugins/local_offer/model/terms.hpp"

namespace alongside::local_offer {
namespace {

// A feed with more terms than this in one facet is no list that anybody could choose from.
constexpr std::size_t most_values = 500;

constexpr auto distance = static_cast<std::size_t>(Facet::Distance);

}  // namespace

FacetIndex::FacetIndex(const OfferList& list) : services_(static_cast<std::uint32_t>(list.services.size())) {
  for (std::size_t number = 0; number < facet_count; ++number) {
    const auto facet = static_cast<Facet>(number);
    for (const std::string_view value : fixed_values(facet)) value_of(facet, value);
    for (std::uint32_t i = 0; i < services_; ++i) {
      for (const std::string_view name : facet_values(list.services[i], facet)) {
        if (Value* value = value_of(facet, name)) value->services.add(i);
      }
    }
    // A feed's own terms come in the order of the feed, which says nothing.
    if (fixed_values(facet).empty())
      stable_order(facets_[number], [](const Value& a, const Value& b) { return a.value < b.value; });
  }
}

FacetIndex::Value* FacetIndex::value_of(Facet facet, std::string_view value) {
  Values& values = facets_[static_cast<std::size_t>(facet)];
  for (Value& known : values) {
    if (same_term(known.value, value)) return &known;
  }
  if (values.size() == most_values) return nullptr;
  values.push_back({std::string(value), ServiceSet(services_)});
  return &values.back();
}

FacetIndex::Values FacetIndex::distances(std::span<const Nearest> nearest) const {
  Values values;
  for (const DistanceBand& band : distance_bands()) {
    ServiceSet services(services_);
    for (std::uint32_t i = 0; i < services_; ++i) {
      if (is_within(nearest[i], band.miles)) services.add(i);
    }
    values.push_back({std::string(band.value), std::move(services)});
  }
  return values;
}

FacetMasks FacetIndex::masks(std::span<const FacetChoice> choices, std::span<const Nearest> nearest) const {
  FacetMasks masks;
  std::array<bool, facet_count> is_chosen{};
  for (const FacetChoice& choice : choices) is_chosen[static_cast<std::size_t>(choice.facet)] = true;
  const Values near = is_chosen[distance] ? distances(nearest) : Values{};
  for (std::size_t facet = 0; facet < facet_count; ++facet)
    masks[facet] = ServiceSet(services_, is_chosen[facet] ? Holding::None : Holding::All);
  for (const FacetChoice& choice : choices) {
    const auto facet = static_cast<std::size_t>(choice.facet);
    for (const Value& value : facet == distance ? near : facets_[facet]) {
      if (same_term(value.value, choice.value)) masks[facet].join(value.services);
    }
  }
  return masks;
}

std::vector<FacetCounts> FacetIndex::counts(const ServiceSet& found, const FacetMasks& masks,
                                            std::span<const Nearest> nearest) const {
  bool is_measured = false;
  for (const Nearest& each : nearest) is_measured |= each.miles.has_value();
  const Values near = is_measured ? distances(nearest) : Values{};
  std::vector<FacetCounts> counts;
  for (std::size_t facet = 0; facet < facet_count; ++facet) {
    const Values& values = facet == distance ? near : facets_[facet];
    if (values.empty()) continue;
    ServiceSet left = found;
    for (std::size_t other = 0; other < facet_count; ++other) {
      if (other != facet) left.keep(masks[other]);
    }
    FacetCounts& facet_counts = counts.emplace_back();
    facet_counts.facet = static_cast<Facet>(facet);
    for (const Value& value : values) facet_counts.values.push_back({value.value, left.count_common(value.services)});
  }
  return counts;
}

}  // namespace alongside::local_offer
