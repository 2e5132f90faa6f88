// Host: what the application lends to a plugin, valid from create to destroy. All calls are on the
// UI thread. Implemented by client/plugin_services; tests give their own.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/clock.hpp"
#include "app/base/ids.hpp"
#include "app/base/result.hpp"
#include "app/plugin_api/device_place.hpp"
#include "app/plugin_api/route.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside {

class Attachments;
class JoinedFiles;
class PublicNotes;
class Records;
class SavedCopies;

namespace wire {
struct Council;
struct SessionInfo;
}  // namespace wire
namespace ui {
class Words;
}

class Host {
 public:
  using Reply = std::function<void(Result<Bytes>)>;

  // GET of a path under /api, such as "/api/local_offer/services". The reply is the body: one frame
  // (wire::decode_frame reads it). Never calls back before it returns; a frame is drawn after it.
  virtual void fetch(std::string_view path, Reply reply) = 0;
  virtual void navigate(std::string_view href) = 0;
  // Replaces the query of the present address without a new history entry (typing in a search).
  virtual void replace_route(std::string_view href) = 0;
  virtual void announce(std::string_view sentence) = 0;  // polite, spoken once
  virtual void redraw() = 0;
  virtual const wire::Council& council() const = 0;  // who runs this service
  virtual const ui::Words& words() const = 0;
  virtual const Clock& clock() const = 0;

  // Who is signed in on this device, also without a network; a nil person when nobody is.
  virtual const wire::SessionInfo& session() const = 0;
  // The family's records and this device's changes. Empty, and refusing to save, when nobody is signed in.
  virtual Records& records() = 0;
  // The address at which some plugin takes this intent (wire/messages/intents.hpp), or empty when none
  // does: then the screen offers nothing. `frame` is wire::encode_frame of it.
  virtual std::string intent_href(std::string_view name, const Bytes& frame) const = 0;
  // The intent in the address of a page, as a frame; empty when there is none or it is spoilt.
  virtual Bytes intent_in(const Route& route) const = 0;

  // Sends a frame to a path under /api without any sign of who or which device it comes from. It is
  // durable when `saved` is called and goes when there is a network, exactly once if the receiver knows
  // its id again. `token`: first obtain one anonymous token of this purpose ("survey-<id>-<version>"),
  // appended to the body by the receiver's own message; empty: none is needed.
  struct Letter {
    std::string path;
    Bytes frame;
    std::string token_purpose;
    // Where whoever came with a code is given that token: an address under /api. Empty: who is signed in is given it.
    std::string token_path = {};
    // Of joined_files() that lie beside these records: they go after it, in pieces, to a path of their own; kept with
    // it, or nothing is.
    std::vector<DocumentId> files = {};
    Records* beside = nullptr;
    std::string files_path = {};
  };
  virtual void send_anonymously(Letter letter, std::function<void(Result<void>)> saved) = 0;
  // Of the letters of this device: how many are still here, how many the council did not take, and how many it had
  // already from another device since the app began. Nothing says whose they are.
  struct LetterFacts {
    std::size_t waiting = 0;
    std::size_t refused = 0;
    std::size_t repeated = 0;
  };
  virtual LetterFacts letters() const = 0;
  // Gets a token for later, while there is a network; harmless when there is one already. `path`: as in a letter.
  virtual void prepare_token(std::string_view purpose, std::string_view path) = 0;
  // Photos of receipts and letters, while they are on this device.
  virtual Attachments& attachments() = 0;
  // Asks the browser where this device is, on a press of the person who was told why. A frame is drawn after it.
  virtual void find_device() = 0;
  virtual const DevicePlace& device_place() const = 0;
  // What this device keeps without a name.
  virtual PublicNotes& public_notes() = 0;
  // Somebody is likely to go there soon: what draws it is fetched already. Does nothing when it is there.
  virtual void expect(std::string_view href) = 0;
  // What whoever came with a code of their own has begun on this device, whoever may be signed in: drafts and nothing
  // else. The code is part of each key.
  virtual Records& nobodys_records() = 0;
  // The bytes of the file that Ui::file_field() gave a token for, as they are and for this device alone. TooLarge,
  // without reading it, when there are more than `most_bytes`; Storage: it cannot be read. A frame is drawn after it.
  virtual void read_file(std::string_view token, std::size_t most_bytes, Reply reply) = 0;

  // What is joined to what somebody has begun.
  virtual JoinedFiles& joined_files() = 0;

  // What somebody has begun here and goes on with on another device. It is sealed on this one under a code that is made
  // here, shown to the person and kept nowhere; the council keeps a box that it can neither open nor tell whose it is.
  struct Carrying {
    enum class What : std::uint8_t { Away, Here, Kept };
    What what = What::Away;
    std::string box;   // an address under /api that keeps boxes by ids made from their codes
    std::string code;  // Here and Kept: as it was typed
    Bytes content;     // Away
    // Away: the anonymous token of this purpose goes along, got as for a letter; it waits there under `token_there`.
    std::string token_purpose = {}, token_path = {}, token_there = {};
  };
  // Away replies with the code, a new line and the box's last day. Here replies with the content: the box stays until
  // Kept says that it lies on this device. InvalidInput: what was typed can be no code; NotFound: it opens nothing (any
  // more); Unavailable: too many tries; Incompatible: the box was spoilt; Conflict: the token is on another device.
  virtual void carry(Carrying carrying, Reply reply) = 0;
  // What is not sent yet, for a copy in a file of the person's own.
  virtual SavedCopies& saved_copies() = 0;

 protected:
  ~Host() = default;
};

}  // namespace alongside
