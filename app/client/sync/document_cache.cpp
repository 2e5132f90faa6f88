#include "app/client/sync/document_cache.hpp"

#include "app/wire/frame.hpp"

#include <utility>

namespace alongside::client {

bool DocumentCache::replace(const std::vector<StoreEntry>& shelf) {
  documents_.clear();
  bool readable = true;
  for (const StoreEntry& entry : shelf) readable = put(entry.value) && readable;
  return readable;
}

void DocumentCache::apply(const StoreStep& step) {
  if (step.what == StoreStep::Do::Clear) documents_.clear();
  if (step.what == StoreStep::Do::Put) put(step.value);
  if (step.what == StoreStep::Do::Remove) {
    if (const auto id = DocumentId::parse(step.key)) documents_.erase(id.value());
  }
}

std::vector<const wire::Document*> DocumentCache::of_kind(std::uint32_t kind) const {
  std::vector<const wire::Document*> found;
  for (const auto& [id, document] : documents_) {
    if (document.kind == kind) found.push_back(&document);
  }
  return found;
}

StoreStep DocumentCache::step_of(const wire::Document& document) {
  const bool gone = document.state == wire::DocumentState::Gone;
  return {gone ? StoreStep::Do::Remove : StoreStep::Do::Put, Shelf::Documents, document.id.text(),
          gone ? Bytes{} : wire::encode_frame(document)};
}

bool DocumentCache::put(const Bytes& frame) {
  auto document = wire::decode_frame<wire::Document>(frame);
  if (!document) return false;
  const DocumentId id = document->id;
  documents_.insert_or_assign(id, std::move(document).value());
  return true;
}

}  // namespace alongside::client
