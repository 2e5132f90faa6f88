#include "plugins/feedback/api/invitations/feature.hpp"

#include "app/base/clock.hpp"
#include "app/server/feature.hpp"
#include "app/server/personal/personal_tables.hpp"
#include "app/server/reply.hpp"
#include "app/server/sign_in/throttles.hpp"
#include "app/server/sync/system_chance.hpp"
#include "app/server/tokens/token_desk.hpp"
#include "plugins/feedback/api/invitations/invitation_desk.hpp"
#include "plugins/feedback/api/invitations/invite_verb.hpp"
#include "plugins/feedback/api/survey_shelf.hpp"
#include "plugins/feedback/api/without_scripts_html.hpp"
#include "plugins/feedback/model/invited_survey.hpp"

#include <algorithm>
#include <charconv>
#include <string>

namespace alongside::feedback {
namespace {

constexpr std::string_view look_route = "/api/feedback/invited/{code}";
constexpr std::string_view buy_route = "/api/feedback/invited/{code}/{version}";
constexpr std::size_t blinded_bytes = 256;
constexpr server::ThrottleRule wrong_invitations{server::ThrottleKind::WrongInvitationFromAddress, 20, 180'000};

server::Response signature_response(const Bytes& bytes) {
  server::Response response;
  response.content_type = "application/octet-stream";
  response.body.assign(bytes.begin(), bytes.end());
  return response;
}

constexpr WithoutScripts invited_page{{"You are invited", "Rydych wedi cael gwahoddiad"},
                                      {"With the code on your invitation you can tell us what you think.",
                                       "Gyda'r cod ar eich gwahoddiad gallwch ddweud wrthym beth yw eich barn."}};

class InvitationsFeature final : public server::Feature {
 public:
  explicit InvitationsFeature(server::FeatureContext& context) : context_(context) {}

  std::string_view id() const override { return "feedback_invitations"; }
  std::span<const server::Migration> migrations() const override { return InvitationDesk::migrations(); }
  void personal(server::PersonalTables& tables) override {
    tables.about_nobody("feedback_invitations", "codes that no name stands beside, and sums of what they are worth");
  }
  void verbs(server::Verbs& verbs) override { add_invite_verb(verbs, context_, chance_); }

  // Open to all: who has a code may answer, and nobody asks who that is.
  void access(server::AccessTable& table) override {
    table.open_to_all("GET " + std::string(look_route));
    table.open_to_all("POST " + std::string(buy_route));
  }

  void routes(server::Router& router) override {
    router.get(look_route, [this](const server::Request& request) {
      const auto invited = invited_survey(request);
      if (!invited.ok()) return server::problem(request, invited.error());
      return server::reply(request, invited.value());
    });
    router.post(
        buy_route,
        [this](const server::Request& request) {
          const auto signature = buy(request);
          return signature.ok() ? signature_response(signature.value()) : server::problem(request, signature.error());
        },
        blinded_bytes);
  }

  void pages(server::PageRouter& pages) override {
    const auto page = [this](const server::Request& request) -> Result<server::PageContent> {
      return without_scripts_html(invited_page, context_.council.council.help, request.language);
    };
    pages.page("/i", page);
    pages.page("/i/{code}", page);
  }

 private:
  // Guessing is slowed down by where it comes from, before a hash is made of it.
  Result<Invitation> find(const server::Request& request, ErrorCode when_wrong) {
    server::Throttles throttles(context_.database, context_.clock);
    if (!ALONGSIDE_TRY(throttles.left(wrong_invitations, request.address)))
      return Error{ErrorCode::Unavailable, "There were too many wrong codes. Wait a few minutes, then try again."};
    auto found = ALONGSIDE_TRY(InvitationDesk(context_.database).look_up(request.parameter(0)));
    if (found) return std::move(*found);
    ALONGSIDE_TRY(throttles.take(wrong_invitations, request.address));
    return Error{when_wrong, "This code does not work."};
  }

  bool is_over(const Invitation& invitation, const Survey& survey) const {
    const Date today = context_.clock.today();
    return invitation.until < today || !is_open(survey, today);
  }

  Result<InvitedSurvey> invited_survey(const server::Request& request) {
    const Invitation invitation = ALONGSIDE_TRY(find(request, ErrorCode::NotFound));
    InvitedSurvey invited;
    invited.survey = ALONGSIDE_TRY(SurveyShelf(context_.database).announced(invitation.survey));
    invited.service = invitation.service;
    invited.service_name = invitation.service_name;
    if (is_over(invitation, invited.survey))
      invited.state = InvitedState::Over;
    else if (invitation.is_used)
      invited.state = InvitedState::Used;
    return invited;
  }

  // One token for a code: signed unseen, and the same bytes are signed again, since a reply may be lost.
  Result<Bytes> buy(const server::Request& request) {
    if (request.body.size() != blinded_bytes) return Error{ErrorCode::InvalidInput, "a blinded message has 256 bytes"};
    const Invitation invitation = ALONGSIDE_TRY(find(request, ErrorCode::NotAllowed));
    const Survey survey = ALONGSIDE_TRY(SurveyShelf(context_.database).announced(invitation.survey));
    if (is_over(invitation, survey)) return Error{ErrorCode::NotAllowed, "This survey is over."};
    const std::string_view text = request.parameter(1);
    Edition edition{invitation.survey, 0, {}};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), edition.version);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size())
      return Error{ErrorCode::NotFound, "there is no such version"};
    auto transaction = ALONGSIDE_TRY(server::Transaction::create(context_.database));
    ALONGSIDE_TRY(InvitationDesk(context_.database).use(invitation, request.body));
    Bytes signature =
        ALONGSIDE_TRY(server::TokenDesk(context_.database).sign_for_holder(token_purpose(edition), request.body));
    ALONGSIDE_TRY(transaction.commit());
    return signature;
  }

  server::FeatureContext context_;
  server::SystemChance chance_;
};

}  // namespace

std::unique_ptr<server::Feature> make_invitations_feature(server::FeatureContext& context) {
  return std::make_unique<InvitationsFeature>(context);
}

}  // namespace alongside::feedback
