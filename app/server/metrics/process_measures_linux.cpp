#include "app/server/metrics/process_measures.hpp"

#include "app/server/metrics/measures.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace alongside::server {
namespace {

// proc(5), statm: pages in all, and then those that are in memory.
Result<double> resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  double all = 0;
  double resident = 0;
  if (!(statm >> all >> resident)) return Error{ErrorCode::Unavailable, "/proc/self/statm cannot be read"};
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

Result<double> open_files() {
  std::error_code fault;
  const std::filesystem::directory_iterator files("/proc/self/fd", fault);
  if (fault) return Error{ErrorCode::Unavailable, "/proc/self/fd cannot be read"};
  return static_cast<double>(std::distance(begin(files), end(files)) - 1);  // one is for looking
}

}  // namespace

void add_process_measures(Measures& measures) {
  measures.add({"resident_memory_bytes", "Memory in use.", resident_bytes});
  measures.add({"open_files", "Files and connections that are open.", open_files});
}

}  // namespace alongside::server
