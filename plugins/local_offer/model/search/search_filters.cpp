#include "plugins/local_offer/model/search/search_filters.hpp"

#include "plugins/local_offer/model/search/search_query.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <iterator>
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

constexpr std::uint32_t quiet_worth = 500;         // of a point for quiet, beside what words are worth
constexpr std::uint32_t holiday_worth = 30'000;    // as much as a good word: what is made for the holidays goes first
constexpr std::uint32_t day_worth = 300;           // of each day that it is not open as well
constexpr std::uint32_t part_of_day_worth = 400;   // the same of parts of the day
constexpr std::uint32_t age_worth = 80;            // of each year that it is not for as well
constexpr std::uint32_t open_to_all_worth = 2500;  // of each tier less

std::uint32_t holiday_points(const ServiceSummary& service) {
  if (has(service.kinds, "holiday activities")) return holiday_worth;
  return service.seasons == school_holidays ? holiday_worth / 2 : 0;
}

std::uint32_t age_points(const ServiceSummary& service) {
  const int span = service.maximum_age.value_or(oldest_age) - service.minimum_age.value_or(0);
  return static_cast<std::uint32_t>(std::clamp(oldest_age - span, 0, int{oldest_age})) * age_worth;
}

bool is_for(const ServiceSummary& service, const LifeStage& stage) {
  return service.minimum_age.value_or(0) <= stage.most && service.maximum_age.value_or(oldest_age) >= stage.least;
}

bool is_somewhere_to_meet(const ServiceSummary& service) {
  constexpr std::string_view others[] = {"emergency cover",        "equipment and toys",    "family-based overnight",
                                         "home and personal care", "residential overnight", "training and advice"};
  return std::none_of(std::begin(others), std::end(others),
                      [&](std::string_view kind) { return has(service.kinds, kind); });
}

std::uint32_t free_points(const ServiceSummary& service) {
  if (service.tier == Tier::Universal) return 2 * open_to_all_worth;
  return service.tier == Tier::Targeted ? open_to_all_worth : 0;
}

bool is_under(const CostFrom& cost, std::int64_t pounds) {
  if (cost.kind == CostKind::Unknown) return false;
  return cost.kind == CostKind::Free || cost.lowest.pence() < pounds * 100;
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

bool is_within(const Nearest& nearest, double miles) { return !nearest.miles || *nearest.miles <= miles; }

bool is_age_within(const ServiceSummary& service, std::uint8_t age) {
  return age >= service.minimum_age.value_or(0) && age <= service.maximum_age.value_or(255);
}

std::uint8_t quiet_points(const ServiceSummary& service) {
  if (has(service.support, "quiet space")) return 8;
  for (const std::string_view word : {"quiet", "calm", "peaceful"}) {
    if (has_word(service.words, word)) return 3;
  }
  return 0;
}

std::uint32_t hint_points(const ServiceSummary& service, const Hint& hint, std::uint8_t quiet) {
  switch (hint.kind) {
    case HintKind::Quiet: return quiet * quiet_worth;
    case HintKind::Holidays: return holiday_points(service);
    case HintKind::Day:
    case HintKind::Weekend: return static_cast<std::uint32_t>(7 - std::popcount(service.days & 127u)) * day_worth;
    case HintKind::PartOfDay:
      return static_cast<std::uint32_t>(4 - std::popcount(service.parts_of_day & 15u)) * part_of_day_worth;
    case HintKind::Age: return age_points(service);
    case HintKind::Free: return free_points(service);
    case HintKind::Near:
    case HintKind::TermTime:
    case HintKind::DirectPayment:
    case HintKind::Under:
    case HintKind::Without:
    case HintKind::OtherDays: break;
  }
  return 0;
}

std::uint32_t fitted_points(const ServiceSummary& service, std::uint32_t points, const AskedGroups& asked) {
  if (asked.sought == Sought::Gathering && !is_somewhere_to_meet(service)) points /= 2;
  if (!asked.stage) return points;
  return is_for(service, *asked.stage) ? points + age_points(service) : points / 2;
}

bool is_fit(const ServiceSummary& service, const Hint& hint, std::uint8_t quiet) {
  switch (hint.kind) {
    case HintKind::Day: return (service.days >> hint.number & 1u) != 0;
    case HintKind::Weekend: return (service.days & weekend_days) != 0;
    case HintKind::Quiet: return quiet > 0;
    case HintKind::Free: return service.cost.kind == CostKind::Free;
    case HintKind::Holidays:
      return (service.seasons & school_holidays) != 0 || has(service.kinds, "holiday activities");
    case HintKind::Age: return is_age_within(service, hint.number);
    case HintKind::PartOfDay: return (service.parts_of_day >> hint.number & 1u) != 0;
    case HintKind::TermTime: return (service.seasons & term_time) != 0;
    case HintKind::DirectPayment: return has(service.accepts, "direct payment");
    case HintKind::Under: return is_under(service.cost, hint.number);
    case HintKind::OtherDays: {
      const unsigned unwanted = hint.number == whole_weekend ? weekend_days : 1u << hint.number;
      return service.days == 0 || (service.days & ~unwanted) != 0;
    }
    case HintKind::Near:
    case HintKind::Without: break;  // Search looks
  }
  return true;
}

}  // namespace alongside::local_offer
