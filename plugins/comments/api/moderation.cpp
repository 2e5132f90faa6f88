#include "plugins/comments/api/moderation.hpp"

#include "app/base/clock.hpp"
#include "app/base/text.hpp"
#include "app/base/utf8.hpp"
#include "app/server/feature.hpp"
#include "app/server/notices/notice_writer.hpp"
#include "plugins/comments/api/identifying.hpp"
#include "plugins/comments/api/remark_content.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace alongside::comments {
namespace {

using server::FeatureContext;

Error wrong(std::string what) { return {ErrorCode::InvalidInput, std::move(what)}; }

std::optional<HideReason> reason_named(std::string_view name) {
  for (const HideReason reason :
       {HideReason::Vexatious, HideReason::OnePerson, HideReason::Identifies, HideReason::NotAbout}) {
    if (name_of(reason) == name) return reason;
  }
  return std::nullopt;
}

// Whoever stands beside the person may read a notice, so it does not say of what.
server::NewNotice notice_of(const StoredRemark& remark) {
  server::NewNotice notice;
  notice.title = {"We have looked at what you told us", "Rydym wedi edrych ar yr hyn ddywedoch wrthym"};
  notice.text = {"Open it to read what we say and what we are doing.",
                 "Agorwch ef i ddarllen beth rydym yn ei ddweud a beth rydym yn ei wneud."};
  notice.href = "/comments/one/" + remark.id.text();
  return notice;
}

Result<std::vector<std::string>> names_of_people(server::Database& database) {
  std::vector<std::string> names;
  auto select = ALONGSIDE_TRY(database.prepare("SELECT name FROM person UNION SELECT name FROM child"));
  while (ALONGSIDE_TRY(select.step()) == server::Step::Row) names.emplace_back(select.column_text(0));
  return names;
}

Result<KnownNames> known_names(const FeatureContext& context, const StoredRemark& remark) {
  KnownNames names;
  const wire::Council& council = context.council.council;
  names.may_be_said = {council.name.en, council.name.cy, remark.record.remark.service_name};
  for (const wire::Place& place : council.places) names.may_be_said.push_back(place.name);
  names.of_people = ALONGSIDE_TRY(names_of_people(context.database));
  return names;
}

wire::Bilingual trimmed(const wire::Bilingual& words) {
  return {std::string(trim(words.en)), std::string(trim(words.cy))};
}

}  // namespace

Result<StoredRemark> Moderation::find(const std::string& id, RemarkKind kind) const {
  const std::string list = kind == RemarkKind::Comment ? "offer comments list" : "offer corrections list";
  const auto parsed = DocumentId::parse(id);
  if (!parsed.ok()) return wrong("give an id, from: council-api " + list);
  auto found = ALONGSIDE_TRY(RemarkStore(context_.database).find(parsed.value()));
  if (!found || found->record.remark.kind != kind)
    return Error{ErrorCode::NotFound, "there is none with this id. See: council-api " + list + " --all"};
  return std::move(*found);
}

Result<void> Moderation::check_words(const StoredRemark& remark, std::initializer_list<const std::string*> texts,
                                     Sure sure) const {
  std::string found;
  const KnownNames names = ALONGSIDE_TRY(known_names(context_, remark));
  for (const std::string* text : texts) {
    if (text->size() > Remark::most_words) return wrong("keep the words under 4,000 bytes");
    if (!is_text(*text)) return wrong("write plain words, in UTF-8");
    for (const std::string& part : identifying_parts(*text, names)) found += "  " + part + "\n";
  }
  if (found.empty() || sure == Sure::Yes) return {};
  return wrong("nobody may be recognised in what is published, so nothing was. Look at:\n" + found +
               "Write it without, or say --sure when nobody can be recognised by it");
}

Result<void> Moderation::keep(const StoredRemark& remark) {
  ALONGSIDE_TRY(RemarkStore(context_.database).put(remark));
  if (!remark.has_sender()) return {};
  ALONGSIDE_TRY(context_.documents.put_by_council(content_of(remark)));
  const RemarkState state = remark.record.state;
  if (state != RemarkState::Answered && state != RemarkState::Hidden) return {};
  server::NoticeWriter notices(context_.database, context_.documents, context_.clock, chance_);
  ALONGSIDE_TRY(notices.write(remark.own, notice_of(remark)));
  return {};
}

Result<std::string> Moderation::publish(const Publication& publication) {
  StoredRemark remark = ALONGSIDE_TRY(find(publication.id, RemarkKind::Comment));
  const wire::Bilingual words = trimmed(publication.words);
  if (words.en.empty()) return wrong("write the comment in your own words, without anything that tells who said it");
  RemarkRecord& record = remark.record;
  if (!publication.about.empty()) record.remark.service_name = std::string(trim(publication.about));
  ALONGSIDE_TRY(check_words(remark, {&words.en, &words.cy}, publication.sure));
  record.published = words;
  record.hidden_because = HideReason::None;
  if (record.state != RemarkState::Answered) record.state = RemarkState::Published;
  if (record.published_on == Date()) record.published_on = context_.clock.today();
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context_.database));
  ALONGSIDE_TRY(keep(remark));
  ALONGSIDE_TRY(transaction.commit());
  return std::string("Published. Everybody can read it at /comments.\n");
}

Result<std::string> Moderation::hide(const std::string& id, const std::string& reason_name) {
  StoredRemark remark = ALONGSIDE_TRY(find(id, RemarkKind::Comment));
  const auto reason = reason_named(reason_name);
  if (!reason) return wrong("write vexatious, one_person, identifies or not_about for the reason");
  RemarkRecord& record = remark.record;
  record.state = RemarkState::Hidden;
  record.hidden_because = *reason;
  record.published = {};
  record.published_on = Date();
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context_.database));
  ALONGSIDE_TRY(keep(remark));
  ALONGSIDE_TRY(transaction.commit());
  return std::string(remark.has_sender() ? "Not published. Whoever sent it has a notice.\n" : "Not published.\n");
}

Result<std::string> Moderation::answer(const CommentAnswer& answer) {
  StoredRemark remark = ALONGSIDE_TRY(find(answer.id, RemarkKind::Comment));
  RemarkRecord& record = remark.record;
  if (record.state != RemarkState::Published && record.state != RemarkState::Answered)
    return wrong("publish the comment first: the answer stands beside it");
  const wire::Bilingual words = trimmed(answer.words), action = trimmed(answer.action);
  if (words.en.empty()) return wrong("write what the council says to it");
  if (action.en.empty()) return wrong("say with --action what the council does about it, or why it does nothing");
  ALONGSIDE_TRY(check_words(remark, {&words.en, &words.cy, &action.en, &action.cy}, answer.sure));
  record.answer = words;
  record.action = action;
  record.answered_on = context_.clock.today();
  record.state = RemarkState::Answered;
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context_.database));
  ALONGSIDE_TRY(keep(remark));
  ALONGSIDE_TRY(transaction.commit());
  return std::string(remark.has_sender() ? "Answered. Whoever sent it has a notice.\n" : "Answered.\n");
}

Result<std::string> Moderation::finish_correction(const std::string& id, const wire::Bilingual& words) {
  StoredRemark remark = ALONGSIDE_TRY(find(id, RemarkKind::Correction));
  for (const std::string* text : {&words.en, &words.cy}) {
    if (text->size() > Remark::most_words || !is_text(*text)) return wrong("write plain words, under 4,000 bytes");
  }
  remark.record.answer = trimmed(words);
  remark.record.answered_on = context_.clock.today();
  remark.record.state = RemarkState::Answered;
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context_.database));
  ALONGSIDE_TRY(keep(remark));
  ALONGSIDE_TRY(transaction.commit());
  return std::string(remark.has_sender() ? "Done. Whoever sent it has a notice.\n" : "Done.\n");
}

Result<std::string> Moderation::publish_year(const std::string& year_text) {
  const Date today = context_.clock.today();
  const auto first_day = Date::parse(year_text + "-01-01");
  if (!first_day.ok() || first_day.value().year() > today.year())
    return wrong("give the year with four digits, at the latest " + std::to_string(today.year()));
  const int year = first_day.value().year();
  std::size_t answered = 0, open = 0;
  RemarkStore store(context_.database);
  for (const StoredRemark& remark : ALONGSIDE_TRY(store.all())) {
    const RemarkState state = remark.record.state;
    // Its page shows what was published in that year; what came then and waits still is told here.
    const Date day = state == RemarkState::Received ? remark.record.sent_on : remark.record.published_on;
    if (remark.record.remark.kind != RemarkKind::Comment || day.year() != year) continue;
    answered += state == RemarkState::Answered ? 1 : 0;
    open += state == RemarkState::Received || state == RemarkState::Published ? 1 : 0;
  }
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context_.database));
  ALONGSIDE_TRY(store.put_summary({static_cast<std::uint32_t>(year), today}));
  ALONGSIDE_TRY(transaction.commit());
  return "\"You said, we did\" of " + std::to_string(year) + " is published: " + std::to_string(answered) +
         " answered, " + std::to_string(open) + " still without an answer.\n";
}

}  // namespace alongside::comments
