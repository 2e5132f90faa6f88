// Attachments: photos of receipts and letters, as a plugin lets a person add them. A file is made small,
// freed of what the camera wrote into it and kept on this device; the change that names it
// goes by Records, as any other; the file follows by itself once the council knows what it belongs to.
// UI thread only. Implemented by client/attachments; tests have their own.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/ids.hpp"
#include "app/base/result.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace alongside {

enum class AttachmentPlace : std::uint8_t {
  Elsewhere,  // not on this device: with the council (its document says so), or on another device
  OnDevice,   // and goes by itself when it can
  Sending,
  Sent,     // the council has it; its documents are on their way here
  Refused,  // the council did not take it: `code` says why. Stays here until removed
};

struct AttachmentState {
  AttachmentPlace place = AttachmentPlace::Elsewhere;
  std::uint32_t bytes = 0;  // on this device
  std::string code;         // of a refusal: as in wire::FileProgress
};

class Attachments {
 public:
  using Added = std::function<void(Result<void>)>;

  // Takes the file that Ui::file_field() gave a token for, under an id from Records::new_document(). Calls
  // back when it is on this device's disk. Errors: InvalidInput (no photo or PDF that can be read),
  // TooLarge "file" (the file is), "many" (too many wait here) or "full" (no room on this device), Storage.
  virtual void add(DocumentId id, std::string_view token, Added added) = 0;
  // The same of bytes that are on this device already, as Host::read_photo() gives them.
  virtual void keep(DocumentId id, Bytes bytes, Added added) = 0;
  virtual void remove(DocumentId id) = 0;  // from this device
  virtual AttachmentState state(DocumentId id) const = 0;

 protected:
  ~Attachments() = default;
};

// Where whoever may see it can fetch it, once it has arrived.
inline std::string attachment_href(DocumentId id) { return "/api/attachments/" + id.text(); }

}  // namespace alongside
