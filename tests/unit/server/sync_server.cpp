#include "tests/unit/server/sync_server.hpp"

#include "app/server/family/family_tables.hpp"
#include "app/server/id_column.hpp"
#include "app/server/mail/mail_tables.hpp"
#include "app/server/migration.hpp"
#include "app/server/sync/sync_tables.hpp"
#include "tests/support/postgres_test_place.hpp"

#include <cstdio>
#include <cstdlib>

namespace alongside::server {

namespace {

// A mistake of the test itself: nothing after it would mean anything.
template <class T>
T must(Result<T> result) {
  if (result) return std::move(result).value();
  std::fprintf(stderr, "the test's council failed: %s\n", result.error().detail.c_str());
  std::abort();
}
void must(const Result<void>& result) {
  if (!result) must(Result<int>(result.error()));
}

}  // namespace

std::uint64_t TestChance::next() {
  state_ += 0x9E3779B97F4A7C15;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
  return mixed ^ (mixed >> 31);
}

void TestChance::fill(std::span<std::uint8_t> bytes) {
  for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(next());
}

SyncServer::SyncServer(std::uint64_t seed, const std::string& path)
    : SyncServer(seed, [&](Database& opened) {
        if (testing::postgres_socket().empty() || path != ":memory:") return opened.open(path);
        own_postgres = testing::new_postgres_database("sync");
        return opened.open(testing::postgres_test_place(own_postgres));
      }) {}

SyncServer::~SyncServer() {
  database.close();
  if (!own_postgres.empty()) testing::drop_postgres_database(own_postgres);
}

SyncServer::SyncServer(std::uint64_t seed, const std::function<Result<void>(Database&)>& open) : chance(seed) {
  must(open(database));
  must(apply_migrations(database, "family", family_migrations()));
  must(apply_migrations(database, "sync", sync_migrations()));
  must(apply_migrations(database, "mail", mail_migrations()));
  add_family_access(table);
  add_family_operations(operations, chance);
  auto insert = must(database.prepare("INSERT INTO household(id, demo) VALUES(?1, 0) ON CONFLICT DO NOTHING"));
  bind_id(insert, 1, household);
  must(insert.run());
}

Actor SyncServer::person(std::uint8_t number) {
  Actor actor{test_id<PersonId>(2, number), household, {}};
  auto insert = must(database.prepare("INSERT INTO person(household, id, name) VALUES(?1, ?2, ?3)"));
  bind_id(insert, 1, household);
  bind_id(insert, 2, actor.person);
  insert.bind(3, "Person " + std::to_string(number));
  must(insert.run());
  return actor;
}

wire::Subject SyncServer::child(std::uint8_t number) {
  const wire::Subject subject{household, test_id<SubjectId>(3, number)};
  auto insert = must(database.prepare("INSERT INTO child(household, id, name, born_day) VALUES(?1, ?2, ?3, ?4)"));
  bind_id(insert, 1, household);
  bind_id(insert, 2, subject.id);
  insert.bind(3, "Child " + std::to_string(number)).bind(4, 15'000 + number);
  must(insert.run());
  return subject;
}

void SyncServer::relate(const Actor& person, const wire::Subject& child, wire::FamilyRole role) {
  auto insert =
      must(database.prepare("INSERT INTO relationship(household, child, person, role, parental_responsibility, scope,"
                            " from_day, until_day, restricted) VALUES(?1, ?2, ?3, ?4, 1, ?5, 0, ?6, 0)"));
  bind_id(insert, 1, child.household);
  bind_id(insert, 2, child.id);
  bind_id(insert, 3, person.person);
  insert.bind(4, static_cast<int>(role)).bind(5, static_cast<std::int64_t>(every_facet)).bind(6, last_date.days());
  must(insert.run());
}

void SyncServer::restrict(const Actor& person, const wire::Subject& child) {
  auto update = must(database.prepare("UPDATE relationship SET restricted = 1 WHERE child = ?1 AND person = ?2"));
  bind_id(update, 1, child.id);
  bind_id(update, 2, person.person);
  must(update.run());
  must(documents.reconsider(person.person));
}

std::int64_t SyncServer::count(const std::string& table) {
  auto row = must(database.prepare("SELECT count(*) FROM " + table));
  must(row.step());
  return row.column_integer(0);
}

wire::Operation TestDevice::operation_of(const wire::Subject& subject, wire::SchemaId schema, Bytes payload,
                                         std::uint64_t base_version) {
  wire::Operation made;
  made.id = random_id<OperationId>(server_.chance);
  made.actor = actor_.person;
  made.subject = subject;
  made.kind = schema.id;
  made.edition = schema.version;
  made.base_version = base_version;
  made.payload = std::move(payload);
  return made;
}

wire::Push TestDevice::push_of(const std::vector<wire::Operation>& operations, std::uint64_t first) const {
  wire::Push push;
  push.device = id;
  push.actor = actor_.person;
  push.first_sequence = first;
  for (const wire::Operation& made : operations) {
    std::size_t place = 0;
    while (place < push.subjects.size() && push.subjects[place] != made.subject) ++place;
    if (place == push.subjects.size()) push.subjects.push_back(made.subject);
    push.operations.push_back({made.id, static_cast<std::uint32_t>(place), made.kind, made.edition, made.base_version,
                               made.made_at_ms, made.payload});
    if (made.base().exists()) push.built_on.push_back(made.built_on);
  }
  return push;
}

Result<wire::PushReply> TestDevice::push(const std::vector<wire::Operation>& operations, std::uint64_t first) {
  return server_.service.push(actor_, push_of(operations, first));
}

wire::OperationResult TestDevice::send(const wire::Operation& operation) {
  const auto reply = must(push({operation}, next++));
  if (reply.results.size() != 1) std::abort();
  return reply.results[0];
}

wire::FeedPage TestDevice::feed(std::uint64_t since) { return must(server_.service.feed(actor_, since)); }

wire::Fact fact(const DocumentId& id, wire::Facet facet, const std::string& text) {
  wire::Fact made;
  made.id = id;
  made.facet = facet;
  made.text = text;
  return made;
}

wire::Fact fact(SyncServer& server, wire::Facet facet, const std::string& text) {
  return fact(random_id<DocumentId>(server.chance), facet, text);
}

wire::Share share(const Actor& viewer, wire::Facet facet, wire::ShareLevel level) {
  wire::Share made;
  made.viewer = viewer.person;
  made.facet = facet;
  made.level = level;
  return made;
}

const wire::Document* document_in(const wire::FeedPage& page, DocumentId id) {
  for (const wire::Document& document : page.documents) {
    if (document.id == id) return &document;
  }
  return nullptr;
}

}  // namespace alongside::server
