#include "plugins/requests/api/request_html.hpp"

#include "app/server/council_config.hpp"
#include "app/server/council_words.hpp"
#include "app/server/html_writer.hpp"

#include <string>

namespace alongside::requests {
namespace {

using server::HtmlWriter;
using server::Language;
using server::Sentence;

struct ScreenWords {
  std::string_view pattern;
  Sentence title;
};

constexpr ScreenWords screens[] = {
    {"/requests", {"Ask us for help", "Gofyn i ni am help"}},
    {"/requests/new", {"Ask for something", "Gofyn am rywbeth"}},
    {"/requests/one/{id}", {"What you asked for", "Yr hyn wnaethoch chi ofyn amdano"}},
};

constexpr Sentence lead{
    "You can ask for a short break. You can ask us to look at what your child needs, or what you need. You do not have "
    "to know the right words.",
    "Gallwch ofyn am seibiant byr. Gallwch ofyn i ni edrych ar beth sydd ei angen ar eich plentyn, neu arnoch chi. "
    "Does dim rhaid i chi wybod y geiriau cywir."};
constexpr Sentence needs_scripts{
    "Asking here needs JavaScript, which is off or has not come yet. Until then, ring us and we will write it down "
    "with "
    "you.",
    "Mae angen JavaScript i ofyn yma, ac mae wedi'i ddiffodd neu heb gyrraedd eto. Tan hynny, ffoniwch ni ac fe wnawn "
    "ei ysgrifennu gyda chi."};
constexpr Sentence next{"What happens next", "Beth sy'n digwydd nesaf"};
constexpr Sentence first_answer_in{"You get a first answer within this many days: ",
                                   "Byddwch yn cael ateb cyntaf o fewn y nifer hwn o ddiwrnodau: "};
constexpr Sentence tells_why{"If we say no, we tell you why and what you can do.",
                             "Os dywedwn na, byddwn yn dweud pam a beth allwch chi ei wneud."};
constexpr Sentence urgent{"If it cannot wait, ring us.", "Os na all aros, ffoniwch ni."};
constexpr Sentence now{"Help right now", "Help ar unwaith"};
constexpr Sentence rights{"Your rights, and who is on your side", "Eich hawliau, a phwy sydd ar eich ochr chi"};
constexpr Sentence breaks{"Find a short break", "Dod o hyd i seibiant byr"};

const ScreenWords& words_of(RequestScreen screen) { return screens[static_cast<std::size_t>(screen)]; }

void write_next(HtmlWriter& html, const server::CouncilConfig& council, Language language) {
  html.open("section", {{"class", "card"}}).element("h2", next.in(language));
  html.element("p", std::string(first_answer_in.in(language)) + std::to_string(council.requests.answer_days) + ".");
  html.element("p", tells_why.in(language)).close();
}

}  // namespace

std::string_view pattern_of(RequestScreen screen) { return words_of(screen).pattern; }

server::PageContent request_html(RequestScreen screen, const server::CouncilConfig& council, Language language) {
  const ScreenWords& words = words_of(screen);
  HtmlWriter html;
  html.element("h1", words.title.in(language));
  html.element("p", lead.in(language));
  html.open("section", {{"class", "card card-band"}}).element("p", needs_scripts.in(language));
  html.element("p", urgent.in(language));
  html.open("p").link("/help", now.in(language)).close().close();
  write_next(html, council, language);
  server::write_contact(html, council.council.help, language);
  html.open("p").link("/rights", rights.in(language)).close();
  html.open("p").link("/find", breaks.in(language)).close();
  return {std::string(words.title.in(language)), html.take()};
}

}  // namespace alongside::requests
