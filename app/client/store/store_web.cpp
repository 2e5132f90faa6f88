#include "app/client/store/store_web.hpp"

#include "app/client/browser_imports.hpp"
#include "app/client/store/store_bytes_web.hpp"

#include <optional>
#include <utility>

namespace alongside::client {
namespace {

using Answer = std::span<const std::uint8_t>;

Committed committed_from(StoreFault fault, Answer answer) {
  if (fault != StoreFault::None) return {fault, {}};
  auto appended = appended_in(answer);
  if (!appended) return {StoreFault::Failed, {}};
  return {StoreFault::None, std::move(*appended)};
}

ShelfContent content_from(StoreFault fault, Answer answer) {
  if (fault != StoreFault::None) return {fault, {}};
  auto entries = entries_in(answer);
  if (!entries) return {StoreFault::Failed, {}};
  return {StoreFault::None, std::move(*entries)};
}

StoreFault fault_from(std::uint32_t number) {
  if (number > static_cast<std::uint32_t>(StoreFault::Failed)) return StoreFault::Failed;
  return static_cast<StoreFault>(number);
}

}  // namespace

void StoreWeb::send(std::uint32_t request, Command command, std::span<const std::uint8_t> bytes) const {
  alongside_js_store(number_, request, static_cast<std::uint32_t>(command), bytes.data(), bytes.size());
}

void StoreWeb::open(std::string_view name, std::function<void(StoreFault)> done) {
  const std::uint32_t request = pending_.add([done = std::move(done)](StoreFault fault, Answer) { done(fault); });
  const Bytes bytes(name.begin(), name.end());
  send(request, Command::Open, bytes);
}

void StoreWeb::commit(Batch batch, std::function<void(Committed)> done) {
  const std::uint32_t request =
      pending_.add([done = std::move(done)](StoreFault fault, Answer answer) { done(committed_from(fault, answer)); });
  send(request, Command::Commit, batch_bytes(batch));
}

void StoreWeb::read(Shelf shelf, std::function<void(ShelfContent)> done) {
  const std::uint32_t request =
      pending_.add([done = std::move(done)](StoreFault fault, Answer answer) { done(content_from(fault, answer)); });
  const std::uint8_t number = static_cast<std::uint8_t>(shelf);
  send(request, Command::Read, {&number, 1});
}

void StoreWeb::erase(std::function<void(StoreFault)> done) {
  const std::uint32_t request = pending_.add([done = std::move(done)](StoreFault fault, Answer) { done(fault); });
  send(request, Command::Erase, {});
}

void StoreWeb::stored(std::uint32_t request, std::uint32_t fault, std::span<const std::uint8_t> bytes) {
  pending_.take(request)(fault_from(fault), bytes);
}

void StoreWeb::changed_elsewhere() {
  if (changed_) changed_();
}

}  // namespace alongside::client
