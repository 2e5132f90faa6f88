// SavedCopies: what this device has of the person who is signed in and the council has not, for them to keep a copy of
// in a file of their own, and what comes back out of such a file. UI thread only. Implemented by client/copies; tests
// have their own.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/ids.hpp"
#include "app/base/result.hpp"
#include "app/plugin_api/records.hpp"
#include "app/wire/messages/operation.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace alongside {

// A change of theirs that the council has not taken.
struct KeptChange {
  wire::Operation made;
  ChangeState state = ChangeState::Kept;  // Saving, Kept, Refused or Conflict
};

struct KeptFile {
  DocumentId id;
  std::shared_ptr<const Bytes> content;
};

class SavedCopies {
 public:
  struct Kept {
    std::vector<KeptChange> changes;  // oldest first
    std::vector<KeptFile> files;      // photos and papers that the council waits for, or will
    std::size_t unreadable = 0;       // changes that another edition of the app left and this one cannot read
  };
  virtual Kept kept() const = 0;

  // Where the person put it: only the browser knows whether they did.
  enum class Place : std::uint8_t { Downloads, Shared };
  // Hands a file to the browser: to a phone's share sheet, or among the downloads. Conflict: they closed the sheet.
  virtual void save_file(std::string_view name, Bytes content, std::function<void(Result<Place>)> done) = 0;

  struct Taken {
    std::size_t taken = 0;  // now on this device, to be sent
    std::size_t here = 0;   // were on this device already
    std::size_t known = 0;  // the council had them
    std::size_t files = 0;
    enum class Asked : bool {
      No,
      Yes
    } asked = Asked::No;  // whether the council could be asked; it takes each once anyhow
  };
  // All of it is on the disk when `done` says so, or none of the changes is. Errors: TooLarge "many" (files) or "full",
  // Storage, SignedOut. A frame is drawn after it.
  virtual void take_back(std::vector<wire::Operation> changes, std::vector<KeptFile> files,
                         std::function<void(Result<Taken>)> done) = 0;

 protected:
  ~SavedCopies() = default;
};

}  // namespace alongside
