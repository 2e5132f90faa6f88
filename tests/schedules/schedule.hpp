// run_schedule: one person answers one survey after another while pages are killed, the network comes and goes, the
// disk is full, closed or emptied by the browser, and replies are lost: all by chance, from one seed. In the end the
// network is there, and what the screen had said is compared with what there is.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace alongside::schedules {

struct ScheduleResult {
  std::uint64_t touches = 0, shown_saved = 0, sent = 0, arrived = 0;
  std::uint64_t kills = 0, crashes = 0, offline = 0, quota = 0, unavailable = 0, evictions = 0, lost_replies = 0,
                repeats = 0;
  // Answered before it was known what was begun; joined with that then, and asked which of the two holds.
  std::uint64_t early = 0, joined_late = 0, asked_which = 0;
  std::uint64_t gone_with_eviction = 0;    // what the screen had said is saved, and the browser then threw away
  std::vector<std::string> lost, doubled;  // in words, with the place
};

// What the check itself is tried with: a device that forgets one commit, a council that takes a letter twice.
enum class Planted : std::uint8_t { Nothing, ForgetfulDisk, CountsTwice };

// Error-free unless the council itself could not be set up: then `lost` says so.
ScheduleResult run_schedule(std::uint64_t seed, Planted planted);

}  // namespace alongside::schedules
