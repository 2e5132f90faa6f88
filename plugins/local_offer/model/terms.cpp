#include "plugins/local_offer/model/terms.hpp"

namespace alongside::local_offer {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

}  // namespace

bool same_term(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

Tier tier_named(std::string_view term) {
  if (same_term(term, "universal")) return Tier::Universal;
  if (same_term(term, "targeted")) return Tier::Targeted;
  if (same_term(term, "specialist")) return Tier::Specialist;
  return Tier::Unknown;
}

WayIn way_in_named(std::string_view term) {
  if (same_term(term, "turn up")) return WayIn::TurnUp;
  if (same_term(term, "book")) return WayIn::Book;
  if (same_term(term, "referral")) return WayIn::Referral;
  if (same_term(term, "assessment")) return WayIn::Assessment;
  return WayIn::Unknown;
}

std::uint8_t season_named(std::string_view term) {
  if (same_term(term, "term time")) return term_time;
  if (same_term(term, "school holidays")) return school_holidays;
  if (same_term(term, "all year")) return all_year;
  return 0;
}

Space space_named(std::string_view term) {
  if (same_term(term, "places available")) return Space::PlacesAvailable;
  if (same_term(term, "waiting list")) return Space::WaitingList;
  if (same_term(term, "full")) return Space::Full;
  return Space::Unknown;
}

std::optional<Status> status_named(std::string_view word) {
  if (same_term(word, "active")) return Status::Active;
  if (same_term(word, "inactive")) return Status::Inactive;
  if (same_term(word, "defunct")) return Status::Defunct;
  if (same_term(word, "temporarily closed")) return Status::TemporarilyClosed;
  return std::nullopt;
}

std::string_view name_of(Tier tier) {
  switch (tier) {
    case Tier::Universal: return "universal";
    case Tier::Targeted: return "targeted";
    case Tier::Specialist: return "specialist";
    case Tier::Unknown: break;
  }
  return {};
}

std::string_view name_of(WayIn way) {
  switch (way) {
    case WayIn::TurnUp: return "turn up";
    case WayIn::Book: return "book";
    case WayIn::Referral: return "referral";
    case WayIn::Assessment: return "assessment";
    case WayIn::Unknown: break;
  }
  return {};
}

std::string_view name_of(Space space) {
  switch (space) {
    case Space::PlacesAvailable: return "places available";
    case Space::WaitingList: return "waiting list";
    case Space::Full: return "full";
    case Space::Unknown: break;
  }
  return {};
}

std::string_view name_of(Status status) {
  switch (status) {
    case Status::Active: return "active";
    case Status::Inactive: return "inactive";
    case Status::Defunct: return "defunct";
    case Status::TemporarilyClosed: return "temporarily closed";
  }
  return {};
}

}  // namespace alongside::local_offer
