// A council with a published survey and answers to it, for the tests of results: a rating in five steps, a choice
// under a condition, "again", and words. Made by each test.
#pragma once

#include "plugins/feedback/api/definition_store.hpp"
#include "plugins/feedback/api/feature.hpp"
#include "plugins/feedback/api/files/answer_files.hpp"
#include "plugins/feedback/api/results/feature.hpp"
#include "plugins/feedback/model/response.hpp"
#include "tests/support/family_parts.hpp"
#include "tests/unit/plugins/survey_sample.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

namespace alongside::testing {

inline const std::string results_survey = "74a1c6e8-3d09-4b52-8e1f-a06b5c92d7f3";

struct ResultsCouncil : FamilyParts {
  std::unique_ptr<server::Feature> answering = feedback::make_feature(context);
  feedback::Edition edition;
  std::uint32_t letters = 0;

  ResultsCouncil() : FamilyParts(feedback::make_results_feature) {
    REQUIRE(server::apply_migrations(database, answering->id(), answering->migrations()).ok());
    REQUIRE(server::apply_migrations(database, "feedback_files", feedback::AnswerFiles::migrations()).ok());
    answering->access(table);
    answering->operations(operations);
    answering->verbs(verbs);
    clock.day = day_of("2026-11-22");
    REQUIRE(run("survey", "import", {demo_folder + "surveys.json"}).ok());
    publish(sample_definition());
  }

  void publish(const feedback::Definition& definition) {
    edition = feedback::DefinitionStore(database).publish(definition).value().edition;
  }

  // A letter without a name, as the AnswerBox keeps it.
  feedback::AnswerId answer(double liked, const std::string& best = {},
                            feedback::HowAnswered how = feedback::HowAnswered::Self) {
    feedback::Response response;
    response.how = how;
    response.answers = {{"liked", feedback::Value::of_number(liked)}};
    if (!best.empty()) response.answers["best"] = feedback::Value::of_text(best);
    return keep(std::move(response));
  }
  feedback::AnswerId keep(feedback::Response response) {
    feedback::KeptAnswers kept;
    kept.day = clock.day;
    kept.response = std::move(response);
    kept.response.edition = edition;
    IdBytes id{};
    ++letters;
    id[0] = static_cast<std::uint8_t>(letters);
    id[1] = static_cast<std::uint8_t>(letters >> 8);
    id[15] = 7;
    auto insert = database
                      .prepare(
                          "INSERT INTO feedback_answers(id, survey, version, day, answers) "
                          "VALUES(?1, ?2, ?3, ?4, ?5)")
                      .value();
    insert.bind_bytes(1, id).bind_bytes(2, edition.survey.bytes()).bind(3, std::int64_t{edition.version});
    insert.bind(4, std::int64_t{clock.day.days()}).bind_bytes(5, wire::encode_payload(kept));
    REQUIRE(insert.run().ok());
    return feedback::AnswerId(id);
  }
  void answer_often(int times, double liked) {
    for (int i = 0; i < times; ++i) answer(liked);
  }
  std::string released(const std::string& crosses = {}) {
    const auto made = run("survey", "release", {results_survey, crosses});
    return made.ok() ? made.value() : made.error().detail;
  }
  std::int64_t rows(const char* table_name) {
    auto select = database.prepare(std::string("SELECT count(*) FROM ") + table_name).value();
    REQUIRE(select.step().ok());
    return select.column_integer(0);
  }
};

}  // namespace alongside::testing
