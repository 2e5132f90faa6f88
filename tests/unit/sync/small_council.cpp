#include "tests/unit/sync/small_council.hpp"

#include "app/wire/frame.hpp"

#include <algorithm>
#include <utility>

namespace alongside::client {

Result<Bytes> SmallCouncil::push(const Bytes& frame) {
  const auto push = ALONGSIDE_TRY(wire::decode_frame<wire::Push>(frame));
  pushes.push_back(push.operations.size());
  last_push = push;
  if (push.actor != person) return Error{ErrorCode::NotAllowed, "another_person"};
  State before = state;
  const int applied_before = applied;
  auto& log = state.devices[push.device];
  wire::PushReply reply;
  reply.incarnation = state.incarnation;
  for (std::size_t i = 0; i < push.operations.size(); ++i) {
    const std::uint64_t sequence = push.first_sequence + i;
    if (sequence > log.size() + 1) break;
    if (sequence <= log.size() && log[sequence - 1].id != push.operations[i].id) {
      state = std::move(before);
      applied = applied_before;
      return Error{ErrorCode::Conflict, "device_cloned"};
    }
    if (sequence == log.size() + 1) log.push_back(apply(push, i));
    reply.results.push_back(log[sequence - 1]);
  }
  reply.committed = log.size();
  reply.backed_up = std::min<std::uint64_t>(backed_up, reply.committed);
  return wire::encode_frame(reply);
}

wire::OperationResult SmallCouncil::apply(const wire::Push& push, std::size_t index) {
  const wire::PushedOperation& made = push.operations[index];
  if (const auto known = state.known.find(made.id); known != state.known.end()) return known->second;
  wire::OperationResult result;
  result.id = made.id;
  const char first = made.payload.empty() ? ' ' : static_cast<char>(made.payload.front());
  if (first == 'R') result.outcome = wire::Outcome::Refused;
  if (first == 'C') result.outcome = wire::Outcome::Conflict;
  if (first == 'R') result.code = "not_allowed";
  if (result.outcome == wire::Outcome::Applied) {
    ++applied;
    result.version = 1;
    wire::Document document;
    document.id = DocumentId(made.id.bytes());
    document.subject = push.subjects[made.subject];
    document.owner = push.actor;
    document.kind = made.kind;
    document.version = 1;
    document.content = made.payload;
    state.feed.push_back(std::move(document));
  }
  state.known[made.id] = result;
  return result;
}

Result<Bytes> SmallCouncil::feed(std::uint64_t since) const {
  ++feeds;
  if (since > state.feed.size()) return Error{ErrorCode::Conflict, "cursor_ahead"};
  wire::FeedPage answer;
  answer.incarnation = state.incarnation;
  answer.viewer = person;
  answer.since = since;
  answer.until = std::min<std::uint64_t>(since + page, state.feed.size());
  answer.more = answer.until < state.feed.size() ? wire::More::Yes : wire::More::No;
  answer.documents.assign(state.feed.begin() + static_cast<std::ptrdiff_t>(since),
                          state.feed.begin() + static_cast<std::ptrdiff_t>(answer.until));
  return wire::encode_frame(answer);
}

void SmallCouncil::restore(State from) {
  IdBytes next = state.incarnation.bytes();
  ++next[0];
  state = std::move(from);
  state.incarnation = IncarnationId(next);
}

std::vector<std::string> SmallCouncil::contents() const {
  std::vector<std::string> found;
  for (const wire::Document& document : state.feed) {
    found.emplace_back(document.content.begin(), document.content.end());
  }
  return found;
}

}  // namespace alongside::client
