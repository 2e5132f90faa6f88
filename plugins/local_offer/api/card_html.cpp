#include "plugins/local_offer/api/card_html.hpp"

#include "plugins/local_offer/api/fact_text.hpp"

namespace alongside::local_offer {
namespace {

using server::HtmlWriter;
using server::Language;
using server::Sentence;

constexpr Sentence closed_now{"Closed for now", "Ar gau am y tro"};

void write_facts(HtmlWriter& html, const HtmlCard& card, Language language) {
  const ServiceSummary& service = card.service;
  std::string facts = card.hit.miles ? miles_text(*card.hit.miles, language) + ", " + card.hit.place : card.hit.place;
  for (const std::string& fact : {ages_text(service, language), days_text(service.days, language),
                                  cost_text(service.cost, language), way_in_text(service.way_in, language)}) {
    if (!fact.empty()) facts += (facts.empty() ? "" : " · ") + fact;
  }
  if (!facts.empty()) html.element("p", facts);
}

}  // namespace

void write_card(HtmlWriter& html, const HtmlCard& card, Language language) {
  const ServiceSummary& service = card.service;
  html.open("li", {{"class", "card"}});
  html.element("a", {{"class", "link-card-title"}, {"lang", "en"}, {"href", card.href}}, service.name);
  html.element("p", {{"class", "text-soft"}, {"lang", "en"}}, service.organisation);
  if (!service.summary.empty()) html.element("p", {{"lang", "en"}}, service.summary);
  if (service.status == Status::TemporarilyClosed)
    html.element("p", {{"class", "badge tone-bad"}}, closed_now.in(language));
  write_facts(html, card, language);
  html.element("p", {{"class", "text-soft"}}, checked_text(service.assured_date, card.today, language)).close();
}

}  // namespace alongside::local_offer
