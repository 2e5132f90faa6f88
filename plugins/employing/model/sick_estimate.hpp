// SickEstimate: about what Statutory Sick Pay the sick days of one pay period cost, from what is written down of the
// eight weeks before. An estimate: the payroll service knows the worker's contract, days of work and earlier absences.
// Shown by WorkerPage beside the cost of a pay, never in it.
#pragma once

#include "plugins/employing/model/work_book.hpp"

#include <cstdint>
#include <optional>

namespace alongside::employing {

struct SickEstimate {
  int days = 0;           // sick days written down, each once
  int days_a_week = 0;    // on how many weekdays they usually work
  std::int64_t week = 0;  // pence a week; 0: by law there is none at this pay
  std::int64_t due = 0;   // pence for those days, without the waiting days
};

// Nothing where nobody was sick in `days`, or no work is written down before it. Average earnings are those of the
// eight weeks before the first sick day (fewer for who began since), to the nearest penny, a half up; weeks run from
// Sunday to Saturday, and each week's days are rounded up to a penny, as in HMRC's tables.
std::optional<SickEstimate> sick_estimate(FigureReader& figures, const WorkBook& book, const BookWorker& worker,
                                          PayDays days);

}  // namespace alongside::employing
