#include "app/server/council_config.hpp"
#include "app/server/council_words.hpp"
#include "app/server/date_words.hpp"
#include "plugins/guidance/api/guidance_html.hpp"
#include "plugins/guidance/model/due_day.hpp"

#include <string>

namespace alongside::guidance {
namespace {

using server::HtmlWriter;
using Words = server::Sentence;

constexpr Words when_title{"When should I hear?", "Pryd ddylwn i glywed?"};
constexpr Words when_lead{
    "Tell us the day, and we work out what the law says. We do not keep it.",
    "Dywedwch y diwrnod wrthym, ac fe weithiwn allan beth mae'r gyfraith yn ei ddweud. Dydyn ni ddim "
    "yn ei gadw."};
constexpr Words what_label{"What happened?", "Beth ddigwyddodd?"};
constexpr Words day_label{"On which day?", "Ar ba ddiwrnod?"};
constexpr Words go{"Work it out", "Gweithio'r dyddiau allan"};
constexpr Words day_error{"Choose a day within ten years of today.", "Dewiswch ddiwrnod o fewn deng mlynedd i heddiw."};
constexpr Words by{"By ", "Erbyn "};
constexpr Words earliest{
    "Holidays make this later: only days when schools or offices are open count.",
    "Mae gwyliau'n gwneud hwn yn hwyrach: dim ond dyddiau pan fo ysgolion neu swyddfeydd ar agor sy'n cyfrif."};
constexpr Words unless_title{"When it may take longer", "Pryd y gall gymryd mwy o amser"};
constexpr Words passed{"This day has passed.", "Mae'r diwrnod hwn wedi mynd heibio."};
constexpr Words complain{"What you can do now", "Beth allwch chi ei wneud nawr"};

void write_form(HtmlWriter& html, const GuidancePage& page, std::string_view what, std::string_view day) {
  html.open("form", {{"class", "search-form"}, {"action", "/rights/when"}, {"method", "get"}});
  html.open("div", {{"class", "field"}}).element("label", {{"for", "what"}}, what_label.in(page.language));
  html.open("select", {{"id", "what"}, {"name", "what"}});
  for (const Clock& clock : page.book.clocks) {
    if (clock.id == what)
      html.open("option", {{"value", clock.id}, {"selected", "selected"}});
    else
      html.open("option", {{"value", clock.id}});
    html.text(words_in(page, clock.title)).close();
  }
  html.close().close();
  html.open("div", {{"class", "field"}}).element("label", {{"for", "day"}}, day_label.in(page.language));
  html.empty("input", {{"id", "day"}, {"name", "day"}, {"type", "date"}, {"value", std::string(day)}}).close();
  html.element("button", {{"class", "button-primary"}, {"type", "submit"}}, go.in(page.language)).close();
}

void write_days(HtmlWriter& html, const GuidancePage& page, const Clock& clock, Date from) {
  html.element("h2", words_in(page, clock.title)).element("p", words_in(page, clock.from));
  bool is_any_passed = false;
  html.open("ol");
  for (const Step& step : clock.steps) {
    const Date due = due_day(from, step.count, step.unit);
    html.open("li").open("strong").text(std::string(by.in(page.language)) + server::date_words(due, page.language));
    html.close().text(": ").text(words_in(page, step.words));
    if (is_earliest(step.unit)) html.text(" ").text(earliest.in(page.language));
    if (due < page.today) html.text(" ").text(passed.in(page.language));
    is_any_passed |= due < page.today;
    html.close();
  }
  html.close();
  if (is_any_passed)
    html.open("p").link("/rights/about/" + std::string(complaints_topic), complain.in(page.language)).close();
  if (clock.unless.empty()) return;
  html.element("h2", unless_title.in(page.language));
  write_facts(html, page, clock.unless, 0);
}

}  // namespace

Result<server::PageContent> when_html(const GuidancePage& page, std::string_view what, std::string_view day) {
  HtmlWriter html;
  html.element("h1", when_title.in(page.language)).element("p", when_lead.in(page.language));
  const Clock* clock = find_by_id(page.book.clocks, what);
  const auto from = day_typed(day, page.today);
  if (!day.empty() && !from) html.element("p", {{"class", "error"}}, day_error.in(page.language));
  write_form(html, page, what, from ? from->iso() : std::string());
  if (clock != nullptr && from) {
    write_days(html, page, *clock, *from);
    write_sources(html, page, sources_of(page.book, *clock));
  }
  write_way_back(html, page);
  server::write_contact(html, page.council.council.help, page.language);
  return server::PageContent{std::string(when_title.in(page.language)), html.take()};
}

}  // namespace alongside::guidance
