// Writes the indexes and details that the fuzzer of them starts from into a folder, each after the byte that chooses
// how it is read. Run by tests/fuzz/run.sh.
#include "plugins/local_offer/model/search/index_builder.hpp"
#include "plugins/local_offer/model/search/index_codec.hpp"

#include <cstdio>
#include <fstream>
#include <string>

namespace {

using namespace alongside;
using namespace alongside::local_offer;

Bytes small_index(Stemming stemming) {
  IndexBuilder builder(stemming);
  for (const char* text : {"Saturday Stars, a club for quiet play", "Swimming on Saturday, with a hoist",
                           "Quiet swimming: caf\u00e9, d\u0175r, after-school"}) {
    builder.add(text, 3, Order::Forgotten);
    builder.add("children who like play and music", 1, Order::Forgotten);
    builder.end_service();
  }
  return encode_index(builder.tables());
}

bool write(const std::string& path, char reading, const Bytes& bytes) {
  std::ofstream file(path, std::ios::binary);
  file.put(reading);
  file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  return file.good();
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fprintf(stderr, "usage: make_index_seeds FOLDER\n");
    return 2;
  }
  const std::string folder = arguments[1];
  // Form 1 of a detail: nothing of it, then a run of known words, the summary's beginning, letters, and the end.
  const Bytes detail{1, 0, 0x02, 0x41, 0xC1, 0x43, 0xC2, 0x05, 0xC6, 'a', 'b', 0xC3, 0xC3, 0xC3};
  const bool written = write(folder + "/index_none", 0, small_index(Stemming::None)) &&
                       write(folder + "/index_english", 0, small_index(Stemming::English)) &&
                       write(folder + "/detail", 1, detail);
  if (!written) std::fprintf(stderr, "make_index_seeds: cannot write to %s\n", arguments[1]);
  return written ? 0 : 1;
}
