#include "tests/bench/server/outcome.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

namespace alongside::bench {

namespace {

double quantile(const std::vector<double>& sorted, double part) {
  if (sorted.empty()) return 0;
  const auto place = static_cast<std::size_t>(std::ceil(part * static_cast<double>(sorted.size())));
  return sorted[std::min(sorted.size() - 1, place == 0 ? 0 : place - 1)];
}

}  // namespace

void Outcome::print(std::size_t each) {
  std::ranges::sort(milliseconds);
  const double all = static_cast<double>(milliseconds.size() * each);
  fmt::print(
      "{{\"name\":\"{}\",\"count\":{},\"per_second\":{:.2f},\"p50_ms\":{:.4f},\"p99_ms\":{:.4f},\"max_ms\":{:.4f},"
      "\"bytes_per_second\":{:.0f},\"fault\":\"{}\"}}\n",
      name, milliseconds.size(), seconds > 0 ? all / seconds : 0, quantile(milliseconds, 0.5),
      quantile(milliseconds, 0.99), quantile(milliseconds, 1), seconds > 0 ? static_cast<double>(bytes) / seconds : 0,
      fault);
}

}  // namespace alongside::bench
