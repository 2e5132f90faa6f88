// Host: what the application lends to a plugin, valid from create to destroy. All calls are on the
// UI thread. Implemented by client/plugin_services; tests give their own.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/clock.hpp"
#include "app/base/result.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace alongside {

namespace wire {
struct Council;
}
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

 protected:
  ~Host() = default;
};

}  // namespace alongside
