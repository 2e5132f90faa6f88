#include "plugins/feedback/api/feature.hpp"

#include "app/base/clock.hpp"
#include "app/server/feature.hpp"
#include "app/server/json_reader.hpp"
#include "app/server/metrics/measured_number.hpp"
#include "app/server/metrics/measures.hpp"
#include "app/server/reply.hpp"
#include "app/server/sync/system_chance.hpp"
#include "app/server/tokens/token_desk.hpp"
#include "plugins/feedback/api/answer_box.hpp"
#include "plugins/feedback/api/convert/convert_verb.hpp"
#include "plugins/feedback/api/definition_file.hpp"
#include "plugins/feedback/api/definition_store.hpp"
#include "plugins/feedback/api/form_pictures.hpp"
#include "plugins/feedback/api/named_rules.hpp"
#include "plugins/feedback/api/personal.hpp"
#include "plugins/feedback/api/picture_pack.hpp"
#include "plugins/feedback/api/safety_box.hpp"
#include "plugins/feedback/api/safety_verbs.hpp"
#include "plugins/feedback/api/survey_html.hpp"
#include "plugins/feedback/api/survey_shelf.hpp"
#include "plugins/feedback/api/try_survey.hpp"

#include <string>
#include <utility>

namespace alongside::feedback {
namespace {

// No rowid where an order of arrival would say something about people.
constexpr server::Migration migrations_[] = {
    {1, "surveys",
     "CREATE TABLE feedback_surveys (one INTEGER PRIMARY KEY CHECK (one = 1), frame BLOB NOT NULL) STRICT;"},
    {2, "definitions and answers",
     "CREATE TABLE feedback_definitions (survey BLOB NOT NULL, version INTEGER NOT NULL, hash BLOB NOT NULL, "
     "definition BLOB NOT NULL, PRIMARY KEY (survey, version)) STRICT, WITHOUT ROWID;"
     "CREATE TABLE feedback_answers (id BLOB PRIMARY KEY, survey BLOB NOT NULL, version INTEGER NOT NULL, "
     "day INTEGER NOT NULL, answers BLOB NOT NULL) STRICT, WITHOUT ROWID;"},
    {3, "who does not feel safe",
     "CREATE TABLE feedback_safety (id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), arrived_ms INTEGER NOT NULL, "
     "person BLOB NOT NULL, read_ms INTEGER NOT NULL, read_by TEXT NOT NULL, call BLOB NOT NULL) "
     "STRICT, WITHOUT ROWID;"}};

constexpr std::string_view surveys_route = "/api/feedback/surveys";
constexpr std::string_view definition_route = "/api/feedback/definitions/{survey}";
constexpr std::string_view form_route = "/api/feedback/forms/{survey}";
constexpr std::string_view symbol_route = "/api/feedback/symbols/{file}";
constexpr std::string_view answers_route = "/api/feedback/answers";
constexpr std::string_view safety_route = "/api/feedback/safety";
constexpr std::size_t most_letter_bytes = 96 * 1024, most_safety_bytes = 24 * 1024;
constexpr server::JsonLimits file_limits{4 * 1024 * 1024, 32};

class FeedbackFeature final : public server::Feature {
 public:
  explicit FeedbackFeature(server::FeatureContext& context) : context_(context) {}

  std::string_view id() const override { return "feedback"; }
  std::span<const server::Migration> migrations() const override { return migrations_; }
  void configure(const server::CouncilConfig& council, server::JsonMistakes& mistakes) override {
    pictures_.read_openmoji(mistakes);
    pictures_.read_own(council, mistakes);
  }
  void operations(server::Operations& operations) override {
    add_named_rules(operations);
    add_safety_rules(operations, context_, chance_);
  }

  // Answers are open to all: who has a token may answer, and nobody asks who that is.
  void access(server::AccessTable& table) override {
    table.open_to_all("GET " + std::string(surveys_route));
    table.open_to_all("GET " + std::string(definition_route));
    table.open_to_all("GET " + std::string(form_route));
    table.open_to_all("GET " + std::string(symbol_route));
    table.open_to_all("POST " + std::string(answers_route));
    add_named_access(table);
    add_safety_access(table);
  }

  void personal(server::PersonalTables& tables) override { add_feedback_personal(tables); }
  void retention(server::RetentionRules& rules) override { add_feedback_retention(rules); }
  void measures(server::Measures& measures) override {
    measures.add(
        {"safety_calls_unacknowledged", "Calls for help that nobody has acknowledged: see council-api safety list.",
         server::measured_number(context_.database, "SELECT count(*) FROM feedback_safety WHERE read_ms = 0")});
  }
  void routes(server::Router& router) override {
    router.get(surveys_route, [this](const server::Request& request) {
      const auto open = shelf().open(today());
      if (!open.ok()) return server::problem(request, open.error());
      return server::reply(request, open.value(), server::Caching::Revalidate);
    });
    router.get(definition_route, [this](const server::Request& request) {
      const auto published = shelf().published(request.parameter(0), today());
      if (!published.ok()) return server::problem(request, published.error());
      return server::reply(request, published.value(), server::Caching::Revalidate);
    });
    router.get(form_route, [this](const server::Request& request) {
      auto form = shelf().form(request.parameter(0), today());
      if (!form.ok()) return server::problem(request, form.error());
      show_pictures(form.value().form, pictures_);
      return server::reply(request, form.value(), server::Caching::Revalidate);
    });
    router.get(symbol_route, [this](const server::Request& request) { return symbol(request); });
    router.post(answers_route, [this](const server::Request& request) { return receive(request); }, most_letter_bytes);
    router.post(
        safety_route, [this](const server::Request& request) { return receive_safety(request); }, most_safety_bytes);
  }

  void pages(server::PageRouter& pages) override {
    const auto page = [this](const server::Request& request) -> Result<server::PageContent> {
      const SurveyList open = ALONGSIDE_TRY(shelf().open(today()));
      return survey_html(open, context_.council.council.help, request.language);
    };
    pages.page("/say", page);
    pages.page("/say/{survey}", page);
  }

  void verbs(server::Verbs& verbs) override {
    using server::VerbArgumentKind;
    add_safety_verbs(verbs, context_, chance_);
    add_convert_verb(verbs);
    verbs.add_public(server::Role::Surveys,
                     {"survey",
                      "import",
                      "Read the surveys that the council announces from a file.",
                      {{"FILE", "a JSON file, such as surveys.json", VerbArgumentKind::Path}},
                      [this](std::span<const std::string> arguments) { return import(arguments[0]); }});
    verbs.add_public(server::Role::Surveys,
                     {"survey",
                      "publish",
                      "Freeze the questions of an announced survey. The same questions again change nothing.",
                      {{"FILE", "the questions, as SurveyJS JSON", VerbArgumentKind::Path}},
                      [this](std::span<const std::string> arguments) { return publish(arguments[0]); }});
    verbs.add_public(server::Role::Anybody,
                     {"survey",
                      "evaluate",
                      "Say what a definition makes of answers, as JSON. Nothing is stored.",
                      {{"DEFINITION.json", "the questions, as SurveyJS JSON", VerbArgumentKind::Path},
                       {"ANSWERS.json", "an object of question names and answers", VerbArgumentKind::Path}},
                      [this](std::span<const std::string> arguments) -> Result<std::string> {
                        const auto definition = ALONGSIDE_TRY(server::read_json_file(arguments[0], file_limits));
                        const auto answers = ALONGSIDE_TRY(server::read_json_file(arguments[1], file_limits));
                        return try_survey(definition, answers, static_cast<double>(context_.clock.now_ms()));
                      }});
  }

 private:
  Date today() const { return context_.clock.today(); }
  SurveyShelf shelf() const { return SurveyShelf(context_.database); }

  // Named by its content, or by a word, whose symbol may be another one tomorrow. A council's drawing is shown in a
  // page and never as one: whoever opens it alone saves it.
  server::Response symbol(const server::Request& request) {
    const Picture* picture = pictures_.find(request.parameter(0));
    const bool is_by_word = picture == nullptr;
    if (is_by_word) picture = pictures_.find(pictures_.of(request.parameter(0)));
    if (picture == nullptr) return server::problem(request, Error{ErrorCode::NotFound, "there is no such symbol"});
    server::Response response;
    response.content_type = picture->type;
    response.shared_body = picture->bytes;
    response.caching = is_by_word ? server::Caching::Revalidate : server::Caching::Immutable;
    response.disposition = "attachment";
    return response;
  }

  server::Response receive(const server::Request& request) {
    return server::with_body<wire::Letter>(request, [&](const wire::Letter& letter) {
      const Result<void> received = AnswerBox(context_.database).receive(letter, today());
      return received.ok() ? server::text_response(200, "received\n") : server::problem(request, received.error());
    });
  }

  server::Response receive_safety(const server::Request& request) {
    return server::with_body<wire::Letter>(request, [&](const wire::Letter& letter) {
      const auto call = wire::decode_frame<SafetyLetter>(letter.body);
      if (!call.ok()) return server::problem(request, call.error());
      const Result<void> received = SafetyBox(context_, chance_).receive(call.value().call);
      return received.ok() ? server::text_response(200, "received\n") : server::problem(request, received.error());
    });
  }

  Result<std::string> import(const std::string& path) {
    const SurveyShelf::Imported imported =
        ALONGSIDE_TRY(shelf().import(ALONGSIDE_TRY(server::read_json_file(path, file_limits)), today()));
    return std::to_string(imported.surveys) + " surveys are in; " + std::to_string(imported.open) +
           " can be seen today.\n";
  }

  Result<std::string> publish(const std::string& path) {
    const auto json = ALONGSIDE_TRY(server::read_json_file(path, file_limits));
    const Definition definition = ALONGSIDE_TRY(read_definition(json));
    auto transaction = ALONGSIDE_TRY(server::Transaction::create(context_.database));
    const Survey announced = ALONGSIDE_TRY(shelf().announced(definition.survey));
    ALONGSIDE_TRY(check_promise(definition, announced));
    const auto published = ALONGSIDE_TRY(DefinitionStore(context_.database).publish(definition));
    if (definition.how_often == HowOften::Once && announced.anonymity == Anonymity::Anonymous) {
      ALONGSIDE_TRY(server::TokenDesk(context_.database).open(token_purpose(published.edition)));
    }
    ALONGSIDE_TRY(transaction.commit());
    const std::string version = std::to_string(published.edition.version);
    if (!published.is_new)
      return "\"" + announced.title.en + "\": these are the questions of version " + version + ".\n";
    return "\"" + announced.title.en + "\": version " + version + " is published.\n";
  }

  static Result<void> check_promise(const Definition& definition, const Survey& announced) {
    for (const FormElement& element : definition.form.elements) {
      if (element.type == FormType::SignaturePad && announced.anonymity == Anonymity::Anonymous)
        return Error{ErrorCode::InvalidInput, element.name +
                                                  ": a signature says who it is, and this survey promises "
                                                  "that nobody is known; announce it as \"named\""};
    }
    return {};
  }

  server::FeatureContext context_;
  server::SystemChance chance_;
  PicturePack pictures_;
};

}  // namespace

std::unique_ptr<server::Feature> make_feature(server::FeatureContext& context) {
  return std::make_unique<FeedbackFeature>(context);
}

}  // namespace alongside::feedback
