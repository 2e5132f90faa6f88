// Drafts: what the person has begun and not sent, on the shelf Drafts of this device only. Owned by
// SyncEngine, and by DeviceRecords for who needs no account. Of several writes while one is under way, the last of each
// key is written. Nothing is written before the shelf was read, nor while it cannot be: what lies there unread is not
// this tab's to replace.
#pragma once

#include "app/client/sync/draft_shelf.hpp"
#include "app/plugin_api/records.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::client {

// What becomes of what another tab has written meanwhile.
enum class Elsewhere : std::uint8_t { Replaced, Respected };

class Drafts {
 public:
  enum class Reading : std::uint8_t { Looking, Done, Failed };

  explicit Drafts(DraftShelf& shelf) : shelf_(shelf) {}
  Drafts(const Drafts&) = delete;
  Drafts& operator=(const Drafts&) = delete;

  // After a failure it may be asked once more.
  void load(std::function<void(StoreFault)> done);
  Reading reading() const { return reading_; }
  std::optional<Bytes> find(std::string_view key) const;
  bool has_any(std::string_view beginning) const;
  // Not while reading() is Failed. Conflict (of Respected): find() is now what the other tab wrote.
  void keep(std::string_view key, Bytes value, Elsewhere elsewhere, Records::Done done);
  // What another tab has written meanwhile stays.
  void drop(std::string_view key);

 private:
  struct Waiting {
    std::optional<Bytes> value;  // nothing: to be removed
    Elsewhere elsewhere = Elsewhere::Replaced;
    std::vector<Records::Done> asking;
  };
  using Shelved = std::map<std::string, Bytes, std::less<>>;
  using Round = std::map<std::string, Waiting, std::less<>>;

  void was_read(const std::vector<StoreEntry>& entries);
  void change(std::string_view key, Waiting next);
  void write();
  void written(Round round, StoreFault fault);
  void look_again(Round round);
  void know(Shelved there, const Round& round);
  void sort_out(Round round);
  void add_back(const std::string& key, Waiting before);
  bool is_as_known(const std::string& key, const Shelved& there) const;
  void show(const std::string& key);

  DraftShelf& shelf_;
  Shelved drafts_;  // as this tab shows them
  Shelved known_;   // as they lie on the disk, as far as this tab knows
  Round unwritten_;
  Reading reading_ = Reading::Looking;
  bool writing_ = false;
};

}  // namespace alongside::client
