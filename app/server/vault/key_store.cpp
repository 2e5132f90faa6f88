#include "app/server/vault/key_store.hpp"

#include "app/base/chance.hpp"
#include "app/server/file_sum.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace alongside::server {

namespace {

constexpr std::size_t id_bytes = 16;
constexpr std::size_t record_bytes = id_bytes + seal_nonce_bytes + sizeof(SealKey) + seal_tag_bytes;

using Record = std::array<std::uint8_t, record_bytes>;

Error cannot(const std::string& path, const char* what) {
  return {ErrorCode::Storage, path + ": cannot " + what + ": " + std::strerror(errno)};
}

bool is_blank(ByteView bytes) {
  return std::ranges::all_of(bytes, [](std::uint8_t byte) { return byte == 0; });
}

}  // namespace

Result<std::unique_ptr<KeyStore>> KeyStore::open(const std::string& path, const SealKey& council_key, Chance& chance) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) return cannot(path, "open");
  std::unique_ptr<KeyStore> store(new KeyStore(path, file, council_key, chance));
  ALONGSIDE_TRY(sync_folder(std::filesystem::absolute(path).parent_path().string()));
  ALONGSIDE_TRY(store->read());
  return store;
}

KeyStore::~KeyStore() {
  wipe_key(council_key_);
  for (auto& [person, entry] : entries_) wipe_key(entry.key);
  ::close(file_);
}

// What a power cut left of a last record was never used: nothing is sealed before its key is on the disk.
Result<void> KeyStore::read() {
  Record record{};
  for (;; end_ += record_bytes) {
    const ssize_t got = ::pread(file_, record.data(), record.size(), static_cast<off_t>(end_));
    if (got < 0) return cannot(path_, "read");
    if (static_cast<std::size_t>(got) < record.size()) return {};
    IdBytes id{};
    std::copy_n(record.begin(), id_bytes, id.begin());
    const ByteView sealed = ByteView(record).subspan(id_bytes);
    Entry entry;
    entry.place = end_;
    entry.state = is_blank(sealed) ? KeyState::Forgotten : KeyState::Known;
    if (entry.state == KeyState::Known) {
      auto key = open_sealed(council_key_, id, sealed);
      if (!key) return Error{ErrorCode::InvalidInput, path_ + ": these keys were made under another key_file"};
      std::ranges::copy(key.value(), entry.key.begin());
    }
    entries_[PersonId(id)] = entry;
  }
}

Result<void> KeyStore::write(PersonId person, const Entry& entry) {
  Record record{};
  std::ranges::copy(person.bytes(), record.begin());
  if (entry.state == KeyState::Known) {
    std::array<std::uint8_t, seal_nonce_bytes> nonce{};
    chance_.fill(nonce);
    const Bytes sealed = ALONGSIDE_TRY(seal_bytes(council_key_, nonce, person.bytes(), entry.key));
    std::ranges::copy(sealed, record.begin() + id_bytes);
  }
  for (std::size_t done = 0; done < record.size();) {
    const ssize_t wrote =
        ::pwrite(file_, record.data() + done, record.size() - done, static_cast<off_t>(entry.place + done));
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return cannot(path_, "write");
    done += static_cast<std::size_t>(wrote);
  }
  if (::fsync(file_) != 0) return cannot(path_, "sync");
  return {};
}

KeyState KeyStore::state_of(PersonId person) const {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(person);
  return found == entries_.end() ? KeyState::Missing : found->second.state;
}

std::optional<SealKey> KeyStore::find(PersonId person) const {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(person);
  if (found == entries_.end() || found->second.state != KeyState::Known) return std::nullopt;
  return found->second.key;
}

Result<SealKey> KeyStore::find_or_make(PersonId person) {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(person);
  if (found != entries_.end() && found->second.state == KeyState::Known) return found->second.key;
  if (found != entries_.end()) return Error{ErrorCode::NotAllowed, "this person was erased"};
  Entry entry;
  entry.state = KeyState::Known;
  entry.place = end_;
  chance_.fill(entry.key);
  ALONGSIDE_TRY(write(person, entry));
  end_ += record_bytes;
  entries_[person] = entry;
  return entry.key;
}

Result<void> KeyStore::forget(PersonId person) {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(person);
  Entry entry;
  entry.state = KeyState::Forgotten;
  entry.place = found == entries_.end() ? end_ : found->second.place;
  ALONGSIDE_TRY(write(person, entry));
  if (found == entries_.end()) {
    end_ += record_bytes;
  } else {
    wipe_key(found->second.key);
  }
  entries_[person] = entry;
  return {};
}

std::vector<PersonId> KeyStore::forgotten() const {
  const std::lock_guard lock(mutex_);
  std::vector<PersonId> people;
  for (const auto& [person, entry] : entries_) {
    if (entry.state == KeyState::Forgotten) people.push_back(person);
  }
  return people;
}

}  // namespace alongside::server
