#include "tests/contract/family_server.hpp"

namespace alongside::contract {

PersonId person(Who who) {
  return PersonId::parse("30000000-0000-4000-8000-00000000000" + std::to_string(static_cast<int>(who))).value();
}

FamilyServer::FamilyServer(std::vector<std::string> more, const std::string& council)
    : options_(std::move(more)), council_(council) {
  run({COUNCIL_API, "household", "import", FIXTURES "/family/relations.json", "--data", data(), "--council", council_});
  options_.insert(options_.end(), {"--today", "2026-11-22"});
  server_ = std::make_unique<ServerProcess>(COUNCIL_API, data(), options_, council_);
}

void FamilyServer::kill_and_start_again() {
  server_->signal(9);
  server_->wait();
  server_ = std::make_unique<ServerProcess>(COUNCIL_API, data(), options_, council_);
}

Reply FamilyServer::try_as(PersonId person, std::vector<std::string> headers) const {
  wire::DemoSignIn asked;
  asked.person = person;
  asked.device = "Firefox on Canary";
  return post(port(), "/api/session/demo", frame_of(asked), std::move(headers));
}

std::string FamilyServer::sign_in(Who who) const { return cookie_in(try_as(person(who))); }

wire::SessionInfo FamilyServer::info(const std::string& cookie) const {
  const auto info = message_in<wire::SessionInfo>(get(port(), "/api/session", {cookie}));
  return info ? info.value() : wire::SessionInfo{};
}

std::string cookie_in(const Reply& reply) {
  const std::string set = reply.header("set-cookie");
  return set.empty() ? "" : "Cookie: " + set.substr(0, set.find(';'));
}

std::string seen(const Reply& reply) {
  std::string all = std::to_string(reply.status) + "\n";
  for (const auto& [name, value] : reply.headers) {
    if (name != "date" && name != "x-request-id") all += name + ": " + value + "\n";
  }
  return all + reply.body;
}

}  // namespace alongside::contract
