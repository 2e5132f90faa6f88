#include "app/server/session/session_feature.hpp"

#include "app/base/clock.hpp"
#include "app/server/feature.hpp"
#include "app/server/mail/mail_address.hpp"
#include "app/server/mail/mail_wish.hpp"
#include "app/server/metrics/measured_number.hpp"
#include "app/server/metrics/measures.hpp"
#include "app/server/personal/personal_rows.hpp"
#include "app/server/reply.hpp"
#include "app/server/retention/reap_rows.hpp"
#include "app/server/session/session_cookie.hpp"
#include "app/server/session/session_info.hpp"
#include "app/server/session/session_tables.hpp"
#include "app/server/session/sessions.hpp"
#include "app/server/sign_in/sign_in_service.hpp"

namespace alongside::server {

namespace {

// Those that are over are not told, whether they are deleted yet or not: that is done when anybody signs in, and would
// tell one parent that the other did.
Result<void> tell_sessions(const PersonalContext& context, EverythingHeld& held) {
  const std::string now = std::to_string(context.clock.now_ms());
  const TellHeld tell = tell_rows({"session",
                                   {"Where you are signed in", "Ble rydych wedi mewngofnodi"},
                                   {"A place", "Lle"},
                                   "SELECT device, began_day, used_day FROM session WHERE person = ?1 AND"
                                   " idle_until_ms > " +
                                       now + " AND ends_ms > " + now + " ORDER BY began_day, used_day, handle",
                                   {{"device", {"Device", "Dyfais"}},
                                    {"began", {"Since", "Ers"}, HeldAs::Day},
                                    {"used", {"Last used", "Defnyddiwyd ddiwethaf"}, HeldAs::Day}}});
  return tell(context, held);
}

class SessionFeature final : public Feature {
 public:
  SessionFeature(const FeatureContext& context, Sessions& sessions, SignInService& sign_in, const DemoMode& demo)
      : context_(context), sessions_(sessions), sign_in_(sign_in), demo_(demo) {}

  std::string_view id() const override { return "session"; }
  std::span<const Migration> migrations() const override { return session_migrations(); }
  // Whoever signed out, or was signed out, since the backup stays so.
  Result<void> restored(Database& database) const override { return database.execute("DELETE FROM session"); }

  void personal(PersonalTables& tables) override {
    tables.add({"session",
                tell_sessions,
                {},
                erase_rows("places where they were signed in", "DELETE FROM session WHERE person = ?1")});
  }

  void measures(Measures& measures) override {
    measures.add({"sessions", "Places where somebody is signed in.",
                  measured_number(context_.database, "SELECT count(*) FROM session")});
  }

  void retention(RetentionRules& rules) override {
    rules.add({"ended", "places where somebody was signed in, once they are over", "nothing needs them",
               &Retention::ended, reap_where("session", "handle", "(idle_until_ms <= ?3 OR ends_ms <= ?3)")});
  }

  void verbs(Verbs& verbs) override {
    verbs.add(Role::Households,
              {"household",
               "sign-out",
               "Sign a person out everywhere, or everybody. Their ways in stay: this only ends what is open now.",
               {{"PERSON", "the person's id, or `everybody`"}},
               [this](std::span<const std::string> arguments) { return sign_out(arguments[0]); }});
  }

  void access(AccessTable& table) override {
    table.open_to_all("GET /api/session");
    table.open_to_all("GET /api/session/demo");
    table.open_to_all("POST /api/session/demo");
    table.open_to_all("POST /api/session/end");  // a second one, after a lost reply, is no mistake
    table.signed_in("GET /api/session/list");
    table.signed_in("POST /api/session/revoke");
  }

  void routes(Router& router) override {
    router.get("/api/session", [this](const Request& request) { return who(request); });
    router.get("/api/session/list", [this](const Request& request) { return list(request); });
    router.post("/api/session/end", [this](const Request& request) { return end(request); });
    router.post("/api/session/revoke", [this](const Request& request) {
      return with_body<wire::SessionRevoke>(request, [&](const auto& asked) { return revoke(request, asked); });
    });
    if (demo_ == DemoMode::Off) return;
    router.get("/api/session/demo", [this](const Request& request) {
      const auto people = demo_people(context_.database);
      return people ? reply(request, people.value()) : problem(request, people.error());
    });
    router.post("/api/session/demo", [this](const Request& request) {
      return with_body<wire::DemoSignIn>(request, [&](const auto& asked) { return sign_in(request, asked); });
    });
  }

 private:
  Result<std::string> sign_out(const std::string& whom) {
    const auto person = PersonId::parse(whom);
    const bool everybody = whom == "everybody";
    if (!person && !everybody) {
      return Error{ErrorCode::InvalidInput,
                   "PERSON: write an id, like 30000000-0000-4000-8000-000000000001, or `everybody`"};
    }
    ALONGSIDE_TRY(everybody ? sessions_.end_everybody() : sessions_.end_all(person.value()));
    return std::string(everybody ? "Everybody is signed out.\n" : "They are signed out everywhere.\n");
  }

  Response who(const Request& request) { return answer(request, request.actor); }

  Response answer(const Request& request, const Actor& actor) {
    auto info = session_info(context_.database, context_.clock, actor);
    if (!info) return problem(request, info.error());
    const auto expires = sessions_.expires_ms(actor);
    if (!expires) return problem(request, expires.error());
    info->now_ms = context_.clock.now_ms();
    info->expires_ms = expires.value();
    auto again = sign_in_.start_of(actor);
    if (!again) return problem(request, again.error());
    info->again = std::move(again).value();
    if (const auto offered = offer_emails(info.value()); !offered) return problem(request, offered.error());
    return reply(request, info.value());
  }

  Result<void> offer_emails(wire::SessionInfo& info) const {
    if (info.person.is_nil() || !context_.council.mail.sends()) return {};
    const std::string address = ALONGSIDE_TRY(mail_address_of(context_.database, info.person));
    info.emails = is_mail_address(address) ? wire::EmailOffer::Offered : wire::EmailOffer::NoAddress;
    info.email = masked_address(address);
    return {};
  }

  Response list(const Request& request) {
    const auto list = sessions_.list(request.actor);
    return list ? reply(request, list.value()) : problem(request, list.error());
  }

  Response end(const Request& request) {
    wire::SessionInfo nobody;
    nobody.now_ms = context_.clock.now_ms();
    const SessionToken browser = sign_in_.random_secret();
    if (request.actor.signed_in()) {
      auto leave = sign_in_.begin_leaving(request.actor, browser);
      if (!leave) return problem(request, leave.error());
      nobody.leave = std::move(leave).value();
      if (const auto ended = sessions_.end(request.actor); !ended) return problem(request, ended.error());
    }
    Response response = reply(request, nobody);
    response.set_cookie = no_session_cookie();
    if (request.actor.signed_in()) response.security_event = "signed_out";
    if (!nobody.leave.empty()) response.more_cookies.push_back(sign_in_cookie(SignInCookie::Leaving, browser));
    return response;
  }

  Response revoke(const Request& request, const wire::SessionRevoke& asked) {
    if (asked.handle == request.actor.session) return end(request);
    const auto revoked = sessions_.revoke(request.actor, asked.handle);
    if (!revoked) return problem(request, revoked.error());
    Response response = list(request);
    response.security_event = "session_revoked";
    return response;
  }

  Response sign_in(const Request& request, const wire::DemoSignIn& asked) {
    const auto household = demo_household_of(context_.database, asked.person);
    if (!household) return problem(request, household.error());
    // A real person and nobody at all are answered alike.
    if (household->is_nil()) return problem(request, 404, "not_found", "There is nobody here of that name to try.");
    const auto begun = sessions_.begin(request.actor, household.value(), asked.person, asked.device);
    if (!begun) return problem(request, begun.error());
    Response response = answer(request, begun->actor);
    response.set_cookie = session_cookie(begun->token, begun->lasts_seconds);
    response.security_event = "signed_in_for_demo";
    return response;
  }

  FeatureContext context_;
  Sessions& sessions_;
  SignInService& sign_in_;
  const DemoMode& demo_;
};

}  // namespace

std::unique_ptr<Feature> make_session_feature(const FeatureContext& context, Sessions& sessions, SignInService& sign_in,
                                              const DemoMode& demo) {
  return std::make_unique<SessionFeature>(context, sessions, sign_in, demo);
}

}  // namespace alongside::server
