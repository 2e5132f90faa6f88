// The pages of guidance without script: rights, each topic with its letter, growing up, and by when somebody should
// hear, which a form of the page asks for. Called by the feature.
#pragma once

#include "app/base/date.hpp"
#include "app/server/html_writer.hpp"
#include "app/server/language.hpp"
#include "app/server/page_content.hpp"
#include "plugins/guidance/model/guidance_book.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace alongside::server {
struct CouncilConfig;
}

namespace alongside::guidance {

struct GuidancePage {
  const GuidanceBook& book;
  const server::CouncilConfig& council;
  server::Language language;
  Date today;
};

Result<server::PageContent> rights_html(const GuidancePage& page);
Result<server::PageContent> growing_html(const GuidancePage& page);
// NotFound when there is none of this id.
Result<server::PageContent> topic_html(const GuidancePage& page, std::string_view id);
Result<server::PageContent> step_html(const GuidancePage& page, std::string_view id);
// `what`: a clock's id; `day`: as it was typed. Both empty: the form alone.
Result<server::PageContent> when_html(const GuidancePage& page, std::string_view what, std::string_view day);

// Shared by those files.
std::string_view words_in(const GuidancePage& page, const Sentence& sentence);
void write_facts(server::HtmlWriter& html, const GuidancePage& page, const std::vector<Fact>& facts, int age);
void write_helper(server::HtmlWriter& html, const GuidancePage& page, const Helper& helper);
void write_sources(server::HtmlWriter& html, const GuidancePage& page, std::span<const Source* const> sources);
void write_way_back(server::HtmlWriter& html, const GuidancePage& page);

}  // namespace alongside::guidance
