#include "app/server/shell_pages.hpp"

#include "app/server/council_words.hpp"
#include "app/server/html_writer.hpp"
#include "app/server/offline_page.hpp"
#include "app/server/public_pages/public_pages.hpp"

#include <array>
#include <string>

namespace alongside::server {

namespace {

std::string text(std::string_view view) { return std::string(view); }

PageContent page_of(std::string_view title, HtmlWriter& html) { return {text(title), html.take()}; }

void search_form(HtmlWriter& html, Language language) {
  const Sentence label{"What are you looking for?", "Am beth ydych chi'n chwilio?"};
  const Sentence hint{"For example: somewhere quiet saturday", "Er enghraifft: nofio dydd sadwrn"};
  html.open("form", {{"class", "search-form"}, {"action", "/find"}, {"method", "get"}, {"role", "search"}});
  html.open("div", {{"class", "field"}});
  html.element("label", {{"for", "home-search"}}, label.in(language));
  html.element("p", {{"class", "hint"}, {"id", "home-search-hint"}}, hint.in(language));
  html.empty("input", {{"id", "home-search"},
                       {"name", "q"},
                       {"type", "search"},
                       {"maxlength", "200"},
                       {"autocomplete", "off"},
                       {"aria-describedby", "home-search-hint"}});
  html.close();
  html.element("button", {{"class", "button-primary"}, {"type", "submit"}}, Sentence{"Search", "Chwilio"}.in(language));
  html.close();
}

PageContent home_page(Language language, const CouncilConfig& config) {
  const Sentence title{"Hello. What do you need?", "Helo. Beth sydd ei angen arnoch chi?"};
  const Sentence lead{"Find short breaks, clubs and help near you. You do not need to sign in to look.",
                      "Dewch o hyd i seibiannau byr, clybiau a help yn eich ardal. "
                      "Does dim angen mewngofnodi i edrych."};
  HtmlWriter html;
  html.element("h1", title.in(language)).element("p", lead.in(language));
  search_form(html, language);
  html.open("p").link("/help", Sentence{"Help right now", "Help ar unwaith"}.in(language)).close();
  html.open("p");
  html.link(
      "/rights",
      Sentence{"Your rights, and who is on your side", "Eich hawliau, a phwy sydd ar eich ochr chi"}.in(language));
  html.close();
  write_contact(html, config.council.help, language);
  return page_of(Sentence{"Home", "Hafan"}.in(language), html);
}

// What cannot wait, first on the page of help. Works from a copy on the device too.
void write_urgent(HtmlWriter& html, const CouncilConfig& config, Language language) {
  html.element("h2", Sentence{"Help right now", "Help ar unwaith"}.in(language)).open("ul", {{"class", "cards"}});
  for (const wire::UrgentNumber& one : config.council.urgent) {
    html.open("li", {{"class", "card"}});
    write_council_words(html, "h3", one.title, language);
    const bool is_call = one.address.starts_with("tel:"), is_text = one.address.starts_with("sms:");
    html.open("p").open("a", {{"class", "phone link-button"}, {"href", one.address}});
    if (is_call) html.text(Sentence{"Ring ", "Ffonio "}.in(language));
    if (is_text) html.text(Sentence{"Text ", "Anfon neges at "}.in(language));
    html.text(one.number).close().close();
    write_council_words(html, "p", one.words, language);
    html.close();
  }
  html.close();
}

PageContent help_page(Language language, const CouncilConfig& config) {
  const Sentence title{"Help", "Help"};
  const Sentence lead{"You can always talk to a person. You do not need to know what to ask for.",
                      "Gallwch siarad â pherson bob amser. Does dim angen gwybod am beth i ofyn."};
  HtmlWriter html;
  html.element("h1", title.in(language)).element("p", lead.in(language));
  write_council_words(html, "p", config.council.emergency, language);
  write_urgent(html, config, language);
  write_contact(html, config.council.help, language);
  write_contact(html, config.council.safeguarding, language);
  html.open("ul");
  for (const PublicPageAddress& page : public_page_addresses) {
    html.open("li").link(page.path, page.name.in(language)).close();
  }
  return page_of(title.in(language), html);
}

PageContent settings_page(Language language, const CouncilConfig& config) {
  const Sentence title{"Settings", "Gosodiadau"};
  const Sentence lead{
      "You can change the language here. The other settings need scripts, which are off or still on "
      "their way.",
      "Gallwch newid yr iaith yma. Mae angen sgriptiau ar y gosodiadau eraill, ac maent wedi'u diffodd "
      "neu ar eu ffordd."};
  HtmlWriter html;
  html.element("h1", title.in(language)).element("p", lead.in(language)).open("ul");
  for (const Language offered : config.languages) {
    const std::string code = text(code_of(offered));
    html.open("li").open("a", {{"href", "/?lang=" + code}, {"lang", code}, {"hreflang", code}});
    html.text(offered == Language::Welsh ? "Cymraeg" : "English").close().close();
  }
  return page_of(title.in(language), html);
}

// A page of one's own, for a browser without scripts: what is there, and whom to ring instead. The same
// for everybody, since it holds nothing of anybody.
struct OwnPage {
  std::string_view path;
  Sentence title;
  Sentence lead;
};

constexpr std::array own_pages{
    OwnPage{"/keep",
            {"Is this your own device?", "Ai eich dyfais chi yw hon?"},
            {"Here you choose if your family's things may stay on this device.",
             "Yma rydych yn dewis a gaiff pethau eich teulu aros ar y ddyfais hon."}},
    OwnPage{"/inbox",
            {"Messages", "Negeseuon"},
            {"Here you find what we wrote to you.", "Yma fe welwch yr hyn a ysgrifennom atoch."}},
    OwnPage{"/account",
            {"You", "Chi"},
            {"Here you see what waits to be sent, who sees what, and where you are signed in.",
             "Yma fe welwch beth sy'n aros i'w anfon, pwy sy'n gweld beth, a ble rydych wedi mewngofnodi."}},
    OwnPage{
        "/everything",
        {"Everything we hold about you", "Popeth sydd gennym amdanoch chi"},
        {"Here you can save all that we keep about you.", "Yma gallwch gadw popeth rydym yn ei gadw amdanoch chi."}},
    OwnPage{"/about-us",
            {"About us", "Amdanom ni"},
            {"Here you write what helps your child, so that you need not say it again.",
             "Yma rydych yn ysgrifennu beth sy'n helpu eich plentyn, fel na fydd rhaid ei ddweud eto."}},
};

PageContent own_page(const OwnPage& page, Language language, const CouncilConfig& config) {
  const Sentence scripts{"This part needs scripts, which are off or still on their way. You can ring us instead.",
                         "Mae angen sgriptiau ar y rhan hon, ac maent wedi'u diffodd neu ar eu ffordd. "
                         "Gallwch ein ffonio yn lle hynny."};
  HtmlWriter html;
  html.element("h1", page.title.in(language)).element("p", page.lead.in(language));
  html.element("p", scripts.in(language));
  write_contact(html, config.council.help, language);
  return page_of(page.title.in(language), html);
}

}  // namespace

PageContent missing_page(Language language) {
  const Sentence title{"We cannot find that page", "Ni allwn ddod o hyd i'r dudalen honno"};
  const Sentence lead{"The link may be old, or a letter may be missing. Nothing of yours is lost.",
                      "Efallai bod y ddolen yn hen, neu fod llythyren ar goll. "
                      "Does dim byd o'ch eiddo chi wedi'i golli."};
  HtmlWriter html;
  html.element("h1", title.in(language)).element("p", lead.in(language));
  html.open("p").link("/", Sentence{"Go to the home page", "Mynd i'r hafan"}.in(language)).close();
  return page_of(title.in(language), html);
}

PageContent trouble_page(Language language, const CouncilConfig& config) {
  const Sentence title{"Something went wrong", "Aeth rhywbeth o'i le"};
  const Sentence lead{"It is our fault, not yours. Try again in a minute, or talk to a person.",
                      "Ein bai ni yw hyn, nid eich bai chi. Rhowch gynnig arall arni mewn munud, "
                      "neu siaradwch â pherson."};
  HtmlWriter html;
  html.element("h1", title.in(language)).element("p", lead.in(language));
  write_contact(html, config.council.help, language);
  return page_of(title.in(language), html);
}

void add_shell_pages(PageRouter& pages, const CouncilConfig& config) {
  pages.page("/offline.html", [](const Request&) -> Result<PageContent> { return offline_page(); });
  pages.page("/",
             [&config](const Request& request) -> Result<PageContent> { return home_page(request.language, config); });
  pages.page("/help",
             [&config](const Request& request) -> Result<PageContent> { return help_page(request.language, config); });
  pages.page("/settings", [&config](const Request& request) -> Result<PageContent> {
    return settings_page(request.language, config);
  });
  for (const OwnPage& page : own_pages) {
    pages.page(page.path, [&config, &page](const Request& request) -> Result<PageContent> {
      return own_page(page, request.language, config);
    });
  }
}

}  // namespace alongside::server
