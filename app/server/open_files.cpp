#include "app/server/open_files.hpp"

#include <sys/resource.h>

#include <algorithm>

namespace alongside::server {

namespace {

constexpr std::size_t for_everything_else = 512;
constexpr std::size_t fewest_connections = 64;

}  // namespace

std::size_t connections_within_open_files(std::size_t wanted) {
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return fewest_connections;
  const rlimit raised{files.rlim_max, files.rlim_max};
  if (setrlimit(RLIMIT_NOFILE, &raised) == 0) files = raised;
  if (files.rlim_cur == RLIM_INFINITY) return wanted;
  const auto all = static_cast<std::size_t>(files.rlim_cur);
  const std::size_t left = all > for_everything_else ? all - for_everything_else : 0;
  return std::min(wanted, std::max(left, fewest_connections));
}

}  // namespace alongside::server
