#include "app/server/sign_in/sign_in_feature.hpp"

#include "app/server/feature.hpp"
#include "app/server/reply.hpp"
#include "app/server/session/session_info.hpp"
#include "app/server/sign_in/code_verbs.hpp"
#include "app/server/sign_in/inside_address.hpp"
#include "app/server/sign_in/sign_in_html.hpp"
#include "app/server/sign_in/sign_in_personal.hpp"
#include "app/server/sign_in/sign_in_service.hpp"
#include "app/server/sign_in/sign_in_tables.hpp"
#include "app/server/sync/system_chance.hpp"
#include "app/wire/messages/sign_in.hpp"

#include <memory>
#include <utility>

namespace alongside::server {

namespace {

constexpr std::size_t longest_device = 200;
constexpr std::size_t code_form_bytes = 1024;
constexpr std::size_t logout_form_bytes = 32 * 1024;

Response to_sign_in(SignInTrouble trouble) { return see_other("/signin?trouble=" + std::string(name_of(trouble))); }

// What a browser is told of a failed_sign_in sign-in; what was wrong with it is for the log alone.
Response failed_sign_in(const Error& error) {
  SignInTrouble trouble = SignInTrouble::Refused;
  if (error.code == ErrorCode::Conflict) trouble = SignInTrouble::Cancelled;
  const bool away = error.code == ErrorCode::Offline || error.code == ErrorCode::Unavailable ||
                    error.code == ErrorCode::TooLarge || error.code == ErrorCode::InvalidInput;
  if (away) trouble = SignInTrouble::Unavailable;
  Response response = to_sign_in(trouble);
  response.security_event = trouble == SignInTrouble::Cancelled ? "sign_in_cancelled" : "sign_in_refused";
  if (trouble != SignInTrouble::Cancelled) response.fault = "sign-in: " + error.detail;
  return response;
}

SignInTrouble code_trouble(const Error& error) {
  if (error.code == ErrorCode::SignedOut) return SignInTrouble::NobodyWaits;
  if (error.code == ErrorCode::Unavailable) return SignInTrouble::TooManyCodes;
  return SignInTrouble::WrongCode;
}

class SignInFeature final : public Feature {
 public:
  SignInFeature(const FeatureContext& context, SignInService& service) : context_(context), service_(service) {}

  std::string_view id() const override { return "sign_in"; }
  std::span<const Migration> migrations() const override { return sign_in_migrations(); }
  void personal(PersonalTables& tables) override { add_sign_in_personal(tables); }
  void retention(RetentionRules& rules) override { add_sign_in_retention(rules); }
  // A code that was used or withdrawn since the backup must not work again.
  Result<void> restored(Database& database) const override {
    return database.execute(
        "DELETE FROM sign_in_code; DELETE FROM sign_in_session; DELETE FROM sign_in_attempt;"
        "DELETE FROM sign_in_waiting;");
  }

  void access(AccessTable& table) override {
    for (const std::string_view row : {"GET /api/sign-in", "POST /api/sign-in/code", "GET /sign-in/{provider}",
                                       "GET /sign-in/{provider}/back", "GET /sign-in/{provider}/leave",
                                       "POST /sign-in/{provider}/logout", "GET /signin/code", "POST /signin/code"}) {
      table.open_to_all(row);
    }
  }

  void routes(Router& router) override {
    router.get("/api/sign-in", [this](const Request& request) { return desk(request); });
    router.post("/api/sign-in/code", [this](const Request& request) {
      return with_body<wire::SignInCode>(request, [&](const auto& entered) { return enter(request, entered); });
    });
    router.get("/sign-in/{provider}", [this](const Request& request) { return begin(request); });
    router.get("/sign-in/{provider}/back", [this](const Request& request) { return back(request); });
    router.get("/sign-in/{provider}/leave", [this](const Request& request) { return leave(request); });
    router.post_form(
        "/sign-in/{provider}/logout", [this](const Request& request) { return told_logout(request); },
        Takes::ProgramsForms, logout_form_bytes);
    router.post_form(
        "/signin/code", [this](const Request& request) { return enter_form(request); }, Takes::Forms, code_form_bytes);
    router.get("/signin/code", [this](const Request& request) { return code_page(request); });
  }

  void pages(PageRouter& pages) override {
    pages.page("/signin", [this](const Request& request) -> Result<PageContent> {
      return sign_in_page(context_.council, request.language, sign_in_trouble_named(request.query.value("trouble")),
                          inside_address(request.query.value("then")));
    });
  }

  void verbs(Verbs& verbs) override { add_code_verbs(verbs, context_, service_, chance_); }

 private:
  Response desk(const Request& request) {
    wire::SignInDesk desk;
    for (const ProviderConfig& provider : service_.config().providers) {
      desk.providers.push_back({provider.name, "/sign-in/" + provider.id, {}});
    }
    // Last: it is for who has added one before.
    if (service_.config().passkeys == PasskeyUse::Offered) {
      desk.providers.push_back({{"my passkey", "fy allwedd mynediad"}, std::string(passkey_start), {}});
    }
    if (service_.config().codes == CodeUse::Alone) desk.codes = wire::CodeOffer::Alone;
    const auto waiting = service_.waiting(request.cookies.signing_in);
    if (!waiting) return problem(request, waiting.error());
    if (waiting.value()) {
      desk.step = wire::SignInStep::CodeNeeded;
      desk.then = waiting.value()->then;
    }
    return reply(request, desk);
  }

  // Whoever is signed in at the provider is let in without another question there. So signing in begins by a press
  // on a page of ours: a link elsewhere leads to that page.
  Response begin(const Request& request) {
    if (request.led_here == LedHere::ByAnotherSite) {
      return see_other("/signin?then=" + percent_encode(inside_address(request.query.value("then"))));
    }
    const SessionToken browser = request.cookies.signing_in.value_or(service_.random_secret());
    Response response;
    Attempt attempt{std::string(request.parameter(0)), inside_address(request.query.value("then")),
                    std::string(request.query.value("device").substr(0, longest_device))};
    response.later = [this, attempt = std::move(attempt), browser](std::function<void(Response)> done) {
      service_.begin(attempt, browser, [browser, done](const Result<std::string>& address) {
        Response going = address ? see_other(address.value()) : failed_sign_in(address.error());
        if (address) going.more_cookies.push_back(sign_in_cookie(SignInCookie::SigningIn, browser));
        done(std::move(going));
      });
    };
    return response;
  }

  Response back(const Request& request) {
    const auto browser = request.cookies.signing_in;
    if (!browser || !is_single(request.query))
      return failed_sign_in({ErrorCode::NotAllowed, "an answer for another browser"});
    ProviderReturn answer;
    answer.provider = request.parameter(0);
    answer.state = request.query.value("state");
    answer.code = request.query.value("code");
    answer.issuer = request.query.value("iss");
    answer.error = request.query.value("error");
    Response response;
    response.later = [this, answer, browser = *browser, actor = request.actor](std::function<void(Response)> done) {
      service_.arrive(answer, browser, actor, [done](const Result<Arrival>& arrival) { done(arrived(arrival)); });
    };
    return response;
  }

  // A name twice could be read in two ways.
  static bool is_single(const Query& query) {
    for (const std::string_view name : {"state", "code", "iss", "error"}) {
      if (query.values(name).size() > 1) return false;
    }
    return true;
  }

  static Response arrived(const Result<Arrival>& arrival) {
    if (!arrival) return failed_sign_in(arrival.error());
    if (!arrival->session) return see_other("/signin/code");
    Response response = see_other(inside_address(arrival->then));
    response.security_event = "signed_in_by_provider";
    response.set_cookie = session_cookie(arrival->session->token, arrival->session->lasts_seconds);
    response.more_cookies.push_back(no_sign_in_cookie(SignInCookie::SigningIn));
    return response;
  }

  Result<SignedInByCode> redeem(const Request& request, std::string_view typed, std::string_view device) {
    CodeEntry entry;
    entry.typed = typed;
    entry.device_name = device;
    entry.address = request.address;
    entry.cookies = request.cookies;
    entry.before = request.actor;
    return service_.redeem(entry);
  }

  static Response refused_code(Response response, const Error& error) {
    response.security_event = error.code == ErrorCode::Unavailable ? "too_many_codes" : "code_refused";
    return response;
  }

  static void set_cookies(Response& response, const SignedInByCode& in) {
    response.security_event = "signed_in_by_code";
    response.set_cookie = session_cookie(in.session.token, in.session.lasts_seconds);
    response.more_cookies = {no_sign_in_cookie(SignInCookie::SigningIn),
                             sign_in_cookie(SignInCookie::Device, in.device)};
  }

  Response enter(const Request& request, const wire::SignInCode& entered) {
    const auto in = redeem(request, entered.code, entered.device);
    if (!in) return refused_code(problem(request, in.error()), in.error());
    auto info = session_info(context_.database, context_.clock, in->session.actor);
    if (!info) return problem(request, info.error());
    auto again = service_.start_of(in->session.actor);
    if (!again) return problem(request, again.error());
    info->again = std::move(again).value();
    info->now_ms = context_.clock.now_ms();
    info->expires_ms = info->now_ms + in->session.lasts_seconds * 1000;
    Response response = reply(request, info.value());
    set_cookies(response, in.value());
    return response;
  }

  Response enter_form(const Request& request) {
    const std::string_view body(reinterpret_cast<const char*>(request.body.data()), request.body.size());
    const auto in = redeem(request, Query::parse(body).value("code"), "");
    if (!in && code_trouble(in.error()) == SignInTrouble::NobodyWaits) return to_sign_in(SignInTrouble::NobodyWaits);
    if (!in) {
      return refused_code(see_other("/signin/code?trouble=" + std::string(name_of(code_trouble(in.error())))),
                          in.error());
    }
    Response response = see_other(inside_address(in->then));
    set_cookies(response, in.value());
    return response;
  }

  Response code_page(const Request& request) {
    Response response;
    response.page = std::make_shared<const PageContent>(
        sign_in_code_page(context_.council, request.language, sign_in_trouble_named(request.query.value("trouble"))));
    response.referrer = Referrer::OwnPages;
    return response;
  }

  Response leave(const Request& request) {
    Response response;
    response.later = [this, provider = std::string(request.parameter(0)),
                      browser = request.cookies.leaving](std::function<void(Response)> done) {
      service_.leave(provider, browser, [done](const Result<std::string>& address) {
        Response going = see_other(address ? address.value() : "/");
        going.more_cookies.push_back(no_sign_in_cookie(SignInCookie::Leaving));
        done(std::move(going));
      });
    };
    return response;
  }

  // OpenID Connect Back-Channel Logout 1.0, 2.8: 200 when it was done, 400 when it was refused.
  Response told_logout(const Request& request) {
    const std::string_view body(reinterpret_cast<const char*>(request.body.data()), request.body.size());
    const Query fields = Query::parse(body);  // kept: the values are views into it
    const auto tokens = fields.values("logout_token");
    if (tokens.size() != 1) return text_response(400, "There must be one logout_token.");
    Response response;
    response.later = [this, provider = std::string(request.parameter(0)),
                      token = std::string(tokens.front())](std::function<void(Response)> done) {
      service_.told_logout(provider, token, [done](const Result<void>& ended) {
        Response answer = text_response(ended ? 200 : 400, ended ? "" : "This logout token is not taken.");
        answer.security_event = ended ? "signed_out_by_provider" : "logout_refused";
        if (!ended) answer.fault = "logout: " + ended.error().detail;
        done(std::move(answer));
      });
    };
    return response;
  }

  FeatureContext context_;
  SignInService& service_;
  SystemChance chance_;  // for the ids of letters
};

}  // namespace

std::unique_ptr<Feature> make_sign_in_feature(const FeatureContext& context, SignInService& service) {
  return std::make_unique<SignInFeature>(context, service);
}

}  // namespace alongside::server
