// Shortlist: the services somebody wants to come back to. Kept on the device of a person who is signed in;
// for anybody else it lasts as long as the application is open. Owned by the plugin, used by its pages.
#pragma once

#include "app/base/ids.hpp"
#include "app/plugin_api/host.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

enum class ListKeeping : std::uint8_t { WhileOpen, OnDevice };

class Shortlist {
 public:
  explicit Shortlist(Host& host) : host_(host) {}

  const std::vector<std::string>& ids();
  bool has(std::string_view id);
  void toggle(std::string_view id);
  bool is_full();
  ListKeeping keeping() const { return keeping_; }

 private:
  void keep();
  void take_up();  // what the device has kept, as soon as it is read; again when somebody else is signed in

  Host& host_;
  PersonId person_;
  bool is_taken_up_ = false;
  ListKeeping keeping_ = ListKeeping::WhileOpen;
  std::vector<std::string> ids_;
  std::shared_ptr<int> alive_ = std::make_shared<int>(0);
};

}  // namespace alongside::local_offer
