// Drafts: what the person has begun and not sent, on the shelf Drafts of this device only. Owned by
// SyncEngine. Of several writes while one is under way, the last of each key is written.
#pragma once

#include "app/client/sync/replica.hpp"
#include "app/plugin_api/records.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::client {

class Drafts {
 public:
  explicit Drafts(Replica& replica) : replica_(replica) {}
  Drafts(const Drafts&) = delete;
  Drafts& operator=(const Drafts&) = delete;

  void load(std::function<void()> done);
  bool is_read() const { return is_read_; }
  std::optional<Bytes> find(std::string_view key) const;
  void keep(std::string_view key, Bytes value, Records::Done done);
  void drop(std::string_view key);

 private:
  void change(std::string_view key, std::optional<Bytes> value);
  void write();
  void written(StoreFault fault, const std::vector<Records::Done>& told);

  Replica& replica_;
  std::map<std::string, Bytes, std::less<>> drafts_;
  std::map<std::string, std::optional<Bytes>, std::less<>> unwritten_;  // nothing: to be removed
  std::vector<Records::Done> asking_;
  bool is_read_ = false;
  bool writing_ = false;
};

}  // namespace alongside::client
