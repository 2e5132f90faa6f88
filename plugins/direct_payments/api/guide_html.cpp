#include "plugins/direct_payments/api/guide_html.hpp"

#include "app/server/council_words.hpp"
#include "app/server/html_writer.hpp"

#include <string>
#include <string_view>

namespace alongside::direct_payments {
namespace {

using server::HtmlWriter;
using server::Language;
using server::Sentence;

constexpr Sentence title{"Your direct payment", "Eich taliad uniongyrchol"};
constexpr Sentence lead{"A direct payment is money from us to pay for your child's short breaks.",
                        "Arian gennym ni i dalu am seibiannau byr eich plentyn yw taliad uniongyrchol."};
constexpr Sentence sign_in{"Sign in to see your money", "Mewngofnodi i weld eich arian"};
constexpr Sentence own_money_needs_scripts{
    "Your own money needs JavaScript, which is off or has not come yet. Here you can read what the money may buy, and "
    "who to ask about yours.",
    "Mae angen JavaScript i weld eich arian eich hun, ac mae wedi'i ddiffodd neu heb gyrraedd eto. Yma gallwch "
    "ddarllen "
    "beth y gall yr arian ei brynu, a phwy i'w holi am eich arian chi."};
constexpr Sentence go_sign_in{"Sign in", "Mewngofnodi"};
constexpr Sentence missing{
    "We have not put our guide here yet. Ring us and we will tell you what the money may buy.",
    "Nid ydym wedi rhoi ein canllaw yma eto. Ffoniwch ni ac fe ddywedwn wrthych beth y gall yr arian ei brynu."};
constexpr Sentence may_buy{"What the money may buy", "Beth y gall yr arian ei brynu"};
constexpr Sentence ask_first{"Ask us first", "Holwch ni yn gyntaf"};
constexpr Sentence may_not{"What it may not buy", "Beth na all ei brynu"};
constexpr Sentence who{"Who to ask", "Pwy i'w holi"};

void write_list(HtmlWriter& html, const Sentence& heading, const std::vector<wire::Bilingual>& lines,
                Language language) {
  if (lines.empty()) return;
  html.open("section", {{"class", "card"}}).element("h2", heading.in(language)).open("ul");
  for (const wire::Bilingual& line : lines) server::write_council_words(html, "li", line, language);
  html.close().close();
}

void write_contact(HtmlWriter& html, std::string_view name, std::string_view phone, std::string_view email) {
  if (phone.empty()) return;
  html.open("p");
  if (!name.empty()) html.text(name).text(": ");
  html.element("a", {{"class", "phone"}, {"href", server::phone_link(phone)}}, phone);
  if (!email.empty()) html.text(" ").link("mailto:" + std::string(email), email);
  html.close();
}

}  // namespace

server::PageContent guide_html(const std::optional<Guide>& guide, const wire::Contact& council, Language language) {
  HtmlWriter html;
  html.element("h1", title.in(language));
  html.element("p", lead.in(language));
  html.open("section", {{"class", "card card-band hue-plum"}});
  html.element("h2", sign_in.in(language)).element("p", own_money_needs_scripts.in(language));
  html.open("p").link("/signin", go_sign_in.in(language)).close().close();
  if (guide) {
    write_list(html, may_buy, guide->may_buy, language);
    write_list(html, ask_first, guide->ask_first, language);
    write_list(html, may_not, guide->may_not, language);
  } else {
    html.element("p", missing.in(language));
  }
  html.open("section", {{"class", "card"}}).element("h2", who.in(language));
  if (guide) write_contact(html, guide->help.name, guide->help.phone, guide->help.email);
  write_contact(html, {}, council.phone, council.email);
  html.close();
  if (guide) server::write_council_words(html, "p", guide->source.title, language);
  return {std::string(title.in(language)), html.take()};
}

}  // namespace alongside::direct_payments
