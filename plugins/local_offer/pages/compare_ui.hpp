// side_by_side_ui: a few services fact by fact: a table where there is room, else a list for each fact. Used by
// the page of kept services.
#pragma once

#include "app/base/date.hpp"
#include "plugins/local_offer/model/service_summary.hpp"

#include <cstddef>
#include <vector>

namespace alongside::ui {
class Ui;
}

namespace alongside::local_offer {

inline constexpr std::size_t most_compared = 4;

void side_by_side_ui(ui::Ui& ui, const std::vector<const ServiceSummary*>& services, Date today);

}  // namespace alongside::local_offer
