// What may be sent, and what becomes of a return when its family or its council says something. The same for the
// device, which shows a change before the council has it, and for the server, which decides.
#pragma once

#include "plugins/direct_payments/model/agreement.hpp"
#include "plugins/direct_payments/model/returns/changes.hpp"
#include "plugins/direct_payments/model/returns/return_period.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace alongside::direct_payments {

enum class ReturnFault : std::uint8_t {
  NotNext,      // an earlier period is still to be sent, or it is no period of the agreement
  NotOver,      // its last day has not passed
  AlreadySent,  // somebody has sent it, and the council has not opened it again
  NotDeclared,
  BadText,
  TooMany,     // editions, lines or steps than we keep
  NoQuestion,  // it is not with the council any more
};
constexpr std::string_view name_of(ReturnFault fault) {
  constexpr std::string_view names[] = {"not_next", "not_over", "already_sent", "not_declared",
                                        "bad_text", "too_many", "no_question"};
  return names[static_cast<unsigned>(fault)];
}

// Words of several lines: text within Return::most_words, without control characters but line breaks.
bool is_fit_note(std::string_view note);

// `returns` are all of this agreement. The figures are for the caller to compare.
std::optional<ReturnFault> check(const SendReturn& send, const Agreement& agreement, std::span<const Return> returns,
                                 Date today);
std::optional<ReturnFault> check(const Return& one, const AnswerReturn& answer);

// Makes the first edition, or adds the next to a return that was opened again.
void send(Return& into, const SendReturn& send, PersonId by, Date day);
// A question is answered; in any other state the words are added and the state stays.
void answer(Return& one, const AnswerReturn& words, PersonId by, Date day);

}  // namespace alongside::direct_payments
