// The libFuzzer target for what a council writes to set itself up. The first byte chooses: its configuration, or the
// households to import. Findings are crashes, sanitizer reports, and broken promises: a mistake that is not told as
// text, a council that an app would not take, or somebody who stands to nobody's child. Run by tests/fuzz/run.sh.
#include "app/base/utf8.hpp"
#include "app/server/council_config.hpp"
#include "app/server/family/family_file.hpp"
#include "app/wire/frame.hpp"
#include "tests/fuzz/memory_bound.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace {

using namespace alongside;
using namespace alongside::server;
using fuzz::promise;

void check_council(std::string_view text) {
  const auto config = parse_council_config(text);
  if (!config) {
    promise(!config.error().detail.empty() && is_text(config.error().detail), "what is wrong is said as text");
    return;
  }
  const Bytes sent = wire::encode_frame(config->council);
  const auto come = wire::decode_frame<wire::Council>(sent);
  promise(come.ok() && wire::encode_frame(come.value()) == sent, "every app can read the council");
}

void check_households(std::string_view text) {
  const auto json = read_json(text);
  if (!json) return;
  const auto file = parse_family_file(json.value());
  if (!file) {
    promise(!file.error().detail.empty() && is_text(file.error().detail), "what is wrong is said as text");
    return;
  }
  for (const FilePerson& person : file->people) promise(is_text(person.name), "a name is text");
  for (const Relationship& one : file->relationships)
    promise(std::ranges::any_of(file->children, [&](const FileChild& child) { return child.subject == one.child; }),
            "whoever stands to a child stands to one of the file's");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const fuzz::MemoryBound bound(text.size());
  if (data[0] % 2 == 0)
    check_council(text);
  else
    check_households(text);
  return 0;
}
