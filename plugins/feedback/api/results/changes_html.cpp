#include "plugins/feedback/api/results/changes_html.hpp"

#include "app/server/council_words.hpp"
#include "app/server/date_words.hpp"
#include "plugins/feedback/model/change_order.hpp"

#include <iterator>
#include <string>

namespace alongside::feedback {
namespace {

using server::HtmlWriter;
using server::Language;
using server::Sentence;

constexpr Sentence page_title{"What you said, what we did", "Beth ddywedoch chi, beth wnaethom ni"};
constexpr Sentence page_lead{"We asked. You told us. Here is what we did, and what we could not do and why.",
                             "Fe ofynnom. Fe ddywedoch chi. Dyma beth wnaethom, a beth na allem ei wneud a pham."};
constexpr Sentence nothing_yet{"Nothing is answered yet. When it is, you will find it here.",
                               "Does dim wedi'i ateb eto. Pan fydd, fe'i cewch yma."};
constexpr Sentence we_asked{"We asked", "Fe ofynnom"};
constexpr Sentence you_said{"You said", "Fe ddywedoch chi"};
constexpr Sentence we_did{"We did", "Fe wnaethom"};
constexpr Sentence we_are_doing{"We are doing", "Rydym yn gwneud"};
constexpr Sentence we_could_not{"We could not, because", "Allem ni ddim, oherwydd"};
constexpr Sentence easy_words{"In easy words", "Mewn geiriau hawdd"};
constexpr Sentence done_by{"Who: ", "Pwy: "};
constexpr Sentence by_day{"When: ", "Pryd: "};
constexpr Sentence about_services{"About: ", "Am: "};
constexpr Sentence people_answered{"People who answered: ", "Pobl a atebodd: "};
constexpr Sentence small_hidden{
    "Where very few people said something, we do not show it, so that nobody can be found out.",
    "Lle dywedodd ychydig iawn o bobl rywbeth, nid ydym yn ei ddangos, fel na all neb gael ei adnabod."};
constexpr Sentence answer_column{"Answer", "Ateb"};
constexpr Sentence people_column{"People", "Pobl"};
constexpr Sentence see_surveys{"Surveys that are open now", "Arolygon sydd ar agor nawr"};

const Sentence& outcome_words(ChangeOutcome outcome) {
  constexpr const Sentence* words[] = {&we_did, &we_are_doing, &we_could_not};
  return *words[static_cast<std::size_t>(outcome)];
}

void write_services(HtmlWriter& html, const ChangeStep& step, Language language) {
  if (step.services.empty()) return;
  html.open("p").text(about_services.in(language));
  for (std::size_t i = 0; i < step.services.size(); ++i) {
    if (i != 0) html.text(", ");
    html.link("/service/" + step.services[i].id, step.services[i].name);
  }
  html.close();
}

void write_story(HtmlWriter& html, const ChangeStory& story, Language language) {
  html.open("section", {{"class", "card"}});
  server::write_council_words(html, "h2", story.title, language);
  html.element("h3", we_asked.in(language));
  server::write_council_words(html, "p", story.asked, language);
  html.element("p", std::string(people_answered.in(language)) + std::to_string(story.people) + ".");
  for (const ChangeStep& step : story.steps) write_change_step(html, step, language);
  if (!story.tables.empty()) html.element("p", small_hidden.in(language));
  for (const ReleasedTable& table : story.tables) write_released_table(html, table, language);
  html.close();
}

}  // namespace

void write_released_table(HtmlWriter& html, const ReleasedTable& table, Language language) {
  html.open("table");
  server::write_council_words(html, "caption", table.title, language);
  html.open("thead").open("tr");
  html.element("th", {{"scope", "col"}}, answer_column.in(language));
  html.element("th", {{"scope", "col"}}, people_column.in(language)).close().close();
  html.open("tbody");
  for (const ReleasedRow& row : table.rows) {
    html.open("tr").open("th", {{"scope", "row"}});
    server::write_council_words(html, "span", row.label, language);
    html.close().element("td", std::to_string(row.count)).close();
  }
  html.close().close();
  if (!table.note.en.empty()) server::write_council_words(html, "p", table.note, language);
}

void write_change_step(HtmlWriter& html, const ChangeStep& step, Language language) {
  html.open("section");
  html.element("h3", you_said.in(language));
  server::write_council_words(html, "p", step.said, language);
  html.element("h3", outcome_words(step.outcome).in(language));
  server::write_council_words(html, "p", step.did, language);
  html.element("p", std::string(done_by.in(language)) + std::string(server::in_language(step.owner, language)) + ". " +
                        std::string(by_day.in(language)) + server::date_words(step.by, language) + ".");
  write_services(html, step, language);
  html.open("details").element("summary", easy_words.in(language));
  server::write_council_words(html, "p", step.said_easily, language);
  server::write_council_words(html, "p", step.did_easily, language);
  html.close().close();
}

server::PageContent changes_html(const ChangeList& list, std::string_view service, Language language) {
  HtmlWriter html;
  html.element("h1", page_title.in(language)).element("p", page_lead.in(language));
  if (list.stories.empty()) html.element("p", nothing_yet.in(language));
  for (const ChangeStory* story : concerned_first(list, service)) write_story(html, *story, language);
  html.open("p").link("/say", see_surveys.in(language)).close();
  return {std::string(page_title.in(language)), html.take()};
}

}  // namespace alongside::feedback
