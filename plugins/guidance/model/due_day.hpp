// due_day: the day on which something is due by law, counted from another. The same for the screen and for the page
// without scripts. Pure.
#pragma once

#include "plugins/guidance/model/guidance_book.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace alongside::guidance {

// Weeks and days after `from`; months end on a month's last day where it has no such day. Working days and school days
// are Mondays to Fridays: bank holidays and school holidays make it later, which a screen says in words.
Date due_day(Date from, std::uint16_t count, TimeUnit unit);

// Whether holidays nobody here knows of may make it later.
constexpr bool is_earliest(TimeUnit unit) { return unit == TimeUnit::WorkingDays || unit == TimeUnit::SchoolDays; }

// Days that somebody may mean: within ten years of today.
std::optional<Date> day_typed(std::string_view text, Date today);

// What `topic` says, the sources of it in the order of its facts, each once.
std::vector<const Source*> sources_of(const GuidanceBook& book, const Topic& topic);
std::vector<const Source*> sources_of(const GuidanceBook& book, const Clock& clock);

}  // namespace alongside::guidance
