#include "plugins/direct_payments/api/spending/may_i_html.hpp"

#include "app/base/typed.hpp"
#include "app/server/council_words.hpp"
#include "app/server/date_words.hpp"
#include "app/server/html_writer.hpp"
#include "plugins/direct_payments/model/ledger_rules.hpp"
#include "plugins/direct_payments/model/spending/may_spend.hpp"

#include <string>
#include <variant>

namespace alongside::direct_payments {
namespace {

using server::HtmlWriter;
using server::Language;
using server::Sentence;

constexpr Sentence may_i_title{"May I spend it on this?", "A gaf i ei wario ar hyn?"};
constexpr Sentence may_i_lead{
    "Write what you want to pay for. We look it up in our rules about direct payments.",
    "Ysgrifennwch am beth rydych chi eisiau talu. Byddwn yn edrych yn ein rheolau am daliadau "
    "uniongyrchol."};
constexpr Sentence what_label{"What do you want to pay for?", "Am beth rydych chi eisiau talu?"};
constexpr Sentence cost_label{"About how much is it, in pounds? You can leave this out.",
                              "Tua faint yw e, mewn punnoedd? Gallwch adael hyn allan."};
constexpr Sentence go{"Look in the rules", "Edrych yn y rheolau"};
constexpr Sentence answers[] = {
    {"Yes", "Cewch"},
    {"Ask us first", "Holwch ni yn gyntaf"},
    {"No", "Na chewch"},
    {"Our rules do not say. Ask us first.", "Nid yw ein rheolau'n dweud. Holwch ni yn gyntaf."}};
constexpr Sentence only_general{
    "These are our rules for everybody. Your own agreement may say something else: sign in, or ring us.",
    "Dyma ein rheolau i bawb. Gall eich cytundeb chi ddweud rhywbeth arall: mewngofnodwch, neu ffoniwch ni."};
constexpr Sentence not_meant{"If this is not about what you mean, ask us.",
                             "Os nad yw hyn am yr hyn rydych chi'n ei olygu, holwch ni."};
constexpr Sentence bad_cost{"We could not read the amount, so we left it out. Write it like 12.50.",
                            "Ni allem ddarllen y swm, felly rydym wedi'i adael allan. Ysgrifennwch ef fel 12.50."};
constexpr Sentence sign_in_to_ask{"Sign in to ask us in writing", "Mewngofnodi i ofyn i ni yn ysgrifenedig"};
constexpr Sentence back_to_guide{"What the money may buy", "Beth y gall yr arian ei brynu"};

struct Asked {
  std::string what;
  std::string typed_cost;
  std::optional<Money> cost;
  bool is_cost_bad = false;
};

// An address is from outside: what it carries may be anything.
Asked asked_in(const server::Query& query) {
  Asked asked;
  asked.what = query.value("what");
  if (!is_fit_text(asked.what)) asked.what.clear();
  asked.typed_cost = query.value("cost");
  if (asked.typed_cost.empty()) return asked;
  const auto amount = read_amount(asked.typed_cost, Money::of_known(Transaction::most_pence));
  if (const auto* money = std::get_if<Money>(&amount)) asked.cost = *money;
  asked.is_cost_bad = !asked.cost;
  if (asked.is_cost_bad) asked.typed_cost.clear();
  return asked;
}

void write_form(HtmlWriter& html, const Asked& asked, Language language) {
  html.open("form", {{"action", "/money/may-i"}, {"method", "get"}, {"class", "search-form"}});
  html.open("div", {{"class", "field"}}).element("label", {{"for", "what"}}, what_label.in(language));
  html.empty("input", {{"id", "what"}, {"name", "what"}, {"maxlength", "200"}, {"value", asked.what}}).close();
  html.open("div", {{"class", "field"}}).element("label", {{"for", "cost"}}, cost_label.in(language));
  html.empty("input", {{"id", "cost"},
                       {"name", "cost"},
                       {"inputmode", "decimal"},
                       {"maxlength", "12"},
                       {"value", asked.typed_cost}})
      .close();
  html.empty("input", {{"type", "hidden"}, {"name", "lang"}, {"value", std::string(server::code_of(language))}});
  html.element("button", {{"type", "submit"}, {"class", "button-primary"}}, go.in(language)).close();
}

void write_answer(HtmlWriter& html, const Asked& asked, const SpendRules& rules, Language language) {
  const SpendAnswer answer = may_spend(asked.what, asked.cost, {}, rules.rules);
  html.open("section", {{"class", "card card-band hue-plum"}});
  html.element("h2", answers[static_cast<std::size_t>(answer.verdict)].in(language));
  if (asked.is_cost_bad) html.element("p", bad_cost.in(language));
  if (!answer.hits.empty()) {
    html.open("ul");
    for (const RuleHit& hit : answer.hits) server::write_council_words(html, "li", hit.rule->words, language);
    html.close();
    html.open("p", {{"class", "text-soft"}}).text(server::in_language(rules.source, language)).text(", ");
    html.text(server::date_words(rules.source_date, language)).close();
    html.element("p", not_meant.in(language));
  }
  html.element("p", only_general.in(language));
  html.open("p").link("/signin?then=%2Fmoney%2Fmay-i", sign_in_to_ask.in(language)).close().close();
}

}  // namespace

server::PageContent may_i_html(const SpendRules& rules, const server::Request& request, const wire::Contact& council) {
  const Language language = request.language;
  const Asked asked = asked_in(request.query);
  HtmlWriter html;
  html.element("h1", may_i_title.in(language)).element("p", may_i_lead.in(language));
  write_form(html, asked, language);
  if (!asked.what.empty()) write_answer(html, asked, rules, language);
  html.open("p").link("/money", back_to_guide.in(language)).close();
  if (!council.phone.empty())
    html.open("p")
        .element("a", {{"class", "phone"}, {"href", server::phone_link(council.phone)}}, council.phone)
        .close();
  return {std::string(may_i_title.in(language)), html.take()};
}

}  // namespace alongside::direct_payments
