#include "tests/worlds/secret.hpp"

#include "tests/worlds/restricted_or_not.hpp"

#include <algorithm>

namespace alongside::worlds {

namespace {

constexpr std::int64_t minute_ms = 60'000;

std::int64_t some_time(Dice& dice, const History& history) {
  return history.events[dice.below(static_cast<unsigned>(history.events.size()))].at_ms;
}

Event of_a(Do what, wire::Facet facet, std::int64_t at_ms) {
  Event event;
  event.key = secret_key;
  event.at_ms = at_ms;
  event.what = what;
  event.facet = facet;
  event.text = std::string(canary) + " one";
  return event;
}

void again(History& history, Event event, unsigned times) {
  for (unsigned time = 1; time <= times; ++time) {
    event.key = secret_key + time;
    event.text = std::string(canary) + " change " + std::to_string(time);
    add(history.events, event);
  }
}

// Both ways have `event`, the second with other words.
void other_words(std::pair<History, History>& ways, Event event, std::string_view other) {
  add(ways.first.events, event);
  event.text = std::string(canary) + std::string(other);
  add(ways.second.events, event);
}

void gone_or_not(std::pair<History, History>& ways, Event event, std::int64_t end_ms) {
  event.what = Do::Record;
  event.slot = slots;  // of its own
  add(ways.first.events, event);
  add(ways.second.events, event);
  event.what = Do::Remove;
  event.key = secret_key + 1;
  event.at_ms += (end_ms - event.at_ms) / 2;
  add(ways.second.events, event);
}

// Changed over and over in the second way alone.
void changed_or_not(std::pair<History, History>& ways, Event event, unsigned times) {
  again(ways.second, event, times);
  ways.first.end_ms = ways.second.end_ms = std::max(ways.second.end_ms, event.at_ms + minute_ms);
}

// From `at_ms` on, B stands so to the first child, and nobody changes that again.
void let_b_stand(std::pair<History, History>& ways, Stand stand, std::int64_t at_ms) {
  Event event = of_a(Do::Stand, wire::Facet::Own, at_ms);
  event.who = Who::B;
  event.stand = stand;
  const auto overrides = [at_ms](const Event& other) {
    return other.what == Do::Stand && other.who == Who::B && other.child == 0 && other.at_ms >= at_ms;
  };
  for (History* way : {&ways.first, &ways.second}) {
    std::erase_if(way->events, overrides);
    add(way->events, event);
  }
}

// Made and removed, in the second way alone, between two moments.
void come_and_gone(std::pair<History, History>& ways, Event event, std::int64_t until_ms) {
  event.what = Do::Record;
  event.slot = slots;
  ++event.key;
  add(ways.second.events, event);
  event.what = Do::Remove;
  ++event.key;
  event.at_ms += (until_ms - event.at_ms) / 2;
  add(ways.second.events, event);
}

// Shared with B for a while, then not, then again; the secret comes and goes while it is not.
void while_not_shared(std::pair<History, History>& ways, Event event) {
  constexpr wire::ShareLevel levels[] = {wire::ShareLevel::See, wire::ShareLevel::None, wire::ShareLevel::See};
  Event share = event;
  share.what = Do::Share;
  for (const wire::ShareLevel level : levels) {
    share.level = level;
    share.at_ms += 10 * minute_ms;
    share.key += 10;
    for (History* way : {&ways.first, &ways.second}) add(way->events, share);
  }
  event.at_ms += 21 * minute_ms;
  come_and_gone(ways, event, share.at_ms);
  ways.first.end_ms = ways.second.end_ms = std::max(ways.second.end_ms, share.at_ms + minute_ms);
}

void share_or_not(std::pair<History, History>& ways, Event event) {
  event.what = Do::Share;
  event.other = Who::C;
  event.level = wire::ShareLevel::Change;
  add(ways.second.events, event);
}

// Secrets that are none while B stands by the child and has the share, and are one while they do not.
void by_standing(std::pair<History, History>& ways, Dice& dice, Secret secret, Event event) {
  const unsigned times = 1 + dice.below(4);
  if (secret != Secret::WhileNotShared) event.facet = dice.any(ways.first.open);
  switch (secret) {
    case Secret::WhileRestricted:
      let_b_stand(ways, Stand::Restricted, event.at_ms);
      event.at_ms += minute_ms;
      return changed_or_not(ways, event, times);
    case Secret::AfterTheEnd:
      let_b_stand(ways, Stand::EndsToday, event.at_ms);
      event.at_ms += day_ms;
      return changed_or_not(ways, event, times);
    case Secret::BeforeTheBeginning:
      let_b_stand(ways, Stand::BeginsMuchLater, 0);
      return changed_or_not(ways, event, times);
    case Secret::GoneBeforeTheyCame:
      let_b_stand(ways, Stand::BeginsTomorrow, 0);
      event.at_ms = minute_ms;
      return come_and_gone(ways, event, 3 * minute_ms);
    case Secret::WhileNotShared: return while_not_shared(ways, event);
    case Secret::Restriction: return restricted_or_not_shared_with(ways, dice, event.at_ms);
    default: break;
  }
  event.what = Do::Stand;
  event.who = Who::C;
  event.child = other_child;
  event.stand = dice.one_in(2) ? Stand::Restricted : Stand::Fully;
  add(ways.second.events, event);
}

}  // namespace

std::string_view name_of(Secret secret) {
  constexpr std::string_view names[] = {"an address",
                                        "a phone number",
                                        "an email address",
                                        "a diary",
                                        "a worker",
                                        "a school that is not shared",
                                        "a preference",
                                        "a refused operation",
                                        "one device more",
                                        "that a document exists",
                                        "how long a document is",
                                        "that a document was removed",
                                        "when something changed",
                                        "how often something changed",
                                        "a notice",
                                        "a share with somebody else",
                                        "another child",
                                        "answers by name",
                                        "answers without a name",
                                        "a note of a visit",
                                        "what is shared, while a restriction stands",
                                        "what is shared, after the other's last day",
                                        "what is shared, before the other's first day",
                                        "what was gone before the other's first day",
                                        "what was gone before it was shared again",
                                        "how somebody stands to another child",
                                        "whether they are restricted or merely not shared with"};
  return names[static_cast<unsigned>(secret)];
}

wire::Facet facet_of(Secret secret) {
  switch (secret) {
    case Secret::Phone: return wire::Facet::Phone;
    case Secret::Email: return wire::Facet::Email;
    case Secret::Diary: return wire::Facet::Diary;
    case Secret::Workers: return wire::Facet::Workers;
    case Secret::School: return wire::Facet::School;
    case Secret::DocumentGone: return wire::Facet::Money;
    case Secret::ShareWithAnother: return wire::Facet::CareNotes;
    case Secret::VisitNote: return wire::Facet::Visits;
    case Secret::WhileNotShared: return wire::Facet::Workers;
    default: return wire::Facet::Address;
  }
}

std::pair<History, History> both_ways(Dice& dice, const History& history, Secret secret) {
  std::pair<History, History> ways(history, history);
  const std::int64_t end_ms = history.events.back().at_ms;
  Event event = of_a(Do::Fact, facet_of(secret), some_time(dice, history));
  switch (secret) {
    case Secret::Preference: event.what = Do::Preference; [[fallthrough]];
    case Secret::Address:
    case Secret::Phone:
    case Secret::Email:
    case Secret::Diary:
    case Secret::Workers:
    case Secret::School: other_words(ways, event, " two, which is longer"); break;
    case Secret::DocumentLength: other_words(ways, event, std::string(2000 + dice.below(1900), 'x')); break;
    case Secret::AnotherChild:
      event.child = other_child;
      other_words(ways, event, " two");
      break;
    case Secret::RefusedOperation:
      event.what = Do::BadRecord;
      event.facet = dice.any(history.open);
      event.slot = slots;
      add(ways.second.events, event);
      break;
    case Secret::AnotherDevice:
      event.what = Do::Preference;
      event.device = 7;
      add(ways.second.events, event);
      break;
    case Secret::DocumentExists:
      event.child = dice.below(children);
      add(ways.second.events, event);
      break;
    case Secret::DocumentGone: gone_or_not(ways, event, end_ms); break;
    case Secret::TimeOfChange:
      add(ways.first.events, event);
      event.at_ms = some_time(dice, history) + 500;
      add(ways.second.events, event);
      break;
    case Secret::HowOften:
      again(ways.first, event, 1);
      again(ways.second, event, 2 + dice.below(5));
      break;
    case Secret::Notice:
      event.what = Do::Notice;
      add(ways.second.events, event);
      break;
    case Secret::ShareWithAnother: share_or_not(ways, event); break;
    case Secret::NamedAnswers:
    case Secret::Letter:
    case Secret::VisitNote:
      event.what =
          secret == Secret::NamedAnswers ? Do::Answers : (secret == Secret::Letter ? Do::Letter : Do::VisitNote);
      event.slot = slots;
      other_words(ways, event, " two, which is longer");
      break;
    default: by_standing(ways, dice, secret, event); break;
  }
  return ways;
}

}  // namespace alongside::worlds
