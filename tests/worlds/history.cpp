#include "tests/worlds/history.hpp"

#include <algorithm>

namespace alongside::worlds {

namespace {

constexpr std::int64_t hour_ms = 3'600'000;

std::string words(Dice& dice) {
  std::string text;
  const unsigned length = dice.one_in(10) ? 1500 : 5 + dice.below(60);
  while (text.size() < length) text += static_cast<char>('a' + dice.below(26));
  return text;
}

// A's own share of an open facet, sometimes taken back for a while.
Event sharing(Dice& dice, const History& history, Who who) {
  Event event;
  event.who = who;
  event.what = Do::Share;
  event.facet = dice.any(history.open);
  event.other = dice.one_in(2) ? Who::C : (who == Who::B ? Who::A : Who::B);
  if (who == Who::C) event.other = dice.one_in(2) ? Who::A : Who::B;
  event.level =
      dice.one_in(4) ? wire::ShareLevel::None : (dice.one_in(2) ? wire::ShareLevel::See : wire::ShareLevel::Change);
  return event;
}

// The council restricts somebody or lets them in again, records that they are not around any more, or
// from when they are. Mostly B, on whom it shows; A now and then.
Event standing(Dice& dice) {
  constexpr Who whose[] = {Who::B, Who::B, Who::B, Who::C, Who::C, Who::A};
  constexpr Stand stands[] = {Stand::Fully, Stand::Fully,     Stand::Restricted,
                              Stand::Ended, Stand::EndsToday, Stand::BeginsTomorrow};
  Event event;
  event.what = Do::Stand;
  event.who = whose[dice.below(std::size(whose))];
  event.stand = stands[dice.below(std::size(stands))];
  return event;
}

Event doing(Dice& dice, const History& history, Who who) {
  constexpr Do usual[] = {Do::Fact,   Do::Fact,      Do::Fact,        Do::Record,   Do::Record,
                          Do::Remove, Do::BadRecord, Do::Preference,  Do::Share,    Do::Share,
                          Do::Stand,  Do::Stand,     Do::ReadNotices, Do::Notice,   Do::Spoilt,
                          Do::Look,   Do::Answers,   Do::Letter,      Do::VisitNote};
  Event event;
  event.what = usual[dice.below(std::size(usual))];
  if (event.what == Do::Stand) return standing(dice);
  if (event.what == Do::Share) event = sharing(dice, history, who);
  event.who = who;
  if (event.what != Do::Share) event.facet = dice.any(dice.one_in(3) ? history.closed : history.open);
  // Others try what is A's as well: what they may is seen to by the council. But what A does next may
  // not hang on what somebody made under the id of A's secret: then A would tell of it, not the council.
  const bool of_as = who != Who::A && dice.one_in(2);
  const bool guessed = of_as && std::ranges::find(history.closed, event.facet) != history.closed.end();
  event.owner = of_as && !(guessed && event.what == Do::Fact) ? Who::A : who;
  if (who == Who::B && (dice.one_in(8) || (guessed && event.what == Do::Fact))) event.what = Do::Guess;
  event.late = dice.one_in(6);
  return event;
}

}  // namespace

void add(std::vector<Event>& events, Event event) {
  const auto later = std::ranges::find_if(events, [&](const Event& other) { return other.at_ms > event.at_ms; });
  events.insert(later, std::move(event));
}

History make_history(Dice& dice, wire::Facet kept) {
  History history;
  const unsigned wanted = 5 + dice.below(3);
  std::vector<wire::Facet> facets;
  for (unsigned facet = 1; facet < wire::facet_count; ++facet) facets.push_back(wire::Facet(facet));
  for (std::size_t last = facets.size(); last > 1; --last) {
    std::swap(facets[last - 1], facets[dice.below(static_cast<unsigned>(last))]);
  }
  for (const wire::Facet facet : facets) {
    (facet != kept && history.open.size() < wanted ? history.open : history.closed).push_back(facet);
  }
  const unsigned used_children = 1 + dice.below(children);
  std::int64_t now = 1000;
  const auto put = [&](Event event, std::int64_t wait) {
    event.key = history.events.size() + 1;
    now += wait;
    event.at_ms = now;
    event.device = dice.below(2);
    event.slot = dice.below(slots);
    event.text = words(dice);
    history.events.push_back(std::move(event));
  };
  const auto begin_with = [&](Who who, Stand stand) {
    Event event;
    event.who = who;
    event.what = Do::Stand;
    event.stand = stand;
    event.child = used_children - 1;
    put(event, 100);
  };
  if (dice.one_in(4)) begin_with(Who::B, Stand::BeginsTomorrow);
  if (dice.one_in(6)) begin_with(Who::C, Stand::Restricted);
  for (const wire::Facet facet : history.open) {
    for (unsigned child = 0; child < used_children; ++child) {
      Event event;
      event.what = Do::Share;
      event.facet = facet;
      event.child = child;
      event.level = dice.one_in(2) ? wire::ShareLevel::See : wire::ShareLevel::Change;
      put(event, 1000);
    }
  }
  const unsigned length = 22 + dice.below(14);
  for (unsigned number = 0; number < length; ++number) {
    const unsigned who = dice.below(7);
    Event event = doing(dice, history, who < 3 ? Who::A : (who < 6 ? Who::B : Who::C));
    event.child = dice.below(used_children);
    put(event, dice.one_in(8) ? 20 * hour_ms : 1 + dice.below(hour_ms));
  }
  history.end_ms = now + 10'000;
  return history;
}

}  // namespace alongside::worlds
