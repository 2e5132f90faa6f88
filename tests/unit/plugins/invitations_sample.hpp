// A council with one anonymous survey that each may answer once, and invitations to it, for their tests: verbs, routes
// and the box of answers on a database in memory.
#pragma once

#include "app/server/sign_in/sign_in_tables.hpp"
#include "app/server/tokens/token_desk.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/letter.hpp"
#include "plugins/feedback/api/answer_box.hpp"
#include "plugins/feedback/api/feature.hpp"
#include "plugins/feedback/api/invitations/feature.hpp"
#include "plugins/feedback/model/invited_survey.hpp"
#include "plugins/feedback/model/response.hpp"
#include "tests/support/family_parts.hpp"
#include "tests/unit/plugins/survey_sample.hpp"
#include "tests/unit/plugins/survey_wallet.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

namespace alongside::testing {

inline const std::string invited_survey = "74a1c6e8-3d09-4b52-8e1f-a06b5c92d7f3";  // "How was it?", of the demo council

struct InvitingCouncil : FamilyParts {
  std::unique_ptr<server::Feature> surveys = feedback::make_feature(context);
  server::TokenDesk tokens{database};
  server::Router router;
  feedback::Edition edition;
  std::string address = "192.0.2.1";  // from where the next request comes

  explicit InvitingCouncil(feedback::HowOften how_often = feedback::HowOften::Once)
      : FamilyParts(feedback::make_invitations_feature) {
    for (server::Feature* one : {surveys.get()}) {
      REQUIRE(server::apply_migrations(database, one->id(), one->migrations()).ok());
      one->verbs(verbs);
      one->access(table);
      one->operations(operations);
    }
    REQUIRE(server::apply_migrations(database, "tokens", server::TokenDesk::migrations()).ok());
    REQUIRE(server::apply_migrations(database, "sign_in", server::sign_in_migrations()).ok());
    feature->routes(router);
    clock.day = Date::parse("2026-11-22").value();
    REQUIRE(run("survey", "import", {demo_folder + "surveys.json"}).ok());
    publish(how_often);
  }

  void publish(feedback::HowOften how_often) {
    feedback::Definition definition = sample_definition();
    definition.how_often = how_often;
    edition = feedback::DefinitionStore(database).publish(definition).value().edition;
    REQUIRE(tokens.open(feedback::token_purpose(edition)).ok());
  }

  struct Said {
    std::string action, id = invited_survey, count = {}, until = {}, service = {}, service_name = {}, qr = {};
    std::string at = "https://short-breaks.example";
  };
  Result<std::string> invite(const Said& said) {
    return run("survey", "invite",
               {said.action, said.id, said.count, said.until, said.service, said.service_name, said.qr, said.at});
  }
  std::string refusal(const Said& said) {
    const auto report = invite(said);
    return report.ok() ? "not refused: " + report.value() : report.error().detail;
  }
  // "K7QM-4XBN-9TRW"
  std::vector<std::string> codes(const std::string& count = "1", const std::string& until = {}) {
    const std::string report = invite({"codes", invited_survey, count, until}).value();
    std::vector<std::string> found;
    for (std::size_t at = 0; report.find("  https", at) != report.npos; at = report.find('\n', at) + 1)
      found.push_back(report.substr(at, 14));
    return found;
  }

  server::Response look(const std::string& code) {
    return ask(server::Method::Get, "/api/feedback/invited/" + code, {});
  }
  feedback::InvitedSurvey invited(const std::string& code) {
    const server::Response response = look(code);
    REQUIRE(response.status == 200);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(response.body.data());
    return wire::decode_frame<feedback::InvitedSurvey>(std::span(bytes, response.body.size())).value();
  }
  server::Response buy(const std::string& code, const Bytes& blinded, std::uint32_t version = 1) {
    return ask(server::Method::Post, feedback::invited_token_path(code, version), blinded);
  }
  Bytes blind(Wallet& wallet) { return wallet.blind(tokens.public_key(feedback::token_purpose(edition)).value()); }
  // The answer of whoever had this code.
  Result<void> answer(const std::string& code, std::uint8_t number) {
    Wallet wallet;
    const server::Response signature = buy(code, blind(wallet));
    if (signature.status != 200) return Error{ErrorCode::NotAllowed, signature.body};
    feedback::AnonymousAnswers answers;
    IdBytes id{};
    id[0] = number;
    answers.id = feedback::AnswerId(id);
    answers.response.edition = edition;
    answers.response.answers = {{"liked", feedback::Value::of_number(5)}};
    const Bytes token = wallet.finish(Bytes(signature.body.begin(), signature.body.end()));
    return feedback::AnswerBox(database).receive({token, wire::encode_frame(answers), {}}, clock.day);
  }
  std::int64_t count(const std::string& sql) {
    auto select = database.prepare(sql).value();
    REQUIRE(select.step().ok());
    return select.column_integer(0);
  }

 private:
  server::Response ask(server::Method method, const std::string& path, const Bytes& body) {
    const server::RouteMatch match = router.match(method, path);
    REQUIRE(match.route != nullptr);
    server::Request request;
    request.method = method;
    request.parameters = match.parameters;
    request.body = body;
    request.address = address;
    return match.route->handler(request);
  }
};

}  // namespace alongside::testing
