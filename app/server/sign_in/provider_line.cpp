#include "app/server/sign_in/provider_line.hpp"

#include "app/base/clock.hpp"

#include <utility>

namespace alongside::server {

namespace {

constexpr std::int64_t ask_again_ms = 60'000;
constexpr std::int64_t document_fresh_ms = 60 * ask_again_ms;
// What is a little old still serves while the provider does not answer.
constexpr std::int64_t document_usable_ms = 24 * document_fresh_ms;

Result<std::string> json_body(const WebResult& result, std::string_view what) {
  if (!result) return Error{result.error().code, std::string(what) + ": " + result.error().detail};
  if (result->status != 200) {
    return Error{ErrorCode::Unavailable, std::string(what) + ": status " + std::to_string(result->status)};
  }
  if (!is_json_type(result->content_type)) return Error{ErrorCode::InvalidInput, std::string(what) + ": it is no JSON"};
  return result->body;
}

Result<ProviderDocument> document_in(const WebResult& result, const ProviderConfig& config) {
  const std::string body = ALONGSIDE_TRY(json_body(result, "the provider's configuration"));
  return parse_provider_document(body, config.issuer, config.signed_with);
}

Result<ProviderLine::Keys> keys_in(const WebResult& result, SignatureAlgorithm algorithm) {
  const std::string body = ALONGSIDE_TRY(json_body(result, "the provider's keys"));
  return ProviderLine::Keys(std::make_shared<const KeySet>(ALONGSIDE_TRY(KeySet::parse(body, algorithm))));
}

}  // namespace

bool ProviderLine::fresh(std::int64_t since_ms) const { return world_.clock.now_ms() - since_ms < document_fresh_ms; }
bool ProviderLine::usable(std::int64_t since_ms) const { return world_.clock.now_ms() - since_ms < document_usable_ms; }

void ProviderLine::document(Done<ProviderDocument> done) {
  if (document_ && fresh(document_ms_)) return done(*document_);
  fetch_document(std::move(done));
}

void ProviderLine::fetch_document(Done<ProviderDocument> done) {
  WebQuestion question;
  question.address = discovery_address(config_.issuer);
  question.most_bytes = ProviderDocument::most_bytes;
  world_.fetcher.fetch(std::move(question), [this, done = std::move(done)](const WebResult& result) {
    auto document = document_in(result, config_);
    if (document) {
      document_ = document.value();
      document_ms_ = world_.clock.now_ms();
    } else if (document_ && usable(document_ms_)) {
      return done(*document_);
    }
    done(std::move(document));
  });
}

void ProviderLine::exchange(CodeExchange exchange, Done<TokenAnswer> done) {
  auto question = token_question(config_, secret_, exchange, world_.chance);
  if (!question) return done(question.error());
  world_.fetcher.fetch(std::move(question).value(), [done = std::move(done)](const WebResult& result) {
    done(result ? read_token_answer(result.value()) : Result<TokenAnswer>(result.error()));
  });
}

void ProviderLine::fetch_keys(Done<Keys> done) {
  document([this, done = std::move(done)](const Result<ProviderDocument>& document) {
    if (!document) return done(document.error());
    keys_of(document->jwks_uri, done);
  });
}

void ProviderLine::keys_of(const std::string& address, Done<Keys> done) {
  WebQuestion question;
  question.address = address;
  question.most_bytes = KeySet::most_bytes;
  keys_asked_ms_ = world_.clock.now_ms();
  world_.fetcher.fetch(std::move(question), [this, done = std::move(done)](const WebResult& result) {
    auto keys = keys_in(result, config_.signed_with);
    if (keys) {
      keys_ = keys.value();
      keys_ms_ = world_.clock.now_ms();
    } else if (keys_ && usable(keys_ms_)) {
      return done(keys_);
    }
    done(std::move(keys));
  });
}

void ProviderLine::with_keys(Look look, Done<void> done) {
  if (!keys_ || !fresh(keys_ms_)) {
    return fetch_keys([look = std::move(look), done = std::move(done)](const Result<Keys>& keys) {
      done(keys ? look(*keys.value()) : Result<void>(keys.error()));
    });
  }
  auto looked = look(*keys_);
  if (looked.ok() || looked.error().code != ErrorCode::NotFound) return done(std::move(looked));
  look_again(look, looked.error(), done);
}

void ProviderLine::look_again(const Look& look, const Error& missing, const Done<void>& done) {
  if (world_.clock.now_ms() - keys_asked_ms_ < ask_again_ms) return done(missing);
  fetch_keys([look, done](const Result<Keys>& keys) { done(keys ? look(*keys.value()) : Result<void>(keys.error())); });
}

}  // namespace alongside::server
