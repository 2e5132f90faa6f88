// How each figure is called in a file, and in which unit its value is written there. Read by the server's reader of
// files and by the tests, which read the same files.
#pragma once

#include "plugins/employing/model/figures.hpp"

#include <string_view>

namespace alongside::employing {

// How "12.21" in a file becomes the whole number that is kept: hundredths (pence, hundredths of a percent or of a
// week), or the number itself.
enum class FigureUnit : std::uint8_t { Pounds, Percent, Weeks, Pence, Days, Years, Months, Miles };

struct FigureWords {
  std::string_view name;
  FigureUnit unit = FigureUnit::Pounds;
};

const FigureWords& words_of(FigureName name);
std::optional<FigureName> figure_named(std::string_view name);
constexpr bool is_in_hundredths(FigureUnit unit) { return unit <= FigureUnit::Weeks; }
std::string_view name_of(FigureUnit unit);

}  // namespace alongside::employing
