#include "app/server/council_config.hpp"
#include "app/server/council_words.hpp"
#include "plugins/guidance/api/guidance_html.hpp"
#include "plugins/guidance/model/due_day.hpp"

#include <string>

namespace alongside::guidance {
namespace {

using server::HtmlWriter;
using Words = server::Sentence;

constexpr Words part_titles[part_count] = {
    {"Who can ask", "Pwy all ofyn"},
    {"How to ask", "Sut i ofyn"},
    {"By when", "Erbyn pryd"},
    {"What happens next", "Beth sy'n digwydd nesaf"},
    {"Who is on your side", "Pwy sydd ar eich ochr chi"},
    {"Who decides", "Pwy sy'n penderfynu"},
    {"Learning and work", "Dysgu a gwaith"},
    {"A home and living your way", "Cartref a byw eich ffordd chi"},
    {"Friends and getting about", "Ffrindiau a mynd o gwmpas"},
    {"Health and care", "Iechyd a gofal"},
    {"Money", "Arian"},
};
constexpr Words letter_title{"Words for a letter or an email", "Geiriau ar gyfer llythyr neu e-bost"};
constexpr Words letter_lead{"Copy this and change what you like.", "Copïwch hwn a newid beth bynnag a fynnwch."};
constexpr Words when_link{"When should I hear? Work out the days", "Pryd ddylwn i glywed? Gweithio'r dyddiau allan"};
constexpr Words growing{"Growing up: from 13 to 25", "Tyfu i fyny: o 13 i 25"};

void write_letter(HtmlWriter& html, const GuidancePage& page, const Topic& topic) {
  if (topic.letter.en.empty()) return;
  html.open("section", {{"class", "card"}}).element("h2", letter_title.in(page.language));
  html.element("p", letter_lead.in(page.language));
  server::write_council_words(html, "h3", topic.subject, page.language);
  std::string_view rest = server::in_language(topic.letter, page.language);
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    if (end != 0) html.element("p", rest.substr(0, end));
    rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  }
  html.close();
}

void write_topic(HtmlWriter& html, const GuidancePage& page, const Topic& topic) {
  html.element("h1", words_in(page, topic.title)).element("p", words_in(page, topic.what));
  for (const Part& part : topic.parts) {
    html.element("h2", part_titles[static_cast<unsigned>(part.kind)].in(page.language));
    write_facts(html, page, part.facts, topic.age);
  }
  if (!topic.clock.empty())
    html.open("p").link("/rights/when?what=" + topic.clock, when_link.in(page.language)).close();
  if (const Helper* helper = find_by_id(page.book.helpers, topic.helper)) write_helper(html, page, *helper);
  write_letter(html, page, topic);
  write_sources(html, page, sources_of(page.book, topic));
}

Result<server::PageContent> page_of(const GuidancePage& page, const Topic* topic, bool is_step) {
  if (topic == nullptr) return Error{ErrorCode::NotFound, "no such page"};
  HtmlWriter html;
  write_topic(html, page, *topic);
  if (is_step) html.open("p").link("/growing-up", growing.in(page.language)).close();
  write_way_back(html, page);
  server::write_contact(html, page.council.council.help, page.language);
  return server::PageContent{std::string(words_in(page, topic->title)), html.take()};
}

}  // namespace

Result<server::PageContent> topic_html(const GuidancePage& page, std::string_view id) {
  return page_of(page, find_by_id(page.book.topics, id), false);
}

Result<server::PageContent> step_html(const GuidancePage& page, std::string_view id) {
  return page_of(page, find_by_id(page.book.steps, id), true);
}

}  // namespace alongside::guidance
