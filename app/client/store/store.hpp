// Store: what a device keeps, as shelves of key and value. Each commit is all or nothing. In the
// browser it is IndexedDB (store_web.cpp and web/storage.js); tests and the simulator have their own,
// with every fault a browser can have. Calls back later, never before it returns.
#pragma once

#include "app/base/bytes.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::client {

enum class Shelf : std::uint8_t {
  Meta,       // "device", "next", "cursor", "incarnation", "session", "keep" …
  Outbox,     // key: the device's sequence, 16 hex digits; value: an OutboxEntry frame
  Documents,  // key: document id; value: wire::Document frame
  Drafts,
  Letters,  // what goes without a name
  Files,
};
inline constexpr std::size_t shelf_count = 6;

enum class Durability : std::uint8_t {
  Relaxed,  // may be lost when the power goes: what can be fetched again
  Strict,   // on the disk when the commit is done: what only this device has
};

enum class StoreFault : std::uint8_t {
  None,
  Full,         // no room: nothing of the batch was kept
  Unavailable,  // private mode, closed, taken away: nothing can be kept on this device now
  Unexpected,   // an Expect did not hold: another tab was here first. Nothing of the batch was kept
  Failed,
};

struct StoreStep {
  enum class Do : std::uint8_t {
    Put,
    Remove,
    Clear,   // the whole shelf
    Append,  // to the outbox under the next sequence (Meta "next", which moves on), counted from 1
    Expect,  // the value under the key is this one; an empty value: there is none
  };
  Do what = Do::Put;
  Shelf shelf = Shelf::Meta;
  std::string key;
  Bytes value;
};

struct Batch {
  Durability durability = Durability::Strict;
  std::vector<StoreStep> steps;
};

struct Committed {
  StoreFault fault = StoreFault::None;
  std::vector<std::uint64_t> appended;  // the sequences given, in order of the Append steps
};

struct StoreEntry {
  std::string key;
  Bytes value;
};

struct ShelfContent {
  StoreFault fault = StoreFault::None;
  std::vector<StoreEntry> entries;  // in order of key
};

class Store {
 public:
  virtual ~Store() = default;
  // One database a person: "person-<uuid>", and "public" for what nobody signed. Closes the last one.
  virtual void open(std::string_view name, std::function<void(StoreFault)> done) = 0;
  virtual void commit(Batch batch, std::function<void(Committed)> done) = 0;
  virtual void read(Shelf shelf, std::function<void(ShelfContent)> done) = 0;
  // Deletes the open database; what is unsent must have been seen to before.
  virtual void erase(std::function<void(StoreFault)> done) = 0;
  // Told when another tab has committed: a hint, and not a promise.
  virtual void watch(std::function<void()> changed) = 0;
};

}  // namespace alongside::client
