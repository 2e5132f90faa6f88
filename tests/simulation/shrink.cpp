#include "tests/simulation/shrink.hpp"

#include "tests/simulation/runs.hpp"
#include "tests/simulation/sim_vfs.hpp"

#include <algorithm>
#include <cstdio>

namespace alongside::simulation {

namespace {

using Fails = std::function<bool(const RunSettings&)>;

// Large steps first. A smaller number is another run, so what fails with 50 need not fail with 100.
void lower(RunSettings& settings, std::uint32_t RunSettings::* number, const Fails& fails) {
  for (std::uint32_t step = settings.*number; step > 0; step /= 2) {
    while (settings.*number >= step) {
      RunSettings less = settings;
      less.*number -= step;
      if (!fails(less)) break;
      settings = less;
    }
  }
}

void switch_off(RunSettings& settings, const Fails& fails) {
  for (std::size_t i = 0; i < fault_count; ++i) {
    const auto fault = static_cast<Fault>(i);
    const bool never_happens = fault == Fault::Restore && !settings.restores;
    if (settings.without.has(fault) || never_happens || follows(fault)) continue;
    RunSettings less = settings;
    less.without.add(fault);
    if (fails(less)) settings = less;
  }
}

bool same(const RunSettings& one, const RunSettings& other) {
  return one.operations == other.operations && one.faults == other.faults && one.without == other.without;
}

}  // namespace

std::string command_of(const RunSettings& settings) {
  std::string command = "simulation --seed " + std::to_string(settings.seed) + " --operations " +
                        std::to_string(settings.operations) + " --faults " + std::to_string(settings.faults);
  std::string without;
  for (std::size_t i = 0; i < fault_count; ++i) {
    const auto fault = static_cast<Fault>(i);
    if (settings.without.has(fault)) without.append(without.empty() ? "" : ",").append(name_of(fault));
  }
  if (!without.empty()) command += " --without " + without;
  if (settings.restores) command += " --restores";
  if (settings.bug != Bug::None) command.append(" --plant ").append(name_of(settings.bug));
  return command;
}

RunSettings shrunk(RunSettings settings, const Fails& fails) {
  for (RunSettings before = settings;; before = settings) {
    lower(settings, &RunSettings::faults, fails);
    lower(settings, &RunSettings::operations, fails);
    switch_off(settings, fails);
    if (same(settings, before)) return settings;
  }
}

bool is_wrong(const RunResult& run) {
  return std::ranges::any_of(run.violations, [](const std::string& one) { return one != too_little_happened; });
}

int shrink_seed(const Options& options) {
  SimVfs vfs;
  const auto image = make_server_image(vfs);
  if (!image) return 1;
  const RunSettings first{
      options.from,   options.operations, options.faults, options.bug, false, has_restores(options, options.from),
      options.without};
  std::size_t runs = 0;
  const auto fails = [&](const RunSettings& settings) {
    ++runs;
    return is_wrong(World(settings, vfs, image.value()).run());
  };
  if (!fails(first)) {
    std::printf("seed %llu does not fail\n", static_cast<unsigned long long>(first.seed));
    return 1;
  }
  const RunSettings least = shrunk(first, fails);
  std::printf("after %zu runs it still fails with: %s\n", runs, command_of(least).c_str());
  for (const std::string& violation : World(least, vfs, image.value()).run().violations) {
    std::printf("  %s\n", violation.c_str());
  }
  return 0;
}

}  // namespace alongside::simulation
