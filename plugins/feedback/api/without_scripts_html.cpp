#include "plugins/feedback/api/without_scripts_html.hpp"

#include "app/server/council_words.hpp"
#include "app/server/html_writer.hpp"

#include <string>

namespace alongside::feedback {
namespace {

constexpr server::Sentence needs_scripts{
    "This part needs scripts, which are off or still on their way. You can also ring us, and we will write your "
    "answers down for you.",
    "Mae angen sgriptiau ar y rhan hon, ac maent wedi'u diffodd neu ar eu ffordd. Gallwch hefyd ein ffonio, ac fe "
    "ysgrifennwn eich atebion ar eich rhan."};

}  // namespace

server::PageContent without_scripts_html(const WithoutScripts& page, const wire::Contact& council,
                                         server::Language language) {
  server::HtmlWriter html;
  html.element("h1", page.title.in(language)).element("p", page.lead.in(language));
  html.element("p", needs_scripts.in(language));
  if (!council.phone.empty()) {
    html.open("p");
    html.element("a", {{"class", "phone"}, {"href", server::phone_link(council.phone)}}, council.phone).close();
  }
  return {std::string(page.title.in(language)), html.take()};
}

}  // namespace alongside::feedback
