#include "app/server/sign_in/sign_in_service.hpp"

#include "app/base/base64url.hpp"
#include "app/base/clock.hpp"
#include "app/server/database.hpp"
#include "app/server/query.hpp"
#include "app/server/sign_in/browser_secret.hpp"
#include "app/server/sign_in/id_token.hpp"
#include "app/server/sign_in/logout_token.hpp"

#include <utility>

namespace alongside::server {

namespace {

Error no_provider() { return {ErrorCode::NotFound, "There is no such way to sign in."}; }

Error not_ours() { return {ErrorCode::NotAllowed, "an answer of a provider that nobody here asked for"}; }

std::string levels_text(const std::vector<std::string>& levels) {
  std::string text = "[";
  for (const std::string& level : levels) text += (text.size() > 1 ? ",\"" : "\"") + level + "\"";
  return text + "]";
}

void add_parameter(std::string& address, std::string_view name, std::string_view value) {
  address += address.find('?') == address.npos ? '?' : '&';
  address.append(name).append("=").append(percent_encode(value));
}

}  // namespace

void SignInService::open(std::vector<ProviderSecret> secrets, WebFetcher& fetcher) {
  lines_.clear();
  for (std::size_t i = 0; i < secrets.size() && i < config_.providers.size(); ++i) {
    lines_.push_back(std::make_unique<ProviderLine>(config_.providers[i], std::move(secrets[i]),
                                                    ProviderLine::World{fetcher, clock_, chance_}));
  }
}

ProviderLine* SignInService::line(std::string_view provider) {
  for (const auto& line : lines_) {
    if (line->config().id == provider) return line.get();
  }
  return nullptr;
}

void SignInService::begin(const Attempt& attempt, const SessionToken& browser,
                          std::function<void(Result<std::string>)> done) {
  ProviderLine* const there = line(attempt.provider);
  if (there == nullptr) return done(no_provider());
  there->document([this, there, browser, attempt, done = std::move(done)](const Result<ProviderDocument>& document) {
    if (!document) return done(document.error());
    done(authorization_address(there->config(), document.value(), browser, attempt));
  });
}

Result<std::string> SignInService::authorization_address(const ProviderConfig& provider,
                                                         const ProviderDocument& document, const SessionToken& browser,
                                                         const Attempt& attempt) {
  const std::string state = random_secret().text();
  const std::string verifier = ALONGSIDE_TRY(made_from(browser, "verifier", state));
  ALONGSIDE_TRY(store_.begin(browser, state, attempt));
  std::string address = document.authorization_endpoint;
  add_parameter(address, "response_type", "code");
  add_parameter(address, "client_id", provider.client_id);
  add_parameter(address, "redirect_uri", config_.return_address(provider));
  add_parameter(address, "scope", "openid");
  add_parameter(address, "state", state);
  add_parameter(address, "nonce", ALONGSIDE_TRY(made_from(browser, "nonce", state)));
  add_parameter(address, "code_challenge", ALONGSIDE_TRY(code_challenge(verifier)));
  add_parameter(address, "code_challenge_method", "S256");
  if (!provider.levels.empty()) add_parameter(address, "vtr", levels_text(provider.levels));
  return address;
}

// One arrival, on its way through the provider's answers.
struct SignInService::Arriving {
  ProviderLine& line;
  ProviderReturn answer;
  SessionToken browser;
  Attempt attempt;
  Actor before;
  std::function<void(Result<Arrival>)> done;
  std::string nonce{};
  ProvenIdentity identity{};
};

void SignInService::arrive(const ProviderReturn& answer, const SessionToken& browser, const Actor& before,
                           std::function<void(Result<Arrival>)> done) {
  ProviderLine* const there = line(answer.provider);
  if (there == nullptr) return done(no_provider());
  const auto attempt = store_.take(browser, answer.state);
  if (!attempt) return done(attempt.error());
  // Each provider has a return address of its own: an answer at another's is mixed up.
  if (!attempt.value() || attempt.value()->provider != answer.provider) return done(not_ours());
  if (!answer.issuer.empty() && answer.issuer != there->config().issuer) return done(not_ours());
  auto arriving =
      std::make_shared<Arriving>(Arriving{*there, answer, browser, *attempt.value(), before, std::move(done)});
  there->document([this, arriving](const Result<ProviderDocument>& document) {
    if (!document) return arriving->done(document.error());
    exchange(arriving, document.value());
  });
}

void SignInService::exchange(const std::shared_ptr<Arriving>& arriving, const ProviderDocument& document) {
  const ProviderReturn& answer = arriving->answer;
  if (answer.issuer.empty() && document.names_itself == NamesItself::Always) return arriving->done(not_ours());
  if (!answer.error.empty()) return arriving->done(Error{ErrorCode::Conflict, "they came back without a code"});
  if (answer.code.empty()) return arriving->done(not_ours());
  auto verifier = made_from(arriving->browser, "verifier", answer.state);
  auto nonce = made_from(arriving->browser, "nonce", answer.state);
  if (!verifier || !nonce) return arriving->done(verifier ? nonce.error() : verifier.error());
  arriving->nonce = std::move(nonce).value();
  CodeExchange asked;
  asked.token_endpoint = document.token_endpoint;
  asked.code = answer.code;
  asked.verifier = std::move(verifier).value();
  asked.return_address = config_.return_address(arriving->line.config());
  asked.now_seconds = clock_.now_ms() / 1000;
  arriving->line.exchange(std::move(asked), [this, arriving](const Result<TokenAnswer>& tokens) {
    if (!tokens) return arriving->done(tokens.error());
    prove(arriving, tokens.value());
  });
}

TokenWanted SignInService::wanted_of(const ProviderConfig& provider) const {
  return {provider.issuer, provider.client_id, provider.signed_with, clock_.now_ms() / 1000};
}

void SignInService::prove(const std::shared_ptr<Arriving>& arriving, const TokenAnswer& tokens) {
  const ProviderConfig& provider = arriving->line.config();
  const IdTokenWanted wanted{wanted_of(provider), arriving->nonce, tokens.access_token, provider.levels};
  arriving->identity.provider = provider.id;
  arriving->identity.id_token = tokens.id_token;
  const auto look = [wanted, arriving](const KeySet& keys) -> Result<void> {
    Identity identity = ALONGSIDE_TRY(check_id_token(arriving->identity.id_token, keys, wanted));
    arriving->identity.subject = std::move(identity.subject);
    arriving->identity.sid = std::move(identity.sid);
    return {};
  };
  arriving->line.with_keys(look, [this, arriving](const Result<void>& checked) {
    arriving->done(checked ? settle(*arriving) : Result<Arrival>(checked.error()));
  });
}

Result<Arrival> SignInService::settle(const Arriving& arriving) {
  const ProvenIdentity& identity = arriving.identity;
  const auto person = ALONGSIDE_TRY(store_.person_of(identity.provider, identity.subject));
  Arrival arrival;
  arrival.then = arriving.attempt.then;
  if (person) {
    arrival.session = ALONGSIDE_TRY(begin_session(*person, identity, arriving.before, arriving.attempt.device));
  } else {
    ALONGSIDE_TRY(store_.wait_for_code(arriving.browser, {identity, arriving.attempt.then}));
  }
  return arrival;
}

Result<NewSession> SignInService::begin_session(const LinkedPerson& person, const ProvenIdentity& identity,
                                                const Actor& before, std::string_view device) {
  const NewSession session = ALONGSIDE_TRY(sessions_.begin(before, person.household, person.person, device));
  ALONGSIDE_TRY(store_.note_session(session.actor.session, identity));
  return session;
}

Result<std::optional<WaitingIdentity>> SignInService::waiting(const std::optional<SessionToken>& browser) {
  if (!browser) return std::optional<WaitingIdentity>();
  return store_.waiting(*browser);
}

void SignInService::told_logout(std::string_view provider, std::string token, std::function<void(Result<void>)> done) {
  ProviderLine* const there = line(provider);
  if (there == nullptr) return done(no_provider());
  const ProviderConfig& config = there->config();
  const TokenWanted wanted = wanted_of(config);
  auto logout = std::make_shared<Logout>();
  const auto look = [wanted, logout, token = std::move(token)](const KeySet& keys) -> Result<void> {
    *logout = ALONGSIDE_TRY(check_logout_token(token, keys, wanted));
    return {};
  };
  there->with_keys(look, [this, id = config.id, logout, done = std::move(done)](const Result<void>& checked) {
    if (!checked) return done(checked.error());
    const auto first = store_.note_logout(id, logout->id, (logout->ends_seconds + 3600) * 1000);
    if (!first) return done(first.error());
    if (!first.value()) return done(Error{ErrorCode::NotAllowed, "the token: it was told before"});
    done(end_sessions(id, logout->subject, logout->sid));
  });
}

Result<void> SignInService::end_sessions(std::string_view provider, const std::string& subject,
                                         const std::string& sid) {
  for (const SessionHandle session : ALONGSIDE_TRY(store_.sessions_of(provider, subject, sid))) {
    ALONGSIDE_TRY(sessions_.end_named(session));
  }
  return {};
}

Result<std::string> SignInService::start_of(const Actor& actor) {
  const auto identity = ALONGSIDE_TRY(store_.session_came_from(actor.session));
  if (identity && identity->provider == passkey_way) return std::string(passkey_start);
  if (identity) return "/sign-in/" + identity->provider;
  return std::string(actor.signed_in() && config_.codes == CodeUse::Alone ? "/signin" : "");
}

Result<std::string> SignInService::begin_leaving(const Actor& actor, const SessionToken& browser) {
  const auto identity = ALONGSIDE_TRY(store_.session_came_from(actor.session));
  if (!identity || line(identity->provider) == nullptr) return std::string();
  ALONGSIDE_TRY(store_.begin_leaving(browser, *identity));
  return "/sign-in/" + identity->provider + "/leave";
}

void SignInService::leave(std::string_view provider, const std::optional<SessionToken>& browser,
                          std::function<void(Result<std::string>)> done) {
  ProviderLine* const there = line(provider);
  if (there == nullptr || !browser) return done(std::string("/"));
  const auto id_token = store_.take_leaving(*browser, provider);
  if (!id_token) return done(id_token.error());
  if (!id_token.value()) return done(std::string("/"));
  there->document(
      [this, there, hint = *id_token.value(), done = std::move(done)](const Result<ProviderDocument>& document) {
        if (!document || document->end_session_endpoint.empty()) return done(std::string("/"));
        std::string address = document->end_session_endpoint;
        add_parameter(address, "id_token_hint", hint);
        add_parameter(address, "client_id", there->config().client_id);
        add_parameter(address, "post_logout_redirect_uri", config_.app + "/");
        done(std::move(address));
      });
}

}  // namespace alongside::server
