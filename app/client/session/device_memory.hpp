// DeviceMemory: what this device remembers from visit to visit: who was signed in last, whether the
// family's things may stay here, and the session of whoever they stay for. Owned by SessionService.
// A device that keeps nothing remembers nothing, and that is no error.
#pragma once

#include "app/base/ids.hpp"
#include "app/client/store/store.hpp"
#include "app/wire/messages/session.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace alongside::client {

enum class KeepChoice : std::uint8_t { Unasked, Everything, UnsentOnly };

// A sign-out that the council has not heard of yet.
enum class Ending : bool { Heard, Unheard };

struct DeviceNotes {
  PersonId person;  // nil: nobody, or the device keeps no family's things
  KeepChoice keep = KeepChoice::Unasked;
  Ending ending = Ending::Heard;
  std::string turn;  // another one after each sign-in and sign-out: other tabs see that theirs is over

  bool operator==(const DeviceNotes&) const = default;
};

class DeviceMemory {
 public:
  // `common` has "public" open; `personal` has the person's own database open when the session is read
  // or kept.
  DeviceMemory(Store& common, Store& personal) : common_(common), personal_(personal) {}

  void read(std::function<void(DeviceNotes)> done);
  void write(const DeviceNotes& notes, std::function<void()> done);
  void read_session(std::function<void(std::optional<wire::SessionInfo>)> done);
  void keep_session(const wire::SessionInfo& session);

 private:
  Store& common_;
  Store& personal_;
};

}  // namespace alongside::client
