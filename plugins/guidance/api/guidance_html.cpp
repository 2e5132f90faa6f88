#include "plugins/guidance/api/guidance_html.hpp"

#include "app/server/council_config.hpp"
#include "app/server/council_words.hpp"
#include "app/server/date_words.hpp"

#include <algorithm>
#include <string>

namespace alongside::guidance {
namespace {

using server::HtmlWriter;
using server::Sentence;

constexpr Sentence rights_title{"Your rights, and who is on your side", "Eich hawliau, a phwy sydd ar eich ochr chi"};
constexpr Sentence rights_lead{
    "You may ask for these things. You do not need to know the right words. Somebody can help you for free.",
    "Gallwch ofyn am y pethau hyn. Does dim angen gwybod y geiriau cywir. Gall rhywun eich helpu am ddim."};
constexpr Sentence growing_title{"Growing up: from 13 to 25", "Tyfu i fyny: o 13 i 25"};
constexpr Sentence growing_lead{
    "What changes at each age, who decides, and what you can ask for. Nobody has to do all of it at once.",
    "Beth sy'n newid ym mhob oedran, pwy sy'n penderfynu, a beth gallwch chi ofyn amdano. Does dim rhaid gwneud popeth "
    "ar unwaith."};
constexpr Sentence when{"When should I hear?", "Pryd ddylwn i glywed?"};
constexpr Sentence urgent{"Help right now", "Help ar unwaith"};
constexpr Sentence helpers{"Who can help", "Pwy all helpu"};
constexpr Sentence sources_title{"Where this comes from", "O ble daw hyn"};
constexpr Sentence looked_at{"looked at on ", "edrychwyd arno ar "};
constexpr Sentence not_checked{"Check this with ", "Gwiriwch hyn gyda "};
constexpr Sentence ring_us{"Ring us, and we tell you how to reach them.",
                           "Ffoniwch ni, ac fe ddywedwn sut i'w cyrraedd."};
constexpr Sentence back{"All your rights", "Eich holl hawliau"};

void write_list(HtmlWriter& html, const GuidancePage& page, std::string_view folder, const std::vector<Topic>& topics) {
  html.open("ul", {{"class", "cards"}});
  for (const Topic& topic : topics) {
    html.open("li", {{"class", "card"}}).open("h2");
    html.link(std::string(folder) + topic.id, words_in(page, topic.title)).close();
    html.element("p", words_in(page, topic.what)).close();
  }
  html.close();
}

std::string search_address(const Search& search, int age) {
  std::string address = "/find?";
  if (!search.words.empty()) address += "q=" + server::percent_encode(search.words) + "&";
  if (!search.head.empty()) address += "head=" + search.head + "&";
  if (age > 0) address += "age=" + std::to_string(age) + "&";
  address.pop_back();
  return address;
}

}  // namespace

std::string_view words_in(const GuidancePage& page, const guidance::Sentence& sentence) {
  return server::in_language(sentence.usual, page.language);
}

void write_facts(HtmlWriter& html, const GuidancePage& page, const std::vector<Fact>& facts, int age) {
  html.open("ul");
  for (const Fact& fact : facts) {
    html.open("li").text(words_in(page, fact.words));
    const std::string_view name = server::in_language(fact.search.name, page.language);
    if (!name.empty()) html.text(" ").link(search_address(fact.search, age), name);
    html.close();
  }
  html.close();
}

void write_helper(HtmlWriter& html, const GuidancePage& page, const Helper& helper) {
  html.open("section", {{"class", "card"}});
  server::write_council_words(html, "h3", helper.contact.title, page.language);
  html.element("p", words_in(page, helper.what));
  const wire::Contact& contact = helper.contact;
  if (!contact.phone.empty()) html.open("p").link(server::phone_link(contact.phone), contact.phone).close();
  if (!contact.email.empty()) html.open("p").link("mailto:" + contact.email, contact.email).close();
  if (!contact.hours.en.empty()) server::write_council_words(html, "p", contact.hours, page.language);
  if (!helper.web.empty()) html.open("p").link(helper.web, helper.web).close();
  if (contact.phone.empty() && contact.email.empty() && helper.web.empty())
    html.element("p", ring_us.in(page.language));
  html.close();
}

void write_sources(HtmlWriter& html, const GuidancePage& page, std::span<const Source* const> sources) {
  if (sources.empty()) return;
  html.element("h2", sources_title.in(page.language)).open("ul", {{"class", "text-soft"}});
  for (const Source* source : sources) {
    html.open("li");
    const std::string_view name = server::in_language(source->name, page.language);
    if (source->web.empty())
      html.text(name);
    else
      html.link(source->web, name);
    html.text(", " + std::string(looked_at.in(page.language)) + server::date_words(source->seen, page.language) + ".");
    const Helper* advice = find_by_id(page.book.helpers, advice_helper);
    if (source->checked == Checked::No && advice != nullptr)
      html.text(" " + std::string(not_checked.in(page.language)) +
                std::string(server::in_language(advice->contact.title, page.language)) + ".");
    html.close();
  }
  html.close();
}

void write_way_back(HtmlWriter& html, const GuidancePage& page) {
  html.open("p").link("/rights", back.in(page.language)).close();
}

Result<server::PageContent> rights_html(const GuidancePage& page) {
  HtmlWriter html;
  html.element("h1", rights_title.in(page.language)).element("p", rights_lead.in(page.language));
  html.open("ul");
  html.open("li").link("/help", urgent.in(page.language)).close();
  html.open("li").link("/rights/when", when.in(page.language)).close();
  html.open("li").link("/growing-up", growing_title.in(page.language)).close().close();
  write_list(html, page, "/rights/about/", page.book.topics);
  html.element("h2", helpers.in(page.language));
  for (const Helper& helper : page.book.helpers) write_helper(html, page, helper);
  server::write_contact(html, page.council.council.help, page.language);
  return server::PageContent{std::string(rights_title.in(page.language)), html.take()};
}

Result<server::PageContent> growing_html(const GuidancePage& page) {
  HtmlWriter html;
  html.element("h1", growing_title.in(page.language)).element("p", growing_lead.in(page.language));
  write_way_back(html, page);
  write_list(html, page, "/growing-up/", page.book.steps);
  server::write_contact(html, page.council.council.help, page.language);
  return server::PageContent{std::string(growing_title.in(page.language)), html.take()};
}

}  // namespace alongside::guidance
