// Schedule: when a service runs, with HSDS's names. Times are minutes after midnight, days are
// rules such as "every Monday" or "the last Friday". Read by the screens and by the API's pages.
#pragma once

#include "app/base/date.hpp"
#include "app/wire/types.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

enum class Frequency : std::uint8_t { Unknown, Weekly, Monthly };
constexpr bool is_known(Frequency frequency) { return frequency <= Frequency::Monthly; }
constexpr std::string_view name_of(Frequency frequency) {
  constexpr std::string_view names[] = {"unknown", "WEEKLY", "MONTHLY"};
  return names[static_cast<unsigned>(frequency)];
}

// "MO" is {0, 0}; "2MO" is {2, 0}; "-1FR" is {-1, 4}.
struct DayRule {
  std::int8_t nth = 0;
  std::uint8_t weekday = 0;  // Weekday's number, Monday is 0
  bool operator==(const DayRule&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(nth), CEREAL_NVP(weekday));
  }
};

struct Schedule {
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;
  std::optional<Date> dtstart;
  Frequency freq = Frequency::Unknown;
  std::uint8_t interval = 1;
  std::vector<DayRule> byday;
  std::vector<std::int8_t> bymonthday;
  std::optional<std::uint16_t> opens_at;
  std::optional<std::uint16_t> closes_at;
  std::string description;
  std::string notes;
  std::string attending_type;
  std::string schedule_link;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(valid_from), CEREAL_NVP(valid_to), CEREAL_NVP(dtstart), CEREAL_NVP(freq), CEREAL_NVP(interval),
            CEREAL_NVP(byday), CEREAL_NVP(bymonthday), CEREAL_NVP(opens_at), CEREAL_NVP(closes_at),
            CEREAL_NVP(description), CEREAL_NVP(notes), CEREAL_NVP(attending_type), CEREAL_NVP(schedule_link));
  }
};

}  // namespace alongside::local_offer
