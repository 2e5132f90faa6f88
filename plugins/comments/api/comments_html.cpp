#include "plugins/comments/api/comments_html.hpp"

#include "app/server/council_config.hpp"
#include "app/server/council_words.hpp"
#include "app/server/date_words.hpp"
#include "app/server/html_writer.hpp"

#include <string>

namespace alongside::comments {
namespace {

using server::HtmlWriter;
using server::Language;
using server::Sentence;

constexpr Sentence all_title{"What families say about the local offer",
                             "Beth mae teuluoedd yn ei ddweud am y cynnig lleol"};
constexpr Sentence all_lead{
    "The local offer is everything on these pages. You can tell us what is good, what is missing and what is hard to "
    "find. We publish it without anything that tells who said it, with what we do about it.",
    "Y cynnig lleol yw popeth ar y tudalennau hyn. Gallwch ddweud wrthym beth sy'n dda, beth sydd ar goll a beth sy'n "
    "anodd dod o hyd iddo. Rydym yn ei gyhoeddi heb ddim sy'n dweud pwy ddywedodd e, gyda'r hyn rydym yn ei wneud."};
// Welsh law has no local offer.
constexpr Sentence wales_title{"What families say about the help here",
                               "Beth mae teuluoedd yn ei ddweud am yr help yma"};
constexpr Sentence wales_lead{
    "You can tell us what is good, what is missing and what is hard to find on these pages. We publish it without "
    "anything that tells who said it, with what we do about it.",
    "Gallwch ddweud wrthym beth sy'n dda, beth sydd ar goll a beth sy'n anodd dod o hyd iddo ar y tudalennau hyn. "
    "Rydym yn "
    "ei gyhoeddi heb ddim sy'n dweud pwy ddywedodd e, gyda'r hyn rydym yn ei wneud."};
constexpr Sentence wales_content{"What help there is", "Pa help sydd ar gael"};
constexpr Sentence service_title{"What families say about this place", "Beth mae teuluoedd yn ei ddweud am y lle hwn"};
constexpr Sentence year_title{"You said, we did: ", "Dywedoch chi, gwnaethom ni: "};
constexpr Sentence no_summary{"No yearly summary has been published yet.",
                              "Does dim crynodeb blynyddol wedi'i gyhoeddi eto."};
constexpr Sentence last_summary{"The last yearly summary was published on ",
                                "Cyhoeddwyd y crynodeb blynyddol diwethaf ar "};
constexpr Sentence none{"Nothing has been published here yet.", "Does dim wedi'i gyhoeddi yma eto."};
constexpr Sentence said{"Families said", "Dywedodd teuluoedd"};
constexpr Sentence we_say{"What we say", "Beth rydym ni'n ei ddweud"};
constexpr Sentence we_do{"What we are doing", "Beth rydym ni'n ei wneud"};
constexpr Sentence no_answer{"We have not answered this yet.", "Dydyn ni ddim wedi ateb hwn eto."};
constexpr Sentence published_on{"Published on ", "Cyhoeddwyd ar "};
constexpr Sentence everything{"All comments", "Pob sylw"};
constexpr Sentence say_something{"Tell us what you think", "Dywedwch wrthym beth yw eich barn"};
constexpr Sentence comment_title{"Tell us what you think", "Dywedwch wrthym beth yw eich barn"};
constexpr Sentence correction_title{"Tell us what is wrong", "Dywedwch wrthym beth sy'n anghywir"};
constexpr Sentence needs_scripts{
    "Writing to us here needs JavaScript, which is off or has not come yet. Until then, ring us or write an email. You "
    "do not have to say your name.",
    "Mae angen JavaScript i ysgrifennu atom yma, ac mae wedi'i ddiffodd neu heb gyrraedd eto. Tan hynny, ffoniwch ni "
    "neu anfonwch e-bost. Does dim rhaid i chi ddweud eich enw."};

constexpr Sentence topics[] = {{"What the local offer has", "Beth sydd yn y cynnig lleol"},
                               {"Something is missing", "Mae rhywbeth ar goll"},
                               {"How good it is", "Pa mor dda yw e"},
                               {"Finding and understanding it", "Dod o hyd iddo a'i ddeall"},
                               {"How it is made", "Sut mae'n cael ei wneud"}};

bool is_wales(const server::CouncilConfig& council) { return council.council.nation == wire::Nation::Wales; }

const Sentence& lead_of(const server::CouncilConfig& council) { return is_wales(council) ? wales_lead : all_lead; }

std::string_view topic_of(Topic topic, const server::CouncilConfig& council, Language language) {
  const Sentence& usual = topics[static_cast<int>(topic)];
  return (topic == Topic::Content && is_wales(council) ? wales_content : usual).in(language);
}

void write_comment(HtmlWriter& html, const PublishedComment& comment, const server::CouncilConfig& council,
                   Language language) {
  html.open("article", {{"class", "card"}});
  const std::string_view topic = topic_of(comment.topic, council, language);
  if (comment.service_name.empty())
    html.element("h2", topic);
  else
    html.element("h2", {{"lang", "en"}}, comment.service_name).element("p", {{"class", "text-soft"}}, topic);
  html.element("h3", said.in(language));
  server::write_council_words(html, "p", comment.words, language);
  if (comment.is_answered()) {
    html.element("h3", we_say.in(language));
    server::write_council_words(html, "p", comment.answer, language);
    html.element("h3", we_do.in(language));
    server::write_council_words(html, "p", comment.action, language);
  } else {
    html.element("p", no_answer.in(language));
  }
  html.element("p", {{"class", "text-soft"}},
               std::string(published_on.in(language)) + server::date_words(comment.published_on, language) + ".");
  html.close();
}

bool is_shown(const PublishedComment& comment, const CommentsShown& shown) {
  if (shown.service && comment.service != *shown.service) return false;
  return !shown.year || comment.published_on.year() == *shown.year;
}

std::string title_of(const CommentsShown& shown, const server::CouncilConfig& council, Language language) {
  if (shown.year) return std::string(year_title.in(language)) + std::to_string(*shown.year);
  const Sentence& whole = is_wales(council) ? wales_title : all_title;
  return std::string((shown.service ? service_title : whole).in(language));
}

void write_years(HtmlWriter& html, const CommentList& list, Language language) {
  if (list.summaries.empty()) {
    html.element("p", no_summary.in(language));
    return;
  }
  Date last = list.summaries.front().published_on;
  for (const YearSummary& summary : list.summaries) last = std::max(last, summary.published_on);
  html.element("p", std::string(last_summary.in(language)) + server::date_words(last, language) + ".");
  html.open("ul");
  for (const YearSummary& summary : list.summaries) {
    const std::string year = std::to_string(summary.year);
    html.open("li").link("/comments/year/" + year, std::string(year_title.in(language)) + year).close();
  }
  html.close();
}

}  // namespace

server::PageContent comments_html(const CommentList& list, const CommentsShown& shown,
                                  const server::CouncilConfig& council, Language language) {
  const std::string title = title_of(shown, council, language);
  HtmlWriter html;
  html.element("h1", title);
  html.element("p", lead_of(council).in(language));
  html.open("p").link("/comments/new", say_something.in(language)).close();
  if (shown.service || shown.year) html.open("p").link("/comments", everything.in(language)).close();
  write_years(html, list, language);
  bool is_any = false;
  for (const PublishedComment& comment : list.comments) {
    if (!is_shown(comment, shown)) continue;
    is_any = true;
    write_comment(html, comment, council, language);
  }
  if (!is_any) html.element("p", none.in(language));
  server::write_contact(html, council.council.help, language);
  return {title, html.take()};
}

server::PageContent form_html(RemarkKind kind, const server::CouncilConfig& council, Language language) {
  const Sentence& title = kind == RemarkKind::Comment ? comment_title : correction_title;
  HtmlWriter html;
  html.element("h1", title.in(language));
  html.element("p", lead_of(council).in(language));
  html.open("section", {{"class", "card card-band"}}).element("p", needs_scripts.in(language)).close();
  server::write_contact(html, council.council.help, language);
  html.open("p").link("/comments", everything.in(language)).close();
  return {std::string(title.in(language)), html.take()};
}

}  // namespace alongside::comments
