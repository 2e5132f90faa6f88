// The libFuzzer target for surveys as a council imports them. The first byte chooses: the questions of one, in
// SurveyJS's JSON, or the list of those that are announced. Findings are crashes, sanitizer reports, and broken
// promises: a definition that a device would not take, or that is another one once it has travelled.
// Run by tests/fuzz/run.sh.
#include "app/base/utf8.hpp"
#include "app/server/json_reader.hpp"
#include "app/wire/frame.hpp"
#include "plugins/feedback/api/definition_file.hpp"
#include "plugins/feedback/api/survey_file.hpp"
#include "tests/fuzz/memory_bound.hpp"

#include <cstdint>
#include <string_view>

namespace {

using namespace alongside;
using namespace alongside::feedback;
using fuzz::promise;

template <class T>
void check_travel(const Result<T>& read) {
  if (!read) {
    promise(is_text(read.error().detail), "what is wrong is said as text");
    return;
  }
  const Bytes sent = wire::encode_frame(read.value());
  const auto come = wire::decode_frame<T>(sent);
  if (!come) {
    promise(come.error().code == ErrorCode::TooLarge, "a device reads what we wrote, unless there is too much of it");
    return;
  }
  promise(wire::encode_frame(come.value()) == sent, "what has travelled is the same");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const fuzz::MemoryBound bound(text.size());
  const auto json = server::read_json(text);
  if (!json) return 0;
  if (data[0] % 2 == 0)
    check_travel(read_definition(json.value()));
  else
    check_travel(parse_surveys(json.value()));
  return 0;
}
