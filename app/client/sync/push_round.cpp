#include "app/client/sync/push_round.hpp"

#include "app/base/chance.hpp"
#include "app/client/sync/one_reply.hpp"
#include "app/client/sync/push_batch.hpp"
#include "app/wire/frame.hpp"

#include <utility>

namespace alongside::client {
namespace {

constexpr int most_fruitless = 6;

}  // namespace

PushRound::PushRound(SyncWorld world, Replica& replica)
    : world_(world), replica_(replica), alive_(std::make_shared<int>(0)) {}

void PushRound::run(Done done) {
  done_ = std::move(done);
  most_ = wire::Push::most_operations;
  fruitless_ = 0;
  probed_ = false;
  send();
}

bool PushRound::must_probe() const {
  const DeviceState& state = replica_.state();
  return !state.incarnation().is_nil() && state.incarnation() != state.received_by() && probe(replica_).has_value();
}

void PushRound::send() {
  if (fruitless_ > most_fruitless) return end(RoundEnd::Disturbed);
  auto push = next_push(replica_, most_);
  if (!push && !probed_ && must_probe()) {
    push = probe(replica_);
    probed_ = true;
  }
  if (!push) return end(RoundEnd::Done);
  if (push->device.is_nil()) return number_anew();
  Bytes frame = wire::encode_frame(*push);
  world_.transport.push(std::move(frame), one_reply(world_.timer, alive_, [this, push = std::move(*push)](auto reply) {
                          replied(push, std::move(reply));
                        }));
}

void PushRound::replied(const wire::Push& push, Result<Bytes> reply) {
  if (!reply) return refused(push, reply.error().code);
  const auto decoded = wire::decode_frame_checked<wire::PushReply>(reply.value());
  if (const auto* const error = std::get_if<wire::DecodeError>(&decoded)) return end(end_of(*error));
  const auto& answer = std::get<wire::PushReply>(decoded);
  if (!answers(answer, push)) return end(RoundEnd::Offline);
  // The store went meanwhile, and this page goes on under a name of its own, in which these numbers are other changes'.
  if (push.device != replica_.state().device()) {
    ++fruitless_;
    return send();
  }
  accept(push, answer);
}

void PushRound::refused(const wire::Push& push, ErrorCode code) {
  const bool several = push.operations.size() > 1;
  // One by one, those before the one that is refused get the results they have.
  if (several && code == ErrorCode::Conflict) most_ = 1;
  if (several && code == ErrorCode::TooLarge) most_ = push.operations.size() / 2;
  if (several && (code == ErrorCode::Conflict || code == ErrorCode::TooLarge)) return send();
  if (code == ErrorCode::Conflict) return number_anew();
  end(end_of(code));
}

void PushRound::accept(const wire::Push& push, const wire::PushReply& reply) {
  const std::size_t unsent = replica_.outbox().unsent();
  replica_.commit(settle(replica_, push, reply, world_.clock.today()),
                  [this, push, reply, unsent](Committed committed) {
                    if (committed.fault == StoreFault::Unexpected) return read_again();
                    if (committed.fault != StoreFault::None) return end(RoundEnd::Disturbed);
                    fruitless_ = replica_.outbox().unsent() < unsent ? 0 : fruitless_ + 1;
                    go_on(push, reply);
                  });
}

void PushRound::go_on(const wire::Push& push, const wire::PushReply& reply) {
  const std::uint64_t expected = reply.committed + 1;
  const bool gap = push.first_sequence > expected;
  const OutboxItem* const next = replica_.outbox().find(expected);
  if (!gap || (next != nullptr && next->entry.state == SentState::Unsent)) return send();
  // What the council expects next is not on this device any more. What cannot be read may be it.
  if (!replica_.outbox().readable()) return end(RoundEnd::Incompatible);
  number_anew();
}

void PushRound::number_anew() {
  ++fruitless_;
  most_ = wire::Push::most_operations;
  // An unreadable change would lose its place in the sequence.
  if (!replica_.outbox().readable()) return end(RoundEnd::Incompatible);
  const auto device = random_id<DeviceId>(world_.chance);
  replica_.commit(client::number_anew(replica_, device), [this](Committed committed) {
    if (committed.fault == StoreFault::Unexpected) return read_again();
    if (committed.fault != StoreFault::None) return end(RoundEnd::Disturbed);
    send();
  });
}

void PushRound::read_again() {
  ++fruitless_;
  replica_.load([this](StoreFault fault) {
    if (fault != StoreFault::None) return end(RoundEnd::Disturbed);
    send();
  });
}

void PushRound::end(RoundEnd how) { std::exchange(done_, nullptr)(how); }

}  // namespace alongside::client
