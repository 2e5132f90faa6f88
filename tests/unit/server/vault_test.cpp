// What people wrote is sealed under a key of each: nothing of it can be read in the database or a copy, nothing that
// was changed or moved opens, and a key that was forgotten is forgotten in every copy there is.
#include "tests/unit/server/whole_council.hpp"

#include "app/server/sync/feed_page.hpp"
#include "app/server/vault/vault.hpp"

using namespace alongside;
using namespace alongside::testing;
using server::KeyState;
using server::KeyStore;
using server::SealKey;

namespace {

const std::string otter = "OTTER on the river bank";

// A council that seals, in the folder of another.
void seal(WholeCouncil& council, const std::string& keys = "keys") {
  std::string text = WholeCouncil::bytes_of(FIXTURES "/../../assets/demo/northmere/council.json");
  const std::string section = "{\n  \"vault\": {\"key_file\": \"key\", \"keys\": \"" + keys + "\"},";
  text.replace(text.find('{'), 1, section);
  std::ofstream(council.path("council.json")) << text;
  if (!std::filesystem::exists(council.path("key"))) council.must("vault", "make-key", {council.path("key")});
  council.configure(council.path("council.json"));
  council.open();
}

std::string words_in_feed(WholeCouncil& council, Who who, DocumentId id) {
  auto page = server::feed_page(council.database(), council.application().access(), person(who), 0);
  REQUIRE_MESSAGE(page.ok(), page.error().detail);
  for (const wire::Document& document : page->documents) {
    if (document.id != id || document.state == wire::DocumentState::Gone) continue;
    return wire::decode_payload<wire::Fact>(document.content).value().text;
  }
  return {};
}

std::string database_bytes(const WholeCouncil& council) {
  return WholeCouncil::bytes_of(council.data() + "/alongside.sqlite") +
         WholeCouncil::bytes_of(council.data() + "/alongside.sqlite-wal");
}

SealKey key_of(std::uint8_t byte) {
  SealKey key{};
  key.fill(byte);
  return key;
}

}  // namespace

TEST_CASE("V11.3.3: sealed bytes open under their own key and name, and after no change of any bit") {
  const Bytes plain = {1, 2, 3, 4, 5};
  const Bytes nonce(server::seal_nonce_bytes, 9);
  const Bytes name = {7, 7};
  const Bytes sealed = server::seal_bytes(key_of(1), nonce, name, plain).value();
  CHECK(sealed.size() == plain.size() + server::seal_added_bytes);
  CHECK(server::open_sealed(key_of(1), name, sealed).value() == plain);
  CHECK_FALSE(server::open_sealed(key_of(2), name, sealed).ok());
  CHECK_FALSE(server::open_sealed(key_of(1), Bytes{7, 8}, sealed).ok());
  for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
    Bytes changed = sealed;
    changed[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
    CHECK_FALSE(server::open_sealed(key_of(1), name, changed).ok());
  }
  for (std::size_t size = 0; size < sealed.size(); ++size)
    CHECK_FALSE(server::open_sealed(key_of(1), name, server::ByteView(sealed).first(size)).ok());
  CHECK(server::open_sealed(key_of(1), name, server::seal_bytes(key_of(1), nonce, name, {}).value()).value().empty());
}

TEST_CASE("a store of keys outlives a restart and a power cut, and what it forgot it never has again") {
  WholeCouncil council;
  server::SystemChance chance;
  const std::string path = council.path("keys");
  SealKey first{};
  {
    auto store = KeyStore::open(path, key_of(1), chance);
    REQUIRE(store.ok());
    CHECK(store.value()->state_of(person(Who::Parent)) == KeyState::Missing);
    first = store.value()->find_or_make(person(Who::Parent)).value();
    CHECK(store.value()->find_or_make(person(Who::Parent)).value() == first);
    CHECK(store.value()->find_or_make(person(Who::Carer)).value() != first);
  }
  const std::string bytes = WholeCouncil::bytes_of(path);
  CHECK_FALSE(has(bytes, std::string(first.begin(), first.end())));
  CHECK_FALSE(KeyStore::open(path, key_of(2), chance).ok());
  for (std::size_t cut = bytes.size() / 2; cut < bytes.size(); ++cut) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes.substr(0, cut);
    auto store = KeyStore::open(path, key_of(1), chance);
    REQUIRE(store.ok());
    CHECK(store.value()->find(person(Who::Parent)) == first);
    CHECK(store.value()->state_of(person(Who::Carer)) == KeyState::Missing);
  }
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
  {
    auto store = KeyStore::open(path, key_of(1), chance);
    REQUIRE(store.ok());
    REQUIRE(store.value()->forget(person(Who::Parent)).ok());
    REQUIRE(store.value()->forget(person(Who::Helper)).ok());  // who never had one
    CHECK_FALSE(store.value()->find_or_make(person(Who::Parent)).ok());
  }
  auto store = KeyStore::open(path, key_of(1), chance);
  REQUIRE(store.ok());
  CHECK(store.value()->state_of(person(Who::Parent)) == KeyState::Forgotten);
  CHECK(store.value()->forgotten().size() == 2);
  CHECK(store.value()->find(person(Who::Carer)).has_value());
  CHECK_FALSE(has(WholeCouncil::bytes_of(path), bytes.substr(16, 40)));
}

TEST_CASE(
    "V14.2.4: nothing that people wrote can be read in a database that is sealed, and their feeds have all of it") {
  WholeCouncil council;
  const DocumentId before =
      council.put(Who::Sharer, child, wire::Facet::CareNotes, fact_of(wire::Facet::CareNotes, otter));
  REQUIRE(has(database_bytes(council), "OTTER"));
  seal(council);
  CHECK_FALSE(has(database_bytes(council), "OTTER"));
  const DocumentId after =
      council.put(Who::Sharer, child, wire::Facet::CareNotes, fact_of(wire::Facet::CareNotes, otter));
  CHECK_FALSE(has(database_bytes(council), "OTTER"));
  CHECK(council.count("document WHERE gone = 0 AND sealed = 0") == 0);
  for (const DocumentId id : {before, after}) {
    CHECK(words_in_feed(council, Who::Sharer, id) == otter);
    CHECK(words_in_feed(council, Who::Parent, id) == otter);
  }
  council.open();
  CHECK(words_in_feed(council, Who::Parent, before) == otter);
}

TEST_CASE("a copy from before an erasure has nothing of whom it was, whatever became of the list") {
  WholeCouncil council;
  seal(council);
  const DocumentId id = council.put(Who::Sharer, child, wire::Facet::CareNotes, fact_of(wire::Facet::CareNotes, otter));
  const DocumentId other =
      council.put(Who::Parent, child, wire::Facet::School, fact_of(wire::Facet::School, "Marl End"));
  REQUIRE(council.database().checkpoint().ok());
  const std::string old = WholeCouncil::bytes_of(council.data() + "/alongside.sqlite");
  council.must("household", "erase", {id_of(Who::Sharer), "they asked"});
  council.database().close();
  std::filesystem::remove(council.data() + "/erased.list");
  std::ofstream(council.data() + "/alongside.sqlite", std::ios::binary | std::ios::trunc) << old;
  council.open();
  CHECK(words_in_feed(council, Who::Parent, id).empty());
  CHECK(words_in_feed(council, Who::Parent, other) == "Marl End");
  CHECK(council.count("person WHERE id = " + sql_id(Who::Sharer)) == 0);
  CHECK(std::filesystem::exists(council.data() + "/erased.list"));
}

TEST_CASE("a sealed database does not open without its vault, nor with another's keys, and what was changed says so") {
  WholeCouncil council;
  seal(council);
  const DocumentId id = council.put(Who::Parent, child, wire::Facet::School, fact_of(wire::Facet::School, otter));
  council.execute("UPDATE document SET content = zeroblob(length(content)) WHERE kind = 46");
  CHECK_FALSE(council.documents().find_by_council(id).ok());
  council.database().close();
  {
    auto folder = server::DataFolder::create(council.data());
    REQUIRE(folder.ok());
    server::Application plain;
    const auto opened = plain.open_storage(folder.value());
    REQUIRE_FALSE(opened.ok());
    CHECK(has(opened.error().detail, "\"vault\""));
  }
  seal(council, "other-keys");
  const auto lost = council.documents().find_by_council(id);
  REQUIRE_FALSE(lost.ok());
  CHECK(has(lost.error().detail, "is not in the key store"));
}

TEST_CASE("a key for the vault is made once, and only a key is taken for one") {
  WholeCouncil council;
  council.must("vault", "make-key", {council.path("key")});
  const std::string key = WholeCouncil::bytes_of(council.path("key"));
  CHECK(key.size() == 65);
  CHECK_FALSE(council.refusal("vault", "make-key", {council.path("key")}).empty());
  CHECK(WholeCouncil::bytes_of(council.path("key")) == key);
  server::SystemChance chance;
  for (const std::string& text : {std::string("word"), key.substr(1), key.substr(0, 63) + "g"}) {
    std::ofstream(council.path("bad"), std::ios::trunc) << text;
    CHECK_FALSE(server::Vault::open({council.path("bad"), council.path("keys")}, chance).ok());
  }
  CHECK_FALSE(server::Vault::open({council.path("nowhere"), council.path("keys")}, chance).ok());
}
