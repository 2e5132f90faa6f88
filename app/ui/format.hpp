// Dates, times, money and distances as people read them, in the language in use. For pages; the
// words of Welsh months and days are here, since they belong to the language and not to a screen.
#pragma once

#include "app/base/date.hpp"
#include "app/base/money.hpp"
#include "app/ui/words.hpp"

#include <string>
#include <string_view>

namespace alongside::ui {

std::string format_date(Language language, Date date);        // "Saturday 22 November 2026"
std::string format_day(Language language, Date date);         // "Saturday 22 November": of these days
std::string format_short_date(Language language, Date date);  // "22 November 2026"
std::string_view weekday_name(Language language, Weekday day);
std::string_view month_name(Language language, int month);  // 1..12

// Minutes after midnight: "10am", "2:30pm", "midday"; Welsh "10yb", "2:30yp", "canol dydd".
std::string format_time(Language language, int minutes);

// Without pence when there are none: for headlines. Tables use Money::text().
std::string format_money(Money money);

// "0.4 miles", "1 mile", "2.1 miles"; from ten on whole miles.
std::string format_miles(Language language, double miles);

}  // namespace alongside::ui
