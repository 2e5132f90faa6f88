#include "app/server/map/simplify_line.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>
#include <utility>

namespace alongside::server {
namespace {

constexpr double metres_a_degree = 111'195;

struct Flat {
  double x = 0, y = 0;  // metres
};

std::vector<Flat> flat_of(const std::vector<GeoPoint>& points) {
  std::vector<Flat> flat;
  const double narrow = points.empty() ? 1 : std::cos(points.front().latitude() * std::numbers::pi / 180);
  for (const GeoPoint& point : points)
    flat.push_back({point.longitude() * metres_a_degree * narrow, point.latitude() * metres_a_degree});
  return flat;
}

double distance(Flat point, Flat from, Flat to) {
  const double dx = to.x - from.x, dy = to.y - from.y, length = dx * dx + dy * dy;
  const double along = length == 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  const double t = std::clamp(along, 0.0, 1.0);
  return std::hypot(point.x - (from.x + t * dx), point.y - (from.y + t * dy));
}

// Marks what must stay between two points that do.
void keep_between(std::span<const Flat> flat, std::size_t first, std::size_t last, double metres,
                  std::vector<bool>& stays) {
  std::vector<std::pair<std::size_t, std::size_t>> open{{first, last}};
  while (!open.empty()) {
    const auto [from, to] = open.back();
    open.pop_back();
    std::size_t furthest = from;
    double most = metres;
    for (std::size_t i = from + 1; i < to; ++i) {
      const double away = distance(flat[i], flat[from], flat[to]);
      if (away > most) most = away, furthest = i;
    }
    if (furthest == from) continue;
    stays[furthest] = true;
    open.push_back({from, furthest});
    open.push_back({furthest, to});
  }
}

}  // namespace

std::vector<GeoPoint> simplified(const std::vector<GeoPoint>& points, double metres, bool is_area) {
  if (points.size() < 3) return is_area ? std::vector<GeoPoint>() : points;
  std::vector<GeoPoint> around = points;
  if (is_area) around.push_back(points.front());
  const std::vector<Flat> flat = flat_of(around);
  std::vector<bool> stays(around.size(), false);
  stays.front() = stays.back() = true;
  if (is_area) {
    // A closed line has no ends: what is furthest from its first point is the other.
    const auto away = [&flat](std::size_t i) { return std::hypot(flat[i].x - flat[0].x, flat[i].y - flat[0].y); };
    std::size_t other = 1;
    for (std::size_t i = 1; i + 1 < flat.size(); ++i) other = away(i) > away(other) ? i : other;
    stays[other] = true;
    keep_between(flat, 0, other, metres, stays);
    keep_between(flat, other, flat.size() - 1, metres, stays);
  } else {
    keep_between(flat, 0, flat.size() - 1, metres, stays);
  }
  std::vector<GeoPoint> kept;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (stays[i]) kept.push_back(points[i]);
  }
  if (is_area && kept.size() < 3) kept.clear();
  return kept;
}

void simplify(std::vector<MapOutline>& outlines, std::size_t most_points) {
  constexpr double finest = 5, coarsest = 5000;  // metres
  for (double metres = finest; metres <= coarsest; metres *= 1.5) {
    std::vector<MapOutline> fewer;
    std::size_t count = 0;
    for (const MapOutline& outline : outlines) {
      auto points = simplified(outline.points, metres, !is_line(outline.kind));
      if (points.size() < 2) continue;
      count += points.size();
      fewer.push_back({outline.kind, std::move(points)});
    }
    if (count > most_points && metres * 1.5 <= coarsest) continue;
    outlines = std::move(fewer);
    return;
  }
}

}  // namespace alongside::server
