// Erasing a person: their words are in no byte that is left, what the law keeps is kept without them, and no backup,
// restart or import brings them back.
#include "tests/unit/server/whole_council.hpp"

#include "app/server/attachments/attachment_rows.hpp"
#include "app/server/audit/audit_trail.hpp"
#include "app/server/personal/erase_person.hpp"
#include "app/server/sync/document_rows.hpp"
#include "app/server/sync/feed_page.hpp"
#include "app/wire/messages/attachment.hpp"
#include "app/wire/messages/family.hpp"
#include "plugins/comments/model/remark_record.hpp"
#include "plugins/direct_payments/model/agreement.hpp"
#include "plugins/feedback/model/safety_call.hpp"
#include "plugins/requests/model/family_request.hpp"

using namespace alongside;
using namespace alongside::testing;

namespace {

const std::string canary = "KINGFISHER";

// Something of theirs in every table that can hold it.
DocumentId fill(WholeCouncil& council, Who who) {
  const std::string id = sql_id(who);
  const std::string household_id = "(SELECT household FROM person WHERE id = " + id + ")";
  const DocumentId fact =
      council.put(who, child, wire::Facet::CareNotes, fact_of(wire::Facet::CareNotes, canary + " sings"));
  council.put(who, child, wire::Facet::CareNotes, fact_of(wire::Facet::CareNotes, std::string(9000, 'x') + canary));
  comments::RemarkRecord record;
  record.remark.words = canary;
  for (const bool published : {true, false}) {
    record.published.en = published ? "The moderator's words" : "";
    const DocumentId remark = council.put(who, own_things(who), wire::Facet::Own, record);
    auto insert = council.database().prepare(
        "INSERT INTO comments_remark (id, household, person, day, state, record) VALUES (?1, ?2, ?3, 20000, ?4, ?5)");
    REQUIRE(insert.ok());
    server::bind_id(server::bind_id(server::bind_id(insert.value(), 1, remark), 2, household), 3, person(who));
    insert->bind(4, published ? 1 : 0).bind_bytes(5, wire::encode_payload(record));
    REQUIRE(insert->run().ok());
  }
  const Bytes call =
      wire::encode_payload(feedback::SafetyLetter{{feedback::SafetyId(IdBytes{1}), canary, canary, {}}, {}});
  auto safety = council.database().prepare(
      "INSERT INTO feedback_safety (id, arrived_ms, person, read_ms, read_by, call) VALUES (?1, 5, ?2, 6, 'M', ?3)");
  REQUIRE(safety.ok());
  server::bind_id(server::bind_id(safety.value(), 1, feedback::SafetyId(IdBytes{1})), 2, person(who));
  REQUIRE(safety->bind_bytes(3, call).run().ok());
  const DocumentId photo = council.put(who, child, wire::Facet::Money, wire::Attachment{});
  const auto rows = server::rows_of_id(council.database(), photo);
  REQUIRE(rows.ok());
  REQUIRE(server::AttachmentRows(council.database())
              .keep(rows->at(0).number, {household, person(who)},
                    {wire::MediaType::Pdf, Bytes(canary.begin(), canary.end())})
              .ok());
  council.execute("UPDATE person SET email = 'KINGFISHER@family.example' WHERE id = " + id);
  council.execute("INSERT INTO session VALUES (" + household_id + ", " + id +
                  ", randomblob(16), randomblob(32), NULL, NULL, 1, 2, 3, 'KINGFISHER phone', 1, 1, 1)");
  council.execute("INSERT INTO passkey VALUES (" + household_id + ", " + id +
                  ", 'a', randomblob(32), -7, x'00', 0, 'KINGFISHER tablet', 1, 1)");
  council.execute("INSERT INTO passkey_holder VALUES (" + household_id + ", " + id + ", randomblob(32))");
  council.execute("INSERT INTO sign_in_identity VALUES ('council', 'KINGFISHER', " + household_id + ", " + id + ", 1)");
  council.execute("INSERT INTO sign_in_code VALUES ('AAAA', " + household_id + ", " + id +
                  ", 0, x'00', randomblob(32), 9, 5)");
  council.execute("INSERT INTO sign_in_device VALUES (randomblob(32), " + household_id + ", " + id + ", 1)");
  council.execute("INSERT INTO sign_in_audit (at_ms, what, officer, person) VALUES (1, 'invited', 'R. Marsh', " + id +
                  ")");
  council.execute("INSERT INTO mail_letter VALUES (randomblob(16), " + household_id + ", " + id +
                  ", 2, 1, 1, 1, 1, '')");
  council.execute("INSERT INTO token_given VALUES (" + id + ", 'survey', randomblob(32))");
  council.execute("INSERT INTO device (person, id, last) VALUES (" + id + ", randomblob(16), 0)");
  return fact;
}

std::string all_bytes(const WholeCouncil& council) {
  std::string bytes;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(council.data())) {
    if (entry.is_regular_file()) bytes += WholeCouncil::bytes_of(entry.path().string());
  }
  return bytes;
}

wire::FeedPage feed_of(WholeCouncil& council, Who who) {
  auto page = server::feed_page(council.database(), council.application().access(), person(who), 0);
  REQUIRE(page.ok());
  return page.value();
}

std::string erase(WholeCouncil& council, Who who) {
  return council.must("household", "erase", {id_of(who), "they asked for it"});
}

}  // namespace

TEST_CASE("of who was erased no word is left in any file, and the report says what is kept, why and until when") {
  WholeCouncil council;
  fill(council, Who::Sharer);
  REQUIRE(has(all_bytes(council), canary));
  const std::string report = erase(council, Who::Sharer);
  CHECK_FALSE(has(all_bytes(council), canary));
  CHECK_FALSE(has(all_bytes(council), "Sharer Canary"));
  CHECK(has(report, "Kept, without the person's words"));
  CHECK(has(report, "notes of codes: numbers, times and officers, until 2032-11-22"));
  for (const server::PersonalTable& table : council.application().personal().tables()) {
    CAPTURE(table.table);
    const bool keeps = table.table == "document" || table.table == "audit" || table.table == "sign_in_audit" ||
                       table.table == "erased_person";
    auto columns =
        council.database().prepare("SELECT name FROM pragma_table_info(?1) WHERE name IN ('person', 'viewer')");
    REQUIRE(columns.ok());
    columns->bind(1, table.table);
    std::vector<std::string> names;
    for (auto step = columns->step(); step.ok() && step.value() == server::Step::Row; step = columns->step())
      names.emplace_back(columns->column_text(0));
    for (const std::string& name : names) {
      if (keeps) continue;
      CHECK(council.count(table.table + " WHERE " + name + " = " + sql_id(Who::Sharer)) == 0);
    }
  }
  CHECK(council.count("comments_remark WHERE person IS NULL") == 1);
  CHECK(council.count("feedback_safety WHERE person = x''") == 1);
}

TEST_CASE("whoever held something of theirs is told that it is gone, and nobody else loses anything") {
  WholeCouncil council;
  const DocumentId fact = fill(council, Who::Sharer);
  const DocumentId other =
      council.put(Who::Parent, child, wire::Facet::School, fact_of(wire::Facet::School, "Marl End"));
  const auto state_of = [&](DocumentId id) {
    for (const wire::Document& document : feed_of(council, Who::Parent).documents) {
      if (document.id == id) return document.state == wire::DocumentState::Gone ? 0 : 1;
    }
    return -1;
  };
  REQUIRE(state_of(fact) == 1);
  erase(council, Who::Sharer);
  CHECK(state_of(fact) == 0);
  CHECK(state_of(other) == 1);
  CHECK(council.count("child") == 1);
  CHECK(council.count("person WHERE id = " + sql_id(Who::Parent)) == 1);
}

TEST_CASE("every promise about the database still holds, and the audit is whole with nobody's words in it") {
  WholeCouncil council;
  fill(council, Who::Sharer);
  erase(council, Who::Sharer);
  CHECK(has(council.must("audit", "verify", {"", ""}), "the chain is whole"));
  CHECK(has(council.must("ledger", "check", {}), "they all fit"));
  const std::string audit = council.must("audit", "list", {"", "", ""});
  CHECK(has(audit, "R. Marsh: household erase  about " + id_of(Who::Sharer)));
  CHECK_FALSE(has(audit, "they asked for it"));
  auto keys = council.database().prepare("PRAGMA foreign_key_check");
  REQUIRE(keys.ok());
  CHECK(keys->step().value() == server::Step::Done);
}

TEST_CASE("a backup of yesterday does not bring them back, and neither does the next start") {
  WholeCouncil council;
  fill(council, Who::Sharer);
  REQUIRE(council.database().checkpoint().ok());
  const std::string old = WholeCouncil::bytes_of(council.data() + "/alongside.sqlite");
  erase(council, Who::Sharer);
  council.database().close();
  std::ofstream(council.data() + "/alongside.sqlite", std::ios::binary | std::ios::trunc) << old;
  REQUIRE(has(all_bytes(council), canary));
  council.open();
  CHECK(council.count("person WHERE id = " + sql_id(Who::Sharer)) == 0);
  CHECK_FALSE(has(all_bytes(council), canary));
  CHECK(has(council.must("audit", "list", {"", "", ""}), "the list of erasures: household erase"));
}

TEST_CASE("a list that was lost is made anew from the database, and one that cannot be read stops the start") {
  WholeCouncil council;
  erase(council, Who::Helper);
  const server::ErasureList list(council.data() + "/erased.list");
  REQUIRE(list.read()->size() == 1);
  std::filesystem::remove(list.path());
  council.open();
  CHECK(list.read()->size() == 1);
  std::ofstream(list.path(), std::ios::app) << id_of(Who::Parent) << " 17";  // cut off by a power cut
  CHECK(list.read()->size() == 1);
  REQUIRE(list.append({person(Who::Carer), 18}).ok());
  REQUIRE(list.read()->size() == 2);
  CHECK(list.read()->at(1) == server::ErasedPerson{person(Who::Carer), 18});
  std::ofstream(list.path(), std::ios::trunc) << "KINGFISHER\n";
  CHECK_FALSE(list.read().ok());
  council.database().close();
  auto folder = server::DataFolder::create(council.data());
  REQUIRE(folder.ok());
  server::Application again;
  CHECK_FALSE(again.open_storage(folder.value()).ok());
}

TEST_CASE("nobody gets the number of somebody who was erased") {
  WholeCouncil council;
  erase(council, Who::Helper);
  CHECK(has(council.refusal("household", "import", {FIXTURES "/family/relations.json"}), "was erased"));
  CHECK(council.count("person WHERE id = " + sql_id(Who::Helper)) == 0);
  CHECK(has(council.refusal("household", "erase", {id_of(Who::Helper), "again"}), "nobody with this id"));
}

TEST_CASE("nobody is erased while they are held, or while something of theirs is open") {
  WholeCouncil council;
  CHECK(has(council.refusal("household", "erase", {id_of(Who::Parent), ""}), "write why"));
  CHECK(has(council.refusal("household", "erase", {id_of(Who::Parent), "two\nlines"}), "write why"));
  CHECK(has(council.refusal("household", "erase", {child.id.text(), "they asked"}), "nobody with this id"));
  council.must("household", "hold", {id_of(Who::Parent), "a tribunal"});
  CHECK(has(council.refusal("household", "hold", {id_of(Who::Parent), "twice"}), "held already"));
  CHECK(has(council.must("household", "holds", {}), "R. Marsh: a tribunal"));
  CHECK(has(council.refusal("household", "erase", {id_of(Who::Parent), "they asked"}), "a tribunal"));
  council.must("household", "release", {id_of(Who::Parent)});
  CHECK(has(council.refusal("household", "release", {id_of(Who::Parent)}), "nobody with this id is held"));

  const DocumentId open = council.put(Who::Parent, child, wire::Facet::Own, requests::FamilyRequest{});
  CHECK(has(council.refusal("household", "erase", {id_of(Who::Parent), "they asked"}), open.text()));
  direct_payments::Agreement agreement;
  council.put(Who::Carer, child, wire::Facet::Money, agreement);
  CHECK(has(council.refusal("household", "erase", {id_of(Who::Carer), "they asked"}), "an agreement runs"));
  council.execute("INSERT INTO feedback_safety VALUES (randomblob(16), 5, " + sql_id(Who::Helper) + ", 0, '', x'00')");
  CHECK(has(council.refusal("household", "erase", {id_of(Who::Helper), "they asked"}), "call for safety"));
  CHECK(council.count("person") == 9);
  CHECK_FALSE(std::filesystem::exists(council.data() + "/erased.list"));
}

TEST_CASE("a child goes with the last adult by them, and not before") {
  WholeCouncil council;
  for (const Who who : {Who::Parent, Who::Carer, Who::Helper, Who::YoungPerson, Who::Restricted, Who::Former})
    erase(council, who);
  CHECK(council.count("child WHERE name = 'Child Canary'") == 1);
  erase(council, Who::Sharer);
  CHECK(council.count("child WHERE name = 'Child Canary'") == 0);
  CHECK_FALSE(has(all_bytes(council), "Child Canary"));
}

TEST_CASE("when the list cannot be written nothing is erased") {
  WholeCouncil council;
  std::filesystem::create_directory(council.data() + "/erased.list");
  CHECK_FALSE(council.refusal("household", "erase", {id_of(Who::Parent), "they asked"}).empty());
  CHECK(council.count("person WHERE id = " + sql_id(Who::Parent)) == 1);
}
