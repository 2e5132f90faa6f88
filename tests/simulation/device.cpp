#include "tests/simulation/device.hpp"

#include <algorithm>

namespace alongside::simulation {

Device::Device(DeviceSurroundings surroundings, PersonId person, Dice dice)
    : around_(surroundings),
      dice_(dice),
      clock_(around_.scheduler),
      store_surroundings_{around_.scheduler,
                          around_.counts,
                          around_.armed,
                          dice_,
                          storage_,
                          [this](const client::Store* from) { hint(from); },
                          [this] { cut_power(); }} {
  line_.person = person;
  line_.signed_out = [this] { signed_out(); };
  line_.sending = [this] {
    if (storage_.bug != StoreBug::OutboxCleared) return;
    for (auto& [name, database] : storage_.databases) database.forget_outbox();
  };
}

void Device::plant(StoreBug bug) {
  storage_.bug = bug;
  turns_.for_all = bug == StoreBug::TurnsForAll;
}

void Device::open_tab() {
  const TabSurroundings surroundings{store_surroundings_, turns_, around_.network, line_, clock_, around_.history};
  tabs_.push_back(std::make_unique<Tab>(surroundings, dice_.part(), [this](Tab* tab) { kill(tab); }));
  tabs_.back()->open();
}

void Device::kill(Tab* tab) {
  std::erase_if(tabs_, [tab](const auto& one) { return one.get() == tab; });
  if (tabs_.empty()) around_.scheduler.after(dice_.between(300, 4000), [this] { come_back(); });
}

void Device::close_tab() {
  if (!tabs_.empty()) kill(dice_.pick(tabs_).get());
}

void Device::cut_power() {
  around_.counts.fired(Fault::CrashDevice);
  ++storage_.power;
  storage_.busy_until_ms = 0;
  tabs_.clear();
  bool lost = false;
  for (auto& [name, database] : storage_.databases) lost |= database.cut_power(dice_, storage_.bug);
  if (lost) around_.counts.fired(Fault::RelaxedLoss);
  around_.scheduler.after(dice_.between(1000, 6000), [this] { come_back(); });
}

void Device::jump_clock() {
  around_.counts.fired(Fault::ClockJump);
  clock_.jump(dice_.between(-10 * year_ms, 10 * year_ms));
}

Profile Device::profile() const {
  Profile copy;
  for (const auto& [name, database] : storage_.databases) copy.emplace(name, database.on_disk());
  return copy;
}

void Device::go_on_with(Profile profile) {
  ++storage_.power;
  storage_.busy_until_ms = 0;
  tabs_.clear();
  storage_.databases = std::move(profile);
  around_.scheduler.after(dice_.between(1000, 6000), [this] { come_back(); });
}

std::map<OperationId, client::SentState> Device::outbox() const {
  std::map<OperationId, client::SentState> found;
  for (const auto& [name, database] : storage_.databases) found.merge(database.outbox());
  return found;
}

bool Device::both_at_once() {
  if (tabs_.size() < 2 || !tabs_[0]->is_open() || !tabs_[1]->is_open()) return false;
  around_.counts.fired(Fault::TwoTabs);
  for (const std::size_t one : {0U, 1U}) {
    tabs_[one]->save_something(dice_);
    tabs_[one]->sync(client::SyncReason::Seen);
  }
  return true;
}

void Device::begin_afresh() {
  tabs_.clear();
  fresh_ = true;
  open_tab();
}

bool Device::has_page_without_store() const {
  return std::ranges::any_of(
      tabs_, [](const auto& tab) { return tab->engine().status().state == client::SyncState::KeepsNothing; });
}

void Device::come_back() {
  if (tabs_.empty()) open_tab();
  if (line_.signed_in) return;
  line_.signed_in = true;
  for (const auto& tab : tabs_) tab->sync(client::SyncReason::Returned);
}

void Device::signed_out() {
  around_.scheduler.after(dice_.between(500, 6000), [this] { come_back(); });
}

void Device::hint(const client::Store* from) {
  for (const auto& tab : tabs_) {
    if (&tab->store() != from) tab->store().hint();
  }
}

Tab* Device::some_tab() {
  if (tabs_.empty()) return nullptr;
  Tab* tab = dice_.pick(tabs_).get();
  return tab->is_open() ? tab : nullptr;
}

}  // namespace alongside::simulation
