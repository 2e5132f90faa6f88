#include "plugins/comments/api/personal.hpp"

#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/personal/personal_tables.hpp"
#include "app/server/retention/reap_rows.hpp"
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

// The moderator's words and the council's answer stay published; what a sender wrote goes, and who it was.
Result<server::ReapStep> reap_remarks(const server::RetentionContext& context) {
  RemarkStore store(context.database);
  std::vector<StoredRemark> over;
  for (StoredRemark& remark : ALONGSIDE_TRY(store.all())) {
    const RemarkRecord& record = remark.record;
    const bool decided = record.state == RemarkState::Answered || record.state == RemarkState::Hidden;
    const bool has_words = remark.has_sender() || !record.remark.words.empty();
    if (decided && has_words && record.sent_on < context.first_kept) over.push_back(std::move(remark));
    if (over.size() == server::RetentionRule::most_a_step) break;
  }
  auto held = ALONGSIDE_TRY(context.database.prepare("SELECT 1 FROM person_hold WHERE person = ?1"));
  std::int64_t gone = 0;
  for (StoredRemark& remark : over) {
    const bool is_held = ALONGSIDE_TRY(server::bind_id(held, 1, remark.sender()).step()) == server::Step::Row;
    held.reset();
    if (is_held) continue;
    remark.own = {};
    remark.record.remark.words.clear();
    ALONGSIDE_TRY(store.put(remark));
    ++gone;
  }
  return server::ReapStep{
      gone, gone == server::RetentionRule::most_a_step ? server::ReapStep::More::Yes : server::ReapStep::More::No};
}

}  // namespace

void add_comments_personal(server::PersonalTables& tables) {
  tables.kind<RemarkRecord>({"What you said about the local offer", "Beth ddywedoch am y cynnig lleol"}, remark_words);
  tables.add(
      {"comments_remark", {}, "each of a person is a document of theirs, with all that became of it", erase_remarks});
  tables.about_nobody("comments_summary", "which years' summaries are published");
}

void add_comments_retention(server::RetentionRules& rules) {
  const std::string because = "three years: each is in a yearly summary, and in those it is compared with";
  rules.add({"comments", "senders of comments and corrections, and their words", because, &server::Retention::comments,
             reap_remarks});
  rules.add({"comments", "what senders see of them", because, &server::Retention::comments,
             server::reap_kind<RemarkRecord>([](const RemarkRecord& record) -> std::optional<Date> {
               const bool decided = record.state == RemarkState::Answered || record.state == RemarkState::Hidden;
               return decided ? std::optional(record.sent_on) : std::nullopt;
             })});
}

}  // namespace alongside::comments
