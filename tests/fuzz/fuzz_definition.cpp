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

#include <algorithm>
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

// A few letters ask for much: a question has 2 KB before there is a word in it, a scale of 20 steps 6 KB, and a table's
// choices are of each column. What no survey may pass is in unit/decoders.
std::size_t asked_by(std::string_view text) {
  const auto count = [text](char sign) { return static_cast<std::size_t>(std::ranges::count(text, sign)); };
  constexpr std::size_t of_question = 384, of_choice = 24;  // 32 bytes each
  return count('{') * (of_question + of_choice * count(','));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  fuzz::MemoryBound bound(text.size());
  bound.also_for(asked_by(text));
  const auto json = server::read_json(text);
  if (!json) return 0;
  if (data[0] % 2 == 0)
    check_travel(read_definition(json.value()));
  else
    check_travel(parse_surveys(json.value()));
  return 0;
}
