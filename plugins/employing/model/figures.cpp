#include "plugins/employing/model/figures.hpp"

#include <algorithm>

namespace alongside::employing {

PayFigures joined(PayFigures of_country, const PayFigures& own) {
  const auto shift = static_cast<std::uint16_t>(of_country.sources.size());
  of_country.sources.insert(of_country.sources.end(), own.sources.begin(), own.sources.end());
  for (Figure figure : own.figures) {
    figure.source = static_cast<std::uint16_t>(figure.source + shift);
    of_country.figures.push_back(figure);
  }
  return of_country;
}

std::optional<std::int64_t> FigureReader::find(FigureName name) {
  const Figure* best = nullptr;
  for (const Figure& figure : figures_.figures) {
    if (figure.name != static_cast<std::uint16_t>(name) || figure.from > day_) continue;
    if (best == nullptr || figure.from >= best->from) best = &figure;
  }
  if (best == nullptr) return std::nullopt;
  if (std::find(used_.begin(), used_.end(), best) == used_.end()) used_.push_back(best);
  return best->value;
}

std::int64_t FigureReader::read(FigureName name) {
  const auto value = find(name);
  if (!value) is_complete_ = false;
  return value.value_or(0);
}

bool FigureReader::has_unconfirmed() const {
  return std::any_of(used_.begin(), used_.end(),
                     [](const Figure* figure) { return figure->status == FigureStatus::Unconfirmed; });
}

const FigureSource* FigureReader::source_of(const Figure& figure) const {
  return figure.source < figures_.sources.size() ? &figures_.sources[figure.source] : nullptr;
}

}  // namespace alongside::employing
