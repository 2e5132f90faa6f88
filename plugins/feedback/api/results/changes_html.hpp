// The page of what changed, as plain HTML: we asked, you said, we did. For people without scripts and for the
// moment before they arrive. Parts of it are used by the report.
#pragma once

#include "app/server/html_writer.hpp"
#include "app/server/language.hpp"
#include "app/server/page_content.hpp"
#include "plugins/feedback/model/change_story.hpp"

#include <string_view>

namespace alongside::feedback {

// `service`: only what concerns this service comes first; empty: all as they are.
server::PageContent changes_html(const ChangeList& list, std::string_view service, server::Language language);

void write_released_table(server::HtmlWriter& html, const ReleasedTable& table, server::Language language);
void write_change_step(server::HtmlWriter& html, const ChangeStep& step, server::Language language);

}  // namespace alongside::feedback
