// Writes the inputs the fuzzer starts from into a folder: good frames and payloads of every message
// the target knows, each after the byte that chooses how it is read. Run by tests/fuzz/run.sh.
#include "app/wire/frame.hpp"
#include "app/wire/messages/council.hpp"
#include "tests/support/messages/outside_message.hpp"
#include "tests/unit/wire/sample.hpp"

#include <cstdio>
#include <fstream>
#include <string>

namespace {

using namespace alongside;
using wire::sample::Box;
using wire::sample::CardThird;
using wire::sample::Everything;

// Between the header (four letters, three numbers) and the checksum (four bytes).
std::span<const std::uint8_t> payload_in(const Bytes& frame) {
  std::size_t at = 4;
  for (int number = 0; number < 3; ++number) {
    while ((frame[at] & 0x80) != 0) ++at;
    ++at;
  }
  return std::span(frame).subspan(at, frame.size() - 4 - at);
}

class SeedFolder {
 public:
  explicit SeedFolder(std::string path) : path_(std::move(path)) {}

  template <wire::Message T>
  bool add(char reading, const T& message) {
    wire::FrameWriter writer;
    writer(message);
    return write(reading, Bytes(writer.bytes().begin(), writer.bytes().end()));
  }

  bool write(char reading, const Bytes& bytes) {
    std::ofstream file(path_ + "/seed_" + std::to_string(count_++), std::ios::binary);
    file.put(reading);
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return file.good();
  }

 private:
  std::string path_;
  int count_ = 0;
};

// Every message of the application, empty and with something in each field.
bool add_all(SeedFolder& seeds) {
  const auto all = testing::messages_from_outside();
  for (std::size_t which = 0; which < all.size(); ++which) {
    // Each after the byte that chooses the message.
    const auto add = [&](const Bytes& frame) {
      Bytes bytes{static_cast<std::uint8_t>(which)};
      const std::span<const std::uint8_t> payload = payload_in(frame);
      bytes.insert(bytes.end(), payload.begin(), payload.end());
      return seeds.write(4, bytes);
    };
    if (!add(all[which].stuffed(testing::Stuffing())) || !add(all[which].empty())) return false;
  }
  return true;
}

wire::Council northmere() {
  wire::Council council;
  council.id = "northmere";
  council.name = {"Northmere Council", "Cyngor Northmere"};
  council.help = {{"Talk to a person", ""}, "01632 960123", "families@northmere.example", {"9 to 5", ""}, {}};
  council.places.push_back({"Aldermere", {"NM2"}, 529410000, -28260000, {}});
  council.tail.bytes = {1, 2};
  return council;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fprintf(stderr, "usage: make_seeds FOLDER\n");
    return 2;
  }
  SeedFolder seeds(arguments[1]);
  const Box<CardThird> box{{{"a", 3, wire::sample::Leaf{"oak", 1}, {}}, {"b", 7, {}, {}}, {"c", 0, {}, {}}}, {}};
  const bool written = seeds.write(0, wire::encode_frame(northmere())) &&
                       seeds.write(0, wire::encode_frame(wire::sample::full_everything())) &&
                       seeds.add(1, northmere()) && seeds.add(1, wire::Council{}) &&
                       seeds.add(2, wire::sample::full_everything()) && seeds.add(2, Everything{}) &&
                       seeds.add(3, box) && add_all(seeds);
  if (!written) std::fprintf(stderr, "make_seeds: cannot write to %s\n", arguments[1]);
  return written ? 0 : 1;
}
