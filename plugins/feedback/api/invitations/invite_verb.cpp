#include "plugins/feedback/api/invitations/invite_verb.hpp"

#include "app/base/chance.hpp"
#include "app/base/clock.hpp"
#include "app/server/feature.hpp"
#include "app/server/web_address.hpp"
#include "app/server/whole_file.hpp"
#include "plugins/feedback/api/invitations/invitation_desk.hpp"
#include "plugins/feedback/api/invitations/qr_drawing_qrencode.hpp"
#include "plugins/feedback/api/survey_shelf.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace alongside::feedback {
namespace {

using InviteArguments = std::span<const std::string>;
using server::FeatureContext;
using server::VerbArgumentKind;
using server::VerbArgumentUse;

constexpr std::size_t most_codes = 500, most_service_id = 36, most_service_letters = 200;

// The places of the arguments, as the verb names them.
struct Given {
  enum : std::size_t { Action, Survey, Count, Until, Service, ServiceName, Qr, At };
};

Error invite_error(std::string what) { return {ErrorCode::InvalidInput, std::move(what)}; }

// Where families open the app: said, or as letters say it.
Result<std::string> app_address(const FeatureContext& context, InviteArguments arguments) {
  std::string address = arguments[Given::At].empty() ? context.council.mail.app : arguments[Given::At];
  while (address.ends_with('/')) address.pop_back();
  if (address.empty()) return invite_error("say where families open the app: --at https://short-breaks.example");
  if (!server::is_safe_web_address(address) || address.find('?') != address.npos)
    return invite_error("write the app's address like https://short-breaks.example");
  return address;
}

Result<Survey> open_announcement(const FeatureContext& context, const std::string& id) {
  const auto survey = SurveyId::parse(id);
  if (!survey.ok()) return invite_error("give the id of a survey, as it stands in the announcements");
  const Survey announced = ALONGSIDE_TRY(SurveyShelf(context.database).announced(survey.value()));
  if (!is_open(announced, context.clock.today())) return invite_error("this survey is not open today");
  return announced;
}

Result<std::string> invite_link(const FeatureContext& context, InviteArguments arguments) {
  const Survey survey = ALONGSIDE_TRY(open_announcement(context, arguments[Given::Survey]));
  const std::string address = ALONGSIDE_TRY(app_address(context, arguments)) + "/say/" + survey.id;
  std::string report = address + "\n";
  if (!arguments[Given::Qr].empty()) {
    ALONGSIDE_TRY(server::write_whole_file(arguments[Given::Qr], ALONGSIDE_TRY(qr_svg(address))));
    report += "As a QR code: " + arguments[Given::Qr] + "\n";
  }
  if (survey.anonymity == Anonymity::Named) report += "It asks for the name: whoever opens it signs in to send.\n";
  return report;
}

// A code promises that nobody knows whose answer it was: only such surveys have them, and only where one person
// answers once, since without a token anybody may answer as often as they like.
Result<InvitationFor> codes_for(const FeatureContext& context, InviteArguments arguments) {
  const Survey survey = ALONGSIDE_TRY(open_announcement(context, arguments[Given::Survey]));
  const SurveyId id = ALONGSIDE_TRY(SurveyId::parse(survey.id));
  const auto published = ALONGSIDE_TRY(SurveyShelf(context.database).published(survey.id, context.clock.today()));
  if (survey.anonymity == Anonymity::Named)
    return invite_error("this survey asks for the name: pass on its link, and people sign in (survey invite link)");
  if (published.definition.how_often != HowOften::Once)
    return invite_error(
        "anybody may answer this survey as often as they like: its link is enough (survey invite link)");
  InvitationFor what{id, survey.closes, arguments[Given::Service], arguments[Given::ServiceName]};
  if (!arguments[Given::Until].empty()) {
    const auto until = Date::parse(arguments[Given::Until]);
    if (!until.ok() || until.value() < context.clock.today()) return invite_error("write the last day like 2026-12-18");
    what.until = std::min(what.until, until.value());
  }
  if (what.service.size() > most_service_id || what.service_name.size() > most_service_letters ||
      what.service.empty() != what.service_name.empty())
    return invite_error("say which service with both: --service ID --service-name \"Saturday Stars\"");
  return what;
}

Result<std::string> hand_out(const FeatureContext& context, Chance& chance, InviteArguments arguments,
                             const std::vector<CodeSecret>& secrets) {
  const std::string address = ALONGSIDE_TRY(app_address(context, arguments)) + "/i/";
  const InvitationFor what = ALONGSIDE_TRY(codes_for(context, arguments));
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context.database));
  InvitationDesk desk(context.database);
  ALONGSIDE_TRY(desk.tidy(context.clock.today()));
  const auto codes = ALONGSIDE_TRY(desk.issue(what, secrets, chance));
  std::string report;
  for (const std::string& code : codes) {
    report += code + "  " + address + code + "\n";
    if (arguments[Given::Qr].empty()) continue;
    ALONGSIDE_TRY(
        server::write_whole_file(arguments[Given::Qr] + "/" + code + ".svg", ALONGSIDE_TRY(qr_svg(address + code))));
  }
  ALONGSIDE_TRY(transaction.commit());
  return report + std::to_string(codes.size()) + " codes, each for one answer, until " + what.until.iso() +
         ". They are shown this once.\n";
}

Result<std::size_t> code_count_in(const std::string& text) {
  std::size_t count = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() || count == 0 || count > most_codes)
    return invite_error("say how many codes: --count 30 (500 at most at once)");
  return count;
}

Result<std::string> end_codes(const FeatureContext& context, const std::string& survey) {
  const auto id = SurveyId::parse(survey);
  if (!id.ok()) return invite_error("give the id of a survey, as it stands in the announcements");
  const std::size_t ended = ALONGSIDE_TRY(InvitationDesk(context.database).end(id.value()));
  return std::to_string(ended) + " codes that nobody had used no longer work.\n";
}

Result<std::string> list_codes(const FeatureContext& context, const std::string& survey) {
  const auto id = SurveyId::parse(survey);
  if (!id.ok()) return invite_error("give the id of a survey, as it stands in the announcements");
  const auto counts = ALONGSIDE_TRY(InvitationDesk(context.database).counts(id.value()));
  return std::to_string(counts.made) + " codes, " + std::to_string(counts.used) + " used.\n";
}

// Slow hashes are made where the server does not wait for them.
Result<server::VerbEnd> begin_invite(const FeatureContext& context, Chance& chance, InviteArguments given) {
  const std::vector<std::string> arguments(given.begin(), given.end());
  const std::string& action = arguments[Given::Action];
  if (action == "link") return server::VerbEnd([&context, arguments] { return invite_link(context, arguments); });
  if (action == "end")
    return server::VerbEnd([&context, arguments] { return end_codes(context, arguments[Given::Survey]); });
  if (action == "list")
    return server::VerbEnd([&context, arguments] { return list_codes(context, arguments[Given::Survey]); });
  if (action != "codes") return invite_error("write link, codes, list or end");
  if (!arguments[Given::Qr].empty() && !std::filesystem::is_directory(arguments[Given::Qr]))
    return invite_error("codes have a QR code each: give a folder that is there, --qr FOLDER");
  std::vector<CodeSecret> secrets(ALONGSIDE_TRY(code_count_in(arguments[Given::Count])));
  for (CodeSecret& secret : secrets) secret = ALONGSIDE_TRY(CodeSecret::make(chance));
  return server::VerbEnd([&context, &chance, arguments, secrets = std::move(secrets)] {
    return hand_out(context, chance, arguments, secrets);
  });
}

}  // namespace

void add_invite_verb(server::Verbs& verbs, const FeatureContext& context, Chance& chance) {
  constexpr auto optional = VerbArgumentUse::Optional;
  verbs.add(
      server::Role::Surveys,
      {"survey",
       "invite",
       "Make a link, QR codes or single-use codes to a survey; count them; or end those that nobody used.",
       {{"ACTION", "link, codes, list or end"},
        {"ID", "the survey's id"},
        {"--count", "of codes: how many", VerbArgumentKind::Text, optional},
        {"--until", "of codes: the last day, like 2026-12-18", VerbArgumentKind::Text, optional},
        {"--service", "of codes: the id of the service that was visited", VerbArgumentKind::Text, optional},
        {"--service-name", "of codes: its name", VerbArgumentKind::Text, optional},
        {"--qr", "of link: an SVG file to write; of codes: a folder for one each", VerbArgumentKind::Path, optional},
        {"--at", "where families open the app, if letters do not say it", VerbArgumentKind::Text, optional}},
       {},
       server::VerbNeeds::Data,
       [&context, &chance](InviteArguments arguments, const server::VerbPlace&) {
         return begin_invite(context, chance, arguments);
       }});
}

}  // namespace alongside::feedback
