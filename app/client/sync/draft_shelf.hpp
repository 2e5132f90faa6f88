// DraftShelf: what Drafts needs of a store. Replica is one, for a person's own; DeviceRecords has one for nobody's.
#pragma once

#include "app/client/store/store.hpp"

#include <functional>

namespace alongside::client {

class DraftShelf {
 public:
  virtual void read(Shelf shelf, std::function<void(ShelfContent)> done) = 0;
  virtual void commit(Batch batch, std::function<void(Committed)> done) = 0;
  virtual bool keeps_nothing() const = 0;  // it goes on in memory

 protected:
  ~DraftShelf() = default;
};

}  // namespace alongside::client
