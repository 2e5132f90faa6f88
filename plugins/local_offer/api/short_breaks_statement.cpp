#include "plugins/local_offer/api/short_breaks_statement.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {
namespace {

using Services = std::vector<const ServiceSummary*>;
using wire::Bilingual;

// The words by which feeds call what regulation 4(2) names: (a) day care at home or elsewhere, (b) overnight care,
// (c) education and leisure outside the home. (d), evenings, weekends and holidays, is when they are.
constexpr std::string_view day_care[] = {"day care", "home and personal care", "one-to-one support", "emergency cover"};
constexpr std::string_view nights[] = {"residential overnight", "family-based overnight", "overnight"};
constexpr std::string_view activities[] = {"club", "holiday activities", "sport",  "arts",
                                           "play", "swimming",           "leisure"};
constexpr std::size_t most_names = 200;  // of one tier under one head

bool has_kind(const ServiceSummary& service, std::span<const std::string_view> names) {
  return std::any_of(service.kinds.begin(), service.kinds.end(), [names](const std::string& kind) {
    return std::any_of(names.begin(), names.end(), [&kind](std::string_view name) { return same_term(kind, name); });
  });
}

bool is_day_care(const ServiceSummary& service) { return has_kind(service, day_care); }
bool is_overnight(const ServiceSummary& service) {
  return has_kind(service, nights) || (is_day_care(service) && (service.parts_of_day & overnight) != 0);
}
bool is_activity(const ServiceSummary& service) { return has_kind(service, activities); }

Services those(const OfferList& offer, bool (*fits)(const ServiceSummary&)) {
  Services services;
  for (const ServiceSummary& service : offer.services) {
    if (fits(service)) services.push_back(&service);
  }
  return services;
}

struct TierWords {
  Tier tier;
  Bilingual words;
};
const TierWords (&tier_words())[4] {
  static const TierWords words[] = {
      {Tier::Universal, {"Open to everybody", "Yn agored i bawb"}},
      {Tier::Targeted, {"For children who need some more help", "I blant sydd angen mwy o help"}},
      {Tier::Specialist, {"After an assessment", "Ar ôl asesiad"}},
      {Tier::Unknown, {"Ask them who can come", "Gofynnwch iddyn nhw pwy all ddod"}}};
  return words;
}

// "Open to everybody (2): Saturday Stars, Splash."
Bilingual tier_line(const TierWords& tier, const Services& services) {
  std::string names;
  std::size_t count = 0;
  for (const ServiceSummary* service : services) {
    if (service->tier != tier.tier) continue;
    if (++count <= most_names) names += (count == 1 ? "" : ", ") + service->name;
  }
  if (count == 0) return {};
  const std::string rest = " (" + std::to_string(count) + "): " + names + ".";
  return {tier.words.en + rest, tier.words.cy + rest};
}

wire::PublicSection head_section(Bilingual heading, const Services& services) {
  wire::PublicSection section;
  const std::string count = " (" + std::to_string(services.size()) + ")";
  section.heading = {heading.en + count, heading.cy + count};
  for (const TierWords& tier : tier_words()) {
    Bilingual line = tier_line(tier, services);
    if (!line.en.empty()) section.points.push_back(std::move(line));
  }
  if (section.points.empty())
    section.paragraphs = {{"There is none in our list at the moment. Ring us, and we look with you.",
                           "Does dim un yn ein rhestr ar hyn o bryd. Ffoniwch ni, ac fe edrychwn gyda chi."}};
  return section;
}

Bilingual count_line(std::string_view english, std::string_view welsh, std::size_t count) {
  return {std::string(english) + ": " + std::to_string(count), std::string(welsh) + ": " + std::to_string(count)};
}

// Regulation 4(2)(d).
wire::PublicSection when_section(const Services& breaks) {
  const auto count = [&breaks](auto fits) {
    return static_cast<std::size_t>(std::count_if(breaks.begin(), breaks.end(), fits));
  };
  wire::PublicSection section;
  section.heading = {"Evenings, weekends and school holidays", "Gyda'r nos, penwythnosau a gwyliau ysgol"};
  section.points = {count_line("In the evening", "Gyda'r nos",
                               count([](const ServiceSummary* one) { return (one->parts_of_day & evening) != 0; })),
                    count_line("At the weekend", "Ar y penwythnos",
                               count([](const ServiceSummary* one) { return (one->days & weekend_days) != 0; })),
                    count_line("In the school holidays", "Yn y gwyliau ysgol",
                               count([](const ServiceSummary* one) { return (one->seasons & school_holidays) != 0; }))};
  return section;
}

wire::PublicSection freshness_section(const Services& breaks, Date today) {
  const auto checked = std::count_if(breaks.begin(), breaks.end(), [today](const ServiceSummary* one) {
    return one->assured_date && days_between(*one->assured_date, today) <= 365;
  });
  const std::string of = std::to_string(checked) + " / " + std::to_string(breaks.size()) + ".";
  wire::PublicSection section;
  section.heading = {"Where this list comes from", "O ble mae'r rhestr hon yn dod"};
  section.paragraphs = {
      {"It is made from our list of help as it is today. You find each of these places by its name under Find.",
       "Mae wedi'i gwneud o'n rhestr o help fel y mae heddiw. Gallwch ddod o hyd i bob un o'r lleoedd hyn wrth ei enw "
       "o "
       "dan "
       "Chwilio."},
      {"Checked in the past twelve months: " + of, "Wedi'u gwirio yn y deuddeg mis diwethaf: " + of}};
  return section;
}

}  // namespace

wire::PublicPage short_breaks_statement(const wire::PublicPage& council_text, const OfferList& offer, Date today) {
  const Services breaks = those(offer, [](const ServiceSummary& service) {
    return is_day_care(service) || is_overnight(service) || is_activity(service);
  });
  wire::PublicPage page = council_text;
  page.sections = {
      head_section({"Care in the day, at home or elsewhere", "Gofal yn ystod y dydd, gartref neu mewn man arall"},
                   those(offer, is_day_care)),
      head_section({"Care overnight", "Gofal dros nos"}, those(offer, is_overnight)),
      head_section({"Things to do outside the home", "Pethau i'w gwneud y tu allan i'r cartref"},
                   those(offer, is_activity)),
      when_section(breaks)};
  page.sections.insert(page.sections.end(), council_text.sections.begin(), council_text.sections.end());
  page.sections.push_back(freshness_section(breaks, today));
  return page;
}

}  // namespace alongside::local_offer
