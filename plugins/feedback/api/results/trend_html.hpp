// Trends: the counts of one table over a survey's releases, side by side, as shares of those who were counted.
// Joined by the question's name; where its words changed, the table's note says so. Used by the report.
#pragma once

#include "app/server/html_writer.hpp"
#include "app/server/language.hpp"
#include "plugins/feedback/model/results/release.hpp"

#include <vector>

namespace alongside::feedback {

// Nothing for fewer than two releases.
void write_trends(server::HtmlWriter& html, const std::vector<Release>& releases, server::Language language);

}  // namespace alongside::feedback
