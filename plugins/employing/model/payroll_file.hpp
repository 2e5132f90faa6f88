// The file for a payroll service: one line for each entry that counts, and what was taken away or not confirmed is
// told, not left out. CSV (RFC 4180, UTF-8 with a mark so that spreadsheets know). A cell that a spreadsheet would take
// for a formula begins with an apostrophe.
//
// Columns: worker, first_day and last_day of the pay period, day, kind (worked, holiday, sick), time (h:mm), minutes,
// rate (pounds an hour), miles, mile_rate (pounds), confirmed (yes, no, wrong), worker_says, note, corrected_because.
#pragma once

#include "plugins/employing/model/work_book.hpp"

#include <string>
#include <string_view>

namespace alongside::employing {

std::string payroll_file(const WorkBook& book, const BookWorker& worker, PayDays days);

// "1:05"; used by the screens too.
std::string time_text(std::int64_t minutes);

}  // namespace alongside::employing
