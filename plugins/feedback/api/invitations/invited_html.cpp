#include "plugins/feedback/api/invitations/invited_html.hpp"

#include "app/server/council_words.hpp"
#include "app/server/html_writer.hpp"

#include <string>

namespace alongside::feedback {
namespace {

using server::Sentence;

constexpr Sentence invited_title{"You are invited", "Rydych wedi cael gwahoddiad"};
constexpr Sentence invited_lead{"With the code on your invitation you can tell us what you think.",
                                "Gyda'r cod ar eich gwahoddiad gallwch ddweud wrthym beth yw eich barn."};
constexpr Sentence invited_scripts{
    "This part needs scripts, which are off or still on their way. You can also ring us, and we will write your "
    "answers "
    "down for you.",
    "Mae angen sgriptiau ar y rhan hon, ac maent wedi'u diffodd neu ar eu ffordd. Gallwch hefyd ein ffonio, ac fe "
    "ysgrifennwn eich atebion ar eich rhan."};

}  // namespace

server::PageContent invited_html(const wire::Contact& council, server::Language language) {
  server::HtmlWriter html;
  html.element("h1", invited_title.in(language)).element("p", invited_lead.in(language));
  html.element("p", invited_scripts.in(language));
  if (!council.phone.empty()) {
    html.open("p");
    html.element("a", {{"class", "phone"}, {"href", server::phone_link(council.phone)}}, council.phone).close();
  }
  return {std::string(invited_title.in(language)), html.take()};
}

}  // namespace alongside::feedback
