// The libFuzzer target for the cleaning of photos that families send. Findings are crashes, sanitizer
// reports, too much memory, and broken promises: a cleaned file that is larger than it may be, has
// another type, or is not clean. Run by tests/fuzz/run.sh.
#include "app/server/attachments/clean_file.hpp"
#include "tests/fuzz/promise.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace alongside;
  using fuzz::promise;
  const auto clean = server::clean_file({data, size});
  if (!clean.ok()) {
    promise(clean.error().code == ErrorCode::InvalidInput, "what is refused is the sender's fault");
    return 0;
  }
  // A WebP's last part gets the byte of padding that it should have had.
  promise(clean->bytes.size() <= size + 1, "cleaning adds nothing");
  const auto again = server::clean_file(clean->bytes);
  promise(again.ok(), "what was cleaned is a file of ours");
  promise(again->type == clean->type, "it stays what it is");
  promise(again->bytes == clean->bytes, "nothing is left to clean");
  return 0;
}
