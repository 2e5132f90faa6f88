// StoreWeb: the browser's IndexedDB as a Store. What it asks goes as bytes to web/storage.js and comes
// back through stored(). Owned by PlatformWeb. Meta "next" is the next sequence as 16 hex digits, like
// the outbox's keys; it is not there before the first Append, which is given 1.
#pragma once

#include "app/client/pending_web.hpp"
#include "app/client/store/store.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

namespace alongside::client {

class StoreWeb final : public Store {
 public:
  // The page has two: 0 for whoever is signed in, 1 for what is nobody's.
  explicit StoreWeb(std::uint32_t number) : number_(number) {}

  void open(std::string_view name, std::function<void(StoreFault)> done) override;
  void commit(Batch batch, std::function<void(Committed)> done) override;
  void read(Shelf shelf, std::function<void(ShelfContent)> done) override;
  void erase(std::function<void(StoreFault)> done) override;
  void watch(std::function<void()> changed) override { changed_ = std::move(changed); }

  // The page has answered. Only commit and read have bytes to it.
  void stored(std::uint32_t request, std::uint32_t fault, std::span<const std::uint8_t> bytes);
  void changed_elsewhere();

 private:
  enum class Command : std::uint32_t { Open, Commit, Read, Erase };

  void send(std::uint32_t request, Command command, std::span<const std::uint8_t> bytes) const;

  const std::uint32_t number_;
  Pending<StoreFault, std::span<const std::uint8_t>> pending_;
  std::function<void()> changed_;
};

}  // namespace alongside::client
