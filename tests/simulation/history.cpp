#include "tests/simulation/history.hpp"

#include "app/wire/frame.hpp"
#include "app/wire/payload.hpp"
#include "plugins/direct_payments/model/changes.hpp"
#include "tests/simulation/sim_messages.hpp"

#include <algorithm>
#include <cstdlib>

namespace alongside::simulation {

namespace {

std::uint64_t marker_in(const std::string& text) { return std::strtoull(text.c_str(), nullptr, 10); }

template <class Message>
std::optional<Message> read(std::uint32_t kind, const Bytes& payload) {
  if (kind != Message::schema.id) return std::nullopt;
  auto message = wire::decode_payload<Message>(payload);
  if (!message) return std::nullopt;
  return std::move(message).value();
}

std::uint64_t marker_of(std::uint32_t kind, const Bytes& payload) {
  if (const auto append = read<SimAppend>(kind, payload)) return append->marker;
  if (const auto fact = read<wire::Fact>(kind, payload)) return marker_in(fact->text);
  if (const auto preference = read<wire::Preference>(kind, payload)) return marker_in(preference->value);
  if (const auto payment = read<direct_payments::RecordTransaction>(kind, payload)) return marker_in(payment->text);
  if (const auto undone = read<direct_payments::ReverseTransaction>(kind, payload)) return marker_in(undone->reason);
  return 0;
}

}  // namespace

std::string target_of(std::uint32_t kind, const Bytes& payload, DocumentId document, PersonId whose) {
  if (const auto append = read<SimAppend>(kind, payload)) return append->list.text();
  if (const auto preference = read<wire::Preference>(kind, payload)) return whose.text() + preference->key;
  if (const auto share = read<wire::Share>(kind, payload)) {
    return whose.text() + share->viewer.text() + std::to_string(static_cast<int>(share->facet));
  }
  if (const auto fact = read<wire::Fact>(kind, payload)) return fact->id.text();
  return document.text();
}

std::uint64_t History::begin(PersonId person, std::uint32_t kind) {
  intents_.push_back({.person = person, .kind = kind});
  return intents_.size();
}

void History::saw(std::uint64_t marker, const wire::Fact& fact) {
  intents_[marker - 1].built_on = marker_in(fact.text);
}

void History::told(std::uint64_t marker, std::optional<OperationId> operation, Kept kept) {
  Intent& intent = intents_[marker - 1];
  if (intent.told != Told::Nothing) violations_.push_back("told twice of change " + std::to_string(marker));
  intent.kept = kept;
  intent.told = operation ? Told::Saved : Told::Failed;
  if (operation) intent.operation = *operation;
}

std::uint64_t History::acknowledged() const {
  return static_cast<std::uint64_t>(
      std::ranges::count_if(intents_, [](const Intent& intent) { return intent.told == Told::Saved; }));
}

void History::lost_with_storage(OperationId operation, Lost lost) { lost_.try_emplace(operation, lost); }

std::optional<Lost> History::lost(OperationId operation) const {
  const auto found = lost_.find(operation);
  return found == lost_.end() ? std::nullopt : std::optional(found->second);
}

void History::pushed(const Bytes& frame) {
  const auto push = wire::decode_frame<wire::Push>(frame);
  if (!push) return violations_.push_back("a push that cannot be read was sent");
  for (const wire::PushedOperation& operation : push->operations) see(operation, push->actor);
}

void History::answered(const Bytes& frame) {
  const auto reply = wire::decode_frame<wire::PushReply>(frame);
  if (!reply) return violations_.push_back("a reply to a push that cannot be read was sent");
  for (const wire::OperationResult& result : reply->results) {
    if (result.outcome != wire::Outcome::Applied) refused_.insert(result.id);
  }
}

void History::two_pushers() { violations_.push_back("two pages of one device send at once"); }

bool History::was_refused(OperationId operation) const { return refused_.contains(operation); }

void History::see(const wire::PushedOperation& operation, PersonId actor) {
  const Seen seen{marker_of(operation.kind, operation.payload), operation.kind, actor,
                  target_of(operation.kind, operation.payload, DocumentId(operation.id.bytes()), actor),
                  operation.base_version};
  const auto [known, is_new] = seen_.try_emplace(operation.id, seen);
  if (!is_new && (known->second.marker != seen.marker || known->second.target != seen.target)) {
    violations_.push_back("one operation id for the changes " + std::to_string(known->second.marker) + " and " +
                          std::to_string(seen.marker));
  }
  if (seen.marker != 0) see_marker(seen, operation.id);
}

void History::see_marker(const Seen& seen, OperationId operation) {
  const auto [first, is_first] = by_marker_.try_emplace(seen.marker, operation);
  if (is_first || first->second == operation) return;
  violations_.push_back("doubled: change " + std::to_string(seen.marker) + " was sent under two operation ids");
}

}  // namespace alongside::simulation
