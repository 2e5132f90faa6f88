// PublicNotes: what this device keeps for whoever holds it, without a name: small, asked for by a press of a button,
// and never sent. All plugins see the same, so that two modules of one feature know of each other; a key begins with
// the plugin's id. UI thread only. Implemented by client/public_shelf; tests have their own.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/result.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside {

enum class Lasting : std::uint8_t {
  WhileOpen,  // until the application is closed
  OnDevice,   // on this device's disk, if its browser keeps anything
};

class PublicNotes {
 public:
  using Done = std::function<void(Result<void>)>;

  virtual bool are_read() const = 0;  // from the disk: before, find() may not know all
  virtual std::optional<Bytes> find(std::string_view key) const = 0;
  // Those whose key begins so, in order.
  virtual std::vector<std::pair<std::string, Bytes>> all(std::string_view beginning) const = 0;
  // An empty value forgets it. `done` may be empty; errors: Storage (it lasts while the application is open) and
  // TooLarge (over 64 notes, or 4 KiB, or no room: nothing was kept). Never called before this returns.
  virtual void keep(std::string_view key, Bytes value, Lasting lasting, Done done) = 0;

 protected:
  ~PublicNotes() = default;
};

}  // namespace alongside
