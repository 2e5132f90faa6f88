// What is told by name: answers that are kept for the person alone, and notes of visits for the family.
#include "app/server/feature.hpp"
#include "app/server/sync/operations.hpp"
#include "app/wire/payload.hpp"
#include "plugins/feedback/api/definition_store.hpp"
#include "plugins/feedback/api/feature.hpp"
#include "plugins/feedback/api/named_rules.hpp"
#include "plugins/feedback/model/response.hpp"
#include "tests/unit/plugins/survey_sample.hpp"
#include "tests/unit/server/family_world.hpp"

#include <doctest/doctest.h>

using namespace alongside;
using namespace alongside::feedback;
using testing::Who;

namespace {

struct World : testing::FamilyWorld {
  server::CouncilConfig council;
  server::FeatureContext context{database, council, clock, access, documents};
  std::unique_ptr<server::Feature> feature = make_feature(context);
  server::Operations operations;
  Edition edition;
  std::uint8_t made = 0;

  explicit World(HowOften how_often = HowOften::AsTheyLike) {
    REQUIRE(server::apply_migrations(database, feature->id(), feature->migrations()).ok());
    add_named_access(table);
    add_named_rules(operations);
    Definition definition = testing::sample_definition();
    definition.how_often = how_often;
    edition = DefinitionStore(database).publish(definition).value().edition;
  }

  DocumentId new_document() {
    IdBytes id{};
    id[0] = ++made;
    return DocumentId(id);
  }

  template <class T>
  Result<server::Applied> apply(Who who, const wire::Subject& subject, const T& payload) {
    const server::Actor actor = testing::actor(who);
    wire::Operation operation;
    operation.actor = actor.person;
    operation.subject = subject;
    operation.kind = T::schema.id;
    operation.payload = wire::encode_payload(payload);
    const server::OperationKind* kind = operations.find(T::schema.id, T::schema.version);
    REQUIRE(kind != nullptr);
    server::OperationContext with{actor, operation, kind->what, documents, database, clock};
    return kind->rule(with);
  }

  NamedAnswers answers(double liked = 5) {
    NamedAnswers named;
    named.document = new_document();
    named.response.edition = edition;
    named.response.answers = {{"liked", Value::of_number(liked)}};
    return named;
  }
};

ErrorCode code_of(const Result<server::Applied>& result) {
  REQUIRE_FALSE(result.ok());
  return result.error().code;
}

}  // namespace

TEST_CASE("named answers are kept as the person's own document, with the day they came") {
  World world;
  const NamedAnswers named = world.answers();
  REQUIRE(world.apply(Who::Parent, testing::own_things(Who::Parent), named).ok());
  const auto document = world.documents.find_by_council(named.document).value();
  REQUIRE(document.has_value());
  CHECK(document->facet == wire::Facet::Own);
  CHECK(document->owner == testing::person(Who::Parent));
  const auto kept = wire::decode_payload<KeptAnswers>(document->content);
  REQUIRE(kept.ok());
  CHECK(kept.value().day == world.clock.today());
  CHECK(kept.value().response.answers == named.response.answers);
  for (const Who other : {Who::Carer, Who::Sharer, Who::Helper, Who::Restricted}) {
    CHECK_FALSE(world.documents.find(testing::actor(other), "op feedback.answer", named.document).ok());
  }
}

TEST_CASE("nobody answers by name for somebody else, or for a child, or what cannot be an answer") {
  World world;
  CHECK(code_of(world.apply(Who::Carer, testing::own_things(Who::Parent), world.answers())) == ErrorCode::NotAllowed);
  CHECK(code_of(world.apply(Who::Parent, testing::child, world.answers())) == ErrorCode::NotAllowed);
  CHECK(code_of(world.apply(Who::Parent, testing::own_things(Who::Parent), world.answers(9))) ==
        ErrorCode::InvalidInput);
  NamedAnswers other_edition = world.answers();
  other_edition.response.edition.hash[3] ^= 1;
  CHECK(code_of(world.apply(Who::Parent, testing::own_things(Who::Parent), other_edition)) == ErrorCode::NotFound);
}

TEST_CASE("where one answer each was promised, the second by the same person is refused") {
  World world(HowOften::Once);
  REQUIRE(world.apply(Who::Parent, testing::own_things(Who::Parent), world.answers()).ok());
  CHECK(code_of(world.apply(Who::Parent, testing::own_things(Who::Parent), world.answers())) == ErrorCode::NotAllowed);
  CHECK(world.apply(Who::Carer, testing::own_things(Who::Carer), world.answers()).ok());
}

TEST_CASE("a note of a visit is kept for the family by those who may, and by nobody else") {
  World world;
  const auto note = [&world] {
    return PutVisitNote{world.new_document(), {"", "Saturday Swim Club", world.clock.today(), "She laughed", {}}, {}};
  };
  const PutVisitNote first = note();
  REQUIRE(world.apply(Who::Parent, testing::child, first).ok());
  CHECK(world.documents.find_by_council(first.document).value()->facet == wire::Facet::Visits);
  CHECK(world.apply(Who::YoungPerson, testing::child, note()).ok());
  CHECK(world.apply(Who::Restricted, testing::child, note()).ok());  // their own goes on, as if nobody shared with them
  for (const Who who : {Who::Helper, Who::Other, Who::Former}) {
    CHECK(code_of(world.apply(who, testing::child, note())) == ErrorCode::NotAllowed);
  }
  PutVisitNote endless = note();
  endless.note.words = std::string(4001, 'x');
  CHECK(code_of(world.apply(Who::Parent, testing::child, endless)) == ErrorCode::TooLarge);
}
