// Prints a line of JSON for each decoder: its slowest input with the milliseconds, and its hungriest with how many
// times its own size it takes. Run by tests/bench/decoders.mjs.
#include "tests/bench/decoders/unpleasant_bytes.hpp"
#include "tests/unit/decoders/heap_peak.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace {

using namespace alongside;

constexpr std::size_t least_memory = std::size_t{32} << 10;  // the smallest input may take as much
constexpr int rounds = 3;                                    // the best counts: this machine does other things too

// Of the processor: what else the machine does meanwhile is no time of ours.
double processor_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double milliseconds(const std::function<void()>& decode) {
  double best = 1e9;
  for (int round = 0; round < rounds; ++round) {
    const double start = processor_milliseconds();
    decode();
    best = std::min(best, processor_milliseconds() - start);
  }
  return best;
}

double times_its_size(const bench::Input& input, const std::function<void()>& decode) {
  const HeapPeak peak;
  decode();
  const std::size_t taken = peak.bytes();
  return taken <= least_memory ? 0 : static_cast<double>(taken) / static_cast<double>(input.bytes.size());
}

struct Worst {
  double value = 0;
  std::string what;
  void take(double found, const bench::Input& input) {
    if (found >= value) value = found, what = input.what;
  }
};

// As a word of JSON: what is shown of an input may have anything in it.
std::string plain(std::string text) {
  std::ranges::replace_if(
      text, [](char letter) { return letter < ' ' || letter > '~' || letter == '"' || letter == '\\'; }, ' ');
  return text;
}

}  // namespace

int main() {
  for (const bench::Decoder& decoder : bench::decoders()) {
    Worst slowest, hungriest;
    std::size_t inputs = 0;
    decoder.each([&](const bench::Input& input, const std::function<void()>& decode) {
      ++inputs;
      slowest.take(milliseconds(decode), input);
      hungriest.take(times_its_size(input, decode), input);
    });
    std::printf("{\"name\":\"%s\",\"inputs\":%zu,\"ms\":%.3f,\"slowest\":\"%s\",\"times\":%.2f,\"hungriest\":\"%s\"}\n",
                decoder.name.c_str(), inputs, slowest.value, plain(slowest.what).c_str(), hungriest.value,
                plain(hungriest.what).c_str());
    std::fflush(stdout);
  }
  return 0;
}
