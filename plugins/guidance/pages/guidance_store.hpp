// GuidanceStore: the guidance of this council, fetched once for all of the plugin's pages. Owned by the plugin.
#pragma once

#include "app/plugin_api/host.hpp"
#include "plugins/guidance/model/guidance_book.hpp"

#include <cstdint>
#include <memory>

namespace alongside::guidance {

enum class Load : std::uint8_t { Idle, Waiting, Ready, Offline, Failed };

class GuidanceStore {
 public:
  explicit GuidanceStore(Host& host) : host_(host) {}

  void want();  // asks for it, unless it has been asked for
  void fetch_again();
  Load load() const { return slot_ ? slot_->load : Load::Idle; }
  const GuidanceBook* book() const { return load() == Load::Ready ? &slot_->book : nullptr; }

 private:
  struct Slot {
    Load load = Load::Waiting;
    GuidanceBook book;
    void take(Result<Bytes> reply);
  };

  Host& host_;
  std::shared_ptr<Slot> slot_;
};

}  // namespace alongside::guidance
