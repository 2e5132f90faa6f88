// One-line facts about a service for the plain pages and for the terminal: days, times, ages, cost,
// how fresh it is, in English or Welsh. Used by find_html, service_html and search_report.
#pragma once

#include "app/base/date.hpp"
#include "app/server/language.hpp"
#include "plugins/local_offer/model/schedule.hpp"
#include "plugins/local_offer/model/service_summary.hpp"

#include <optional>
#include <string>

namespace alongside::local_offer {

std::string ages_text(const ServiceSummary& service, server::Language language);
std::string days_text(std::uint8_t days, server::Language language);
std::string cost_text(const CostFrom& cost, server::Language language);
std::string checked_text(std::optional<Date> assured_date, Date today, server::Language language);
std::string way_in_text(WayIn way, server::Language language);
std::string tier_text(Tier tier, server::Language language);
// "10:00–12:00"; empty without a beginning. "Saturday 28/11".
std::string hours_text(std::optional<std::uint16_t> opens_at, std::optional<std::uint16_t> closes_at);
std::string day_text(Date day, server::Language language);
std::string schedule_text(const Schedule& schedule, server::Language language);
std::string miles_text(double miles, server::Language language);  // "2.1 miles"

}  // namespace alongside::local_offer
