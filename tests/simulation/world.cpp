#include "tests/simulation/world.hpp"

#include "tests/simulation/checks.hpp"
#include "tests/simulation/people.hpp"

#include <array>
#include <set>
#include <utility>

namespace alongside::simulation {

namespace {

// Whose the devices are.
constexpr std::array owners{sam, sam, jo, jo, pat};

constexpr std::uint32_t most_rounds = 5;
constexpr std::int64_t round_ms = 30'000;
constexpr std::int64_t longest_delay_ms = 45'000;  // no request is on its way longer
constexpr std::int64_t give_up_ms = 4LL * 3'600'000;

// What the script asks for; the others follow from these.
constexpr std::array scripted{
    Fault::Drop,          Fault::Duplicate,   Fault::Reorder,     Fault::Reorder,     Fault::LostReply,
    Fault::BadReply,      Fault::Replay,      Fault::CrashClient, Fault::CrashDevice, Fault::CrashDevice,
    Fault::CrashServer,   Fault::CrashServer, Fault::DiskFull,    Fault::DiskError,   Fault::TwoTabs,
    Fault::TwoTabs,       Fault::LostHint,    Fault::Quota,       Fault::Unavailable, Fault::ClockJump,
    Fault::SessionExpiry, Fault::BadRequest,  Fault::SyncError,   Fault::ServerClock, Fault::Revocation,
    Fault::ClonedStorage, Fault::OldStorage,  Fault::Eviction,
};

}  // namespace

World::World(const RunSettings& settings, SimVfs& vfs, const ServerImage& image)
    : settings_(settings),
      dice_(settings.seed),
      server_({scheduler_, counts_, history_, vfs, settings.bug, settings.trace}, image, dice_.part()),
      spoiled_(spoil(server_, settings.bug, dice_.part(), history_)),
      network_(scheduler_, counts_, armed_, digest_, dice_.part(), spoiled_ ? *spoiled_ : server_) {
  network_.on_revocation([this](PersonId viewer) { return take_back_from(viewer); });
}

void World::open_devices() {
  for (const PersonId person : owners) add_device(person).open_tab();
}

Device& World::add_device(PersonId person) {
  const DeviceSurroundings surroundings{scheduler_, counts_, armed_, network_, history_};
  devices_.push_back(std::make_unique<Device>(surroundings, person, dice_.part()));
  devices_.back()->plant(store_bug(settings_.bug));
  return *devices_.back();
}

bool World::enough() const {
  return history_.intents().size() >= settings_.operations && counts_.all() >= settings_.faults;
}

RunResult World::run() {
  open_devices();
  make_trouble();
  come_to_rest();
  check();
  result_.operations = history_.intents().size();
  result_.acknowledged = history_.acknowledged();
  result_.counts = counts_;
  digest_.add(scheduler_.steps());
  digest_.add(server_.digest());
  for (const auto& violation : result_.violations) digest_.add(violation);
  result_.digest = digest_.value();
  return std::move(result_);
}

void World::make_trouble() {
  while (!enough() && scheduler_.now_ms() < give_up_ms) {
    scheduler_.run_until(scheduler_.now_ms() + dice_.between(20, 600));
    if (dice_.one_in(6)) go_wrong();
    if (settings_.restores && !settings_.without.has(Fault::Restore)) go_back();
    if (dice_.one_in(30)) dice_.pick(devices_)->keep_copy();
    act();
  }
}

void World::act() {
  Device& device = *dice_.pick(devices_);
  Tab* tab = device.some_tab();
  if (tab == nullptr) return;
  switch (dice_.below(12)) {
    case 0: return tab->sync(client::SyncReason::Seen);
    case 1: return tab->sync(client::SyncReason::Online);
    case 2:
      if (device.tabs().size() < 3) device.open_tab();
      return;
    case 3:
      if (device.tabs().size() > 1) device.close_tab();
      return;
    default: return tab->save_something(dice_);
  }
}

void World::go_back() {
  if (dice_.one_in(20)) server_.back_up();
  if (dice_.one_in(100)) server_.restore();
}

void World::go_wrong() {
  const Fault fault = dice_.pick(scripted);
  Device& device = *dice_.pick(devices_);
  if (!settings_.without.has(fault)) happen(fault, device);
}

void World::happen(Fault fault, Device& device) {
  switch (fault) {
    case Fault::TwoTabs:
      if (!device.both_at_once() && device.tabs().size() < 2) device.open_tab();
      return;
    case Fault::ClockJump: return device.jump_clock();
    case Fault::ServerClock: return server_.jump_clock();
    case Fault::ClonedStorage: return clone(device);
    case Fault::OldStorage: return lose_storage(fault, device, device.copy());
    case Fault::Eviction: return lose_storage(fault, device, {});
    case Fault::DiskFull:
    case Fault::DiskError:
    case Fault::SyncError: return server_.disk_goes_wrong(fault);
    case Fault::CrashDevice:
      if (dice_.one_in(3)) return device.cut_power();
      return armed_.arm(fault);
    default: return armed_.arm(fault);
  }
}

// Somebody has a new machine and took their browser's profile along; the old one goes on. Once a run: each goes on for
// ever.
void World::clone(const Device& device) {
  Profile copy = device.profile();
  if (copy.empty() || devices_.size() > owners.size()) return;
  counts_.fired(Fault::ClonedStorage);
  add_device(device.line().person).go_on_with(std::move(copy));
}

// What is lost with it is written down, unless another device has it as well.
void World::lose_storage(Fault fault, Device& device, Profile left) {
  if (fault == Fault::OldStorage && left.empty()) return;
  auto lost = device.outbox();
  device.go_on_with(std::move(left));
  counts_.fired(fault);
  for (const auto& other : devices_) {
    for (const auto& [operation, state] : other->outbox()) lost.erase(operation);
  }
  for (const auto& [operation, state] : lost) {
    history_.lost_with_storage(operation, state == client::SentState::Unsent ? Lost::Unsent : Lost::Sent);
  }
}

// One of those who share something with this person stops doing so.
std::function<bool()> World::take_back_from(PersonId viewer) {
  const auto shares = server_.shares();
  if (!shares) return nullptr;
  for (const auto& device : devices_) {
    Tab* tab = device->some_tab();
    for (const auto& share : shares->shares) {
      const auto& [owner, seer, facet] = share;
      if (tab == nullptr || owner != device->line().person || seer != viewer) continue;
      tab->share(viewer, facet, wire::ShareLevel::None);
      return [this, share] {
        const auto now = server_.shares();
        return now && !now->shares.contains(share);
      };
    }
  }
  return nullptr;
}

// The faults stop; what is on its way arrives; then everybody looks at their page, again and again.
void World::come_to_rest() {
  armed_.disarm();
  server_.calm();
  for (const auto& device : devices_) device->storage().unavailable_for = 0;
  scheduler_.run_until(scheduler_.now_ms() + longest_delay_ms);
  for (const auto& device : devices_) {
    if (device->has_page_without_store() || dice_.one_in(2)) device->begin_afresh();
  }
  for (std::uint32_t round = 1; round <= most_rounds; ++round) {
    for (const auto& device : devices_) {
      device->come_back();
      for (const auto& tab : device->tabs()) tab->sync(client::SyncReason::Asked);
    }
    scheduler_.run_until(scheduler_.now_ms() + round_ms);
    result_.rounds = round;
    const auto council = server_.view();
    Violations unequal;
    if (council) check_replicas(devices_, council.value(), unequal);
    if (council && unequal.empty()) return;
  }
}

void World::check() {
  Violations& violations = result_.violations;
  for (const std::string& seen : history_.violations()) violations.push_back(seen);
  for (const std::string& seen : server_.violations()) violations.push_back(seen);
  if (!enough()) violations.emplace_back(too_little_happened);
  const auto council = server_.view();
  if (!council) return violations.push_back("the council's tables cannot be read: " + council.error().detail);
  std::set<OperationId> counted;  // one may stand under two devices
  for (const KeptResult& kept : council->results) {
    if (counted.insert(kept.operation).second) ++result_.outcomes[static_cast<std::size_t>(kept.outcome)];
  }
  check_operations(history_, council.value(), counts_.of(Fault::Restore), violations);
  check_effects(history_, council.value(), violations);
  check_ledger(history_, council.value(), violations);
  check_feeds(council.value(), violations);
  check_replicas(devices_, council.value(), violations);
}

}  // namespace alongside::simulation
