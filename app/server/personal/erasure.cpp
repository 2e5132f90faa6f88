#include "app/server/personal/erasure.hpp"

#include <utility>

namespace alongside::server {

void Erasure::erased(std::string_view what, std::int64_t count) {
  if (count > 0) erased_.push_back({std::string(what), count});
}

void Erasure::kept(KeptByLaw kept) {
  if (kept.count > 0) kept_.push_back(std::move(kept));
}

std::string Erasure::text() const {
  std::string text = "Erased:\n";
  for (const ErasedCount& one : erased_) text += "  " + std::to_string(one.count) + "  " + one.what + "\n";
  if (erased_.empty()) text += "  nothing was there\n";
  if (kept_.empty()) return text + "Nothing is kept.\n";
  text += "Kept, without the person's words:\n";
  for (const KeptByLaw& one : kept_) {
    text +=
        "  " + std::to_string(one.count) + "  " + one.what + ", until " + one.until.iso() + ": " + one.because + "\n";
  }
  return text;
}

}  // namespace alongside::server
