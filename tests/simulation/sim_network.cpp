#include "tests/simulation/sim_network.hpp"

#include "app/wire/frame.hpp"
#include "app/wire/messages/push.hpp"

#include <algorithm>
#include <utility>

namespace alongside::simulation {

namespace {
constexpr std::size_t most_old_pushes = 12;
}

// Of one device only one page sends at a time: each has read the outbox by itself.
void SimTransport::push(Bytes frame, Reply reply) {
  const auto life = life_.lock();
  const auto push = wire::decode_frame<wire::Push>(frame);
  if (!push) return network_.push(line_, life, std::move(frame), std::move(reply));
  auto& pusher = line_.pushers[push->device];
  if (const auto other = pusher.lock(); other && other != life) history_.two_pushers();
  pusher = life_;
  line_.sending();
  network_.push(line_, life, std::move(frame),
                [&line = line_, device = push->device, reply = std::move(reply)](Result<Bytes> answer) {
                  line.pushers[device].reset();
                  reply(std::move(answer));
                });
}

void SimNetwork::push(Line& line, const Life& life, Bytes frame, Reply reply) {
  if (armed_.take(Fault::CrashServer)) council_.crash_soon();
  if (line.old_pushes.size() >= most_old_pushes) {
    line.old_pushes.erase(line.old_pushes.begin() + static_cast<std::ptrdiff_t>(dice_.below(most_old_pushes)));
  }
  line.old_pushes.push_back(frame);
  const std::uint64_t number = ++line.sent;
  send({&line, std::move(frame), 0, number}, life, std::move(reply));
  if (armed_.take(Fault::Replay)) replay(line);
}

void SimNetwork::feed(Line& line, const Life& life, std::uint64_t since, Reply reply) {
  send({&line, std::nullopt, since, 0}, life, std::move(reply));
}

void SimNetwork::send(Request request, const Life& life, Reply reply) {
  ++requests_;
  if (lose(request, life, reply)) return;
  if (armed_.take(Fault::Duplicate)) {
    counts_.fired(Fault::Duplicate);
    arrive_without_reply(request, dice_.between(1, 2000));
  }
  const std::function<bool()> revoked = revoke(request);
  const std::int64_t late = revoked ? dice_.between(1'000, 6'000) : dice_.between(5, 120);
  scheduler_.after(late, [this, request = std::move(request), life = std::weak_ptr<const bool>(life),
                          reply = std::move(reply), revoked] {
    if (revoked && revoked()) counts_.fired(Fault::Revocation);
    Result<Bytes> result = arrive(request);
    answer(std::move(result), life.lock(), reply);
  });
}

// What never arrives, or so late that nobody waits for it.
bool SimNetwork::lose(Request& request, const Life& life, const Reply& reply) {
  if (armed_.take(Fault::Drop)) {
    counts_.fired(Fault::Drop);
    offline(life, reply);
    return true;
  }
  if (request.push && armed_.take(Fault::Reorder)) {
    arrive_without_reply(std::move(request), dice_.between(8'000, 40'000));
    offline(life, reply);
    return true;
  }
  if (request.push && armed_.take(Fault::BadRequest)) {
    cut_off(request);
    offline(life, reply);
    return true;
  }
  return false;
}

void SimNetwork::cut_off(const Request& request) {
  counts_.fired(Fault::BadRequest);
  Bytes beginning = *request.push;
  beginning.resize(static_cast<std::size_t>(dice_.below(beginning.size())));
  scheduler_.after(dice_.between(5, 120), [this, person = request.line->person, beginning = std::move(beginning)] {
    council_.push_cut_off(person, beginning);
  });
}

// A push waits on its way for what somebody else does meanwhile.
std::function<bool()> SimNetwork::revoke(const Request& request) {
  if (!request.push || !take_back_ || !armed_.take(Fault::Revocation)) return nullptr;
  return take_back_(request.line->person);
}

void SimNetwork::offline(const Life& life, const Reply& reply) {
  scheduler_.after(dice_.between(200, 3000), life,
                   [reply] { reply(Error{ErrorCode::Offline, "simulated: no answer"}); });
}

void SimNetwork::replay(Line& line) {
  counts_.fired(Fault::Replay);
  Request old{&line, dice_.pick(line.old_pushes), 0, 0};
  arrive_without_reply(std::move(old), dice_.between(1, 20'000));
}

void SimNetwork::arrive_without_reply(Request request, std::int64_t after_ms) {
  scheduler_.after(after_ms, [this, request = std::move(request)] { (void)arrive(request); });
}

Result<Bytes> SimNetwork::arrive(const Request& request) {
  Line& line = *request.line;
  if (armed_.take(Fault::SessionExpiry) && line.signed_in) {
    counts_.fired(Fault::SessionExpiry);
    line.signed_in = false;
    line.signed_out();
  }
  if (!line.signed_in) return Error{ErrorCode::SignedOut, "simulated: signed out"};
  if (request.number != 0 && request.number < line.newest_arrived) counts_.fired(Fault::Reorder);
  line.newest_arrived = std::max(line.newest_arrived, request.number);
  Result<Bytes> result =
      request.push ? council_.push(line.person, *request.push) : council_.feed(line.person, request.since);
  digest_.add(static_cast<std::uint64_t>(scheduler_.now_ms()));
  digest_.add(result ? std::uint64_t{255} : static_cast<std::uint64_t>(result.error().code));
  return result;
}

void SimNetwork::answer(Result<Bytes> answer, const Life& life, const Reply& reply) {
  const bool lost = armed_.take(Fault::LostReply);
  if (lost) {
    counts_.fired(Fault::LostReply);
    return offline(life, reply);
  }
  if (answer && !answer.value().empty() && armed_.take(Fault::BadReply)) {
    counts_.fired(Fault::BadReply);
    answer.value().resize(static_cast<std::size_t>(dice_.below(answer.value().size())));
  }
  scheduler_.after(dice_.between(5, 120), life, [reply, answer = std::move(answer)] { reply(answer); });
}

}  // namespace alongside::simulation
