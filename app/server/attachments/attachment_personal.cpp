#include "app/server/attachments/attachment_personal.hpp"

#include "app/server/access/authorise.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/personal/personal_rows.hpp"
#include "app/server/retention/reap_rows.hpp"
#include "app/server/sync/document_rows.hpp"
#include "app/wire/messages/attachment.hpp"

namespace alongside::server {

namespace {

std::string file_name(DocumentId id, wire::MediaType type) { return id.text() + std::string(wire::ending_of(type)); }

// Those of documents that the person may see: a receipt shows to whoever sees its payment.
Result<void> tell_files(const PersonalContext& context, EverythingHeld& held) {
  auto type = ALONGSIDE_TRY(context.database.prepare("SELECT type FROM attachment_file WHERE document = ?1"));
  for (const DocumentName& name : ALONGSIDE_TRY(visible_to(context.database, context.person, context.access.today()))) {
    type.bind(1, static_cast<std::int64_t>(name.number));
    if (ALONGSIDE_TRY(type.step()) == Step::Row) {
      const auto kind = static_cast<wire::MediaType>(type.column_integer(0));
      held.files.push_back({name.id, static_cast<std::int64_t>(name.number), file_name(name.id, kind)});
    }
    type.reset();
  }
  return {};
}

}  // namespace

void add_attachment_personal(PersonalTables& tables) {
  const std::string of_owner = "(SELECT number FROM document WHERE owner = ?1)";
  const std::string on_their_way = "a photo on its way, told once it is here";
  tables.add({"attachment_upload",
              {},
              on_their_way,
              erase_rows("photos on their way", "DELETE FROM attachment_upload WHERE document IN " + of_owner)});
  tables.add({"attachment_piece", {}, on_their_way, {}, "goes with its upload"});
  tables.add({"attachment_file",
              tell_files,
              {},
              erase_rows("photos and letters", "DELETE FROM attachment_file WHERE document IN " + of_owner)});
  // What somebody added to another's payment stays with that payment.
  tables.add(
      {"attachment_blob",
       {},
       "the bytes of the files",
       erase_rows("bytes of them that nobody else needs",
                  "DELETE FROM attachment_blob WHERE ?1 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM attachment_file"
                  " WHERE attachment_file.household = attachment_blob.household AND attachment_file.person ="
                  " attachment_blob.person AND attachment_file.digest = attachment_blob.digest)")});
}

// A photo goes with the payment, the request or the return that it belongs to, when that one's time is over.
void add_attachment_retention(RetentionRules& rules) {
  rules.add(
      {"ended", "photos and letters of what is gone", "they belong to it", &Retention::ended,
       reap_rows("DELETE FROM attachment_file WHERE document IN (SELECT attachment_file.document FROM attachment_file"
                 " JOIN document ON document.number = attachment_file.document"
                 " WHERE ?1 IS NOT NULL AND ?3 IS NOT NULL AND document.gone = 1 LIMIT ?2)")});
  rules.add(
      {"ended", "bytes of files that no document names", "they belong to it", &Retention::ended,
       reap_rows("DELETE FROM attachment_blob WHERE (household, person, digest) IN (SELECT household, person, digest"
                 " FROM attachment_blob"
                 " LEFT JOIN attachment_file USING (household, person, digest)"
                 " WHERE ?1 IS NOT NULL AND ?3 IS NOT NULL AND attachment_file.document IS NULL LIMIT ?2)")});
}

}  // namespace alongside::server
