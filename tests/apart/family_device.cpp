#include "tests/apart/family_device.hpp"

#include "app/wire/frame.hpp"
#include "plugins/direct_payments/pages/book_reader.hpp"

#include <utility>

namespace alongside::apart {

namespace {

constexpr std::int64_t a_while_ms = 60'000;
constexpr std::int64_t a_moment_ms = 50;
constexpr int most_rounds = 20;

}  // namespace

void CouncilLine::answer(Reply reply, std::function<Result<Bytes>()> ask) {
  timer_.after(5, [this, reply = std::move(reply), ask = std::move(ask)] {
    const bool is_reached = way != Way::NotReached && pushes_left != 0;
    Result<Bytes> answer = is_reached ? ask() : Result<Bytes>(Error{ErrorCode::Offline, {}});
    if (is_reached && way == Way::ReplyLost) answer = Error{ErrorCode::Offline, {}};
    timer_.after(5, [reply, answer] { reply(answer); });
  });
}

Result<Bytes> CouncilLine::push_now(const Bytes& frame) {
  if (pushes_left) --*pushes_left;
  const auto push = ALONGSIDE_TRY(wire::decode_frame<wire::Push>(frame));
  const auto reply = ALONGSIDE_TRY(council_.sync.push(council_.actor(person_), push));
  for (const wire::OperationResult& result : reply.results)
    decided_.push_back({result.id, result.outcome, result.code});
  return wire::encode_frame(reply);
}

void CouncilLine::push(Bytes frame, Reply reply) {
  answer(std::move(reply), [this, frame = std::move(frame)] { return push_now(frame); });
}

void CouncilLine::feed(std::uint64_t since, Reply reply) {
  answer(std::move(reply), [this, since]() -> Result<Bytes> {
    return wire::encode_frame(ALONGSIDE_TRY(council_.sync.feed(council_.actor(person_), since)));
  });
}

void CouncilLine::letter(std::string_view, Bytes, Reply reply) {
  answer(std::move(reply), [] { return Bytes(); });
}

FamilyDevice::FamilyDevice(testing::FamilyParts& council, PersonId person, std::uint64_t number,
                           std::vector<Decided>& decided)
    : person_(person), chance_(number), line_(timer_, council, person, decided) {
  open();
}

void FamilyDevice::open() {
  store_ = std::make_unique<client::MemoryStore>(timer_, disk_);
  engine_ = std::make_unique<client::SyncEngine>(client::SyncWorld{*store_, turns_, line_, timer_, chance_, clock_});
  engine_->open(person_, client::Keep::Everything, [](Result<void>) {});
  timer_.pass(a_moment_ms);
}

void FamilyDevice::begin_again() {
  engine_.reset();
  store_.reset();
  timer_.pass(a_moment_ms);
  open();
}

void FamilyDevice::pass_days(std::int32_t days) { clock_.since_start_ms += std::int64_t{days} * 86'400'000; }

OperationId FamilyDevice::save(Change change) {
  OperationId made;
  engine_->save(std::move(change), [&made](Result<OperationId> saved) { made = saved.ok() ? saved.value() : made; });
  timer_.pass(a_moment_ms);
  REQUIRE_FALSE(made.is_nil());
  return made;
}

void FamilyDevice::sync() {
  for (int round = 0; round < most_rounds; ++round) {
    engine_->sync(client::SyncReason::Asked);
    timer_.pass(a_while_ms);
    if (line_.way != Way::Good || line_.pushes_left == 0 || engine_->status() == client::SyncStatus{}) return;
  }
}

direct_payments::Book FamilyDevice::book() const { return direct_payments::read_book(*engine_, person_); }

}  // namespace alongside::apart
