#include "plugins/feedback/api/survey_html.hpp"

#include "app/server/council_words.hpp"
#include "app/server/date_words.hpp"
#include "app/server/html_writer.hpp"

#include <iterator>
#include <string>
#include <string_view>

namespace alongside::feedback {
namespace {

using server::HtmlWriter;
using server::Language;
using server::Sentence;

constexpr Sentence title{"Have your say", "Dweud eich dweud"};
constexpr Sentence lead{
    "Tell us what helps and what does not. We say what we will do with every answer.",
    "Dywedwch wrthym beth sy'n helpu a beth sydd ddim. Rydym yn dweud beth wnawn ni gyda phob ateb."};
constexpr Sentence how_to_answer{
    "To answer here, your browser needs scripts. You can also ring us, and we will write your answers down for you.",
    "I ateb yma, mae angen sgriptiau ar eich porwr. Gallwch hefyd ein ffonio, ac fe ysgrifennwn eich atebion ar eich "
    "rhan."};
constexpr Sentence changes{"What you said, what we did", "Beth ddywedoch chi, beth wnaethom ni"};
constexpr Sentence open_now{"Open now", "Ar agor nawr"};
constexpr Sentence none{"No survey is open today. Look again soon.",
                        "Does dim arolwg ar agor heddiw. Dewch yn ôl yn fuan."};
constexpr Sentence answers_back{"What happens with the answers", "Beth sy'n digwydd gyda'r atebion"};
constexpr Sentence anonymous{"Nobody will know which answers are yours.",
                             "Fydd neb yn gwybod pa atebion yw eich rhai chi."};
constexpr Sentence named{"This one asks for your name.", "Mae'r un yma'n gofyn am eich enw."};
constexpr Sentence until{"Open until ", "Ar agor tan "};
constexpr Sentence audiences[] = {{"For everyone", "I bawb"},
                                  {"For parents and carers", "I rieni a gofalwyr"},
                                  {"For children and young people", "I blant a phobl ifanc"}};

void write_survey(HtmlWriter& html, const Survey& survey, Language language) {
  html.open("li", {{"class", "card"}});
  server::write_council_words(html, "h3", survey.title, language);
  server::write_council_words(html, "p", survey.purpose, language);
  const std::size_t who = static_cast<std::size_t>(survey.who) % std::size(audiences);
  html.element("p", std::string(audiences[who].in(language)) + ". " + std::string(until.in(language)) +
                        server::date_words(survey.closes, language) + ".");
  html.element("p", survey.anonymity == Anonymity::Anonymous ? anonymous.in(language) : named.in(language));
  html.element("p", {{"class", "text-strong"}}, answers_back.in(language));
  server::write_council_words(html, "p", survey.answers_back, language);
  html.close();
}

}  // namespace

server::PageContent survey_html(const SurveyList& open, const wire::Contact& council, Language language) {
  HtmlWriter html;
  html.element("h1", title.in(language)).element("p", lead.in(language));
  html.open("section", {{"class", "card card-band hue-indigo"}}).element("p", how_to_answer.in(language));
  if (!council.phone.empty()) {
    html.open("p");
    html.element("a", {{"class", "phone"}, {"href", server::phone_link(council.phone)}}, council.phone).close();
  }
  html.close();
  html.open("p").link("/changes", changes.in(language)).close();
  html.element("h2", open_now.in(language));
  if (open.surveys.empty()) html.element("p", none.in(language));
  html.open("ul", {{"class", "list-cards"}});
  for (const Survey& survey : open.surveys) write_survey(html, survey, language);
  html.close();
  return {std::string(title.in(language)), html.take()};
}

}  // namespace alongside::feedback
