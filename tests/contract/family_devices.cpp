#include "tests/contract/family_devices.hpp"

#include <doctest/doctest.h>

namespace alongside::contract {

namespace {

constexpr int people_in_demo = 8;  // Real is of a household that cannot be tried
constexpr const char* push_path = "/api/sync/push";

HouseholdId household() { return HouseholdId::parse("10000000-0000-4000-8000-000000000001").value(); }

Reply page_of_feed(const FamilyServer& server, const std::string& cookie, std::uint64_t since) {
  return get(server.port(), "/api/sync/feed?since=" + std::to_string(since), {cookie});
}

// Calls `take` with each page's reply.
template <class Take>
void read_feed(const FamilyServer& server, const std::string& cookie, Take take) {
  std::uint64_t since = 0;
  for (auto more = wire::More::Yes; more == wire::More::Yes;) {
    const Reply reply = page_of_feed(server, cookie, since);
    const auto page = message_in<wire::FeedPage>(reply);
    REQUIRE(page.ok());
    take(reply, page.value());
    since = page->until;
    more = page->more;
  }
}

}  // namespace

wire::Subject child_of_family() {
  return {household(), SubjectId::parse("20000000-0000-4000-8000-000000000001").value()};
}

wire::Subject own_things(Who who) { return {household(), SubjectId(person(who).bytes())}; }

FamilyDevices::FamilyDevices(const std::string& council) : server_({"--demo"}, council) {
  for (int number = 1; number <= people_in_demo; ++number) {
    const Who who = static_cast<Who>(number);
    cookies_[who] = server_.sign_in(who);
    REQUIRE(!cookies_[who].empty());
  }
}

wire::Push FamilyDevices::push_of(Who who, const Pushed& operation) {
  wire::PushedOperation one;
  one.id = fresh<OperationId>();
  one.kind = operation.schema.id;
  one.edition = operation.schema.version;
  one.base_version = operation.base_version;
  one.payload = operation.payload;
  wire::Push push;
  push.device = fresh<DeviceId>();
  push.actor = person(who);
  push.subjects = {operation.subject};
  push.operations = {one};
  return push;
}

Answer FamilyDevices::push(Who who, const Pushed& operation) {
  const wire::Push push = push_of(who, operation);
  Reply reply = post(server_.port(), push_path, frame_of(push), {cookies_.at(who)});
  auto told = message_in<wire::PushReply>(reply);
  REQUIRE(reply.status == 200);
  REQUIRE(told.ok());
  REQUIRE(told->results.size() == 1);
  Answer answer{push.operations[0].id, told->results[0], {}};
  REQUIRE(answer.result.id == answer.id);
  told->results[0].id = {};
  reply.body = frame_of(told.value());
  answer.told = seen(reply);
  return answer;
}

Reply FamilyDevices::push_signed_out(const Pushed& operation) {
  return post(server_.port(), push_path, frame_of(push_of(Who::Parent, operation)));
}

std::vector<wire::Document> FamilyDevices::feed(Who who) const {
  std::vector<wire::Document> documents;
  read_feed(server_, cookies_.at(who), [&](const Reply&, const wire::FeedPage& page) {
    documents.insert(documents.end(), page.documents.begin(), page.documents.end());
  });
  return documents;
}

std::string FamilyDevices::all_feeds() const {
  std::string all;
  for (const auto& [who, cookie] : cookies_) {
    read_feed(server_, cookie, [&](const Reply& reply, const wire::FeedPage&) { all += seen(reply); });
  }
  return all;
}

}  // namespace alongside::contract
