#include "tests/simulation/sim_server.hpp"

#include "app/wire/frame.hpp"
#include "tests/simulation/digest.hpp"
#include "tests/simulation/server_process.hpp"

#include <algorithm>
#include <cstdio>
#include <utility>

namespace alongside::simulation {

namespace {

void print_push(std::int64_t now_ms, PersonId person, const Bytes& frame, const Result<Bytes>& answer) {
  const auto push = wire::decode_frame<wire::Push>(frame);
  if (!push) return;
  std::string became = answer ? "taken" : std::string(name_of(answer.error().code)) + " " + answer.error().detail;
  if (answer) {
    if (const auto reply = wire::decode_frame<wire::PushReply>(answer.value())) {
      became += ", committed " + std::to_string(reply->committed);
    }
  }
  std::string ids;
  for (const auto& operation : push->operations) ids += " " + operation.id.text().substr(0, 4);
  std::printf("%8lld %.4s device %.4s push %llu+%zu%s: %s\n", static_cast<long long>(now_ms), person.text().c_str(),
              push->device.text().c_str(), static_cast<unsigned long long>(push->first_sequence),
              push->operations.size(), ids.c_str(), became.c_str());
}

}  // namespace

SimServer::SimServer(ServerSurroundings surroundings, const ServerImage& image, Dice dice)
    : around_(surroundings), dice_(dice), disk_(around_.counts, dice_.part()), clock_(around_.scheduler) {
  disk_.load(image);
  if (around_.bug == Bug::CommitUnsynced) disk_.pretend_to_sync();
  if (around_.bug == Bug::SyncErrorIgnored) disk_.hide_failed_syncs();
  around_.vfs.mount(disk_, dice_.part());
  start();
}

SimServer::~SimServer() = default;

// A start that fails because the disk does is tried again, as whatever watches over the program does.
void SimServer::start() {
  process_ = std::make_unique<ServerProcess>(clock_, dice_.part());
  const auto started = process_->start();
  if (started) return after_request();
  if (calm_) violations_.push_back("the council does not start: " + started.error().detail);
  stop();
}

void SimServer::stop() {
  const Power power = disk_.dead() && !dice_.one_in(3) ? Power::Cut : Power::Kept;
  process_.reset();
  disk_.restart(power);
  around_.scheduler.after(dice_.between(100, 3000), [this] {
    if (!process_) start();
  });
}

void SimServer::crash_soon() { disk_.die_after(1 + dice_.below(90)); }

void SimServer::back_up() {
  if (!process_) return;
  backup_ = disk_.image();
  // The copy is whole by now; devices may let go of what it holds only once that is noted.
  (void)process_->note_backup();
  after_request();
  if (around_.trace) std::printf("%8lld backed up\n", static_cast<long long>(around_.scheduler.now_ms()));
}

void SimServer::restore() {
  if (!process_ || backup_.empty()) return;
  around_.counts.fired(Fault::Restore);
  if (around_.trace) std::printf("%8lld restored\n", static_cast<long long>(around_.scheduler.now_ms()));
  process_.reset();
  disk_.load(backup_);
  disk_.calm();
  start();
  if (around_.bug == Bug::SilentRestore) return;
  if (process_ && process_->begin_new_life()) return;
  violations_.push_back("the council has no new incarnation after it was restored");
}

void SimServer::disk_goes_wrong(Fault fault) {
  if (fault == Fault::DiskFull) return disk_.fill(static_cast<std::uint32_t>(dice_.between(1, 6)));
  if (fault == Fault::SyncError) return disk_.fail_next_sync();
  disk_.refuse_next();
}

void SimServer::jump_clock() {
  around_.counts.fired(Fault::ServerClock);
  clock_.jump(dice_.between(-10 * year_ms, 10 * year_ms));
}

// A dead process is gone with all it had in memory; one whose disk failed has to stop as well.
void SimServer::after_request() {
  if (disk_.dead() || process_->database().broken()) stop();
}

Result<Bytes> SimServer::push(PersonId person, const Bytes& frame) {
  around_.history.pushed(frame);
  if (!process_) return Error{ErrorCode::Offline, "simulated: the council is down"};
  Result<Bytes> reply = process_->push(person, frame);
  const bool died = disk_.dead();
  if (around_.trace) print_push(around_.scheduler.now_ms(), person, frame, reply);
  after_request();
  if (died) return Error{ErrorCode::Offline, "simulated: the council died"};
  if (reply) around_.history.answered(reply.value());
  if (!reply && reply.error().code == ErrorCode::Storage) return Error{ErrorCode::Unavailable, "503"};
  return reply;
}

void SimServer::push_cut_off(PersonId person, const Bytes& beginning) {
  if (!process_) return;
  if (process_->push(person, beginning)) violations_.push_back("a push that was cut off was taken");
  after_request();
}

Result<Bytes> SimServer::feed(PersonId person, std::uint64_t since) {
  if (!process_) return Error{ErrorCode::Offline, "simulated: the council is down"};
  Result<Bytes> reply = process_->feed(person, since);
  const bool died = disk_.dead();
  if (reply && !died) look_at(person, since, reply.value());
  after_request();
  if (died) return Error{ErrorCode::Offline, "simulated: the council died"};
  if (!reply && reply.error().code == ErrorCode::Storage) return Error{ErrorCode::Unavailable, "503"};
  return reply;
}

// Nothing may leave that is not this viewer's to see at this moment.
void SimServer::look_at(PersonId person, std::uint64_t since, const Bytes& bytes) {
  const auto page = wire::decode_frame<wire::FeedPage>(bytes);
  if (!page) return violations_.push_back("a feed page that cannot be read");
  if (page->since != since || page->until < since) violations_.push_back("a feed page is of another place");
  const auto shares = read_shares(process_->database(), clock_.today());
  if (!shares) return;  // the disk failed meanwhile
  for (const wire::Document& document : page->documents) {
    if (document.state == wire::DocumentState::Gone || shares->sees(person, document)) continue;
    violations_.push_back("leaked: " + person.text() + " was sent document " + document.id.text());
  }
}

void SimServer::calm() {
  disk_.calm();
  calm_ = true;
  if (!process_) start();
}

Result<CouncilView> SimServer::view() {
  if (!process_) return Error{ErrorCode::Unavailable, "the council is down"};
  return read_council(process_->database(), clock_.today());
}

Result<CouncilView> SimServer::shares() {
  if (!process_) return Error{ErrorCode::Unavailable, "the council is down"};
  auto shares = read_shares(process_->database(), clock_.today());
  after_request();
  return shares;
}

std::uint64_t SimServer::digest() const {
  Digest sum;
  for (const auto& [path, bytes] : disk_.image()) {
    sum.add(path);
    sum.add(bytes);
  }
  return sum.value();
}

server::Database* SimServer::database() { return process_ ? &process_->database() : nullptr; }

}  // namespace alongside::simulation
