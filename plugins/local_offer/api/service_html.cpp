#include "plugins/local_offer/api/service_html.hpp"

#include "app/server/html_writer.hpp"
#include "plugins/local_offer/api/fact_text.hpp"
#include "plugins/local_offer/api/linked_data.hpp"
#include "plugins/local_offer/api/rich_text_html.hpp"
#include "plugins/local_offer/api/service_trust_html.hpp"

#include <algorithm>
#include <string>

namespace alongside::local_offer {
namespace {

using server::HtmlWriter;
using server::Language;
using server::Sentence;

constexpr Sentence is_right{"Is this right? Comments and corrections", "Ydy hyn yn gywir? Sylwadau a chywiriadau"};
constexpr Sentence back_words{"Back to what you found", "Yn ôl at y canlyniadau"};
constexpr Sentence who{"Who it is for", "Ar gyfer pwy"};
constexpr Sentence what{"What happens", "Beth sy'n digwydd"};
constexpr Sentence when{"When", "Pryd"};
constexpr Sentence where{"Where", "Ble"};
constexpr Sentence cost{"What it costs", "Beth yw'r gost"};
constexpr Sentence ask_price{"We do not know the price. Ask when you ring.",
                             "Nid ydym yn gwybod y pris. Holwch pan fyddwch yn ffonio."};
constexpr Sentence way_in{"How to get a place", "Sut i gael lle"};
constexpr Sentence access{"Access and support", "Mynediad a chymorth"};
constexpr Sentence checked{"Who checked this", "Pwy wiriodd hyn"};
constexpr Sentence talk{"Talk to them", "Siarad â nhw"};
constexpr Sentence website{"Their own website", "Eu gwefan eu hunain"};
constexpr Sentence closed{"This is closed for now. Ring before you make plans.",
                          "Mae hwn ar gau am y tro. Ffoniwch cyn gwneud cynlluniau."};

void write_english(HtmlWriter& html, std::string_view words) {
  if (!words.empty()) html.element("p", {{"lang", "en"}}, words);
}

void write_terms(HtmlWriter& html, const std::vector<std::string>& terms) {
  if (terms.empty()) return;
  html.open("ul", {{"lang", "en"}});
  for (const std::string& term : terms) html.element("li", term);
  html.close();
}

void write_who(HtmlWriter& html, const ServiceDetail& service, Language language) {
  html.element("h2", who.in(language));
  const std::string ages = ages_text(service.summary, language);
  if (!ages.empty()) html.element("p", ages);
  write_rich_text(html, service.eligibility);
  write_terms(html, service.summary.needs);
}

void write_when(HtmlWriter& html, const ServiceDetail& service, Language language) {
  if (service.schedules.empty()) return;
  html.element("h2", when.in(language)).open("ul");
  for (const Schedule& schedule : service.schedules) {
    html.open("li").text(schedule_text(schedule, language));
    if (!schedule.description.empty()) html.text(". ").element("span", {{"lang", "en"}}, schedule.description);
    html.close();
  }
  html.close();
}

void write_where(HtmlWriter& html, const ServiceDetail& service, Language language) {
  if (service.locations.empty()) return;
  html.element("h2", where.in(language));
  for (const Location& location : service.locations) {
    std::string lines = location.name;
    for (const std::string& line : location.address) {
      const bool repeats = !location.name.empty() && line.starts_with(location.name);
      lines = repeats ? line : lines + (lines.empty() ? "" : ", ") + line;
    }
    write_english(html, lines);
    write_terms(html, location.accessibility);
  }
}

void write_cost(HtmlWriter& html, const ServiceDetail& service, Language language) {
  html.element("h2", cost.in(language));
  if (service.cost_options.empty()) {
    const std::string words = cost_text(service.summary.cost, language);
    html.element("p", words.empty() ? ask_price.in(language) : std::string_view(words));
  }
  for (const CostOption& option : service.cost_options) {
    std::string words = option.option;
    if (option.amount) words += (words.empty() ? "" : ": ") + pounds(*option.amount);
    if (!option.amount_description.empty()) words += ". " + option.amount_description;
    write_english(html, words);
  }
  if (service.summary.cost.kind != CostKind::Free) write_rich_text(html, service.fees);
}

void write_contact(HtmlWriter& html, const ServiceDetail& service, Language language) {
  html.element("h2", talk.in(language));
  for (const ServiceContact& contact : service.contacts) {
    const std::string between = contact.name.empty() || contact.title.empty() ? "" : ", ";
    write_english(html, contact.name + between + contact.title);
    for (const std::string& phone : contact.phones) {
      html.open("p").element("a", {{"class", "phone"}, {"href", tel_href(phone)}}, phone).close();
    }
    if (!contact.email.empty() && contact.email != service.email)
      html.open("p").link("mailto:" + contact.email, contact.email).close();
  }
  if (!service.email.empty()) html.open("p").link("mailto:" + service.email, service.email).close();
  if (!service.url.empty()) html.open("p").link(service.url, website.in(language)).close();
}

void write_top(HtmlWriter& html, const ServiceDetail& service, std::string_view back, Language language) {
  html.open("p").element("a", {{"class", "link-back"}, {"href", std::string(back)}}, back_words.in(language)).close();
  write_english(html, service.summary.organisation);
  const std::string tier = tier_text(service.summary.tier, language);
  if (!tier.empty()) html.element("p", {{"class", "badge tone-accent"}}, tier);
  if (service.summary.status == Status::TemporarilyClosed)
    html.element("p", {{"class", "notice tone-warn"}}, closed.in(language));
  if (!service.alert.empty()) html.element("p", {{"class", "notice tone-warn"}, {"lang", "en"}}, service.alert);
}

}  // namespace

server::PageContent service_html(const ServiceDetail& service, const wire::Council& council, std::string_view back,
                                 Date today, Language language) {
  HtmlWriter html;
  html.element("h1", {{"lang", "en"}}, service.summary.name);
  write_top(html, service, back, language);
  write_who(html, service, language);
  html.element("h2", what.in(language));
  write_rich_text(html, service.description);
  write_when(html, service, language);
  write_calendar(html, service, council, today, language);
  write_where(html, service, language);
  write_cost(html, service, language);
  html.element("h2", way_in.in(language));
  html.element("p", way_in_text(service.summary.way_in, language));
  write_rich_text(html, service.application);
  write_decided(html, service.summary.way_in, language);
  if (!service.summary.support.empty()) html.element("h2", access.in(language));
  write_terms(html, service.summary.support);
  write_send_answers(html, service, language);
  write_registered(html, service, language);
  html.element("h2", checked.in(language)).element("p", checked_text(service.summary.assured_date, today, language));
  if (!service.assurer_email.empty())
    html.open("p").link("mailto:" + service.assurer_email, service.assurer_email).close();
  write_said(html, service, language);
  write_contact(html, service, language);
  write_concern(html, council, language);
  html.open("p").link("/comments/about/" + service.summary.id, is_right.in(language)).close();
  return {service.summary.name, html.take(), linked_data(service)};
}

}  // namespace alongside::local_offer
