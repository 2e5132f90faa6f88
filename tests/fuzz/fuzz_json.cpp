// The libFuzzer target for JSON from outside. The first byte chooses who reads it: the reader alone, or also a key
// ring, a provider's document, or a map. Findings are crashes, sanitizer reports, and broken promises: a tree that is
// another one once it was written, or a map with more in it than a page may hold. Run by tests/fuzz/run.sh.
#include "app/base/utf8.hpp"
#include "app/server/json_reader.hpp"
#include "app/server/json_tree.hpp"
#include "app/server/map/geojson_outlines.hpp"
#include "app/server/release/key_ring.hpp"
#include "app/server/sign_in/provider_document.hpp"
#include "app/server/web_address.hpp"
#include "tests/fuzz/promise.hpp"

#include <string_view>

namespace {

using namespace alongside;
using namespace alongside::server;
using fuzz::promise;

void check_tree(std::string_view text) {
  const auto tree = read_json(text);
  if (!tree) {
    promise(is_text(tree.error().detail), "what is wrong is said as text");
    return;
  }
  const std::string written = write_json(tree.value());
  const auto again = read_json(written);
  promise(again.ok() && write_json(again.value()) == written, "what is read and written is the same again");
}

void check_map(std::string_view text) {
  const auto tree = read_json(text, map_file_limits);
  if (!tree) return;
  JsonMistakes mistakes;
  std::size_t points = 0;
  for (const MapOutline& outline : geojson_outlines(tree.value(), "map", {}, mistakes)) points += outline.points.size();
  promise(points <= most_map_positions, "a map has an end");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 4) {
    case 0: check_tree(text); break;
    case 1: (void)parse_key_ring(text); break;
    case 2:
      if (const auto document = parse_provider_document(text, "https://login.example", SignatureAlgorithm::Es256))
        promise(is_safe_web_address(document->token_endpoint), "a provider leads to safe addresses only");
      break;
    case 3: check_map(text); break;
  }
  return 0;
}
