#include "tests/simulation/device_storage.hpp"

#include "app/client/store/sequence_key.hpp"
#include "app/client/sync/outbox.hpp"
#include "app/wire/frame.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace alongside::simulation {

using client::Batch;
using client::Committed;
using client::StoreFault;

namespace {

bool is_cursor(const client::StoreStep& step) {
  return step.what == client::StoreStep::Do::Put && step.shelf == client::Shelf::Meta && step.key == "cursor";
}

}  // namespace

Committed DeviceDatabase::commit(Batch batch, StoreBug bug) {
  const auto place = std::ranges::find_if(batch.steps, is_cursor);
  if (bug != StoreBug::CursorApart || place == batch.steps.end()) return keep(std::move(batch), bug);
  Batch rest = batch;
  rest.steps.erase(rest.steps.begin() + (place - batch.steps.begin()));
  // What is expected holds before the first of the two.
  batch.steps = {*place};
  for (const client::StoreStep& step : rest.steps) {
    if (step.what == client::StoreStep::Do::Expect) batch.steps.push_back(step);
  }
  std::erase_if(rest.steps, [](const auto& step) { return step.what == client::StoreStep::Do::Expect; });
  Committed first = keep(std::move(batch), bug);
  return first.fault == StoreFault::None ? keep(std::move(rest), bug) : first;
}

Committed DeviceDatabase::keep(Batch batch, StoreBug bug) {
  if (bug == StoreBug::HalfBatches && batch.steps.size() > 2) batch.steps.resize(batch.steps.size() - 1);
  Committed done = client::apply_batch(now_, batch);
  if (done.fault != StoreFault::None) return done;
  const bool strict = batch.durability == client::Durability::Strict && bug != StoreBug::StrictIsRelaxed;
  relaxed_.push_back(std::move(batch));
  if (!strict) return done;
  // The commits before it are in the same log of the browser, so they are on the disk as well.
  for (const Batch& earlier : relaxed_) (void)client::apply_batch(durable_, earlier);
  relaxed_.clear();
  return done;
}

bool DeviceDatabase::cut_power(Dice& dice, StoreBug bug) {
  const auto kept = static_cast<std::size_t>(dice.below(relaxed_.size() + 1));
  const bool lost = kept < relaxed_.size();
  for (std::size_t i = 0; i < kept; ++i) (void)client::apply_batch(durable_, relaxed_[i]);
  relaxed_.clear();
  if (bug == StoreBug::SequenceReused) {
    Bytes& next = durable_[static_cast<std::size_t>(client::Shelf::Meta)]["next"];
    const std::uint64_t sequence = next.empty() ? 1 : client::sequence_of(std::string(next.begin(), next.end()));
    const std::string earlier = client::sequence_key(sequence > 1 ? sequence - 1 : 1);
    next.assign(earlier.begin(), earlier.end());
  }
  now_ = durable_;
  return lost;
}

DeviceDatabase DeviceDatabase::on_disk() const {
  DeviceDatabase copy;
  copy.now_ = copy.durable_ = durable_;
  return copy;
}

std::map<OperationId, client::SentState> DeviceDatabase::outbox() const {
  std::map<OperationId, client::SentState> found;
  for (const auto& [key, value] : now_[static_cast<std::size_t>(client::Shelf::Outbox)]) {
    if (const auto entry = wire::decode_frame<client::OutboxEntry>(value)) found[entry->operation.id] = entry->state;
  }
  return found;
}

void DeviceDatabase::forget_outbox() {
  for (client::MemoryDatabase* database : {&now_, &durable_})
    (*database)[static_cast<std::size_t>(client::Shelf::Outbox)].clear();
  for (Batch& batch : relaxed_) {
    std::erase_if(batch.steps, [](const auto& step) { return step.shelf == client::Shelf::Outbox; });
  }
}

}  // namespace alongside::simulation
