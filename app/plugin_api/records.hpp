// Records: what a plugin may know and change of the family that is signed in. What was saved is
// durable on this device when `done` is called, reaches the council by itself, and stands among
// changes() until the council's own documents show it. UI thread only. Implemented by client.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/result.hpp"
#include "app/wire/messages/document.hpp"
#include "app/wire/messages/operation.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace alongside {

enum class ChangeState : std::uint8_t {
  Saving,    // not yet durable: the person is not told that it is saved
  Kept,      // saved on this device
  Received,  // the council has it; its documents are on their way here
  Refused,   // the council said no: `code` says why. Stays until dismissed
  Conflict,  // somebody changed it meanwhile: the person is asked. Stays until dismissed
};

// A change the person wants to make; wire::encode_payload made `payload`.
struct Change {
  wire::Subject subject;
  std::uint32_t kind = 0;
  std::uint32_t edition = 1;
  wire::Version base;  // of the document it changes, as the person saw it; none: a new one
  Bytes payload;
};

struct PendingChange {
  OperationId id;
  Change change;
  std::int64_t made_at_ms = 0;
  ChangeState state = ChangeState::Saving;
  std::string code;
};

class Records {
 public:
  using Saved = std::function<void(Result<OperationId>)>;  // Storage or TooLarge (full): nothing was kept
  using Done = std::function<void(Result<void>)>;

  // Changes whenever anything below does: compare it to know whether to compute anew.
  virtual std::uint64_t edition() const = 0;
  // In order of id. Valid until the next frame.
  virtual std::vector<const wire::Document*> documents(std::uint32_t kind) const = 0;
  // Oldest first: what this device has made and its documents do not show yet.
  virtual std::vector<const PendingChange*> changes(std::span<const std::uint32_t> kinds) const = 0;
  virtual void save(Change change, Saved saved) = 0;
  virtual void dismiss(OperationId change) = 0;  // of a refused or conflicting one
  // A random id for a document this device is about to make.
  virtual DocumentId new_document() = 0;

  // What the person has begun and not sent: kept on this device only, as it was last typed.
  // Until the device's drafts are read there may be one that draft() does not see yet.
  virtual bool are_drafts_read() const = 0;
  virtual std::optional<Bytes> draft(std::string_view key) const = 0;
  virtual void keep_draft(std::string_view key, Bytes value, Done done) = 0;
  virtual void drop_draft(std::string_view key) = 0;  // what another tab has written there meanwhile stays
  // The device's drafts could not be read just now: what lies there is not written over, and keeping one fails.
  virtual bool are_drafts_unreadable() const = 0;
  // As keep_draft(), but never over what another tab has written since. Conflict: nothing was written, and draft() is
  // now what that tab wrote, or nothing if it let go of it. Whoever asked joins the two and asks again.
  virtual void keep_draft_with_others(std::string_view key, Bytes value, Done done) = 0;

 protected:
  ~Records() = default;
};

}  // namespace alongside
