#include "plugins/local_offer/api/find_html.hpp"

#include "app/server/html_writer.hpp"
#include "app/server/query.hpp"
#include "app/wire/messages/council.hpp"
#include "plugins/local_offer/api/card_html.hpp"
#include "plugins/local_offer/api/linked_data.hpp"
#include "plugins/local_offer/api/narrow_html.hpp"
#include "plugins/local_offer/model/loosened.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {
namespace {

using server::HtmlWriter;
using server::Sentence;

constexpr Sentence statement{"Short breaks: what there is and who can have them",
                             "Seibiannau byr: beth sydd ar gael a phwy all eu cael"};
constexpr Sentence comments{"What families say about the help here", "Beth mae teuluoedd yn ei ddweud am yr help yma"};
constexpr Sentence title{"Find something", "Dod o hyd i rywbeth"};
constexpr Sentence words_label{"What are you looking for?", "Am beth ydych chi'n chwilio?"};
constexpr Sentence age_label{"Your child's age", "Oed eich plentyn"};
constexpr Sentence near_label{"Near", "Yn agos at"};
constexpr Sentence miles_label{"How far", "Pa mor bell"};
constexpr Sentence any_place{"Any place", "Unrhyw le"};
constexpr Sentence any_distance{"Any distance", "Unrhyw bellter"};
constexpr Sentence go{"Search", "Chwilio"};
constexpr Sentence found{" found", " wedi'u canfod"};
constexpr Sentence more{"Show more", "Dangos mwy"};
constexpr Sentence nothing{"We found nothing for that. Try fewer words, or talk to a person: they often know more.",
                           "Ddaethom ni ddim o hyd i ddim byd. Rhowch gynnig ar lai o eiriau, neu siaradwch â pherson: "
                           "maen nhw'n aml yn gwybod mwy."};
constexpr Sentence understood{"We understood these words:", "Roeddem yn deall y geiriau hyn:"};
constexpr Sentence remove_word{"Remove", "Tynnu"};
constexpr Sentence loosen_title{"Nothing has all of that. You could search:",
                                "Does dim byd â hynny i gyd. Gallech chwilio:"};
constexpr Sentence without_word{"Without", "Heb"};
constexpr Sentence without_words{"Without your other words", "Heb eich geiriau eraill"};
constexpr Sentence any_age{"For any age", "Ar gyfer unrhyw oed"};
constexpr Sentence at_any_distance{"At any distance", "Ar unrhyw bellter"};
constexpr Sentence some_words{"Nothing has all of your words. These have some of them.",
                              "Does dim byd â'ch geiriau i gyd. Mae gan y rhain rai ohonyn nhw."};
constexpr Sentence all_then_some{
    "Few have all of your words. They come first, and then those with some of them.",
    "Ychydig sydd â'ch geiriau i gyd. Nhw sy'n dod gyntaf, ac yna'r rhai â rhai ohonyn nhw."};
constexpr Sentence similar{"More of the same kind", "Mwy o'r un math"};
constexpr Sentence age_error{"Enter an age from 0 to 25, like 8", "Rhowch oed o 0 i 25, fel 8"};
constexpr Sentence near_error{"Choose a place to measure from, or any distance",
                              "Dewiswch le i fesur ohono, neu dewiswch unrhyw bellter"};

// "?q=…&age=…": what the search is, for links that lead away from it and back.
std::string query_of(const FindPageState& state, const FindForm& form, std::size_t shown) {
  std::string query;
  const auto add = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    query += query.empty() ? "?" : "&";
    query += std::string(name) + "=" + server::percent_encode(value);
  };
  add("q", form.words);
  add("age", form.age);
  add("near", form.near);
  add("miles", form.miles);
  for (const FacetChoice& choice : form.choices) add(name_of(choice.facet), choice.value);
  if (shown > 20) add("shown", std::to_string(shown));
  if (state.is_language_chosen) add("lang", server::code_of(state.language));
  return query;
}

void write_option(HtmlWriter& html, std::string_view value, std::string_view label, std::string_view chosen) {
  if (value == chosen)
    html.element("option", {{"value", std::string(value)}, {"selected", "selected"}}, label);
  else
    html.element("option", {{"value", std::string(value)}}, label);
}

void write_error(HtmlWriter& html, std::string_view id, const Sentence& words, server::Language language) {
  html.element("p", {{"id", std::string(id)}, {"class", "error"}}, words.in(language));
}

void write_places(HtmlWriter& html, const FindPageState& state, FindMistake mistake) {
  html.open("div", {{"class", "field"}}).element("label", {{"for", "near"}}, near_label.in(state.language));
  if (mistake == FindMistake::Near) write_error(html, "near-error", near_error, state.language);
  html.open("select", {{"id", "near"}, {"name", "near"}});
  write_option(html, "", any_place.in(state.language), state.form.near);
  for (const wire::Place& place : state.places) write_option(html, place.name, place.name, state.form.near);
  html.close().close();
  html.open("div", {{"class", "field"}}).element("label", {{"for", "miles"}}, miles_label.in(state.language));
  html.open("select", {{"id", "miles"}, {"name", "miles"}});
  write_option(html, "", any_distance.in(state.language), state.form.miles);
  for (const std::string_view miles : mile_choices) {
    const std::string label = state.language == server::Language::Welsh ? "O fewn " + std::string(miles) + " milltir"
                                                                        : "Within " + std::string(miles) + " miles";
    write_option(html, miles, label, state.form.miles);
  }
  html.close().close();
}

// Closed, so that what was found stands on a phone's first screen; a field with a mistake is seen.
void write_narrowing(HtmlWriter& html, const FindPageState& state, const SearchResult& result) {
  const FindForm& form = state.form;
  const FindMistake mistake = form.mistake(state.places);
  open_narrowing(html, form.narrowings(), mistake == FindMistake::None ? Opened::No : Opened::Yes, state.language);
  html.open("div", {{"class", "field"}}).element("label", {{"for", "age"}}, age_label.in(state.language));
  if (mistake == FindMistake::Age) write_error(html, "age-error", age_error, state.language);
  const std::string described = mistake == FindMistake::Age ? "age-error" : "";
  html.empty("input", {{"id", "age"},
                       {"name", "age"},
                       {"inputmode", "numeric"},
                       {"maxlength", "3"},
                       {"value", state.form.age},
                       {"aria-describedby", described}})
      .close();
  write_places(html, state, mistake);
  write_facets(html, result.facets, state.form.choices, state.language);
  html.close();
}

void write_form(HtmlWriter& html, const FindPageState& state, const SearchResult& result) {
  html.open("form", {{"action", "/find"}, {"method", "get"}, {"role", "search"}, {"class", "search-form"}});
  html.open("div", {{"class", "field"}}).element("label", {{"for", "q"}}, words_label.in(state.language));
  html.empty("input",
             {{"id", "q"}, {"name", "q"}, {"type", "search"}, {"maxlength", "120"}, {"value", state.form.words}})
      .close();
  write_narrowing(html, state, result);
  if (state.is_language_chosen)
    html.empty("input",
               {{"type", "hidden"}, {"name", "lang"}, {"value", std::string(server::code_of(state.language))}});
  html.element("button", {{"type", "submit"}, {"class", "button-primary"}}, go.in(state.language)).close();
}

// The words that were taken as filters, each a link that takes it away.
void write_hints(HtmlWriter& html, const SearchResult& result, const FindPageState& state) {
  if (result.hints.empty()) return;
  html.element("p", {{"class", "text-soft"}}, understood.in(state.language)).open("ul");
  for (const Hint& hint : result.hints) {
    const std::string words = std::string(remove_word.in(state.language)) + " " + hint.word;
    html.open("li").link("/find" + query_of(state, without_hint(state.form, hint), 0), words).close();
  }
  html.close();
}

// "Saturday, Sunday"
std::string chosen_in(const FindPageState& state, Facet facet) {
  std::string words;
  for (const FacetChoice& choice : state.form.choices) {
    if (choice.facet == facet) words += (words.empty() ? "" : ", ") + choice_text(choice, state.language);
  }
  return words;
}

std::string loosen_text(const FindPageState& state, const SearchResult& result, const Loosen& loosen) {
  const server::Language language = state.language;
  switch (loosen.kind) {
    case LoosenKind::Hint: return std::string(without_word.in(language)) + " " + result.hints[loosen.hint].word;
    case LoosenKind::Age: return std::string(any_age.in(language));
    case LoosenKind::Distance: return std::string(at_any_distance.in(language));
    case LoosenKind::Choice:
      return std::string(without_word.in(language)) + " " + chosen_in(state, state.form.choices[loosen.hint].facet);
    case LoosenKind::Words: break;
  }
  return std::string(without_words.in(language));
}

// What to leave out, and how many that would give.
void write_loosening(HtmlWriter& html, const SearchResult& result, const FindPageState& state) {
  if (result.loosen.empty()) {
    html.element("p", nothing.in(state.language));
    return;
  }
  html.element("p", loosen_title.in(state.language)).open("ul");
  for (const Loosen& loosen : result.loosen) {
    const std::string words = loosen_text(state, result, loosen) + " (" + std::to_string(loosen.count) +
                              std::string(found.in(state.language)) + ")";
    html.open("li").link("/find" + query_of(state, loosened(state.form, result, loosen), 0), words).close();
  }
  html.close();
}

void write_cards(HtmlWriter& html, const FindPageState& state, std::span<const Hit> hits) {
  html.open("ul", {{"class", "results list-cards"}});
  const std::string query = query_of(state, state.form, state.shown);
  for (const Hit& hit : hits) {
    const ServiceSummary& service = state.list.services[hit.index];
    write_card(html, {service, hit, "/service/" + server::percent_encode(service.id) + query, state.today},
               state.language);
  }
  html.close();
}

}  // namespace

server::PageContent find_html(const FindPageState& state) {
  HtmlWriter html;
  html.element("h1", title.in(state.language));
  const SearchResult result = state.search.run(state.form.query(state.places));
  write_form(html, state, result);
  html.element("p", {{"class", "text-strong"}},
               std::to_string(result.hits.size()) + std::string(found.in(state.language)));
  write_hints(html, result, state);
  if (result.hits.empty()) write_loosening(html, result, state);
  if (result.matched == WordMatch::Some) html.element("p", some_words.in(state.language));
  if (result.matched == WordMatch::AllThenSome) html.element("p", all_then_some.in(state.language));
  const std::size_t shown = std::min(state.shown, result.hits.size());
  write_cards(html, state, std::span(result.hits).first(shown));
  if (shown < result.hits.size()) {
    html.open("p").link("/find" + query_of(state, state.form, state.shown + 20), more.in(state.language)).close();
  }
  if (!result.similar.empty()) {
    html.element("h2", similar.in(state.language));
    write_cards(html, state, result.similar);
  }
  html.open("p").link("/short-breaks", statement.in(state.language)).close();
  html.open("p").link("/comments", comments.in(state.language)).close();
  std::vector<const ServiceSummary*> listed;
  for (const Hit& hit : std::span(result.hits).first(shown)) listed.push_back(&state.list.services[hit.index]);
  return {std::string(title.in(state.language)), html.take(), linked_data(listed)};
}

}  // namespace alongside::local_offer
