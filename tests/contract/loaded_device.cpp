#include "tests/contract/loaded_device.hpp"

#include "app/wire/messages/family.hpp"
#include "app/wire/payload.hpp"
#include "tests/contract/family_devices.hpp"

#include <algorithm>
#include <utility>

namespace alongside::contract {
namespace {

// A person has one fact of each facet: those of their two devices.
constexpr std::size_t facts_of_each = 4;
constexpr wire::Facet facets[2][facts_of_each] = {
    {wire::Facet::Plan, wire::Facet::CareNotes, wire::Facet::School, wire::Facet::Diary},
    {wire::Facet::Visits, wire::Facet::Files, wire::Facet::Phone, wire::Facet::Workers}};
constexpr std::size_t most_at_once = 12;

// Ids that no other device makes.
template <class Id>
Id numbered(std::uint8_t kind, std::uint8_t device, std::size_t number) {
  return Id(IdBytes{kind, device, static_cast<std::uint8_t>(number >> 16), static_cast<std::uint8_t>(number >> 8),
                    static_cast<std::uint8_t>(number)});
}

wire::Fact fact_in(const wire::PushedOperation& operation) {
  return wire::decode_payload<wire::Fact>(operation.payload).value();
}

}  // namespace

LoadedDevice::LoadedDevice(Who who, std::uint8_t number, std::string cookie, ServerErrors errors)
    : who_(who), number_(number), cookie_(std::move(cookie)), errors_(errors), random_(20261130u + number) {}

// A new fact, or another text for one; as if every change before it had been applied.
wire::PushedOperation LoadedDevice::change() {
  const std::size_t place = random_() % facts_of_each;
  const auto id = numbered<DocumentId>(7, number_, place + 1);
  const wire::Fact fact{id, facets[number_ % 2][place], "text " + std::to_string(all_.size() + 1), {}};
  wire::PushedOperation operation;
  operation.id = numbered<OperationId>(8, number_, all_.size() + 1);
  operation.kind = wire::Fact::schema.id;
  operation.edition = wire::Fact::schema.version;
  operation.base_version = versions_[id]++;
  operation.payload = wire::encode_payload(fact);
  return operation;
}

void LoadedDevice::make_changes() {
  const std::size_t count = 1 + random_() % most_at_once;
  for (std::size_t i = 0; i < count; ++i) all_.push_back(change());
}

// From the first that nothing was said of, as a device does.
wire::Push LoadedDevice::next_push() const {
  wire::Push push;
  push.device = numbered<DeviceId>(9, number_, 1);
  push.actor = person(who_);
  push.subjects = {child_of_family()};
  push.first_sequence = answered_ + 1;
  const std::size_t count = std::min(all_.size() - answered_, wire::Push::most_operations);
  const auto first = all_.begin() + static_cast<std::ptrdiff_t>(answered_);
  push.operations.assign(first, first + static_cast<std::ptrdiff_t>(count));
  return push;
}

void LoadedDevice::note(const wire::PushedOperation& operation, const wire::OperationResult& result) {
  if (result.id != operation.id) return fault("an answer to another change");
  if (result.outcome != wire::Outcome::Applied)
    return fault("a change that stands by itself was not applied: " + result.code);
  const wire::Fact fact = fact_in(operation);
  if (result.version != operation.base_version + 1) fault("a version was left out or given twice");
  known_[fact.id] = {fact.text, result.version};
}

void LoadedDevice::take(const wire::Push& push, const wire::PushReply& reply) {
  if (reply.committed < answered_) return fault("the council has fewer changes than it said it had");
  if (reply.results.size() != push.operations.size()) return fault("a push was answered in part");
  for (std::size_t i = 0; i < reply.results.size(); ++i) note(push.operations[i], reply.results[i]);
  answered_ += reply.results.size();
}

void LoadedDevice::push_until_gone(std::uint16_t port, int most) {
  for (int pushes = 0; pushes < most && faults_.empty(); ++pushes) {
    if (is_answered()) make_changes();
    const wire::Push push = next_push();
    const Reply reply = post(port, "/api/sync/push", frame_of(push), {cookie_});
    const bool no_answer = reply.status == 0 || (reply.status >= 500 && errors_ == ServerErrors::AreNoAnswer);
    if (no_answer) {
      ++unanswered_pushes_;
      return;
    }
    const auto answer = message_in<wire::PushReply>(reply);
    if (reply.status != 200 || !answer) return fault("a push was answered with " + std::to_string(reply.status));
    take(push, answer.value());
  }
}

}  // namespace alongside::contract
