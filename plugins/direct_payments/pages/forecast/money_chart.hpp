// The line of a forecast, day by day, as a drawing: a step at each payment, the line at nothing, a dashed one at what
// may be kept, and a ring about the lowest day. Shapes tell them apart, not colours. Used by the forecast screen.
#pragma once

#include "app/ui/figure.hpp"
#include "plugins/direct_payments/model/outlook.hpp"

#include <cstdint>

namespace alongside::direct_payments {

inline constexpr float chart_height = 180;

// What the top and the bottom of the drawing stand for, in pence.
struct ChartScale {
  std::int64_t bottom = 0;
  std::int64_t top = 0;
};
ChartScale scale_of(const Outlook& outlook);

ui::Sketch money_chart(const Outlook& outlook, float width);

}  // namespace alongside::direct_payments
