#include "app/server/personal/held_page.hpp"

#include "app/server/html_writer.hpp"

namespace alongside::server {

namespace {

constexpr Sentence page_title{"Everything we hold about you", "Popeth sydd gennym amdanoch chi"};
constexpr Sentence lead{
    "This is what we keep about you today. It also has what others share with you. What somebody has not shared with "
    "you is theirs, and is not here.",
    "Dyma beth rydym yn ei gadw amdanoch chi heddiw. Mae hefyd yn cynnwys yr hyn y mae eraill yn ei rannu gyda chi. "
    "Eiddo rhywun arall yw'r hyn nad ydynt wedi'i rannu gyda chi, ac nid yw yma."};
constexpr Sentence not_here{
    "Answers that you gave without your name are not here. Nobody can find out which are yours, and we cannot either.",
    "Nid yw'r atebion a roesoch heb eich enw yma. Ni all neb ddarganfod pa rai yw eich rhai chi, ac ni allwn ninnau "
    "chwaith."};
constexpr Sentence wrong{"Is something wrong, or do you want us to delete it? Ring us:",
                         "Oes rhywbeth o'i le, neu ydych chi am i ni ei ddileu? Ffoniwch ni:"};
constexpr Sentence nothing{"We hold nothing else about you.", "Nid oes gennym ddim arall amdanoch chi."};
constexpr Sentence made{"Made on", "Gwnaed ar"};

const std::string& named(const wire::Bilingual& words, Language language) {
  return language == Language::Welsh && !words.cy.empty() ? words.cy : words.en;
}

void write_item(HtmlWriter& html, const HeldItem& item) {
  html.element("h3", item.title);
  html.open("dl");
  for (const HeldLine& line : item.lines) html.element("dt", line.label).element("dd", line.value);
  html.close();
}

}  // namespace

std::string held_page(const EverythingHeld& held, const CouncilConfig& council) {
  const Language language = held.language;
  HtmlWriter html;
  html.open("html", {{"lang", std::string(code_of(language))}}).open("head");
  html.empty("meta", {{"charset", "utf-8"}});
  html.empty("meta", {{"name", "viewport"}, {"content", "width=device-width"}});
  html.element("title", page_title.in(language)).close();
  html.open("body").open("main").element("h1", page_title.in(language));
  html.element("p", held.name).element("p", lead.in(language)).element("p", not_here.in(language));
  bool empty = true;
  for (const HeldSection& section : held.sections) {
    if (section.items.empty()) continue;
    empty = false;
    html.element("h2", section.title);
    for (const HeldItem& item : section.items) write_item(html, item);
  }
  if (empty) html.element("p", nothing.in(language));
  const wire::Contact& help = council.council.help;
  html.open("p").text(wrong.in(language)).text(" ").text(named(help.title, language)).text(", " + help.phone).close();
  html.element("p", std::string(made.in(language)) + " " + held.made_at + ", " + named(council.council.name, language));
  return "<!doctype html>\n" + html.take().text() + "\n";
}

}  // namespace alongside::server
