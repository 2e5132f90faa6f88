// Reads the schedules of a feed's service. Used by service_reader.
#pragma once

#include "plugins/local_offer/api/record_reader.hpp"
#include "plugins/local_offer/model/schedule.hpp"

#include <cstdint>
#include <vector>

namespace alongside::local_offer {

std::vector<Schedule> read_schedules(RecordReader& service);
// The weekdays on which anything happens, leaving out what is over by `today`.
std::uint8_t days_of(const std::vector<Schedule>& schedules, Date today);
// And the parts of the day, of what names its times.
std::uint8_t parts_of_day_of(const std::vector<Schedule>& schedules, Date today);

}  // namespace alongside::local_offer
