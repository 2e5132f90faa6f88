#include "app/client/sync/device_state.hpp"

#include "app/client/store/sequence_key.hpp"

#include <algorithm>

namespace alongside::client {
namespace {

bool tells_of_documents(std::string_view key) { return key == meta::cursor || key == meta::incarnation; }

}  // namespace

void DeviceState::replace(const std::vector<StoreEntry>& shelf, Part part) {
  std::erase_if(shelf_, [part](const auto& entry) {
    return !tells_of_documents(entry.first) && (part == Part::All || entry.first != meta::shown);
  });
  for (const StoreEntry& entry : shelf) {
    if (tells_of_documents(entry.key)) continue;  // with the documents
    if (part == Part::OutboxOnly && entry.key == meta::shown) continue;
    shelf_.insert_or_assign(entry.key, entry.value);
  }
}

void DeviceState::replace_documents_part(const std::vector<StoreEntry>& shelf) {
  std::erase_if(shelf_, [](const auto& entry) { return tells_of_documents(entry.first); });
  for (const StoreEntry& entry : shelf) {
    if (tells_of_documents(entry.key)) shelf_.insert_or_assign(entry.key, entry.value);
  }
}

void DeviceState::apply(const StoreStep& step) {
  if (step.what == StoreStep::Do::Put) shelf_.insert_or_assign(step.key, step.value);
  if (step.what == StoreStep::Do::Remove) shelf_.erase(step.key);
}

StoreStep DeviceState::expect(std::string_view key) const {
  const auto found = shelf_.find(key);
  return {StoreStep::Do::Expect, Shelf::Meta, std::string(key), found == shelf_.end() ? Bytes{} : found->second};
}

StoreStep DeviceState::put(std::string_view key, const IdBytes& id) {
  return {StoreStep::Do::Put, Shelf::Meta, std::string(key), Bytes(id.begin(), id.end())};
}

StoreStep DeviceState::put(std::string_view key, std::uint64_t number) {
  const std::string text = sequence_key(number);
  return {StoreStep::Do::Put, Shelf::Meta, std::string(key), Bytes(text.begin(), text.end())};
}

StoreStep DeviceState::remove(std::string_view key) {
  return {StoreStep::Do::Remove, Shelf::Meta, std::string(key), {}};
}

std::uint64_t DeviceState::number(std::string_view key) const {
  const auto found = shelf_.find(key);
  if (found == shelf_.end()) return 0;
  return sequence_of(std::string(found->second.begin(), found->second.end()));
}

}  // namespace alongside::client
