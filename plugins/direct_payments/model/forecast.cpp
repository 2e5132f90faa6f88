#include "plugins/direct_payments/model/forecast.hpp"

#include <algorithm>

namespace alongside::direct_payments {
namespace {

// The first day, from `from` on, on which it comes.
Date next_day(const ExpectedPayment& payment, Date from) {
  if (payment.first >= from || payment.every_days == 0) return payment.first;
  const std::int32_t passed = days_between(payment.first, from);
  const std::int32_t times = (passed + payment.every_days - 1) / payment.every_days;
  return Date(payment.first.days() + times * payment.every_days);
}

bool comes_on(const ExpectedPayment& payment, Date day) {
  return next_day(payment, day) == day && (!payment.ends || day <= *payment.ends);
}

void add(Forecast& forecast, const ExpectedPayment& payment, Date last) {
  const Date end = payment.ends ? std::min(*payment.ends, last) : last;
  Date day = next_day(payment, forecast.first);
  if (day < forecast.first) return;
  while (day <= end) {
    forecast.pence[static_cast<std::size_t>(days_between(forecast.first, day))] += payment.amount.pence();
    if (payment.every_days == 0) return;
    day = Date(day.days() + payment.every_days);
  }
}

}  // namespace

Forecast forecast(std::int64_t pence_now, Date first, Date last, std::span<const ExpectedPayment> expected) {
  Forecast forecast;
  forecast.first = forecast.lowest_day = first;
  if (last < first) return forecast;
  last = std::min(last, Date(first.days() + Forecast::most_days - 1));
  forecast.pence.resize(static_cast<std::size_t>(days_between(first, last)) + 1);
  for (const ExpectedPayment& payment : expected) add(forecast, payment, last);
  forecast.pence[0] += pence_now;
  for (std::size_t i = 1; i < forecast.pence.size(); ++i) forecast.pence[i] += forecast.pence[i - 1];
  const auto lowest = std::min_element(forecast.pence.begin(), forecast.pence.end());
  forecast.lowest_day = Date(first.days() + static_cast<std::int32_t>(lowest - forecast.pence.begin()));
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const bool is_out = expected[i].amount < Money() && comes_on(expected[i], forecast.lowest_day);
    const bool is_more = !forecast.lowest_because || expected[i].amount < expected[*forecast.lowest_because].amount;
    if (is_out && is_more) forecast.lowest_because = i;
  }
  return forecast;
}

}  // namespace alongside::direct_payments
