// Vault: what people wrote, sealed under a key of each, so that the database and every backup of it hold nothing that
// can be read without the keys, and so that forgetting a key erases it everywhere. A council without "vault" in its
// configuration has none. Lent to the Database; asked by document_rows alone.
#pragma once

#include "app/base/ids.hpp"
#include "app/base/result.hpp"
#include "app/server/vault/key_store.hpp"

#include <memory>
#include <optional>
#include <string>

namespace alongside::server {

class Database;

struct VaultConfig {
  std::string key_file;  // the council's own key: 64 hexadecimal digits
  std::string keys;      // the file of KeyStore
  bool is_used() const { return !key_file.empty(); }
};

class Vault {
 public:
  static Result<std::unique_ptr<Vault>> open(const VaultConfig& config, Chance& chance);

  Result<Bytes> seal(PersonId owner, DocumentId document, ByteView plain);
  // Nothing: its owner was erased. Storage: the bytes were changed, or their key is missing.
  Result<std::optional<Bytes>> reveal(PersonId owner, DocumentId document, ByteView sealed) const;
  Result<void> forget(PersonId owner) { return keys_->forget(owner); }
  const KeyStore& keys() const { return *keys_; }

 private:
  Vault(std::unique_ptr<KeyStore> keys, Chance& chance) : keys_(std::move(keys)), chance_(chance) {}

  std::unique_ptr<KeyStore> keys_;
  Chance& chance_;
};

// A new key for `key_file`. Conflict: the file is there already.
Result<void> make_vault_key(const std::string& path, Chance& chance);
// Everything that is not sealed yet, some at a time: for the first start with a vault. How many.
Result<std::int64_t> seal_all(Database& database);

}  // namespace alongside::server
