// TurnsWeb: Web Locks as turns (web/turns.js). Owned by PlatformWeb; granted() comes from the page.
#pragma once

#include "app/client/sync/sync_world.hpp"

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace alongside::client {

class TurnsWeb final : public Turns {
 public:
  void take(std::string_view name, std::function<void()> granted) override;
  void end(std::string_view name) override;

  // The page has one turn for whoever has waited longest in this tab.
  void granted(std::string_view name);

 private:
  std::map<std::string, std::deque<std::function<void()>>, std::less<>> waiting_;
};

}  // namespace alongside::client
