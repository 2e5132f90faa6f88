#include "app/server/public_pages/public_page_html.hpp"

#include "app/server/council_words.hpp"
#include "app/server/date_words.hpp"

#include <string>

namespace alongside::server {

namespace {

constexpr Sentence read_through{"We last read this page through on ", "Darllenwyd y dudalen hon ddiwethaf ar "};
constexpr Sentence unwritten_title{"We have not written this page yet", "Nid ydym wedi ysgrifennu'r dudalen hon eto"};
constexpr Sentence unwritten_lead{"Ring us and we will tell you what you want to know.",
                                  "Ffoniwch ni ac fe ddywedwn wrthych beth rydych am ei wybod."};

void write_section(HtmlWriter& html, const wire::PublicSection& section, Language language) {
  write_council_words(html, "h2", section.heading, language);
  for (const wire::Bilingual& words : section.paragraphs) write_council_words(html, "p", words, language);
  if (section.points.empty()) return;
  html.open("ul");
  for (const wire::Bilingual& words : section.points) write_council_words(html, "li", words, language);
  html.close();
}

}  // namespace

PageContent public_page_html(const wire::PublicPage& page, const wire::Council& council, Language language) {
  HtmlWriter html;
  write_council_words(html, "h1", page.title, language);
  write_council_words(html, "p", page.lead, language);
  for (const wire::PublicSection& section : page.sections) write_section(html, section, language);
  write_contact(html, council.help, language);
  html.element("p", {{"class", "soft"}},
               std::string(read_through.in(language)) + date_words(page.updated, language) + ".");
  return {std::string(in_language(page.title, language)), html.take()};
}

PageContent unwritten_page_html(const wire::Council& council, Language language) {
  HtmlWriter html;
  html.element("h1", unwritten_title.in(language)).element("p", unwritten_lead.in(language));
  write_contact(html, council.help, language);
  return {std::string(unwritten_title.in(language)), html.take()};
}

}  // namespace alongside::server
