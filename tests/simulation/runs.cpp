#include "tests/simulation/runs.hpp"

#include "tests/simulation/shrink.hpp"
#include "tests/simulation/sim_vfs.hpp"
#include "tests/simulation/world.hpp"

#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <chrono>
#include <cinttypes>
#include <cstdio>
#include <fstream>
#include <type_traits>
#include <utility>

namespace alongside::simulation {

namespace {

struct Sum {
  std::uint64_t seeds = 0;
  std::uint64_t failed = 0;
  std::uint64_t operations = 0;
  std::uint64_t acknowledged = 0;
  std::array<std::uint64_t, 3> outcomes{};
  std::uint64_t lost = 0;
  std::uint64_t doubled = 0;
  std::uint64_t unequal = 0;
  std::uint64_t others = 0;
  std::uint32_t rounds = 0;
  std::uint64_t digest = 0;  // the runs' digests added up, so that their order does not matter
  FaultCounts faults;
};

void count(Sum& sum, const std::string& violation) {
  if (violation.starts_with("lost")) {
    ++sum.lost;
  } else if (violation.starts_with("doubled")) {
    ++sum.doubled;
  } else if (violation.starts_with("unequal")) {
    ++sum.unequal;
  } else {
    ++sum.others;
  }
}

void add(Sum& sum, const RunResult& run) {
  ++sum.seeds;
  sum.operations += run.operations;
  sum.acknowledged += run.acknowledged;
  for (std::size_t i = 0; i < 3; ++i) sum.outcomes[i] += run.outcomes[i];
  sum.rounds = std::max(sum.rounds, run.rounds);
  sum.faults.add(run.counts);
  sum.digest += run.digest;
  if (!run.violations.empty()) ++sum.failed;
  for (const std::string& violation : run.violations) count(sum, violation);
}

void add(Sum& sum, const Sum& part) {
  sum.seeds += part.seeds;
  sum.failed += part.failed;
  sum.operations += part.operations;
  sum.acknowledged += part.acknowledged;
  for (std::size_t i = 0; i < 3; ++i) sum.outcomes[i] += part.outcomes[i];
  sum.lost += part.lost;
  sum.doubled += part.doubled;
  sum.unequal += part.unequal;
  sum.others += part.others;
  sum.rounds = std::max(sum.rounds, part.rounds);
  sum.digest += part.digest;
  sum.faults.add(part.faults);
}

void print_failure(const RunSettings& settings, const RunResult& run) {
  const std::size_t most_lines = settings.trace ? 1000 : 12;
  std::printf("seed %" PRIu64 " failed; run it again with: %s\n", settings.seed, command_of(settings).c_str());
  for (std::size_t i = 0; i < std::min(run.violations.size(), most_lines); ++i) {
    std::printf("  %s\n", run.violations[i].c_str());
  }
  if (run.violations.size() > most_lines) std::printf("  and %zu more\n", run.violations.size() - most_lines);
}

void print(const Sum& sum, double seconds) {
  std::printf("seeds %" PRIu64 "  operations %" PRIu64 "  acknowledged %" PRIu64 "  faults %" PRIu64 "\n", sum.seeds,
              sum.operations, sum.acknowledged, sum.faults.all());
  std::printf("at the council: applied %" PRIu64 "  refused %" PRIu64 "  in conflict %" PRIu64 "\n", sum.outcomes[0],
              sum.outcomes[1], sum.outcomes[2]);
  std::printf("lost %" PRIu64 "  doubled %" PRIu64 "  unequal %" PRIu64 "  other violations %" PRIu64
              "  most rounds %u  digest %016" PRIx64 "\n",
              sum.lost, sum.doubled, sum.unequal, sum.others, sum.rounds, sum.digest);
  for (std::size_t i = 0; i < fault_count; ++i) {
    const auto fault = static_cast<Fault>(i);
    std::printf("  %-14s %8" PRIu64 "\n", std::string(name_of(fault)).c_str(), sum.faults.of(fault));
  }
  std::printf("%.0f seeds a minute\n", static_cast<double>(sum.seeds) * 60.0 / seconds);
}

struct Seed {
  std::uint64_t number = 0;
  bool restores = false;
};

// Seeds that found something once ("84", or "84 restores"), then the asked ones.
std::vector<Seed> seeds_of(const Options& options) {
  std::vector<Seed> seeds;
  std::ifstream kept(options.kept);
  for (std::string line; std::getline(kept, line);) {
    if (!line.empty() && line.front() != '#') seeds.push_back({std::stoull(line), line.ends_with(" restores")});
  }
  for (std::uint64_t i = 0; i < options.seeds; ++i) {
    seeds.push_back({options.from + i, has_restores(options, options.from + i)});
  }
  return seeds;
}

bool happened_enough(const Sum& sum, std::uint64_t least) {
  bool enough = true;
  for (std::size_t i = 0; i < fault_count; ++i) {
    if (sum.faults.of(static_cast<Fault>(i)) >= least) continue;
    std::printf("%s happened too seldom\n", std::string(name_of(static_cast<Fault>(i))).c_str());
    enough = false;
  }
  return enough;
}

// Every jobs-th seed from the first-th on.
bool run_some(const Options& options, std::size_t first, Sum& sum) {
  SimVfs vfs;
  const auto image = make_server_image(vfs);
  if (!image) {
    std::printf("the council did not start: %s\n", image.error().detail.c_str());
    return false;
  }
  const auto seeds = seeds_of(options);
  for (std::size_t i = first; i < seeds.size(); i += options.jobs) {
    const RunSettings settings{seeds[i].number, options.operations, options.faults, options.bug,
                               options.trace,   seeds[i].restores,  options.without};
    const RunResult run = World(settings, vfs, image.value()).run();
    add(sum, run);
    if (!run.violations.empty() && options.bug == Bug::None) print_failure(settings, run);
    if (options.bug != Bug::None && sum.failed > 0) break;
  }
  return true;
}

// A process of its own for each part: SQLite's default VFS is one a process. Its sum comes back by a pipe.
bool run_side_by_side(const Options& options, Sum& sum) {
  static_assert(std::is_trivially_copyable_v<Sum>);
  std::vector<int> pipes;
  bool good = true;
  for (std::size_t job = 0; job < options.jobs; ++job) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) return false;
    if (fork() == 0) {
      Sum part;
      const bool ran = run_some(options, job, part);
      std::fflush(stdout);
      const bool told = ran && write(ends[1], &part, sizeof part) == static_cast<ssize_t>(sizeof part);
      _exit(told ? 0 : 1);
    }
    close(ends[1]);
    pipes.push_back(ends[0]);
  }
  for (const int end : pipes) {
    Sum part;
    good &= read(end, &part, sizeof part) == static_cast<ssize_t>(sizeof part);
    close(end);
    if (good) add(sum, part);
  }
  while (wait(nullptr) > 0) {
  }
  if (!good) std::printf("a part of the runs ended without a result\n");
  return good;
}

int judge_planted(const Options& options, const Sum& sum) {
  std::printf("planted %s: found in %" PRIu64 " of %" PRIu64 " seeds\n", std::string(name_of(options.bug)).c_str(),
              sum.failed, sum.seeds);
  return sum.failed > 0 ? 0 : 1;
}

}  // namespace

bool has_restores(const Options& options, std::uint64_t seed) {
  return options.restores || options.bug == Bug::SilentRestore || seed % 4 == 3;
}

int run_seeds(const Options& options) {
  Sum sum;
  const auto begin = std::chrono::steady_clock::now();
  std::fflush(stdout);
  const bool ran = options.jobs > 1 ? run_side_by_side(options, sum) : run_some(options, 0, sum);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  if (!ran) return 1;
  if (options.bug != Bug::None) return judge_planted(options, sum);
  print(sum, seconds.count());
  return sum.failed == 0 && happened_enough(sum, options.least) ? 0 : 1;
}

}  // namespace alongside::simulation
