#include "plugins/comments/api/personal.hpp"

#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/personal/personal_tables.hpp"
#include "plugins/comments/api/remark_store.hpp"

namespace alongside::comments {
namespace {

using server::HeldWords;
using server::PersonalContext;

void remark_words(const RemarkRecord& record, HeldWords& words) {
  words.add({"Sent on", "Anfonwyd ar"}, record.sent_on).add({"About", "Am"}, record.remark.service_name);
  words.add({"Your words", "Eich geiriau"}, record.remark.words);
  words.add({"What we published", "Beth gyhoeddwyd gennym"}, record.published);
  words.add({"Our answer", "Ein hateb"}, record.answer).add({"What we do", "Beth rydym yn ei wneud"}, record.action);
}

Result<std::vector<StoredRemark>> remarks_of(const PersonalContext& context) {
  std::vector<StoredRemark> own;
  for (StoredRemark& remark : ALONGSIDE_TRY(RemarkStore(context.database).all())) {
    if (remark.has_sender() && remark.sender() == context.person) own.push_back(std::move(remark));
  }
  return own;
}

// The moderator's words stay, as published; whose they were made of is not known any more. What was published of
// nobody goes as a whole.
Result<void> erase_remarks(const PersonalContext& context, server::Erasure& erasure) {
  RemarkStore store(context.database);
  auto remove = ALONGSIDE_TRY(context.database.prepare("DELETE FROM comments_remark WHERE id = ?1"));
  const auto own = ALONGSIDE_TRY(remarks_of(context));
  for (StoredRemark remark : own) {
    const bool is_published = !remark.record.published.en.empty();
    ALONGSIDE_TRY(server::bind_id(remove, 1, remark.id).run());
    if (!is_published) continue;
    remark.own = {};
    remark.record.remark.words.clear();
    ALONGSIDE_TRY(store.put(remark));
  }
  erasure.erased("comments and corrections: the sender and their words", static_cast<std::int64_t>(own.size()));
  return {};
}

}  // namespace

void add_comments_personal(server::PersonalTables& tables) {
  tables.kind<RemarkRecord>({"What you said about the local offer", "Beth ddywedoch am y cynnig lleol"}, remark_words);
  tables.add(
      {"comments_remark", {}, "each of a person is a document of theirs, with all that became of it", erase_remarks});
  tables.about_nobody("comments_summary", "which years' summaries are published");
}

}  // namespace alongside::comments
