#include "plugins/direct_payments/api/spending/answer_question.hpp"

#include "app/base/clock.hpp"
#include "app/base/text.hpp"
#include "app/server/feature.hpp"
#include "app/server/notices/notice_writer.hpp"
#include "app/server/sync/new_content.hpp"
#include "plugins/direct_payments/api/agreement_letter.hpp"
#include "plugins/direct_payments/api/spending/question_shelf.hpp"

#include <optional>
#include <set>
#include <utility>

namespace alongside::direct_payments {
namespace {

Error wrong_answer(std::string what) { return {ErrorCode::InvalidInput, std::move(what)}; }

std::optional<SpendReply> reply_named(std::string_view name) {
  for (const SpendReply reply : {SpendReply::Yes, SpendReply::YesIf, SpendReply::No}) {
    if (name_of(reply) == name) return reply;
  }
  return std::nullopt;
}

Result<WrittenAnswer> written(const QuestionAnswer& answer, Date today) {
  const auto reply = reply_named(answer.reply);
  if (!reply) return wrong_answer("write yes, no or yes_if for the answer");
  WrittenAnswer written;
  written.day = today;
  written.reply = *reply;
  written.officer = std::string(trim(answer.officer));
  written.words = {std::string(trim(answer.words.en)), std::string(trim(answer.words.cy))};
  if (written.officer.empty()) return wrong_answer("say who decided it: --officer NAME");
  ALONGSIDE_TRY(check_words(written.words, "say why, or on what conditions,"));
  return written;
}

// Whoever stands beside the person may read a notice, so it does not say what was asked.
server::NewNotice answer_notice(DocumentId agreement) {
  server::NewNotice notice;
  notice.title = {"We answered what you asked about your direct payment",
                  "Rydym wedi ateb yr hyn a ofynnoch am eich taliad uniongyrchol"};
  notice.text = {"Open it to read our answer. It stays there for you.",
                 "Agorwch ef i ddarllen ein hateb. Mae'n aros yno i chi."};
  notice.href = "/money/may-i?for=" + agreement.text();
  return notice;
}

}  // namespace

Result<std::string> answer_question(const server::FeatureContext& context, Chance& chance,
                                    const QuestionAnswer& answer) {
  KeptQuestion kept = ALONGSIDE_TRY(find_question(context, answer.id));
  SpendQuestion& question = kept.content;
  if (question.answers.size() >= SpendQuestion::most_answers)
    return wrong_answer("this question has 20 answers; that is the most");
  question.answers.push_back(ALONGSIDE_TRY(written(answer, context.clock.today())));
  const wire::Document& document = kept.document;
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context.database));
  ALONGSIDE_TRY(context.documents.put_by_council(
      server::new_content(document.id, document.subject, document.owner, wire::Facet::Money, question)));
  server::NoticeWriter notices(context.database, context.documents, context.clock, chance);
  for (const PersonId person : std::set<PersonId>{document.owner, question.asked_by}) {
    const wire::Subject own{document.subject.household, SubjectId(person.bytes())};
    ALONGSIDE_TRY(notices.write(own, answer_notice(question.agreement)));
  }
  ALONGSIDE_TRY(transaction.commit());
  return "Kept: " + std::string(name_of(question.answers.back().reply)) + ". The family has a notice.\n";
}

}  // namespace alongside::direct_payments
