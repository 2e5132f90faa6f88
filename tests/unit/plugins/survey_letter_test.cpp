// Answers without a name, as they arrive at the council: taken exactly once, tied to the edition they
// answer, and without a trace of whose they are.
#include "app/server/tokens/token_desk.hpp"
#include "app/wire/messages/letter.hpp"
#include "app/wire/payload.hpp"
#include "plugins/feedback/api/answer_box.hpp"
#include "plugins/feedback/api/feature.hpp"
#include "plugins/feedback/model/response.hpp"
#include "tests/support/server_parts.hpp"
#include "tests/unit/plugins/survey_sample.hpp"
#include "tests/unit/plugins/survey_wallet.hpp"

#include <doctest/doctest.h>

using namespace alongside;
using namespace alongside::feedback;

namespace {

struct Council : testing::ServerParts {
  std::unique_ptr<server::Feature> feature = make_feature(context);
  server::TokenDesk desk{database};
  AnswerBox box{database};
  Edition edition;

  explicit Council(HowOften how_often = HowOften::AsTheyLike) {
    REQUIRE(database.open(":memory:").ok());
    REQUIRE(server::apply_migrations(database, "tokens", server::TokenDesk::migrations()).ok());
    REQUIRE(server::apply_migrations(database, feature->id(), feature->migrations()).ok());
    Definition definition = testing::sample_definition();
    definition.how_often = how_often;
    edition = DefinitionStore(database).publish(definition).value().edition;
    REQUIRE(desk.open(token_purpose(edition)).ok());
  }

  AnonymousAnswers answers(std::uint8_t number = 1, double liked = 5) const {
    AnonymousAnswers answers;
    IdBytes id{};
    id[0] = number;
    answers.id = AnswerId(id);
    answers.response.edition = edition;
    answers.response.how = HowAnswered::Assisted;
    answers.response.answers = {{"liked", Value::of_number(liked)}};
    return answers;
  }

  Result<void> send(const AnonymousAnswers& answers, Bytes token = {}) {
    return box.receive({std::move(token), wire::encode_frame(answers), {}}, clock.today());
  }

  Bytes token(std::uint8_t person) {
    testing::Wallet wallet;
    IdBytes id{};
    id[0] = person;
    const Bytes blinded = wallet.blind(desk.public_key(token_purpose(edition)).value());
    return wallet.finish(desk.sign(token_purpose(edition), PersonId(id), blinded).value());
  }

  std::int64_t count(const char* sql) {
    auto select = database.prepare(sql).value();
    REQUIRE(select.step().ok());
    return select.column_integer(0);
  }
};

ErrorCode code_of(const Result<void>& result) {
  REQUIRE_FALSE(result.ok());
  return result.error().code;
}

}  // namespace

TEST_CASE("a letter that comes again is one answer, and another letter with its id is none") {
  Council council;
  CHECK(council.send(council.answers()).ok());
  CHECK(council.send(council.answers()).ok());
  CHECK(code_of(council.send(council.answers(1, 4))) == ErrorCode::Conflict);
  CHECK(council.send(council.answers(2)).ok());
  CHECK(council.count("SELECT count(*) FROM feedback_answers") == 2);
}

TEST_CASE("answers are only taken for the very edition that was published") {
  Council council;
  AnonymousAnswers answers = council.answers();
  answers.response.edition.version = 2;
  CHECK(code_of(council.send(answers)) == ErrorCode::NotFound);
  answers = council.answers();
  answers.response.edition.hash[0] ^= 1;
  CHECK(code_of(council.send(answers)) == ErrorCode::NotFound);
}

TEST_CASE("a new version of the questions does not disturb who is answering the old one") {
  Council council;
  const AnonymousAnswers begun = council.answers();
  Definition changed = testing::sample_definition();
  changed.pages[0].questions[0].title.en = "Was it good?";
  const auto second = DefinitionStore(council.database).publish(changed).value();
  CHECK(second.edition.version == 2);
  CHECK(council.send(begun).ok());
  CHECK(council.count("SELECT version FROM feedback_answers") == 1);
}

TEST_CASE("what cannot be answers to these questions is refused") {
  Council council;
  AnonymousAnswers answers = council.answers(1, 9);
  CHECK(code_of(council.send(answers)) == ErrorCode::InvalidInput);
  answers = council.answers();
  answers.response.answers["unknown"] = Value::of_text("x");
  CHECK(code_of(council.send(answers)) == ErrorCode::InvalidInput);
  answers = council.answers();
  answers.id = {};
  CHECK(code_of(council.send(answers)) == ErrorCode::InvalidInput);
  answers = council.answers();
  answers.response.about_service_name = std::string(401, 'x');
  CHECK(code_of(council.send(answers)) == ErrorCode::InvalidInput);
  CHECK_FALSE(council.box.receive({{}, {1, 2, 3}, {}}, council.clock.today()).ok());
  CHECK(council.count("SELECT count(*) FROM feedback_answers") == 0);
}

TEST_CASE("a survey for one answer each takes one letter a token, also when the reply was lost") {
  Council council(HowOften::Once);
  CHECK(code_of(council.send(council.answers())) == ErrorCode::NotAllowed);
  const Bytes token = council.token(1);
  CHECK(council.send(council.answers(), token).ok());
  CHECK(council.send(council.answers(), token).ok());
  CHECK(code_of(council.send(council.answers(2), token)) == ErrorCode::Conflict);
  CHECK(council.send(council.answers(2), council.token(2)).ok());
  CHECK(council.count("SELECT count(*) FROM feedback_answers") == 2);
  CHECK(council.count("SELECT count(*) FROM token_spent") == 2);
}

TEST_CASE("a refused answer does not use up its token") {
  Council council(HowOften::Once);
  const Bytes token = council.token(1);
  REQUIRE(council.send(council.answers(1), council.token(2)).ok());
  CHECK(code_of(council.send(council.answers(1, 3), token)) == ErrorCode::Conflict);
  CHECK(council.send(council.answers(2), token).ok());
}

TEST_CASE("no table of answers or tokens has a rowid, and answers know the day and nothing finer") {
  Council council(HowOften::Once);
  REQUIRE(council.send(council.answers(), council.token(1)).ok());
  for (const char* table : {"feedback_answers", "feedback_definitions", "token_given", "token_spent", "token_keys"}) {
    CAPTURE(table);
    CHECK_FALSE(council.database.prepare("SELECT rowid FROM " + std::string(table)).ok());
  }
  CHECK(council.count("SELECT day FROM feedback_answers") == council.clock.today().days());
}
