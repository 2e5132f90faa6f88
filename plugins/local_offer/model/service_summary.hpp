// ServiceSummary: what a list needs to know about one service, and what search looks at. Small,
// since a browser holds them all. Made by the importer; read by search and by the find screen.
#pragma once

#include "app/base/date.hpp"
#include "app/base/geo_point.hpp"
#include "app/wire/types.hpp"
#include "plugins/local_offer/model/cost.hpp"
#include "plugins/local_offer/model/terms.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace alongside::local_offer {

struct Spot {
  std::string place;  // the town or village
  std::optional<GeoPoint> point;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(place), CEREAL_NVP(point));
  }
};

struct ServiceSummary {
  std::string id;  // UUID
  std::string name;
  std::string organisation;
  std::string summary;             // the first sentence or two of the description
  std::vector<std::string> kinds;  // terms as the feed has them: "swimming"
  std::vector<std::string> needs;
  std::vector<std::string> support;
  std::vector<std::string> accepts;  // "direct payment"
  Tier tier = Tier::Unknown;
  WayIn way_in = WayIn::Unknown;
  Status status = Status::Active;
  std::optional<std::uint8_t> minimum_age;
  std::optional<std::uint8_t> maximum_age;
  std::uint8_t days = 0;     // day_bit()s
  std::uint8_t seasons = 0;  // term_time, school_holidays
  CostFrom cost;
  std::optional<Date> assured_date;
  std::vector<Spot> spots;
  std::string words;                       // the other words a search may find it by, each once, folded
  std::vector<std::string> heads;          // of the law's local offer: "Education", "Outside the area"
  std::vector<std::string> languages;      // "Welsh"
  std::vector<std::string> registrations;  // "Ofsted", "CQC"
  std::uint8_t parts_of_day = 0;           // morning, afternoon, evening, overnight
  Space space = Space::Unknown;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(name), CEREAL_NVP(organisation), CEREAL_NVP(summary), CEREAL_NVP(kinds),
            CEREAL_NVP(needs), CEREAL_NVP(support), CEREAL_NVP(accepts), CEREAL_NVP(tier), CEREAL_NVP(way_in),
            CEREAL_NVP(status), CEREAL_NVP(minimum_age), CEREAL_NVP(maximum_age), CEREAL_NVP(days), CEREAL_NVP(seasons),
            CEREAL_NVP(cost), CEREAL_NVP(assured_date), CEREAL_NVP(spots), CEREAL_NVP(words),
            wire::appended(CEREAL_NVP(heads)), wire::appended(CEREAL_NVP(languages)),
            wire::appended(CEREAL_NVP(registrations)), wire::appended(CEREAL_NVP(parts_of_day)),
            wire::appended(CEREAL_NVP(space)), tail);
  }
};

}  // namespace alongside::local_offer
