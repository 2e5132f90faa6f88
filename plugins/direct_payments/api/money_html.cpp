#include "plugins/direct_payments/api/money_html.hpp"

#include "app/server/council_words.hpp"
#include "app/server/html_writer.hpp"

#include <string>

namespace alongside::direct_payments {
namespace {

using server::HtmlWriter;
using server::Sentence;

struct ScreenWords {
  std::string_view pattern;
  Sentence title;
  Sentence lead;
};

constexpr ScreenWords screens[] = {
    {"/money/afford",
     {"Can my budget pay for this?", "All fy nghyllideb dalu am hyn?"},
     {"Here you ask if your direct payment can pay for a short break, and put it in your plan.",
      "Yma rydych yn holi a all eich taliad uniongyrchol dalu am seibiant byr, a'i roi yn eich cynllun."}},
    {"/money/spend",
     {"Add a spend", "Ychwanegu gwariant"},
     {"Here you write down what you spent from your direct payment.",
      "Yma rydych yn nodi beth wnaethoch chi ei wario o'ch taliad uniongyrchol."}},
    {"/money/entry/{id}",
     {"One payment", "Un taliad"},
     {"Here you see one payment of yours, and take it back if it was wrong.",
      "Yma rydych yn gweld un o'ch taliadau, ac yn ei dynnu'n ôl os oedd yn anghywir."}},
    {"/money/returns",
     {"Your returns", "Eich adroddiadau"},
     {"After each period you tell us how the money was spent. Here you send that, and see what we say.",
      "Ar ôl pob cyfnod rydych yn dweud wrthym sut y cafodd yr arian ei wario. Yma rydych yn anfon hynny, ac yn gweld "
      "beth rydym yn ei ddweud."}},
    {"/money/returns/{id}",
     {"One return", "Un adroddiad"},
     {"Here you go through one period step by step, and send it to us.",
      "Yma rydych yn mynd trwy un cyfnod gam wrth gam, ac yn ei anfon atom."}},
    {"/money/agreement",
     {"What is agreed", "Beth sydd wedi'i gytuno"},
     {"Here you see how much we pay and from when, what we wrote to you about it, and what you can do if you do not "
      "agree.",
      "Yma rydych yn gweld faint rydym yn ei dalu ac o ba bryd, beth rydym wedi'i ysgrifennu atoch amdano, a beth "
      "allwch chi ei wneud os nad ydych yn cytuno."}},
    {"/money/plan",
     {"Your plan", "Eich cynllun"},
     {"Here you plan what to pay for, what it is for, and what comes again and when.",
      "Yma rydych yn cynllunio beth i dalu amdano, beth yw ei ddiben, a beth sy'n dod eto a phryd."}},
    {"/money/in",
     {"Money that came in or went back", "Arian a ddaeth i mewn neu a aeth yn ôl"},
     {"Here you write down what you paid in yourself, what you got back, what was there before, and what you paid "
      "back.",
      "Yma rydych yn nodi beth wnaethoch chi ei dalu i mewn eich hun, beth gawsoch chi yn ôl, beth oedd yno o'r blaen, "
      "a "
      "beth wnaethoch chi ei dalu'n ôl."}},
};

constexpr Sentence needs_scripts{
    "This page needs JavaScript, which is off or has not come yet. Until then, ring us and we will do it with you.",
    "Mae angen JavaScript ar y dudalen hon, ac mae wedi'i ddiffodd neu heb gyrraedd eto. Tan hynny, ffoniwch ni ac fe "
    "wnawn ei wneud gyda chi."};
constexpr Sentence back{"What the money may buy", "Beth y gall yr arian ei brynu"};

const ScreenWords& words_of(MoneyScreen screen) { return screens[static_cast<std::size_t>(screen)]; }

}  // namespace

std::string_view pattern_of(MoneyScreen screen) { return words_of(screen).pattern; }

server::PageContent money_html(MoneyScreen screen, const wire::Contact& council, server::Language language) {
  const ScreenWords& words = words_of(screen);
  HtmlWriter html;
  html.element("h1", words.title.in(language));
  html.element("p", words.lead.in(language));
  html.open("section", {{"class", "card card-band hue-plum"}}).element("p", needs_scripts.in(language));
  if (!council.phone.empty())
    html.open("p")
        .element("a", {{"class", "phone"}, {"href", server::phone_link(council.phone)}}, council.phone)
        .close();
  html.open("p").link("/money", back.in(language)).close().close();
  return {std::string(words.title.in(language)), html.take()};
}

}  // namespace alongside::direct_payments
