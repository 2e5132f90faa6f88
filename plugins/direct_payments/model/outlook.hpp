// Outlook: "will it last?" for one agreement: what is there, what is expected to come and go until the council looks at
// it again, the lowest day and why, how fast the money goes, and whether more is left than the council lets families
// keep. Pure; worked out anew from the book each time. Shown by the forecast screen.
#pragma once

#include "plugins/direct_payments/model/book.hpp"
#include "plugins/direct_payments/model/forecast.hpp"
#include "plugins/direct_payments/model/guide.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace alongside::direct_payments {

// Why it looks no further.
enum class OutlookEnd : std::uint8_t { Review, End, HalfYear, GrownUp };
// What an expected payment is.
enum class ExpectedKind : std::uint8_t { FromCouncil, Planned, Usual, Extra, Wages };

// What a person asks beside what is known.
struct OutlookAsk {
  std::int64_t set_aside = 0;  // for wages, tax and the like, in pence
  std::int64_t extra = 0;      // one more item a week
  std::int64_t wages = 0;      // owed for hours that were worked and are not paid yet
};

struct Outlook {
  static constexpr std::int32_t days_looked_back = 84;
  static constexpr std::int32_t fewest_days_of_pace = 14;
  static constexpr std::int32_t days_ahead = 182;  // when nothing says how long

  Date last;
  OutlookEnd end = OutlookEnd::HalfYear;
  std::int64_t now = 0;                     // in the account, in pence
  std::optional<std::int64_t> weekly_pace;  // spent in a usual week; nothing: too little is known
  std::int64_t weekly_income = 0;           // what the council pays, by the week
  std::vector<ExpectedPayment> expected;
  std::vector<ExpectedKind> kinds;  // of each expected payment
  Forecast forecast;
  std::int64_t set_aside = 0;
  std::optional<Date> runs_out;          // the first day that is below zero
  std::optional<std::int64_t> may_keep;  // nothing: the council's guide does not say
  std::optional<Date> over_from;         // the first day with more to spare than that
  std::int64_t over_at_end = 0;          // how much more there is on the last day
  std::int64_t spare_on(std::size_t day) const { return forecast.pence[day] - set_aside; }
};

// One week of the table: Monday to Sunday, or what of it lies ahead.
struct OutlookWeek {
  Date first;
  std::int64_t in = 0;
  std::int64_t out = 0;
  std::int64_t lowest = 0;
  std::int64_t at_end = 0;
};

Outlook outlook(const Book& book, const BookAgreement& agreement, const SurplusRules& rules, Date today,
                const OutlookAsk& ask);
std::vector<OutlookWeek> weeks_of(const Outlook& outlook);

}  // namespace alongside::direct_payments
