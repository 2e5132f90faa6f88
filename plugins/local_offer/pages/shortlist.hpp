// Shortlist: the services somebody wants to come back to. Kept on the device of a person who is signed in;
// for anybody else it lasts as long as the application is open. Each module of the plugin has one; what it holds lies
// with the host, so that all of them hold the same.
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
  void take_up();           // what the host holds, if it is not what is here already
  bool is_persons() const;  // somebody is signed in, and their device has been read

  Host& host_;
  ListKeeping keeping_ = ListKeeping::WhileOpen;
  Bytes seen_;  // the lines that ids_ were read from
  std::vector<std::string> ids_;
  std::shared_ptr<int> alive_ = std::make_shared<int>(0);
};

}  // namespace alongside::local_offer
