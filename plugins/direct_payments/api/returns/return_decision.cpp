#include "plugins/direct_payments/api/returns/return_decision.hpp"

#include "app/base/clock.hpp"
#include "app/base/text.hpp"
#include "app/base/utf8.hpp"
#include "app/server/feature.hpp"
#include "app/server/notices/notice_writer.hpp"
#include "plugins/direct_payments/api/returns/return_content.hpp"
#include "plugins/direct_payments/api/returns/return_shelf.hpp"
#include "plugins/direct_payments/api/returns/return_tables.hpp"
#include "plugins/direct_payments/model/returns/return_rules.hpp"

#include <set>
#include <utility>

namespace alongside::direct_payments {
namespace {

constexpr std::size_t most_officer = 200;  // bytes

Error wrong_decision(std::string what) { return {ErrorCode::InvalidInput, std::move(what)}; }

Result<ReturnStep> step_of(const ReturnDecision& decision, Date today) {
  ReturnStep step;
  step.day = today;
  step.state = decision.to;
  step.officer = trim(decision.officer);
  step.words = {std::string(trim(decision.words.en)), std::string(trim(decision.words.cy))};
  if (step.officer.empty() || step.officer.size() > most_officer || !is_fit_text(step.officer))
    return wrong_decision("write the officer's name, in up to 200 bytes");
  if (!is_fit_note(step.words.en) || !is_fit_note(step.words.cy))
    return wrong_decision("write plain words, in UTF-8, in under 4,000 bytes");
  if (step.words.en.empty() && decision.to != ReturnState::Accepted)
    return wrong_decision("say what you need to know, or why it is open again: the family reads it");
  return step;
}

// What may follow what. A later return opened with what this one closed with, so it is opened again first.
Result<void> check_order(const server::FeatureContext& context, const KeptReturn& kept, ReturnState to) {
  const ReturnState now = kept.content.state;
  if (now == ReturnState::Reopened) return wrong_decision("it is open again: the family has not sent it yet");
  if (now == ReturnState::Accepted && to != ReturnState::Reopened)
    return wrong_decision("it is accepted already. To ask more, open it again: council-api returns reopen");
  if (kept.content.steps.size() >= Return::most_steps)
    return wrong_decision("this return has 200 steps; that is the most");
  if (to != ReturnState::Reopened) return {};
  std::vector<Return> returns;
  for (KeptReturn& one : ALONGSIDE_TRY(all_returns(context))) returns.push_back(std::move(one.content));
  const Return* last = last_sent(kept.content.agreement, returns);
  if (last == nullptr || last->first == kept.content.first) return {};
  return wrong_decision(
      "a later return was sent, which begins with what this one ends with. Open that one again first: " +
      return_id(last->agreement, last->first).text());
}

// Whoever stands beside the person may read a notice, so it tells no figures.
server::NewNotice notice_of(DocumentId id) {
  server::NewNotice notice;
  notice.title = {"We looked at your return", "Rydym wedi edrych ar eich adroddiad"};
  notice.text = {"Open it to read what we say and what happens next.",
                 "Agorwch ef i ddarllen beth rydym yn ei ddweud a beth sy'n digwydd nesaf."};
  notice.href = "/money/returns/" + id.text();
  return notice;
}

// The payee, and whoever sent it if that was somebody else.
Result<void> tell(const server::FeatureContext& context, Chance& chance, const KeptReturn& kept) {
  server::NoticeWriter notices(context.database, context.documents, context.clock, chance);
  for (const PersonId person : std::set<PersonId>{kept.document.owner, kept.content.editions.back().by}) {
    const wire::Subject own{kept.document.subject.household, SubjectId(person.bytes())};
    ALONGSIDE_TRY(notices.write(own, notice_of(kept.document.id)));
  }
  return {};
}

}  // namespace

Result<std::string> decide(const server::FeatureContext& context, Chance& chance, const ReturnDecision& decision) {
  KeptReturn kept = ALONGSIDE_TRY(find_return(context, decision.id));
  ALONGSIDE_TRY(check_order(context, kept, decision.to));
  kept.content.steps.push_back(ALONGSIDE_TRY(step_of(decision, context.clock.today())));
  kept.content.state = decision.to;
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context.database));
  const wire::Document& document = kept.document;
  ALONGSIDE_TRY(
      context.documents.put_by_council(content_of(document.id, document.subject, document.owner, kept.content)));
  ALONGSIDE_TRY(ReturnTables(context.database).keep(document.subject.household, kept.content, context.clock.now_ms()));
  ALONGSIDE_TRY(tell(context, chance, kept));
  ALONGSIDE_TRY(transaction.commit());
  return std::string(name_of(decision.to));
}

}  // namespace alongside::direct_payments
