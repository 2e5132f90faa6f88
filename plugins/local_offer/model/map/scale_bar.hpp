// scale_miles: the round number of miles for the map's scale bar. Used by the map page.
#pragma once

namespace alongside::local_offer {

inline constexpr double ring_miles[] = {1, 3, 5, 10};  // around where one measures from

// The longest of 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50 and 100 that is at most so many px long.
constexpr double scale_miles(double pixels_per_mile, double most_pixels) {
  constexpr double lengths[] = {100, 50, 20, 10, 5, 2, 1, 0.5, 0.2};
  for (const double miles : lengths) {
    if (miles * pixels_per_mile <= most_pixels) return miles;
  }
  return 0.1;
}

}  // namespace alongside::local_offer
