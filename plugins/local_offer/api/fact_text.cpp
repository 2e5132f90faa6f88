#include "plugins/local_offer/api/fact_text.hpp"

#include "plugins/local_offer/model/freshness.hpp"

#include <cstdio>

namespace alongside::local_offer {
namespace {

using server::Language;
using server::Sentence;

constexpr Sentence day_names[] = {{"Monday", "Dydd Llun"},  {"Tuesday", "Dydd Mawrth"}, {"Wednesday", "Dydd Mercher"},
                                  {"Thursday", "Dydd Iau"}, {"Friday", "Dydd Gwener"},  {"Saturday", "Dydd Sadwrn"},
                                  {"Sunday", "Dydd Sul"}};

std::string both(const Sentence& words, Language language) { return std::string(words.in(language)); }

std::string clock_text(std::uint16_t minutes) {
  char text[8];
  std::snprintf(text, sizeof text, "%02u:%02u", minutes / 60u % 25u, minutes % 60u);
  return text;
}

// Welsh has its own forms after 1, 2 and others for a day, a month and a year.
std::string ago_text(const Freshness& fresh, Language language) {
  const std::string n = std::to_string(fresh.count);
  const bool is_english = language == Language::English;
  const std::string s = fresh.count == 1 ? "" : "s";
  switch (fresh.unit) {
    case AgoUnit::Never: return is_english ? "Not checked yet" : "Heb ei wirio eto";
    case AgoUnit::Today: return is_english ? "Checked today" : "Gwiriwyd heddiw";
    case AgoUnit::Days:
      return is_english ? "Checked " + n + " day" + s + " ago"
                        : "Gwiriwyd " + n + (fresh.count == 2 ? " ddiwrnod yn ôl" : " diwrnod yn ôl");
    case AgoUnit::Months:
      return is_english ? "Checked " + n + " month" + s + " ago"
                        : "Gwiriwyd " + n + (fresh.count == 2 ? " fis yn ôl" : " mis yn ôl");
    case AgoUnit::Years:
      return is_english ? "Checked " + n + " year" + s + " ago"
                        : "Gwiriwyd " + n +
                              (fresh.count == 1   ? " flwyddyn yn ôl"
                               : fresh.count == 2 ? " flynedd yn ôl"
                                                  : " o flynyddoedd yn ôl");
  }
  return {};
}

}  // namespace

std::string ages_text(const ServiceSummary& service, Language language) {
  const bool is_english = language == Language::English;
  const std::string from = std::to_string(service.minimum_age.value_or(0));
  const std::string to = std::to_string(service.maximum_age.value_or(0));
  if (service.minimum_age && service.maximum_age)
    return (is_english ? "Ages " + from + " to " : "Oed " + from + " i ") + to;
  if (service.minimum_age) return is_english ? "Age " + from + " and over" : "Oed " + from + " a hŷn";
  if (service.maximum_age) return is_english ? "Up to age " + to : "Hyd at " + to + " oed";
  return {};
}

std::string days_text(std::uint8_t days, Language language) {
  std::string text;
  for (unsigned day = 0; day < 7; ++day) {
    if ((days >> day & 1u) == 0) continue;
    if (!text.empty()) text += ", ";
    text += day_names[day].in(language);
  }
  return text;
}

std::string cost_text(const CostFrom& cost, Language language) {
  constexpr Sentence free{"Free", "Am ddim"};
  constexpr Sentence from{"From ", "O "};
  switch (cost.kind) {
    case CostKind::Free: return both(free, language);
    case CostKind::OnePrice: return pounds(cost.lowest);
    case CostKind::From: return both(from, language) + pounds(cost.lowest);
    case CostKind::Unknown: break;
  }
  return {};
}

std::string checked_text(std::optional<Date> assured_date, Date today, Language language) {
  constexpr Sentence ring_first{". Ring first.", ". Ffoniwch yn gyntaf."};
  const Freshness fresh = freshness_of(assured_date, today);
  return ago_text(fresh, language) + (fresh.ring_first ? both(ring_first, language) : std::string());
}

std::string way_in_text(WayIn way, Language language) {
  constexpr Sentence words[] = {{"", ""},
                                {"Just turn up", "Dewch heb drefnu"},
                                {"Book a place", "Trefnwch le"},
                                {"Someone asks for you", "Mae rhywun yn gofyn ar eich rhan"},
                                {"An assessment first", "Asesiad yn gyntaf"}};
  return both(words[static_cast<unsigned>(way) % 5], language);
}

std::string tier_text(Tier tier, Language language) {
  constexpr Sentence words[] = {{"", ""},
                                {"Open to everyone", "Agored i bawb"},
                                {"With extra help", "Gyda help ychwanegol"},
                                {"Specialist", "Arbenigol"}};
  return both(words[static_cast<unsigned>(tier) % 4], language);
}

std::string hours_text(std::optional<std::uint16_t> opens_at, std::optional<std::uint16_t> closes_at) {
  if (!opens_at) return {};
  return clock_text(*opens_at) + (closes_at ? "–" + clock_text(*closes_at) : std::string());
}

std::string day_text(Date day, Language language) {
  return both(day_names[static_cast<unsigned>(day.weekday())], language) + " " + std::to_string(day.day()) + "/" +
         std::to_string(day.month());
}

std::string schedule_text(const Schedule& schedule, Language language) {
  constexpr Sentence monthly{"each month: ", "bob mis: "};
  std::uint8_t days = 0;
  for (const DayRule& rule : schedule.byday) days |= static_cast<std::uint8_t>(1u << rule.weekday % 7);
  std::string text = schedule.freq == Frequency::Monthly ? both(monthly, language) : std::string();
  text += days_text(days, language);
  const std::string hours = hours_text(schedule.opens_at, schedule.closes_at);
  return text + (text.empty() || hours.empty() ? "" : ", ") + hours;
}

std::string miles_text(double miles, Language language) {
  constexpr Sentence unit{" miles", " milltir"};
  char text[16];
  std::snprintf(text, sizeof text, miles < 10 ? "%.1f" : "%.0f", miles);
  return text + both(unit, language);
}

}  // namespace alongside::local_offer
