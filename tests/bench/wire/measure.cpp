// Times every format over the sample, taking turns, and prints one line of JSON a format, with the best of
// its rounds (what else the machine does can only add to a round):
// {"name", "raw", "encode_ns", "decode_ns", "file"}; the encoded pushes are written to FOLDER, where
// wire.mjs compresses them. Usage: bench_wire FOLDER
#include "tests/bench/wire/format.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>

namespace {

using namespace alongside::bench;

constexpr std::size_t operations = 10'000;
constexpr std::size_t in_a_push = 256;
constexpr int rounds = 101;

struct Measured {
  std::unique_ptr<Format> format;
  std::vector<std::string> encoded;
  std::vector<double> encode_ns;
  std::vector<double> decode_ns;
  std::int64_t sum = 0;
};

template <class Work>
double nanoseconds_each(Work work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double, std::nano> taken = std::chrono::steady_clock::now() - start;
  return taken.count() / operations;
}

void one_round(Measured& measured, std::size_t pushes) {
  std::size_t bytes = 0;
  measured.encode_ns.push_back(nanoseconds_each([&] {
    for (std::size_t push = 0; push < pushes; ++push) bytes += measured.format->encode(push).size();
  }));
  std::int64_t sum = static_cast<std::int64_t>(bytes - bytes);
  measured.decode_ns.push_back(nanoseconds_each([&] {
    for (const std::string& push : measured.encoded) sum += measured.format->decode(push);
  }));
  measured.sum = sum;
}

double best(const std::vector<double>& values) { return std::ranges::min(values); }

std::size_t write(const Measured& measured, const std::string& folder) {
  std::size_t size = 0;
  for (std::size_t push = 0; push < measured.encoded.size(); ++push) {
    std::ofstream file(folder + "/" + std::string(measured.format->name()) + "." + std::to_string(push),
                       std::ios::binary);
    file << measured.encoded[push];
    size += measured.encoded[push].size();
  }
  return size;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::vector<SamplePush> sample = make_sample(operations, in_a_push);
  std::vector<Measured> all;
  for (auto* make : {make_alongside, make_cereal_binary, make_cereal_json, make_protobuf, make_msgpack}) {
    Measured& measured = all.emplace_back(Measured{make(), {}, {}, {}, 0});
    measured.format->prepare(sample);
    for (std::size_t push = 0; push < sample.size(); ++push)
      measured.encoded.emplace_back(measured.format->encode(push));
  }
  for (int round = 0; round < rounds; ++round) {
    for (Measured& measured : all) one_round(measured, sample.size());
  }
  for (const Measured& measured : all) {
    if (measured.sum != all.front().sum) {
      std::fprintf(stderr, "%s read other values than we do\n", std::string(measured.format->name()).c_str());
      return 1;
    }
    std::printf("{\"name\":\"%s\",\"raw\":%zu,\"encode_ns\":%.2f,\"decode_ns\":%.2f}\n",
                std::string(measured.format->name()).c_str(), write(measured, argv[1]), best(measured.encode_ns),
                best(measured.decode_ns));
  }
  return 0;
}
