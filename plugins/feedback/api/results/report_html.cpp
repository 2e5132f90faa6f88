#include "plugins/feedback/api/results/report_html.hpp"

#include "app/server/council_words.hpp"
#include "app/server/date_words.hpp"
#include "app/server/feature.hpp"
#include "app/server/whole_file.hpp"
#include "plugins/feedback/api/results/changes_html.hpp"
#include "plugins/feedback/api/results/release_shelf.hpp"
#include "plugins/feedback/api/results/story_shelf.hpp"
#include "plugins/feedback/api/results/trend_html.hpp"

#include <algorithm>
#include <cstdint>
#include <system_error>

namespace alongside::feedback {
namespace {

using server::HtmlWriter;
using server::Language;
using server::Sentence;

constexpr Sentence report_title{"What families said, and what we did", "Beth ddywedodd teuluoedd, a beth wnaethom ni"};
constexpr Sentence no_release{"Nothing was released in this year.", "Ni ryddhawyd dim yn ystod y flwyddyn hon."};
constexpr Sentence how_counted{"How it is counted", "Sut mae'n cael ei gyfrif"};
constexpr Sentence method{
    "Each release counts people whom no other release counts, and is never changed. Nothing is said about fewer "
    "people, "
    "and no count is shown, under the numbers below; others are taken together or left out so that a hidden one cannot "
    "be worked out. Means stand with the interval of Student's t in which they would lie 95 times in 100. Those who "
    "answered chose to: they do not stand for all families.",
    "Mae pob rhyddhad yn cyfrif pobl nad oes un arall yn eu cyfrif, a byth yn cael ei newid. Ni ddywedir dim am lai o "
    "bobl, ac ni ddangosir cyfrif, o dan y rhifau isod; caiff eraill eu cymryd gyda'i gilydd neu eu gadael allan fel "
    "na "
    "ellir gweithio un cudd allan. Mae cymedrau'n sefyll gyda chyfwng t Student y byddent ynddo 95 gwaith mewn 100. "
    "Dewisodd y rhai a atebodd wneud hynny: nid ydynt yn sefyll dros bob teulu."};
constexpr Sentence fewest_people{"Fewest people: ", "Y nifer lleiaf o bobl: "};
constexpr Sentence smallest_count{". Smallest count: ", ". Y cyfrif lleiaf: "};
constexpr Sentence rounded_to{". Rounded to: ", ". Wedi'i dalgrynnu i: "};
constexpr Sentence release_number{"Release ", "Rhyddhad "};
constexpr Sentence people_counted{"people", "o bobl"};
constexpr Sentence of_versions{"Versions of the questions, joined by their names: ",
                               "Fersiynau'r cwestiynau, wedi'u cysylltu yn ôl eu henwau: "};
constexpr Sentence in_words{"In people's own words", "Yng ngeiriau pobl eu hunain"};
constexpr Sentence not_shown{"Not shown, because too few people answered: ",
                             "Heb eu dangos, am fod rhy ychydig wedi ateb: "};
constexpr Sentence not_told{"hidden", "cudd"};

void write_cross(HtmlWriter& html, const ReleasedCross& cross, Language language) {
  html.open("table").element("caption", std::string(server::in_language(cross.rows_title, language)) + " × " +
                                            std::string(server::in_language(cross.columns_title, language)));
  html.open("thead").open("tr").element("td", "");
  for (const wire::Bilingual& title : cross.columns)
    html.element("th", {{"scope", "col"}}, server::in_language(title, language));
  html.close().close().open("tbody");
  for (std::size_t row = 0; row < cross.rows.size(); ++row) {
    html.open("tr").element("th", {{"scope", "row"}}, server::in_language(cross.rows[row], language));
    for (std::size_t column = 0; column < cross.columns.size(); ++column) {
      const std::uint32_t count = cross.counts[row * cross.columns.size() + column];
      html.element("td", count == 0 ? std::string(not_told.in(language)) : std::to_string(count));
    }
    html.close();
  }
  html.close().close();
}

void write_words(HtmlWriter& html, const Release& release, Language language) {
  if (release.words.empty()) return;
  html.element("h4", in_words.in(language)).open("ul");
  for (const ReleasedWords& words : release.words) {
    html.open("li").element("p", server::in_language(words.question, language));
    html.element("blockquote", words.words).close();
  }
  html.close();
}

void write_release(HtmlWriter& html, const Release& release, Language language) {
  html.element("h3", std::string(release_number.in(language)) + std::to_string(release.number) + ", " +
                         server::date_words(release.day, language) + ": " + std::to_string(release.people) + " " +
                         std::string(people_counted.in(language)));
  std::string versions;
  for (const std::uint32_t version : release.versions)
    versions += (versions.empty() ? "" : ", ") + std::to_string(version);
  html.element("p", std::string(of_versions.in(language)) + versions + ".");
  for (const ReleasedTable& table : release.tables) write_released_table(html, table, language);
  for (const ReleasedCross& cross : release.crosses) write_cross(html, cross, language);
  for (const wire::Bilingual& title : release.hidden)
    html.element("p", std::string(not_shown.in(language)) + std::string(server::in_language(title, language)));
  write_words(html, release, language);
}

void write_method(HtmlWriter& html, const DisclosureRules& rules, Language language) {
  html.element("h2", how_counted.in(language)).element("p", method.in(language));
  html.element("p", std::string(fewest_people.in(language)) + std::to_string(rules.people) +
                        std::string(smallest_count.in(language)) + std::to_string(rules.cell) +
                        std::string(rounded_to.in(language)) + std::to_string(std::max(rules.round_to, 1u)) + ".");
}

Result<bool> write_survey(HtmlWriter& html, const server::FeatureContext& context, const ChangeStory& story,
                          const std::string& year, Language language) {
  const auto releases = ALONGSIDE_TRY(ReleaseShelf(context).all(ALONGSIDE_TRY(SurveyId::parse(story.survey))));
  const auto is_of_year = [&](const Release& release) { return release.day.iso().starts_with(year + "-"); };
  if (std::ranges::none_of(releases, is_of_year) && !story.day.iso().starts_with(year + "-")) return false;
  server::write_council_words(html, "h2", story.title, language);
  server::write_council_words(html, "p", story.asked, language);
  for (const ChangeStep& step : story.steps) write_change_step(html, step, language);
  for (const Release& release : releases) {
    if (is_of_year(release)) write_release(html, release, language);
  }
  write_trends(html, releases, language);
  return true;
}

Result<server::SafeHtml> report_html(const server::FeatureContext& context, const std::string& year,
                                     Language language) {
  HtmlWriter html;
  const std::string name(server::in_language(context.council.council.name, language));
  html.open("html", {{"lang", std::string(server::code_of(language))}}).open("head");
  html.empty("meta", {{"charset", "utf-8"}});
  html.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.element("title", std::string(report_title.in(language)) + " " + year + " – " + name).close();
  html.open("body").open("main");
  html.element("h1", std::string(report_title.in(language)) + ", " + year).element("p", name);
  write_method(html, rules_of(context), language);
  bool has_any = false;
  for (const ChangeStory& story : ALONGSIDE_TRY(StoryShelf(context).all()).stories)
    has_any = ALONGSIDE_TRY(write_survey(html, context, story, year, language)) || has_any;
  if (!has_any) html.element("p", no_release.in(language));
  return html.take();
}

}  // namespace

Result<std::string> write_report(const server::FeatureContext& context, const std::string& path,
                                 const std::string& year, Language language) {
  const bool is_year = year.size() == 4 && std::ranges::all_of(year, [](char c) { return c >= '0' && c <= '9'; });
  if (!is_year) return Error{ErrorCode::InvalidInput, "write the year with four digits, like 2026"};
  const server::SafeHtml html = ALONGSIDE_TRY(report_html(context, year, language));
  ALONGSIDE_TRY(server::write_whole_file(path, "<!doctype html>\n" + std::string(html.text())));
  return "The report is in " + path + ".\n";
}

}  // namespace alongside::feedback
