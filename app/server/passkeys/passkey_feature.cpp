#include "app/server/passkeys/passkey_feature.hpp"

#include "app/base/base64url.hpp"
#include "app/server/feature.hpp"
#include "app/server/passkeys/passkey_html.hpp"
#include "app/server/passkeys/passkey_personal.hpp"
#include "app/server/passkeys/passkey_service.hpp"
#include "app/server/passkeys/passkey_tables.hpp"
#include "app/server/reply.hpp"
#include "app/server/session/session_cookie.hpp"
#include "app/server/sign_in/inside_address.hpp"
#include "app/server/sign_in/sign_in_service.hpp"
#include "app/server/sync/system_chance.hpp"

#include <utility>

namespace alongside::server {

namespace {

constexpr std::size_t passkey_form_bytes = 16 * 1024;
constexpr std::size_t longest_passkey_device = 200;
constexpr std::string_view own_passkeys_path = "/sign-in/passkey/mine";

Query passkey_fields(const Request& request) {
  return Query::parse({reinterpret_cast<const char*>(request.body.data()), request.body.size()});
}

// Nothing when it is no such text, or stands there twice: that could be read in two ways.
Bytes passkey_bytes_in(const Query& fields, std::string_view name) {
  const auto values = fields.values(name);
  return values.size() == 1 ? base64url_bytes(values.front()).value_or(Bytes()) : Bytes();
}

std::string passkey_device_in(const Query& query) {
  return std::string(query.value("device").substr(0, longest_passkey_device));
}

Response to_own_passkeys(PasskeyWord word) {
  return see_other(std::string(own_passkeys_path) + "?word=" + std::string(name_of(word)));
}

// A page with a form says where it comes from, and is nobody else's to keep.
Response passkey_page(PageContent page) {
  Response response;
  response.page = std::make_shared<const PageContent>(std::move(page));
  response.referrer = Referrer::OwnPages;
  response.caching = Caching::Private;
  return response;
}

PasskeyWord passkey_word_of(const Error& error) {
  if (error.code == ErrorCode::SignedOut) return PasskeyWord::NotFresh;
  if (error.code == ErrorCode::TooLarge) return PasskeyWord::Full;
  return PasskeyWord::NotAdded;
}

bool is_our_fault(const Error& error) { return error.code == ErrorCode::Storage || error.code == ErrorCode::Internal; }

class PasskeyFeature final : public Feature {
 public:
  PasskeyFeature(const FeatureContext& context, Sessions& sessions, SignInService& sign_in)
      : context_(context),
        sign_in_(sign_in),
        service_({context.database, context.documents, context.clock, chance_, sessions, context.council.sign_in}) {}

  std::string_view id() const override { return "passkeys"; }
  std::span<const Migration> migrations() const override { return passkey_migrations(); }
  void personal(PersonalTables& tables) override { add_passkey_personal(tables); }
  void retention(RetentionRules& rules) override { add_passkey_retention(rules); }
  // A passkey that was removed since the backup, perhaps because its device was lost, must not work again; whoever
  // still has theirs adds it again once they are in by another way.
  Result<void> restored(Database& database) const override {
    return database.execute("DELETE FROM passkey; DELETE FROM passkey_challenge;");
  }

  void access(AccessTable& table) override {
    table.open_to_all("GET /sign-in/passkey/use");
    table.open_to_all("POST /sign-in/passkey/use");
    table.open_to_all("GET /sign-in/passkey/mine");  // whoever is nobody yet is led to where one signs in
    table.signed_in("POST /sign-in/passkey/add");
    table.signed_in("POST /sign-in/passkey/remove");
  }

  void routes(Router& router) override {
    router.get(passkey_start, [this](const Request& request) { return sign_in_page(request); });
    router.get(own_passkeys_path, [this](const Request& request) { return own_page(request); });
    add_form(router, passkey_start, &PasskeyFeature::sign_in);
    add_form(router, "/sign-in/passkey/add", &PasskeyFeature::add);
    add_form(router, "/sign-in/passkey/remove", &PasskeyFeature::remove);
  }

 private:
  using FormHandler = Response (PasskeyFeature::*)(const Request&, const Query&);

  void add_form(Router& router, std::string_view pattern, FormHandler handler) {
    const auto answer = [this, handler](const Request& request) {
      return service_.offered() ? (this->*handler)(request, passkey_fields(request)) : nothing_here(request);
    };
    router.post_form(pattern, answer, Takes::Forms, passkey_form_bytes);
  }

  static Response nothing_here(const Request& request) {
    return problem(request, 404, "not_found", "There are no passkeys here.");
  }

  Response sign_in_page(const Request& request) {
    if (!service_.offered()) return nothing_here(request);
    const SessionToken browser = request.cookies.signing_in.value_or(sign_in_.random_secret());
    auto challenge = service_.begin_sign_in(browser);
    if (!challenge) return problem(request, challenge.error());
    Response response = passkey_page(
        passkey_sign_in_page(context_.council, request.language,
                             {std::move(challenge).value(), inside_address(request.query.value("then")),
                              passkey_device_in(request.query), passkey_word_named(request.query.value("word"))}));
    response.more_cookies.push_back(sign_in_cookie(SignInCookie::SigningIn, browser));
    return response;
  }

  Response sign_in(const Request& request, const Query& fields) {
    PasskeyEntry entry;
    entry.credential = passkey_bytes_in(fields, "credential");
    entry.client_data = passkey_bytes_in(fields, "client-data");
    entry.auth_data = passkey_bytes_in(fields, "auth-data");
    entry.signature = passkey_bytes_in(fields, "signature");
    entry.handle = passkey_bytes_in(fields, "handle");
    entry.device_name = passkey_device_in(fields);
    entry.address = request.address;
    entry.cookies = request.cookies;
    entry.before = request.actor;
    const std::string then = inside_address(fields.value("then"));
    const auto in = service_.sign_in(entry);
    if (!in) return refused(request, in.error(), then);
    Response response = see_other(then);
    response.security_event = "signed_in_by_passkey";
    response.set_cookie = session_cookie(in->session.token, in->session.lasts_seconds);
    response.more_cookies = {no_sign_in_cookie(SignInCookie::SigningIn),
                             sign_in_cookie(SignInCookie::Device, in->device)};
    return response;
  }

  static Response refused(const Request& request, const Error& error, const std::string& then) {
    if (is_our_fault(error)) return problem(request, error);
    const bool too_many = error.code == ErrorCode::Unavailable;
    const PasskeyWord word = too_many ? PasskeyWord::TooMany : PasskeyWord::Refused;
    Response response =
        see_other(std::string(passkey_start) + "?word=" + std::string(name_of(word)) + "&then=" + percent_encode(then));
    response.security_event = too_many ? "too_many_passkeys" : "passkey_refused";
    if (error.code == ErrorCode::Conflict) response.security_event = "passkey_count_went_back";
    if (!too_many) response.fault = error.detail;
    return response;
  }

  Response own_page(const Request& request) {
    if (!service_.offered()) return nothing_here(request);
    if (!request.actor.signed_in()) return see_other("/signin?then=" + percent_encode(own_passkeys_path));
    auto page = own_passkeys(request);
    if (!page) return problem(request, page.error());
    return passkey_page(own_passkeys_page(context_.council, request.language, page.value()));
  }

  Result<OwnPasskeysPage> own_passkeys(const Request& request) {
    OwnPasskeysPage page;
    page.word = passkey_word_named(request.query.value("word"));
    page.device = passkey_device_in(request.query);
    page.passkeys = ALONGSIDE_TRY(service_.list(request.actor));
    const bool fresh = ALONGSIDE_TRY(service_.is_fresh(request.actor));
    if (fresh && page.passkeys.size() < PasskeyService::most_each) {
      page.asked = ALONGSIDE_TRY(service_.begin_add(request.actor));
    }
    // Where a code lets in there is no page to go to: whoever is signed in is told so there.
    const std::string again = ALONGSIDE_TRY(sign_in_.start_of(request.actor));
    if (again.starts_with("/sign-in/")) page.sign_in_again = again + "?then=" + percent_encode(own_passkeys_path);
    return page;
  }

  Response add(const Request& request, const Query& fields) {
    const auto added =
        service_.add(request.actor, {passkey_bytes_in(fields, "client-data"), passkey_bytes_in(fields, "auth-data"),
                                     std::string(fields.value("name"))});
    if (!added && is_our_fault(added.error())) return problem(request, added.error());
    Response response = to_own_passkeys(added ? PasskeyWord::Added : passkey_word_of(added.error()));
    response.security_event = added ? "passkey_added" : "passkey_not_added";
    if (!added) response.fault = added.error().detail;
    return response;
  }

  Response remove(const Request& request, const Query& fields) {
    const auto removed = service_.remove(request.actor, fields.value("id"));
    // One that is gone already is as they wanted it.
    if (!removed && removed.error().code != ErrorCode::NotFound) return problem(request, removed.error());
    Response response = to_own_passkeys(PasskeyWord::Removed);
    if (removed) response.security_event = "passkey_removed";
    return response;
  }

  FeatureContext context_;
  SignInService& sign_in_;
  SystemChance chance_;
  PasskeyService service_;
};

}  // namespace

std::unique_ptr<Feature> make_passkey_feature(const FeatureContext& context, Sessions& sessions,
                                              SignInService& sign_in) {
  return std::make_unique<PasskeyFeature>(context, sessions, sign_in);
}

}  // namespace alongside::server
