// FamilyParts: a council's server with the demo family and one feature, on a database in memory, and everybody's pushes
// and feeds. For the tests of features' operations and verbs; FIXTURES says where the repository is.
#pragma once

#include "app/server/family/family_file.hpp"
#include "app/server/family/family_import.hpp"
#include "app/server/feature.hpp"
#include "app/server/json_reader.hpp"
#include "app/server/sync/sync_service.hpp"
#include "app/server/sync/system_chance.hpp"
#include "tests/support/core_tables.hpp"
#include "tests/support/family_sample.hpp"
#include "tests/support/server_parts.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace alongside::testing {

inline const std::string demo_folder = std::string(FIXTURES) + "/../../assets/demo/northmere/";
inline const PersonId nadia = PersonId::parse("68b0f3d9-1a7c-4e25-9c84-d5e2b7a1f063").value();  // of another household
inline const HouseholdId household_b = HouseholdId::parse("c2f95e1a-8d47-4b03-a6f1-9e0c3d7b5a82").value();

struct FamilyParts : ServerParts {
  std::unique_ptr<server::Feature> feature;
  server::Operations operations;
  server::SyncService sync{database, access, documents, operations, clock};
  server::Verbs verbs;
  server::SystemChance chance;
  std::map<PersonId, std::uint64_t> sequence;
  std::uint8_t last_id = 100;

  explicit FamilyParts(std::unique_ptr<server::Feature> (*make)(server::FeatureContext&)) : feature(make(context)) {
    feature->access(table);
    feature->operations(operations);
    feature->verbs(verbs);
    REQUIRE(database.open(":memory:").ok());
    make_core_tables(database);
    REQUIRE(server::apply_migrations(database, feature->id(), feature->migrations()).ok());
    const auto json = server::read_json_file(demo_folder + "family.json", {});
    const auto file = server::parse_family_file(json.value());
    REQUIRE(file.ok());
    REQUIRE(server::import_family(database, documents, chance, file.value()).ok());
  }

  Result<std::string> run(const char* group, const char* name, const std::vector<std::string>& arguments = {},
                          const std::string& officer = "R. Marsh") {
    const server::Verb* verb = verbs.find(group, name);
    if (!verb->beginning) return verb->handler(arguments);
    const std::atomic<bool> stopping = false;
    const auto end = verb->beginning(arguments, {{}, stopping, server::FolderUse::ByVerbAlone, {officer}});
    if (!end.ok()) return end.error();
    return end.value()();
  }
  server::Actor actor(PersonId person, HouseholdId household = riley.household) { return {person, household, {}}; }

  template <wire::Message T>
  wire::OperationResult push(PersonId person, const T& message, std::uint64_t base_version = 0,
                             const wire::Subject& subject = riley) {
    wire::Push push;
    push.device = DeviceId(person.bytes());
    push.actor = person;
    push.first_sequence = ++sequence[person];
    push.subjects = {subject};
    wire::PushedOperation operation;
    operation.id = id_number<OperationId>(++last_id);
    operation.kind = T::schema.id;
    operation.base_version = base_version;
    operation.payload = wire::encode_payload(message);
    push.operations = {operation};
    const auto reply = sync.push(actor(person, person == nadia ? household_b : riley.household), push);
    REQUIRE(reply.ok());
    REQUIRE(reply->results.size() == 1);
    return reply->results[0];
  }
  DocumentId last_document() const { return id_number<DocumentId>(last_id); }

  std::vector<wire::Document> documents_of(PersonId person, std::uint32_t kind) {
    const auto page = sync.feed(actor(person), 0);
    REQUIRE(page.ok());
    std::vector<wire::Document> found;
    for (const wire::Document& document : page->documents) {
      if (document.kind == kind && document.state == wire::DocumentState::Present) found.push_back(document);
    }
    return found;
  }
  template <wire::Message T>
  std::vector<T> feed_of(PersonId person) {
    std::vector<T> found;
    for (const wire::Document& document : documents_of(person, T::schema.id))
      found.push_back(wire::decode_payload<T>(document.content).value());
    return found;
  }
};

}  // namespace alongside::testing
