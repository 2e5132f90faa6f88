// ProviderLine: the line to one provider: its document and its keys, fetched when they are needed and kept for
// an hour, and the exchange of a code. Nothing waits: what is asked for is given to `done`, later. Owned by
// SignInDesk; the server's thread only.
#pragma once

#include "app/base/result.hpp"
#include "app/server/fetch/web_fetch.hpp"
#include "app/server/jose/key_set.hpp"
#include "app/server/sign_in/client_proof.hpp"
#include "app/server/sign_in/provider_document.hpp"
#include "app/server/sign_in/sign_in_config.hpp"
#include "app/server/sign_in/token_answer.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace alongside {
class Chance;
class Clock;
}  // namespace alongside

namespace alongside::server {

class ProviderLine {
 public:
  template <class T>
  using Done = std::function<void(Result<T>)>;
  using Keys = std::shared_ptr<const KeySet>;
  // Looks at a token with these keys. NotFound: they may be too old.
  using Look = std::function<Result<void>(const KeySet&)>;

  struct World {
    WebFetcher& fetcher;
    const Clock& clock;
    Chance& chance;
  };
  ProviderLine(const ProviderConfig& config, ProviderSecret secret, World world)
      : config_(config), secret_(std::move(secret)), world_(world) {}

  const ProviderConfig& config() const { return config_; }
  void document(Done<ProviderDocument> done);
  void exchange(CodeExchange exchange, Done<TokenAnswer> done);
  // Looks once; and once more with newer keys when the token's was not there. However many tokens name keys
  // that nobody has, the provider is asked for its keys no more than once a minute.
  void with_keys(Look look, Done<void> done);

 private:
  void fetch_document(Done<ProviderDocument> done);
  void fetch_keys(Done<Keys> done);
  void keys_of(const std::string& address, Done<Keys> done);
  void look_again(const Look& look, const Error& missing, const Done<void>& done);
  bool fresh(std::int64_t since_ms) const;
  bool usable(std::int64_t since_ms) const;

  const ProviderConfig& config_;
  ProviderSecret secret_;
  World world_;
  std::optional<ProviderDocument> document_;
  std::int64_t document_ms_ = 0;
  Keys keys_;
  std::int64_t keys_ms_ = 0;
  std::int64_t keys_asked_ms_ = 0;
};

}  // namespace alongside::server
