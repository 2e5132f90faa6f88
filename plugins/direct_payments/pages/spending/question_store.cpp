#include "plugins/direct_payments/pages/spending/question_store.hpp"

#include "app/base/uk_time.hpp"
#include "app/plugin_api/read_record.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

namespace alongside::direct_payments {
namespace {

constexpr std::array<std::uint32_t, 1> question_kinds = {AskToSpend::schema.id};

// The few that there are stay in order with each that is put in.
void put_in(std::vector<BookQuestion>& questions, BookQuestion one) {
  auto place = questions.begin();
  while (place != questions.end() && place->content.asked_on > one.content.asked_on) ++place;
  questions.insert(place, std::move(one));
}

SpendQuestion asked_here(const AskToSpend& ask, PersonId person, Date day) {
  SpendQuestion question;
  question.agreement = ask.agreement;
  question.what = ask.what;
  question.cost = ask.cost;
  question.why = ask.why;
  question.asked_by = person;
  question.asked_on = day;
  return question;
}

void lay_over(QuestionBook& book, const PendingChange& pending, const AskToSpend& ask, PersonId person) {
  if (pending.state == ChangeState::Refused || pending.state == ChangeState::Conflict) {
    book.refused.push_back({pending.id, ask, pending.code});
    return;
  }
  for (const BookQuestion& one : book.questions) {
    if (one.id == ask.id) return;  // the council's document tells more
  }
  const Progress progress = pending.state == ChangeState::Saving     ? Progress::Saving
                            : pending.state == ChangeState::Received ? Progress::Received
                                                                     : Progress::OnDevice;
  put_in(book.questions, {ask.id, asked_here(ask, person, uk_day(pending.made_at_ms)), progress});
}

}  // namespace

QuestionBook read_questions(const Records& records, PersonId person, DocumentId agreement) {
  QuestionBook book;
  for (const wire::Document* document : records.documents(SpendQuestion::schema.id)) {
    auto question = read_document<SpendQuestion>(*document);
    if (question && question->agreement == agreement)
      put_in(book.questions, {document->id, std::move(*question), Progress::WithCouncil});
  }
  for (const PendingChange* pending : records.changes(question_kinds)) {
    std::variant<AskToSpend> ask;
    if (!read_change<AskToSpend>(pending->change, ask) || std::get<AskToSpend>(ask).agreement != agreement) continue;
    lay_over(book, *pending, std::get<AskToSpend>(ask), person);
  }
  return book;
}

std::vector<SpendQuestion> written_answers(const Records& records, DocumentId agreement, Date until) {
  std::vector<SpendQuestion> answered;
  for (const wire::Document* document : records.documents(SpendQuestion::schema.id)) {
    auto question = read_document<SpendQuestion>(*document);
    const bool counts =
        question && question->agreement == agreement && !question->is_open() && question->answers.front().day <= until;
    if (!counts) continue;
    auto place = answered.begin();
    while (place != answered.end() && place->asked_on <= question->asked_on) ++place;
    answered.insert(place, std::move(*question));
  }
  return answered;
}

std::optional<AgreedWords> agreed_words_of(const Records& records, DocumentId agreement) {
  for (const wire::Document* document : records.documents(AgreedWords::schema.id)) {
    auto agreed = read_document<AgreedWords>(*document);
    if (agreed && agreed->agreement == agreement) return agreed;
  }
  return std::nullopt;
}

}  // namespace alongside::direct_payments
