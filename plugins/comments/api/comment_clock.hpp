// The yearly clock of regulation 56: comments and the council's response are published at least once in twelve
// months. Used by the verbs' lists and by the page that everybody reads.
#pragma once

#include "app/base/date.hpp"
#include "plugins/comments/api/remark_store.hpp"

#include <span>
#include <string>

namespace alongside::comments {

inline constexpr int most_days_without = 365;

// A comment that has waited longer than that for an answer or a reason why it is not published.
bool is_overdue(const RemarkRecord& record, Date today);
// What is late, as lines for the council's staff; empty when nothing is. `remarks` of every kind.
std::string alarm_text(std::span<const StoredRemark> remarks, std::span<const YearSummary> summaries, Date today);

}  // namespace alongside::comments
