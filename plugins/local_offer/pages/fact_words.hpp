// One-line facts about a service in the person's language: ages, cost, distance, how fresh it is.
// Used by the cards and by the service screen.
#pragma once

#include "app/base/date.hpp"
#include "plugins/local_offer/model/service_summary.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace alongside::ui {
class Ui;
}

namespace alongside::local_offer {

std::string ages_text(const ui::Ui& ui, const ServiceSummary& service);  // empty when not said
std::string cost_text(const ui::Ui& ui, const CostFrom& cost);
std::string distance_text(const ui::Ui& ui, double miles, std::string_view place);
std::string checked_text(const ui::Ui& ui, std::optional<Date> assured_date, Date today);
void checked_ui(ui::Ui& ui, std::optional<Date> assured_date, Date today);
void tier_ui(ui::Ui& ui, Tier tier);

}  // namespace alongside::local_offer
