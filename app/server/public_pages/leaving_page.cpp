#include "app/server/public_pages/leaving_page.hpp"

#include "app/server/language.hpp"

#include <algorithm>
#include <initializer_list>

namespace alongside::server {

namespace {

wire::Bilingual words(const Sentence& sentence) { return {sentence.en, sentence.cy}; }

wire::PublicSection section(const Sentence& heading, std::initializer_list<Sentence> points) {
  wire::PublicSection made;
  made.heading = words(heading);
  for (const Sentence& point : points) made.points.push_back(words(point));
  return made;
}

wire::PublicSection how_to_leave() {
  return section({"How to leave", "Sut i adael"},
                 {{"Press “Leave this site”. It is in the corner of every page.",
                   "Pwyswch “Gadael y safle”. Mae yng nghornel pob tudalen."},
                  {"Or press the Shift key three times.", "Neu pwyswch y fysell Shift deirgwaith."},
                  {"The page goes blank at once. Then another site opens, such as the weather.",
                   "Mae'r dudalen yn mynd yn wag ar unwaith. Yna mae safle arall yn agor, fel y tywydd."},
                  {"“Back” does not show our pages again. To come back, type our address.",
                   "Nid yw “Yn ôl” yn dangos ein tudalennau eto. I ddod yn ôl, teipiwch ein cyfeiriad."},
                  {"Where this page says that it keeps what you write, it is kept.",
                   "Lle mae'r dudalen yn dweud ei bod yn cadw beth rydych yn ei ysgrifennu, mae'n cael ei gadw."}});
}

wire::PublicSection what_stays() {
  return section({"What stays behind", "Beth sy'n aros ar ôl"},
                 {{"Your browser still has our pages in its history. Whoever opens the history sees them.",
                   "Mae ein tudalennau yn hanes eich porwr o hyd. Bydd pwy bynnag sy'n agor yr hanes yn eu gweld."},
                  {"You stay signed in. Sign out first if you have the time.",
                   "Byddwch yn dal wedi mewngofnodi. Allgofnodwch yn gyntaf os oes gennych amser."},
                  {"What you let us keep on this device is still on it.",
                   "Mae'r hyn y gadawsoch i ni ei gadw ar y ddyfais hon arni o hyd."},
                  {"Emails and text messages about this site are still in your inbox.",
                   "Mae negeseuon e-bost a thestun am y safle hwn yn eich mewnflwch o hyd."},
                  {"If scripts are turned off in your browser, “Back” shows our pages.",
                   "Os yw sgriptiau wedi'u diffodd yn eich porwr, mae “Yn ôl” yn dangos ein tudalennau."},
                  {"We are not told that you left.", "Nid ydym yn cael gwybod eich bod wedi gadael."}});
}

wire::PublicSection how_to_clear() {
  wire::PublicSection made =
      section({"How to clear the history", "Sut i glirio'r hanes"},
              {{"On a computer: press Ctrl, Shift and Delete together. On a Mac: Command, Shift and Delete. In Safari, "
                "look for “Clear History” in the menu “History”.",
                "Ar gyfrifiadur: pwyswch Ctrl, Shift a Delete gyda'i gilydd. Ar Mac: Command, Shift a Delete. Yn "
                "Safari, chwiliwch am “Clear History” yn y ddewislen “History”."},
               {"On an Android phone: open Chrome, press the three dots, then “History”.",
                "Ar ffôn Android: agorwch Chrome, pwyswch y tri dot, yna “Hanes”."},
               {"On an iPhone: open Safari, press the book, then the clock.",
                "Ar iPhone: agorwch Safari, pwyswch y llyfr, yna'r cloc."},
               {"An empty history can be noticed. You can take out one page at a time.",
                "Gall rhywun sylwi ar hanes gwag. Gallwch dynnu un dudalen ar y tro."},
               {"Next time, open a private window first. It keeps no history.",
                "Y tro nesaf, agorwch ffenestr breifat yn gyntaf. Nid yw'n cadw hanes."}});
  made.paragraphs.push_back(words({"Only you can do this. No website can do it for you.",
                                   "Dim ond chi all wneud hyn. Ni all unrhyw wefan ei wneud drosoch."}));
  return made;
}

wire::PublicSection when_watched() {
  return section({"If somebody watches what you do", "Os oes rhywun yn gwylio beth rydych yn ei wneud"},
                 {{"Some programs show everything that a phone or computer does. Then use another one: a friend's, or "
                   "one in a library.",
                   "Mae rhai rhaglenni'n dangos popeth y mae ffôn neu gyfrifiadur yn ei wneud. Defnyddiwch un arall: "
                   "un ffrind, neu un mewn llyfrgell."},
                  {"You can ring us instead. The number is on every page.",
                   "Gallwch ein ffonio yn lle hynny. Mae'r rhif ar bob tudalen."},
                  {"In danger now? Ring 999.", "Mewn perygl nawr? Ffoniwch 999."}});
}

wire::PublicSection how_to_switch_off() {
  return section({"If you do not want the button", "Os nad ydych eisiau'r botwm"},
                 {{"In Settings you can take away the Shift key, or the button as well.",
                   "Yn y Gosodiadau gallwch dynnu'r fysell Shift, neu'r botwm hefyd."}});
}

}  // namespace

void add_leaving_page(std::vector<wire::PublicPage>& pages) {
  constexpr std::string_view id = "leaving";
  if (std::ranges::any_of(pages, [&](const wire::PublicPage& page) { return page.id == id; })) return;
  wire::PublicPage page;
  page.id = id;
  page.title = words({"How to leave this site quickly", "Sut i adael y safle hwn yn gyflym"});
  page.lead = words({"If somebody must not see what you are looking at, you can leave at once.",
                     "Os na ddylai rhywun weld beth rydych yn edrych arno, gallwch adael ar unwaith."});
  page.updated = Date::from_civil(2026, 11, 30).value();
  page.sections = {how_to_leave(), what_stays(), how_to_clear(), when_watched(), how_to_switch_off()};
  pages.push_back(std::move(page));
}

}  // namespace alongside::server
