#include "plugins/direct_payments/model/returns/return_rules.hpp"

#include "app/base/text.hpp"
#include "app/base/utf8.hpp"

#include <algorithm>
#include <string>

namespace alongside::direct_payments {

bool is_fit_note(std::string_view note) {
  if (note.size() > Return::most_words || !is_text(note)) return false;
  return std::none_of(note.begin(), note.end(), [](char c) {
    const auto code = static_cast<unsigned char>(c);
    return (code < 0x20 && c != '\n' && c != '\r' && c != '\t') || code == 0x7F;
  });
}

std::optional<ReturnFault> check(const SendReturn& send, const Agreement& agreement, std::span<const Return> returns,
                                 Date today) {
  for (const Return& one : returns) {
    if (one.agreement != send.agreement || one.first != send.first) continue;
    if (is_closed(one.state)) return ReturnFault::AlreadySent;
    if (one.editions.size() >= Return::most_editions || one.steps.size() >= Return::most_steps)
      return ReturnFault::TooMany;
  }
  if (next_period(send.agreement, agreement, returns) != SentPeriod{send.first, send.last}) return ReturnFault::NotNext;
  if (today <= send.last) return ReturnFault::NotOver;
  if (send.declared != Declared::Yes) return ReturnFault::NotDeclared;
  if (!is_fit_note(send.note)) return ReturnFault::BadText;
  if (send.figures.lines.size() > Return::most_lines) return ReturnFault::TooMany;
  return {};
}

std::optional<ReturnFault> check(const Return& one, const AnswerReturn& answer) {
  if (one.state == ReturnState::Accepted || one.state == ReturnState::Reopened) return ReturnFault::NoQuestion;
  if (one.steps.size() >= Return::most_steps) return ReturnFault::TooMany;
  if (trim(answer.words).empty() || !is_fit_note(answer.words)) return ReturnFault::BadText;
  return {};
}

void send(Return& into, const SendReturn& send, PersonId by, Date day) {
  into.agreement = send.agreement;
  into.first = send.first;
  into.last = send.last;
  into.state = ReturnState::Sent;
  ReturnEdition edition;
  edition.number = static_cast<std::uint16_t>(into.editions.size() + 1);
  edition.day = day;
  edition.by = by;
  edition.figures = send.figures;
  edition.statement = send.statement;
  edition.note = trim(send.note);
  into.editions.push_back(std::move(edition));
  ReturnStep step;
  step.day = day;
  step.person = by;
  into.steps.push_back(std::move(step));
}

void answer(Return& one, const AnswerReturn& words, PersonId by, Date day) {
  if (one.state == ReturnState::Question) one.state = ReturnState::Sent;
  ReturnStep step;
  step.day = day;
  step.person = by;
  step.state = one.state;
  step.words.en = trim(words.words);
  one.steps.push_back(std::move(step));
}

}  // namespace alongside::direct_payments
