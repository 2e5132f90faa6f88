// KeyStore: one key for each person, in a file beside the database and in no backup of it, each sealed under the
// council's own key, which is in another file. To erase somebody their key is overwritten: whatever copy of the
// database there is, what was sealed under it opens no more. Records of one size, so that one can be overwritten in its
// place. May be read from the thread that makes backups.
#pragma once

#include "app/base/ids.hpp"
#include "app/base/result.hpp"
#include "app/server/vault/seal.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace alongside {
class Chance;
}

namespace alongside::server {

enum class KeyState : std::uint8_t {
  Missing,  // never made, or in another store
  Known,
  Forgotten,  // overwritten, for good
};

class KeyStore {
 public:
  // Makes the file when there is none. InvalidInput: the council's key is not the one it was made with.
  static Result<std::unique_ptr<KeyStore>> open(const std::string& path, const SealKey& council_key, Chance& chance);
  ~KeyStore();
  KeyStore(const KeyStore&) = delete;
  KeyStore& operator=(const KeyStore&) = delete;

  KeyState state_of(PersonId person) const;
  std::optional<SealKey> find(PersonId person) const;
  // A new one is on the disk before anything is sealed under it. NotAllowed: it was forgotten.
  Result<SealKey> find_or_make(PersonId person);
  Result<void> forget(PersonId person);  // whether there was one or not; on the disk when this returns
  std::vector<PersonId> forgotten() const;

 private:
  struct Entry {
    KeyState state = KeyState::Missing;
    SealKey key{};
    std::uint64_t place = 0;  // of its record
  };
  KeyStore(std::string path, int file, const SealKey& council_key, Chance& chance)
      : path_(std::move(path)), file_(file), council_key_(council_key), chance_(chance) {}
  Result<void> read();
  Result<void> write(PersonId person, const Entry& entry);

  std::string path_;
  int file_;
  SealKey council_key_;
  Chance& chance_;
  mutable std::mutex mutex_;
  std::map<PersonId, Entry> entries_;
  std::uint64_t end_ = 0;  // of the whole records
};

}  // namespace alongside::server
