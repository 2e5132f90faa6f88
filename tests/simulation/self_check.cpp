#include "tests/simulation/self_check.hpp"

#include "tests/simulation/disk_trial.hpp"
#include "tests/simulation/every_step.hpp"
#include "tests/simulation/long_away.hpp"
#include "tests/simulation/runs.hpp"
#include "tests/simulation/shrink.hpp"
#include "tests/simulation/sim_vfs.hpp"
#include "tests/simulation/world.hpp"

#include <cstdio>
#include <string>

namespace alongside::simulation {

namespace {

constexpr std::uint64_t seeds_to_find_a_bug = 300;
constexpr std::uint64_t disk_seeds = 40;
constexpr std::uint32_t disk_crashes = 50;

bool say(bool passed, const std::string& what) {
  std::printf("%s: %s\n", passed ? "passed" : "FAILED", what.c_str());
  return passed;
}

bool disk_keeps_what_was_committed() {
  SimVfs vfs;
  FaultCounts counts;
  for (std::uint64_t seed = 1; seed <= disk_seeds; ++seed) {
    if (const auto tried = try_disk(vfs, seed, disk_crashes, counts); !tried) {
      return say(false, "the disk, seed " + std::to_string(seed) + ": " + tried.error().detail);
    }
  }
  return say(true, "a database on the simulated disk keeps what was committed through " +
                       std::to_string(counts.of(Fault::CrashServer)) + " crashes, " +
                       std::to_string(counts.of(Fault::TornWrite)) + " of them with torn writes");
}

bool each_change_is_kept_once_whatever_step_the_council_dies_at() {
  SimVfs vfs;
  const auto tried = try_every_step(vfs);
  if (!tried) return say(false, "a push that dies at every step: " + tried.error().detail);
  return say(true, "a push with ten changes keeps each once, whichever of its " + std::to_string(tried->steps) +
                       " statements and calls to the disk the council dies at (" + std::to_string(tried->crashes) +
                       " crashes)");
}

bool a_device_comes_back_after_400_days() {
  SimVfs vfs;
  const Absence absence;
  const auto returned = come_back_after(vfs, absence);
  if (!returned) return say(false, "a device comes back after 400 days: " + returned.error().detail);
  return say(returned->sent >= absence.changes,
             "a device that was away for " + std::to_string(absence.days) + " days has sent its " +
                 std::to_string(returned->sent) + " changes in " + std::to_string(returned->ms / 1000) +
                 " s of its own time; each was answered once, " + std::to_string(returned->applied) + " applied");
}

bool a_seed_runs_the_same_twice() {
  SimVfs vfs;
  const auto image = make_server_image(vfs);
  if (!image) return say(false, "the council starts: " + image.error().detail);
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const std::uint64_t first = World(RunSettings{.seed = seed}, vfs, image.value()).run().digest;
    const std::uint64_t again = World(RunSettings{.seed = seed}, vfs, image.value()).run().digest;
    if (first != again) return say(false, "seed " + std::to_string(seed) + " runs the same twice");
  }
  return say(true, "five seeds run the same twice");
}

// The first seed that finds a planted bug, made small.
bool a_failed_seed_is_shrunk() {
  SimVfs vfs;
  const auto image = make_server_image(vfs);
  if (!image) return say(false, "the council starts: " + image.error().detail);
  const auto fails = [&](const RunSettings& settings) { return is_wrong(World(settings, vfs, image.value()).run()); };
  RunSettings first{.bug = Bug::ForgottenResults};
  while (!fails(first) && first.seed < seeds_to_find_a_bug) ++first.seed;
  const RunSettings least = shrunk(first, fails);
  const bool smaller = least.operations < first.operations / 2 && least.faults < first.faults;
  return say(fails(least) && smaller && least.without.has(Fault::DiskFull),
             "a seed that failed is shrunk to: " + command_of(least));
}

}  // namespace

int check_simulator() {
  int failed = 0;
  int passed = 0;
  const auto note = [&](bool good) { ++(good ? passed : failed); };
  note(disk_keeps_what_was_committed());
  note(each_change_is_kept_once_whatever_step_the_council_dies_at());
  note(a_device_comes_back_after_400_days());
  note(a_seed_runs_the_same_twice());
  note(a_failed_seed_is_shrunk());
  for (std::uint8_t i = 1; i < bug_count; ++i) {
    Options options;
    options.seeds = seeds_to_find_a_bug;
    options.bug = static_cast<Bug>(i);
    note(say(run_seeds(options) == 0, "a planted " + std::string(name_of(options.bug)) + " is found"));
  }
  std::printf("%d passed, %d failed\n", passed, failed);
  return failed == 0 ? 0 : 1;
}

}  // namespace alongside::simulation
