#include "tests/simulation/device_storage.hpp"

#include <utility>

namespace alongside::simulation {

using client::Batch;
using client::Committed;
using client::StoreFault;

Committed DeviceDatabase::commit(Batch batch, StoreBug bug) {
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

bool DeviceDatabase::cut_power(Dice& dice) {
  const auto kept = static_cast<std::size_t>(dice.below(relaxed_.size() + 1));
  const bool lost = kept < relaxed_.size();
  for (std::size_t i = 0; i < kept; ++i) (void)client::apply_batch(durable_, relaxed_[i]);
  relaxed_.clear();
  now_ = durable_;
  return lost;
}

}  // namespace alongside::simulation
