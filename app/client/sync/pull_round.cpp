#include "app/client/sync/pull_round.hpp"

#include "app/client/sync/one_reply.hpp"
#include "app/wire/frame.hpp"

#include <algorithm>
#include <utility>

namespace alongside::client {
namespace {

constexpr int most_beginnings = 3;

}  // namespace

PullRound::PullRound(SyncWorld world, Replica& replica)
    : world_(world), replica_(replica), alive_(std::make_shared<int>(0)) {}

void PullRound::run(Done done) {
  done_ = std::move(done);
  from_ = replica_.must_refetch() ? From::Beginning : From::Cursor;
  beginnings_ = 0;
  received_ = replica_.outbox().last_received();
  replica_.outbox().begin_showing();
  ask();
}

void PullRound::ask() {
  since_ = from_ == From::Beginning ? 0 : replica_.state().cursor();
  world_.transport.feed(since_,
                        one_reply(world_.timer, alive_, [this](Result<Bytes> reply) { replied(std::move(reply)); }));
}

void PullRound::replied(Result<Bytes> reply) {
  if (!reply) return refused(reply.error().code);
  const auto decoded = wire::decode_frame_checked<wire::FeedPage>(reply.value());
  if (const auto* const error = std::get_if<wire::DecodeError>(&decoded)) return end(end_of(*error));
  const auto& page = std::get<wire::FeedPage>(decoded);
  // Another tab may have signed in as somebody else meanwhile, and the browser has one cookie.
  if (page.viewer != replica_.person()) return end(RoundEnd::SignedOut);
  const bool stands_still = page.more == wire::More::Yes && page.until <= since_;
  if (page.since != since_ || page.until < since_ || stands_still) return end(RoundEnd::Incompatible);
  const IncarnationId known = replica_.state().incarnation();
  const bool another_life = !known.is_nil() && known != page.incarnation;
  if (another_life && since_ != 0) return begin_again();
  if (another_life) from_ = From::Beginning;
  accept(page);
}

void PullRound::refused(ErrorCode code) {
  // The council's feed never came so far: it was restored from an older copy.
  const bool ahead = code == ErrorCode::Conflict || code == ErrorCode::InvalidInput;
  if (ahead && since_ != 0) return begin_again();
  end(end_of(code));
}

void PullRound::accept(const wire::FeedPage& page) {
  const wire::More more = page.more;
  Batch batch = batch_of(page);
  const bool news =
      std::ranges::any_of(batch.steps, [](const StoreStep& step) { return step.what != StoreStep::Do::Expect; });
  if (!news) return kept(more);
  replica_.commit_documents(std::move(batch), [this, more](StoreFault fault) {
    if (fault != StoreFault::None) return end(RoundEnd::Disturbed);
    kept(more);
  });
}

void PullRound::kept(wire::More more) {
  from_ = From::Cursor;
  if (more == wire::More::Yes) return ask();
  if (replica_.outbox().end_showing()) replica_.changed();
  end(RoundEnd::Done);
}

Batch PullRound::batch_of(const wire::FeedPage& page) const {
  const DeviceState& state = replica_.state();
  Batch batch{Durability::Relaxed, {state.expect(meta::cursor), state.expect(meta::incarnation)}};
  if (from_ == From::Beginning) batch.steps.push_back({StoreStep::Do::Clear, Shelf::Documents, {}, {}});
  for (const wire::Document& document : page.documents) batch.steps.push_back(DocumentCache::step_of(document));
  if (state.cursor() != page.until || from_ == From::Beginning) {
    batch.steps.push_back(DeviceState::put(meta::cursor, page.until));
  }
  if (state.incarnation() != page.incarnation) {
    batch.steps.push_back(DeviceState::put(meta::incarnation, page.incarnation.bytes()));
  }
  const bool shows = page.more == wire::More::No && received_ > state.shown();
  if (shows) batch.steps.push_back(DeviceState::put(meta::shown, received_));
  return batch;
}

void PullRound::begin_again() {
  if (++beginnings_ > most_beginnings) return end(RoundEnd::Disturbed);
  from_ = From::Beginning;
  ask();
}

void PullRound::end(RoundEnd how) { std::exchange(done_, nullptr)(how); }

}  // namespace alongside::client
