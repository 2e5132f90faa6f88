#include "plugins/comments/api/comment_clock.hpp"

#include <algorithm>
#include <optional>

namespace alongside::comments {
namespace {

// From when the twelve months count: the last summary, or the first comment where there is none yet.
std::optional<Date> clock_start(std::span<const StoredRemark> remarks, std::span<const YearSummary> summaries) {
  std::optional<Date> start;
  for (const YearSummary& summary : summaries)
    start = std::max(start.value_or(summary.published_on), summary.published_on);
  if (start) return start;
  for (const StoredRemark& remark : remarks) {
    if (remark.record.remark.kind != RemarkKind::Comment) continue;
    start = std::min(start.value_or(remark.record.sent_on), remark.record.sent_on);
  }
  return start;
}

}  // namespace

bool is_overdue(const RemarkRecord& record, Date today) {
  const bool is_open = record.state == RemarkState::Received || record.state == RemarkState::Published;
  return is_open && record.remark.kind == RemarkKind::Comment &&
         days_between(record.sent_on, today) > most_days_without;
}

std::string alarm_text(std::span<const StoredRemark> remarks, std::span<const YearSummary> summaries, Date today) {
  std::string text;
  const auto late = std::count_if(remarks.begin(), remarks.end(),
                                  [today](const StoredRemark& remark) { return is_overdue(remark.record, today); });
  if (late > 0)
    text += "OVERDUE: " + std::to_string(late) + " comment(s) wait for more than 12 months (SI 2014/1530 reg 56).\n";
  const auto start = clock_start(remarks, summaries);
  if (start && days_between(*start, today) > most_days_without) {
    text += summaries.empty() ? "OVERDUE: no summary of comments has been published, and the first comment came on "
                              : "OVERDUE: the last summary of comments was published on ";
    text += start->iso() + ". See: council-api offer comments summary --help\n";
  }
  return text;
}

}  // namespace alongside::comments
