// DeviceState: the shelf Meta, as the sync engine reads and writes it: whose device this is and how far
// it has come. Keeps the bytes as they lie on the shelf, so that a batch can expect them unchanged.
// Owned by Replica.
#pragma once

#include "app/base/ids.hpp"
#include "app/client/store/store.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::client {

namespace meta {
inline constexpr std::string_view device = "device";
inline constexpr std::string_view next = "next";                // the store's own: Append counts with it
inline constexpr std::string_view cursor = "cursor";            // of the feed; stored with its documents
inline constexpr std::string_view incarnation = "incarnation";  // of the council whose documents these are
inline constexpr std::string_view received_by = "received_by";  // the incarnation that acknowledged the outbox
inline constexpr std::string_view shown = "shown";      // up to this sequence, what was applied is in the documents
inline constexpr std::string_view session = "session";  // who they are, as the council last said (device_memory.hpp)
}  // namespace meta

class DeviceState {
 public:
  enum class Part : std::uint8_t { All, OutboxOnly };
  // OutboxOnly leaves what tells of documents as it is in memory.
  void replace(const std::vector<StoreEntry>& shelf, Part part);
  void replace_documents_part(const std::vector<StoreEntry>& shelf);
  void apply(const StoreStep& step);  // a Put or Remove on Meta that was committed

  DeviceId device() const { return id<DeviceId>(meta::device); }
  IncarnationId incarnation() const { return id<IncarnationId>(meta::incarnation); }
  IncarnationId received_by() const { return id<IncarnationId>(meta::received_by); }
  std::uint64_t cursor() const { return number(meta::cursor); }
  std::uint64_t shown() const { return number(meta::shown); }

  StoreStep expect(std::string_view key) const;
  static StoreStep put(std::string_view key, const IdBytes& id);
  static StoreStep put(std::string_view key, std::uint64_t number);
  static StoreStep remove(std::string_view key);

  const std::map<std::string, Bytes, std::less<>>& shelf() const { return shelf_; }

 private:
  template <class AnyId>
  AnyId id(std::string_view key) const {
    IdBytes bytes{};
    const auto found = shelf_.find(key);
    if (found == shelf_.end() || found->second.size() != bytes.size()) return {};
    std::copy(found->second.begin(), found->second.end(), bytes.begin());
    return AnyId(bytes);
  }
  std::uint64_t number(std::string_view key) const;

  std::map<std::string, Bytes, std::less<>> shelf_;
};

}  // namespace alongside::client
