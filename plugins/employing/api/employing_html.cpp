#include "plugins/employing/api/employing_html.hpp"

#include "app/base/money.hpp"
#include "app/server/council_words.hpp"
#include "app/server/html_writer.hpp"

#include <string>

namespace alongside::employing {
namespace {

using server::HtmlWriter;
using server::Language;
using server::Sentence;

constexpr Sentence title{"Paying somebody to help", "Talu rhywun i helpu"};
constexpr Sentence lead{
    "You can use a direct payment to pay a personal assistant (PA): somebody you choose, who helps your child. Then "
    "you are their employer.",
    "Gallwch ddefnyddio taliad uniongyrchol i dalu cynorthwyydd personol: rhywun rydych chi'n ei ddewis, sy'n helpu "
    "eich plentyn. Yna chi yw eu cyflogwr."};
constexpr Sentence needs_scripts{
    "Hours and costs need JavaScript, which is off or has not come yet. Until then, here is what the law says, and who "
    "to ask.",
    "Mae angen JavaScript ar gyfer oriau a chostau, ac mae wedi'i ddiffodd neu heb gyrraedd eto. Tan hynny, dyma beth "
    "mae'r gyfraith yn ei ddweud, a phwy i'w holi."};
constexpr Sentence no_payroll{
    "This page explains. It does not run a payroll: a payroll service or you tell HMRC what was paid.",
    "Mae'r dudalen hon yn egluro. Nid yw'n rhedeg cyflogres: mae gwasanaeth cyflogres neu chi yn dweud wrth CThEF beth "
    "gafodd ei dalu."};
constexpr Sentence least{"The least you may pay an hour", "Y lleiaf y cewch ei dalu am awr"};
constexpr Sentence from{"from", "o"};
constexpr Sentence unsure{"not confirmed", "heb ei gadarnhau"};
constexpr Sentence missing{"We have not put the figures here yet. Ring us.",
                           "Nid ydym wedi rhoi'r ffigurau yma eto. Ffoniwch ni."};

struct Wage {
  FigureName name;
  Sentence who;
};
constexpr Wage wages[] = {
    {FigureName::MinimumWageAdult, {"21 and over", "21 a throsodd"}},
    {FigureName::MinimumWage18, {"18 to 20", "18 i 20"}},
    {FigureName::MinimumWage16, {"16 and 17", "16 ac 17"}},
    {FigureName::MinimumWageApprentice, {"Apprentices", "Prentisiaid"}},
};

void write_wage(HtmlWriter& html, FigureReader& figures, const Wage& wage, Language language) {
  const auto value = figures.find(wage.name);
  if (!value) return;
  const Figure& figure = *figures.used().back();
  std::string line = std::string(wage.who.in(language)) + ": " + Money::of_known(*value).text() + " (" +
                     std::string(from.in(language)) + " " + figure.from.iso();
  if (figure.status == FigureStatus::Unconfirmed) line += ", " + std::string(unsure.in(language));
  html.open("li").text(line + "). ");
  if (const FigureSource* source = figures.source_of(figure)) html.text(source->title);
  html.close();
}

void write_wages(HtmlWriter& html, const PayFigures& figures, Date today, Language language) {
  html.open("section", {{"class", "card"}}).element("h2", least.in(language));
  if (figures.figures.empty()) html.element("p", missing.in(language));
  html.open("ul");
  FigureReader reader(figures, today);
  for (const Wage& wage : wages) write_wage(html, reader, wage, language);
  html.close().close();
}

}  // namespace

server::PageContent employing_html(const PayFigures& figures, Date today, const wire::Contact& council,
                                   Language language) {
  HtmlWriter html;
  html.element("h1", title.in(language));
  html.element("p", lead.in(language));
  html.open("section", {{"class", "card card-band hue-plum"}}).element("p", needs_scripts.in(language)).close();
  html.element("p", no_payroll.in(language));
  write_wages(html, figures, today, language);
  server::write_contact(html, council, language);
  return {std::string(title.in(language)), html.take()};
}

}  // namespace alongside::employing
