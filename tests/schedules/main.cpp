// survey_schedules: random schedules of kills, lost networks, full and emptied disks while somebody answers surveys.
//   survey_schedules N [FIRST]   runs the seeds FIRST to FIRST+N−1, prints what went wrong and what was lost or doubled
#include "tests/schedules/schedule.hpp"

#include <cinttypes>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace alongside::schedules;

// The check must be able to fail: with one answer taken away, and with one added.
bool check_can_fail() {
  bool sees_lost = false, sees_doubled = false;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    sees_lost |= !run_schedule(seed, Planted::ForgetfulDisk).lost.empty();
    sees_doubled |= !run_schedule(seed, Planted::CountsTwice).doubled.empty();
  }
  if (!sees_lost || !sees_doubled) std::printf("the check does not see what is planted\n");
  return sees_lost && sees_doubled;
}

void add(ScheduleResult& sum, const ScheduleResult& one) {
  for (const auto field :
       {&ScheduleResult::touches, &ScheduleResult::shown_saved, &ScheduleResult::sent, &ScheduleResult::arrived,
        &ScheduleResult::kills, &ScheduleResult::crashes, &ScheduleResult::offline, &ScheduleResult::quota,
        &ScheduleResult::unavailable, &ScheduleResult::evictions, &ScheduleResult::lost_replies,
        &ScheduleResult::repeats, &ScheduleResult::early, &ScheduleResult::joined_late, &ScheduleResult::asked_which,
        &ScheduleResult::gone_with_eviction})
    sum.*field += one.*field;
}

}  // namespace

int main(int count, char** arguments) {
  const std::uint64_t seeds = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 50;
  const std::uint64_t first = count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 1;
  ScheduleResult sum;
  std::size_t lost = 0, doubled = 0;
  for (std::uint64_t seed = first; seed < first + seeds; ++seed) {
    const ScheduleResult one = run_schedule(seed, Planted::Nothing);
    add(sum, one);
    lost += one.lost.size();
    doubled += one.doubled.size();
    for (const auto* words : {&one.lost, &one.doubled})
      for (const std::string& word : *words) std::printf("seed %" PRIu64 ": %s\n", seed, word.c_str());
  }
  std::printf("schedules %" PRIu64 "  touches %" PRIu64 "  shown as saved %" PRIu64 "  sent %" PRIu64
              "  with the council %" PRIu64 "\n",
              seeds, sum.touches, sum.shown_saved, sum.sent, sum.arrived);
  std::printf("kills %" PRIu64 "  crashes in a save %" PRIu64 "  offline %" PRIu64 "  full %" PRIu64 "  closed %" PRIu64
              "  emptied by the browser %" PRIu64 "  lost replies %" PRIu64 "  repeated %" PRIu64 "\n",
              sum.kills, sum.crashes, sum.offline, sum.quota, sum.unavailable, sum.evictions, sum.lost_replies,
              sum.repeats);
  std::printf("answered before it was known what was begun %" PRIu64 "  joined with it then %" PRIu64
              "  asked which holds %" PRIu64 "\n",
              sum.early, sum.joined_late, sum.asked_which);
  std::printf("lost %zu  doubled %zu  (thrown away by the browser itself, with everything: %" PRIu64 ")\n", lost,
              doubled, sum.gone_with_eviction);
  const bool went_wrong = sum.kills > 0 && sum.crashes > 0 && sum.offline > 0 && sum.quota > 0 && sum.unavailable > 0 &&
                          sum.evictions > 0 && sum.lost_replies > 0 && sum.repeats > 0 && sum.sent > 0 &&
                          sum.early > 0 && sum.joined_late > 0;
  if (!went_wrong) std::printf("something never went wrong: run more of them\n");
  return lost == 0 && doubled == 0 && went_wrong && check_can_fail() ? 0 : 1;
}
