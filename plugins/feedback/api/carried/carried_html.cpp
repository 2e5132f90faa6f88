#include "plugins/feedback/api/carried/carried_html.hpp"

#include "app/server/council_words.hpp"
#include "app/server/html_writer.hpp"

#include <string>

namespace alongside::feedback {
namespace {

using server::Sentence;

constexpr Sentence carried_title{"Go on with it on another device", "Mynd ymlaen ag ef ar ddyfais arall"};
constexpr Sentence carried_lead{"A survey that you have begun can go with you to another device, with a code.",
                                "Gall arolwg rydych wedi'i ddechrau fynd gyda chi i ddyfais arall, gyda chod."};
constexpr Sentence carried_scripts{
    "This part needs scripts, which are off or still on their way. You can also ring us, and we will write your "
    "answers "
    "down for you.",
    "Mae angen sgriptiau ar y rhan hon, ac maent wedi'u diffodd neu ar eu ffordd. Gallwch hefyd ein ffonio, ac fe "
    "ysgrifennwn eich atebion ar eich rhan."};

}  // namespace

server::PageContent carried_html(const wire::Contact& council, server::Language language) {
  server::HtmlWriter html;
  html.element("h1", carried_title.in(language)).element("p", carried_lead.in(language));
  html.element("p", carried_scripts.in(language));
  if (!council.phone.empty()) {
    html.open("p");
    html.element("a", {{"class", "phone"}, {"href", server::phone_link(council.phone)}}, council.phone).close();
  }
  return {std::string(carried_title.in(language)), html.take()};
}

}  // namespace alongside::feedback
