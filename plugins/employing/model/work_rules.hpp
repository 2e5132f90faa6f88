// What may be written down about a worker and their hours. The same for the device, which shows a change before the
// council has it, and for the server, which decides.
#pragma once

#include "plugins/employing/model/changes.hpp"

#include <optional>
#include <string_view>

namespace alongside::employing {

enum class WorkFault : std::uint8_t {
  NoName,
  BadText,      // too long, or not words
  BadRate,      // nothing, or more than anybody is paid an hour
  NoBirth,      // the birth date of somebody young is missing
  BadBirth,     // no day on which somebody who works can have been born
  BadDays,      // the work ends before it starts, or starts on no likely day
  NoTime,       // neither time nor miles
  TooMuchTime,  // more than a day has, with what is there already
  BadMiles,
  BeforeStart,
  AfterEnd,
  TooFarAhead,
  NoReason,         // a correction does not say why
  AlreadyReplaced,  // somebody has corrected the entry already
  NoEntries,        // nothing to confirm, or too much at once
  NoWords,          // something is wrong, and it does not say what
};
constexpr std::string_view name_of(WorkFault fault) {
  constexpr std::string_view names[] = {"no_name",   "bad_text",         "bad_rate",   "no_birth",
                                        "bad_birth", "bad_days",         "no_time",    "too_much_time",
                                        "bad_miles", "before_start",     "after_end",  "too_far_ahead",
                                        "no_reason", "already_replaced", "no_entries", "no_words"};
  return names[static_cast<unsigned>(fault)];
}

// How many workers one adult may have about one child. Nobody needs more; a faulty program might.
inline constexpr std::size_t most_workers = 30;

std::optional<WorkFault> check(const Worker& worker, Date today);
// `latest`: the last day that may be written down. `minutes_there`: what the worker has on that day already, without
// the entry that this one replaces.
std::optional<WorkFault> check(const RecordHours& hours, const Worker& worker, Date latest, std::int64_t minutes_there);
std::optional<WorkFault> check(const ConfirmHours& confirm);

// Trimmed, without what is not needed: a birth date stays only with somebody young.
Worker tidied(Worker worker);
WorkEntry entry_of(const RecordHours& hours, PersonId by, std::int64_t at_ms);
Confirmation confirmation_of(const ConfirmHours& confirm, PersonId by, Date day);

}  // namespace alongside::employing
