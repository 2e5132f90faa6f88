// DocumentCache: the family's documents as this viewer has them, in memory, by kind. The same as the
// shelf Documents where the person lets the device keep them. Owned by Replica.
#pragma once

#include "app/client/store/store.hpp"
#include "app/wire/messages/document.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace alongside::client {

class DocumentCache {
 public:
  // False: something on the shelf cannot be read, so all must be fetched anew.
  bool replace(const std::vector<StoreEntry>& shelf);
  void apply(const StoreStep& step);

  std::vector<const wire::Document*> of_kind(std::uint32_t kind) const;
  const std::map<DocumentId, wire::Document>& all() const { return documents_; }

  // How a document that came in a page is kept.
  static StoreStep step_of(const wire::Document& document);

 private:
  bool put(const Bytes& frame);

  std::map<DocumentId, wire::Document> documents_;
};

}  // namespace alongside::client
