// LineReason: why a line of a bank's file is no payment that can be added, or None when it is one.
// LineVerdict: what became of the line. Every line of a file has both; screens and the council's verb
// say them in words, by name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace alongside::direct_payments {

enum class LineReason : std::uint8_t {
  None,
  // The line holds no payment, and nothing is missing for that.
  Blank,
  Header,
  Remark,        // words before, between or after the payments
  BalanceOnly,   // "balance brought forward"
  NoMoney,       // £0.00, as when a card is checked
  NotBooked,     // pending, declined or cancelled: it may still change
  OtherSection,  // of the file: investments, categories
  // The line may hold a payment that could not be read for certain.
  NoDay,
  NotADay,
  NoSuchDay,
  DayFarAway,
  NoAmount,
  NotAnAmount,
  DecimalComma,  // "12,50" in a file that writes points elsewhere
  TooManyPence,
  AmountTooLarge,
  BothDirections,   // money in and money out on one line
  SignUnclear,      // a minus where the column already says which way
  AmountsDisagree,  // two columns for the same amount
  BadBalance,
  OtherCurrency,
  FeeApart,
  UnfinishedQuote,
  MisplacedQuote,
  TooManyCells,
  CellTooLong,
  NotText,  // NULs or other characters that are not for reading
  CutOff,   // the file ends in the middle of it
};
inline constexpr std::size_t line_reason_count = 29;

enum class LineVerdict : std::uint8_t { Row, Skipped, Refused };

constexpr LineVerdict verdict_of(LineReason reason) {
  if (reason == LineReason::None) return LineVerdict::Row;
  return reason <= LineReason::OtherSection ? LineVerdict::Skipped : LineVerdict::Refused;
}

constexpr std::string_view name_of(LineReason reason) {
  constexpr std::string_view names[line_reason_count] = {"",
                                                         "blank",
                                                         "header",
                                                         "remark",
                                                         "balance_only",
                                                         "no_money",
                                                         "not_booked",
                                                         "other_section",
                                                         "no_day",
                                                         "not_a_day",
                                                         "no_such_day",
                                                         "day_far_away",
                                                         "no_amount",
                                                         "not_an_amount",
                                                         "decimal_comma",
                                                         "too_many_pence",
                                                         "amount_too_large",
                                                         "both_directions",
                                                         "sign_unclear",
                                                         "amounts_disagree",
                                                         "bad_balance",
                                                         "other_currency",
                                                         "fee_apart",
                                                         "unfinished_quote",
                                                         "misplaced_quote",
                                                         "too_many_cells",
                                                         "cell_too_long",
                                                         "not_text",
                                                         "cut_off"};
  return names[static_cast<std::size_t>(reason)];
}

constexpr std::string_view name_of(LineVerdict verdict) {
  constexpr std::string_view names[] = {"row", "skipped", "refused"};
  return names[static_cast<std::size_t>(verdict)];
}

}  // namespace alongside::direct_payments
