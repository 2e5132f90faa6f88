// The libFuzzer target for other tools' surveys. The first byte chooses: an XLSForm as a table, or LimeSurvey's
// structure. Findings are crashes, sanitizer reports, and broken promises: a definition that is another one once it was
// written, or words about what was left out that are no text. Run by tests/fuzz/run.sh.
#include "app/base/utf8.hpp"
#include "app/server/json_tree.hpp"
#include "plugins/feedback/api/convert/limesurvey.hpp"
#include "plugins/feedback/api/convert/xlsform.hpp"
#include "plugins/feedback/api/form_file.hpp"
#include "tests/fuzz/memory_bound.hpp"

#include <cstdint>
#include <string_view>

namespace {

using namespace alongside;
using namespace alongside::feedback;
using fuzz::promise;

Result<Converted> converted(bool is_table, std::string_view bytes) {
  if (!is_table) return convert_limesurvey(bytes);
  return convert_xlsform(ALONGSIDE_TRY(read_csv_book(bytes)));
}

std::size_t bytes_of(const Converted& made) {
  std::size_t bytes = server::write_json(made.definition).size();
  for (const LeftOut& one : made.left_out) bytes += one.place.size() + one.why.size();
  return bytes;
}

// A list of choices is written again for every question that offers it, and of what is left out the report tells: what
// comes out can be more than what came.
Result<Converted> converted_within_bounds(bool is_table, std::string_view bytes) {
  fuzz::MemoryBound bound(bytes.size());
  auto made = converted(is_table, bytes);
  if (made.ok()) bound.also_for(bytes_of(made.value()));
  return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto made = converted_within_bounds(data[0] % 2 == 0, bytes);
  if (!made) {
    promise(is_text(made.error().detail), "what is wrong is said as text");
    return 0;
  }
  for (const LeftOut& one : made->left_out) promise(is_text(one.place) && is_text(one.why), "what is left out is told");
  const std::string written = server::write_json(made->definition);
  const auto again = server::read_json(written);
  promise(again.ok() && server::write_json(again.value()) == written, "what is made can be read");
  const auto form = read_form(made->definition);
  promise(form.ok() || is_text(form.error().detail), "what our reader says of it is text");
  return 0;
}
