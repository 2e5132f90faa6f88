// FamilyDevices: everybody of the fixture's family, each signed in once at a council of their own. They
// push operations one by one, each from a device that nobody has used before, and read their feeds.
// Made by access_operations_test.cpp.
#pragma once

#include "app/wire/messages/document.hpp"
#include "app/wire/messages/push.hpp"
#include "app/wire/payload.hpp"
#include "tests/contract/family_server.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace alongside::contract {

struct Pushed {
  wire::Subject subject;
  wire::SchemaId schema{};
  Bytes payload;
  std::uint64_t base_version = 0;
};

template <wire::Message T>
Pushed pushed(const wire::Subject& subject, const T& message, std::uint64_t base_version = 0) {
  return {subject, T::schema, wire::encode_payload(message), base_version};
}

struct Answer {
  OperationId id;
  wire::OperationResult result;
  // All that the pusher is told, byte for byte, with the operation's id blanked: it is their own.
  std::string told;
};

class FamilyDevices {
 public:
  explicit FamilyDevices(const std::string& council = DEMO_COUNCIL "/council.json");

  const FamilyServer& server() const { return server_; }
  FamilyServer& server() { return server_; }
  Answer push(Who who, const Pushed& operation);
  Reply push_signed_out(const Pushed& operation);
  std::vector<wire::Document> feed(Who who) const;
  // Every byte of everybody's feed, from its beginning. What nobody's feed has, nobody owns.
  std::string all_feeds() const;

  // Numbers that were never given before.
  template <class Id>
  Id fresh() {
    IdBytes bytes{0xF0};
    for (std::size_t place = 0; place < 8; ++place)
      bytes[15 - place] = static_cast<std::uint8_t>(given_ >> (8 * place));
    ++given_;
    return Id(bytes);
  }

 private:
  wire::Push push_of(Who who, const Pushed& operation);

  FamilyServer server_;
  std::map<Who, std::string> cookies_;
  std::uint64_t given_ = 1;
};

wire::Subject child_of_family();
wire::Subject own_things(Who who);

}  // namespace alongside::contract
