#include "plugins/local_offer/api/service_trust_html.hpp"

#include "plugins/local_offer/api/fact_text.hpp"
#include "plugins/local_offer/model/contact.hpp"
#include "plugins/local_offer/model/sessions.hpp"

#include <string>

namespace alongside::local_offer {
namespace {

using server::HtmlWriter;
using server::Language;
using server::Sentence;

constexpr Sentence next_words{"The next times", "Yr amseroedd nesaf"};
constexpr Sentence weeks_words{"Week by week", "Fesul wythnos"};
constexpr Sentence week_of{"Week of ", "Wythnos "};
constexpr Sentence not_on{"Not on", "Ddim ymlaen"};
constexpr Sentence rules{"How we decide about short breaks", "Sut rydym yn penderfynu am seibiannau byr"};
constexpr Sentence questions{"Questions families ask", "Cwestiynau mae teuluoedd yn eu gofyn"};
constexpr Sentence registered{"Registered and inspected", "Wedi cofrestru a'i arolygu"};
constexpr Sentence registered_with{"Registered with ", "Wedi cofrestru gyda "};
constexpr Sentence last_report{"Ask them for their last report, or look for it on the inspector's website.",
                               "Gofynnwch iddyn nhw am eu hadroddiad diwethaf, neu chwiliwch amdano ar wefan yr "
                               "arolygydd."};
constexpr Sentence said{"What families say", "Beth mae teuluoedd yn ei ddweud"};
constexpr Sentence said_read{"Read what families say about this", "Darllen beth mae teuluoedd yn ei ddweud am hyn"};
constexpr Sentence concern{"If something is not right", "Os nad yw rhywbeth yn iawn"};
constexpr Sentence complain{"To complain", "I gwyno"};
constexpr Sentence tell_them{"Tell the people who run it first, if you can. They can often put it right.",
                             "Dywedwch wrth y bobl sy'n ei redeg yn gyntaf, os gallwch. Yn aml gallant ei gywiro."};
constexpr Sentence tell_us{"Or tell us. We look at it and write back to you.",
                           "Neu dywedwch wrthym ni. Byddwn yn edrych arno ac yn ysgrifennu'n ôl atoch."};
constexpr Sentence ombudsman{
    "If our answer does not help, the Local Government and Social Care Ombudsman can look at "
    "it. It is free.",
    "Os nad yw ein hateb yn helpu, gall yr Ombwdsmon Llywodraeth Leol a Gofal Cymdeithasol "
    "edrych arno. Mae am ddim."};
constexpr Sentence ombudsman_wales{
    "If our answer does not help, the Public Services Ombudsman for Wales can look at it. "
    "It is free.",
    "Os nad yw ein hateb yn helpu, gall Ombwdsmon Gwasanaethau Cyhoeddus Cymru edrych "
    "arno. Mae am ddim."};
constexpr Sentence told_title{"What I asked to be told", "Beth ofynnais am gael gwybod"};
constexpr Sentence told_words{
    "Your own device keeps this list, so it needs a browser with scripts turned on. Or ring us: "
    "we look it up for you.",
    "Eich dyfais eich hun sy'n cadw'r rhestr hon, felly mae angen porwr â sgriptiau ymlaen. "
    "Neu ffoniwch ni: fe edrychwn ni drosoch."};

std::string_view words_of(const wire::Bilingual& words, Language language) {
  return language == Language::Welsh && !words.cy.empty() ? words.cy : words.en;
}

void write_contact_lines(HtmlWriter& html, const wire::Contact& contact) {
  if (!contact.phone.empty())
    html.open("p").element("a", {{"class", "phone"}, {"href", tel_href(contact.phone)}}, contact.phone).close();
  if (!contact.email.empty()) html.open("p").link("mailto:" + contact.email, contact.email).close();
}

std::string week_text(const CalendarWeek& week, Language language) {
  std::string text;
  Date last;
  for (const Session& session : week.sessions) {
    if (!text.empty() && session.day == last) continue;
    last = session.day;
    text += (text.empty() ? "" : ", ") + day_text(session.day, language);
  }
  if (text.empty()) text = not_on.in(language);
  return week.holiday ? text + " (" + std::string(words_of(week.holiday->name, language)) + ")" : text;
}

Sentence question_words(SendQuestion question) {
  switch (question) {
    case SendQuestion::Outcomes: return {"What do children gain here?", "Beth mae plant yn ei ennill yma?"};
    case SendQuestion::Training: return {"What training have staff had?", "Pa hyfforddiant mae'r staff wedi'i gael?"};
    case SendQuestion::Parents: return {"How do parents have a say?", "Sut mae rhieni'n cael dweud eu dweud?"};
    case SendQuestion::Progress:
      return {"How will we hear how our child is doing?", "Sut byddwn ni'n clywed sut mae ein plentyn?"};
    case SendQuestion::Access:
      return {"How easy is it to get around, inside and outside?",
              "Pa mor hawdd yw symud o gwmpas, y tu mewn a'r tu allan?"};
    case SendQuestion::Start: return {"How do we start?", "Sut mae dechrau?"};
    case SendQuestion::Plans: break;
  }
  return {"What do they want to do better?", "Beth maen nhw am ei wneud yn well?"};
}

}  // namespace

void write_calendar(HtmlWriter& html, const ServiceDetail& service, const wire::Council& council, Date today,
                    Language language) {
  const auto weeks = calendar_of(service.schedules, council.school_holidays, today);
  std::vector<Session> next;
  for (const CalendarWeek& week : weeks) next.insert(next.end(), week.sessions.begin(), week.sessions.end());
  if (next.empty()) return;
  html.element("h3", next_words.in(language)).open("ul");
  for (std::size_t i = 0; i < next.size() && i < next_sessions; ++i) {
    const std::string hours = hours_text(next[i].opens_at, next[i].closes_at);
    html.element("li", day_text(next[i].day, language) + (hours.empty() ? "" : ", " + hours));
  }
  html.close().element("h3", weeks_words.in(language)).open("dl");
  for (const CalendarWeek& week : weeks) {
    html.element("dt", std::string(week_of.in(language)) + day_text(week.monday, language));
    html.element("dd", week_text(week, language));
  }
  html.close();
}

void write_decided(HtmlWriter& html, WayIn way, Language language) {
  constexpr Sentence words[] = {
      {"", ""},
      {"Nobody has to decide. You can go.", "Does dim rhaid i neb benderfynu. Gallwch fynd."},
      {"They decide themselves. Ask them if you are not sure.",
       "Nhw sy'n penderfynu. Holwch nhw os nad ydych yn siŵr."},
      {"Somebody who knows your child writes for you. Then the council or the service decides.",
       "Mae rhywun sy'n adnabod eich plentyn yn ysgrifennu drosoch. Yna'r cyngor neu'r gwasanaeth sy'n penderfynu."},
      {"The council decides. Somebody first looks with you at what your family needs.",
       "Y cyngor sy'n penderfynu. Yn gyntaf mae rhywun yn edrych gyda chi ar beth sydd ei angen ar eich teulu."}};
  const std::string_view text = words[static_cast<unsigned>(way) % 5].in(language);
  if (!text.empty()) html.element("p", text);
  if (way == WayIn::Referral || way == WayIn::Assessment)
    html.open("p").link("/short-breaks", rules.in(language)).close();
}

void write_send_answers(HtmlWriter& html, const ServiceDetail& service, Language language) {
  if (service.send_answers.empty()) return;
  html.element("h2", questions.in(language));
  for (const SendAnswer& answer : service.send_answers) {
    html.element("h3", question_words(answer.question).in(language));
    html.element("p", {{"lang", "en"}}, answer.answer);
  }
}

void write_registered(HtmlWriter& html, const ServiceDetail& service, Language language) {
  const auto& registrations = service.summary.registrations;
  if (registrations.empty() && service.accreditations.empty()) return;
  html.element("h2", registered.in(language));
  for (const std::string& who : registrations) html.element("p", std::string(registered_with.in(language)) + who);
  if (!registrations.empty()) html.element("p", last_report.in(language));
  if (!service.accreditations.empty()) html.element("p", {{"lang", "en"}}, service.accreditations);
}

void write_said(HtmlWriter& html, const ServiceDetail& service, Language language) {
  html.element("h2", said.in(language));
  html.open("p").link("/comments/about/" + service.summary.id, said_read.in(language)).close();
}

void write_concern(HtmlWriter& html, const wire::Council& council, Language language) {
  html.element("h2", concern.in(language));
  if (!council.safeguarding.phone.empty() || !council.safeguarding.email.empty()) {
    html.element("h3", words_of(council.safeguarding.title, language));
    if (!council.emergency.en.empty()) html.element("p", words_of(council.emergency, language));
    write_contact_lines(html, council.safeguarding);
  }
  html.element("h3", complain.in(language)).element("p", tell_them.in(language)).element("p", tell_us.in(language));
  write_contact_lines(html, council.help);
  const Sentence& last = council.nation == wire::Nation::Wales ? ombudsman_wales : ombudsman;
  html.element("p", last.in(language));
}

server::PageContent told_html(const wire::Council& council, Language language) {
  HtmlWriter html;
  html.element("h1", told_title.in(language)).element("p", told_words.in(language));
  write_contact_lines(html, council.help);
  return {std::string(told_title.in(language)), html.take()};
}

}  // namespace alongside::local_offer
