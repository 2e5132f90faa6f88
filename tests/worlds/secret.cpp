#include "tests/worlds/secret.hpp"

namespace alongside::worlds {

namespace {

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

void share_or_not(std::pair<History, History>& ways, Event event) {
  event.what = Do::Share;
  event.other = Who::C;
  event.level = wire::ShareLevel::Change;
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
                                        "another child"};
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
  }
  return ways;
}

}  // namespace alongside::worlds
