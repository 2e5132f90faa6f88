// SmallCouncil: a council of a few lines that keeps the rules of the push and the feed: sequences without
// gaps, an operation's id known again, one transaction each. Each applied operation makes one document,
// whose content is its payload. A payload that begins with 'R' is refused, one with 'C' conflicts.
#pragma once

#include "app/base/result.hpp"
#include "app/wire/messages/document.hpp"
#include "app/wire/messages/push.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace alongside::client {

class SmallCouncil {
 public:
  struct State {
    IncarnationId incarnation{IdBytes{1}};
    std::map<DeviceId, std::vector<wire::OperationResult>> devices;
    std::map<OperationId, wire::OperationResult> known;
    std::vector<wire::Document> feed;  // place in the feed = index + 1
  };

  Result<Bytes> push(const Bytes& frame);
  Result<Bytes> feed(std::uint64_t since) const;
  // From a copy: another life of the database.
  void restore(State state);

  State state;
  PersonId person;              // who is signed in
  std::uint64_t backed_up = 0;  // for every device
  std::size_t page = 200;
  std::vector<std::size_t> pushes;  // how many operations each had
  wire::Push last_push;
  int applied = 0;  // ever, in all lives
  mutable int feeds = 0;

  std::vector<std::string> contents() const;

 private:
  wire::OperationResult apply(const wire::Push& push, std::size_t index);
};

}  // namespace alongside::client
