#include "tests/simulation/long_away.hpp"

#include "tests/simulation/checks.hpp"
#include "tests/simulation/people.hpp"
#include "tests/simulation/sim_server.hpp"

#include <algorithm>
#include <memory>
#include <vector>

namespace alongside::simulation {

namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t visit_ms = 5 * minute_ms;
constexpr std::int64_t longest_return_ms = 6 * 60 * minute_ms;
constexpr int rounds_after = 5;

// The council as one device reaches it: not at all, for a while.
class LineThatIsDown final : public CouncilLink {
 public:
  explicit LineThatIsDown(CouncilLink& council) : council_(council) {}
  void cut() { is_down_ = true; }
  void mend() { is_down_ = false; }

  Result<Bytes> push(PersonId person, const Bytes& frame) override {
    return is_down_ ? nothing_there() : council_.push(person, frame);
  }
  void push_cut_off(PersonId, const Bytes&) override {}
  Result<Bytes> feed(PersonId person, std::uint64_t since) override {
    return is_down_ ? nothing_there() : council_.feed(person, since);
  }
  void crash_soon() override {}

 private:
  static Result<Bytes> nothing_there() { return Error{ErrorCode::Offline, "simulated: no network"}; }

  CouncilLink& council_;
  bool is_down_ = false;
};

class Family {
 public:
  Family(SimVfs& vfs, const ServerImage& image)
      : server_({scheduler_, counts_, history_, vfs}, image, dice_.part()),
        line_(server_),
        near_(scheduler_, counts_, armed_, digest_, dice_.part(), server_),
        far_(scheduler_, counts_, armed_, digest_, dice_.part(), line_) {
    // Without faults the council is as calm as it will be.
    server_.calm();
    add(sam, far_);
    add(sam, near_);
    add(jo, near_);
    open_pages();
  }

  // Each day the pages are opened for some minutes, as people do.
  void be_away(Absence absence) {
    line_.cut();
    std::uint64_t saved = 0;
    for (std::uint32_t day = 1; day <= absence.days; ++day) {
      const std::int64_t tomorrow = scheduler_.now_ms() + day_ms;
      open_pages();
      const std::uint64_t until = std::uint64_t{absence.changes} * day / absence.days;
      for (; saved < until; ++saved) away().save_something(dice_);
      for (const std::size_t home : {std::size_t{1}, std::size_t{2}}) tab(home).save_something(dice_);
      scheduler_.run_until(scheduler_.now_ms() + visit_ms);
      for (const auto& device : devices_) device->put_away();
      scheduler_.run_until(tomorrow);
    }
    open_pages();
  }

  Result<Return> come_back() {
    Return found;
    found.sent = devices_[0]->outbox().size();
    line_.mend();
    const std::int64_t began = scheduler_.now_ms();
    away().sync(client::SyncReason::Online);
    while (!is_all_sent() && scheduler_.now_ms() - began < longest_return_ms) {
      scheduler_.run_until(scheduler_.now_ms() + 1'000);
    }
    found.ms = scheduler_.now_ms() - began;
    ALONGSIDE_TRY(look(found));
    return found;
  }

 private:
  void add(PersonId person, SimNetwork& network) {
    const DeviceSurroundings surroundings{scheduler_, counts_, armed_, network, history_};
    devices_.push_back(std::make_unique<Device>(surroundings, person, dice_.part()));
  }
  void open_pages() {
    for (const auto& device : devices_) {
      if (device->tabs().empty()) device->open_tab();
    }
    scheduler_.run_until(scheduler_.now_ms() + minute_ms);
  }
  Tab& tab(std::size_t device) { return *devices_[device]->tabs().front(); }
  Tab& away() { return tab(0); }

  bool is_all_sent() const {
    return std::ranges::none_of(devices_[0]->outbox(),
                                [](const auto& change) { return change.second == client::SentState::Unsent; });
  }

  Result<void> look(Return& found) {
    for (int round = 0; round < rounds_after; ++round) {
      for (std::size_t i = 0; i < devices_.size(); ++i) tab(i).sync(client::SyncReason::Asked);
      scheduler_.run_until(scheduler_.now_ms() + minute_ms);
    }
    const CouncilView council = ALONGSIDE_TRY(server_.view());
    for (const KeptResult& kept : council.results) found.applied += kept.outcome == wire::Outcome::Applied ? 1 : 0;
    Violations violations = history_.violations();
    if (council.results.size() != history_.intents().size()) {
      violations.push_back(std::to_string(history_.intents().size()) + " changes were saved and the council answered " +
                           std::to_string(council.results.size()));
    }
    check_operations(history_, council, 0, violations);
    check_effects(history_, council, violations);
    check_ledger(history_, council, violations);
    check_feeds(council, violations);
    check_replicas(devices_, council, violations);
    if (violations.empty()) return {};
    return Error{ErrorCode::Internal, violations.front()};
  }

  Dice dice_{400};
  FaultCounts counts_;
  ArmedFaults armed_;
  Digest digest_;
  Scheduler scheduler_;
  History history_;
  SimServer server_;
  LineThatIsDown line_;
  SimNetwork near_, far_;
  std::vector<std::unique_ptr<Device>> devices_;
};

}  // namespace

Result<Return> come_back_after(SimVfs& vfs, Absence absence) {
  const ServerImage image = ALONGSIDE_TRY(make_server_image(vfs));
  Family family_of_three(vfs, image);
  family_of_three.be_away(absence);
  return family_of_three.come_back();
}

}  // namespace alongside::simulation
