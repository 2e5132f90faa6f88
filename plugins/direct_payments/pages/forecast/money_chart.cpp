#include "plugins/direct_payments/pages/forecast/money_chart.hpp"

#include <algorithm>
#include <vector>

namespace alongside::direct_payments {
namespace {

constexpr float side = 10, dash = 10, ring_size = 7;
constexpr std::int64_t least_span = 1000;  // £10, so that a flat line is one

class Plot {
 public:
  Plot(const Outlook& outlook, float width)
      : scale_(scale_of(outlook)), days_(outlook.forecast.pence.size()), width_(width) {}

  float x(std::size_t day) const {
    const float span = days_ < 2 ? 1 : static_cast<float>(days_ - 1);
    return side + (width_ - 2 * side) * static_cast<float>(day) / span;
  }
  float y(std::int64_t pence) const {
    const auto span = static_cast<float>(scale_.top - scale_.bottom);
    const float part = static_cast<float>(pence - scale_.bottom) / span;
    return chart_height - side - (chart_height - 2 * side) * part;
  }
  float left() const { return side; }
  float right() const { return width_ - side; }

 private:
  ChartScale scale_;
  std::size_t days_;
  float width_;
};

}  // namespace

ChartScale scale_of(const Outlook& outlook) {
  const std::vector<std::int64_t>& pence = outlook.forecast.pence;
  ChartScale scale;
  for (const std::int64_t one : pence) {
    scale.bottom = std::min(scale.bottom, one);
    scale.top = std::max(scale.top, one);
  }
  scale.top = std::max(scale.top, scale.bottom + least_span);
  return scale;
}

ui::Sketch money_chart(const Outlook& outlook, float width) {
  const std::vector<std::int64_t>& pence = outlook.forecast.pence;
  const Plot plot(outlook, width);
  ui::Sketch sketch;
  const ui::FigurePoint nothing[] = {{plot.left(), plot.y(0)}, {plot.right(), plot.y(0)}};
  sketch.line(nothing, ui::Ink::Edge, 1);
  if (outlook.may_keep && *outlook.may_keep + outlook.set_aside <= scale_of(outlook).top) {
    const float y = plot.y(*outlook.may_keep + outlook.set_aside);
    for (float x = plot.left(); x + dash <= plot.right(); x += 2 * dash) {
      const ui::FigurePoint piece[] = {{x, y}, {x + dash, y}};
      sketch.line(piece, ui::Ink::Edge, 2);
    }
  }
  std::vector<ui::FigurePoint> line;
  for (std::size_t day = 0; day < pence.size(); ++day) {
    const bool is_step = day > 0 && pence[day] != pence[day - 1];
    if (is_step) line.push_back({plot.x(day), plot.y(pence[day - 1])});
    if (is_step || day == 0 || day + 1 == pence.size()) line.push_back({plot.x(day), plot.y(pence[day])});
  }
  if (line.size() > 1) sketch.line(line, ui::Ink::Accent, 3);
  const auto lowest = static_cast<std::size_t>(days_between(outlook.forecast.first, outlook.forecast.lowest_day));
  if (lowest < pence.size()) sketch.ring({plot.x(lowest), plot.y(pence[lowest])}, ring_size, ui::Ink::Accent, 3);
  return sketch;
}

}  // namespace alongside::direct_payments
