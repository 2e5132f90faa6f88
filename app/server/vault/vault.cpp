#include "app/server/vault/vault.hpp"

#include "app/base/chance.hpp"
#include "app/base/text.hpp"
#include "app/server/database.hpp"
#include "app/server/digest.hpp"
#include "app/server/file_sum.hpp"
#include "app/server/sync/document_rows.hpp"

#include <algorithm>
#include <array>

namespace alongside::server {

namespace {

constexpr int sealed_at_once = 500;

// Whose it is and which: a content that is put into another row does not open there.
std::array<std::uint8_t, 32> name_of(PersonId owner, DocumentId document) {
  std::array<std::uint8_t, 32> name{};
  std::ranges::copy(owner.bytes(), name.begin());
  std::ranges::copy(document.bytes(), name.begin() + 16);
  return name;
}

Result<SealKey> key_in(const std::string& path) {
  const std::string text = ALONGSIDE_TRY(read_small_file(path, 200));
  const auto key = sha256_in(trim(text));
  if (!key) return Error{ErrorCode::InvalidInput, path + ": this is no key of 64 hexadecimal digits"};
  return SealKey(*key);
}

}  // namespace

Result<std::unique_ptr<Vault>> Vault::open(const VaultConfig& config, Chance& chance) {
  SealKey key = ALONGSIDE_TRY(key_in(config.key_file));
  auto keys = KeyStore::open(config.keys, key, chance);
  wipe_key(key);
  if (!keys) return keys.error();
  return std::unique_ptr<Vault>(new Vault(std::move(keys).value(), chance));
}

Result<Bytes> Vault::seal(PersonId owner, DocumentId document, ByteView plain) {
  const SealKey key = ALONGSIDE_TRY(keys_->find_or_make(owner));
  std::array<std::uint8_t, seal_nonce_bytes> nonce{};
  chance_.fill(nonce);
  return seal_bytes(key, nonce, name_of(owner, document), plain);
}

Result<std::optional<Bytes>> Vault::reveal(PersonId owner, DocumentId document, ByteView sealed) const {
  const auto key = keys_->find(owner);
  if (key) return std::optional<Bytes>(ALONGSIDE_TRY(open_sealed(*key, name_of(owner, document), sealed)));
  if (keys_->state_of(owner) == KeyState::Forgotten) return std::optional<Bytes>();
  return Error{ErrorCode::Storage, "the key of person " + owner.text() + " is not in the key store"};
}

Result<void> make_vault_key(const std::string& path, Chance& chance) {
  SealKey key{};
  chance.fill(key);
  const auto written = write_new_file(path, hex_text(key) + "\n");
  wipe_key(key);
  return written;
}

Result<std::int64_t> seal_all(Database& database) {
  auto done = ALONGSIDE_TRY(database.prepare("SELECT 1 FROM vault_state"));
  if (ALONGSIDE_TRY(done.step()) == Step::Row) return std::int64_t{0};
  done.reset();
  std::int64_t count = 0;
  DocumentNumber last{};
  for (;;) {
    auto transaction = ALONGSIDE_TRY(Transaction::create(database));
    const auto rows = ALONGSIDE_TRY(unsealed_rows(database, last, sealed_at_once));
    for (const NumberedDocument& row : rows) ALONGSIDE_TRY(change_row(database, row));
    if (rows.empty()) ALONGSIDE_TRY(database.execute("INSERT INTO vault_state VALUES (1, 1)"));
    database.empty_log_after_commit();
    ALONGSIDE_TRY(transaction.commit());
    if (rows.empty()) return count;
    count += static_cast<std::int64_t>(rows.size());
    last = rows.back().number;
  }
}

}  // namespace alongside::server
