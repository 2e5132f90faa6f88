#include "plugins/local_offer/api/list_html.hpp"

#include "app/server/html_writer.hpp"
#include "plugins/local_offer/api/card_html.hpp"

#include <algorithm>

namespace alongside::local_offer {
namespace {

using server::Sentence;

constexpr Sentence list_title{"Things to look at again", "Pethau i edrych arnyn nhw eto"};
constexpr Sentence sent_words{"Anybody with the address of this page can see this list. Nobody has to sign in.",
                              "Gall unrhyw un â chyfeiriad y dudalen hon weld y rhestr hon. Does dim rhaid i "
                              "neb fewngofnodi."};
constexpr Sentence empty_list{"There is nothing in this list.", "Does dim byd yn y rhestr hon."};
constexpr Sentence to_find{"Find something", "Dod o hyd i rywbeth"};

}  // namespace

server::PageContent list_html(const OfferList& list, const std::vector<std::string>& ids, Date today,
                              server::Language language) {
  server::HtmlWriter html;
  html.element("h1", list_title.in(language));
  html.element("p", (ids.empty() ? empty_list : sent_words).in(language));
  html.open("p").link("/find", to_find.in(language)).close();
  html.open("ul", {{"class", "results list-cards"}});
  for (const std::string& id : ids) {
    const auto found = std::find_if(list.services.begin(), list.services.end(),
                                    [&id](const ServiceSummary& one) { return one.id == id; });
    if (found == list.services.end()) continue;
    Hit hit;
    if (!found->spots.empty()) hit.place = found->spots.front().place;
    write_card(html, {*found, hit, "/service/" + id, today}, language);
  }
  html.close();
  return {std::string(list_title.in(language)), html.take()};
}

}  // namespace alongside::local_offer
