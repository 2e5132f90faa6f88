#include "app/server/personal/erasure_list.hpp"

#include "app/server/council_config.hpp"
#include "app/server/file_sum.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

namespace alongside::server {

namespace {

Error cannot(const std::string& path, const char* what) {
  return {ErrorCode::Storage, path + ": cannot " + what + ": " + std::strerror(errno)};
}

// Each line ends with it; what a power cut left has none.
constexpr std::string_view line_end = " erased";

bool is_cut_off(std::string_view line) {
  return !line.ends_with(line_end) && line.find_first_not_of("0123456789abcdef- eras") == line.npos;
}

// "ID MILLISECONDS erased"
std::optional<ErasedPerson> erased_in(std::string_view line) {
  if (!line.ends_with(line_end)) return std::nullopt;
  line.remove_suffix(line_end.size());
  const std::size_t space = line.find(' ');
  if (space == line.npos) return std::nullopt;
  const auto person = PersonId::parse(line.substr(0, space));
  ErasedPerson erased;
  const std::string_view number = line.substr(space + 1);
  const auto read = std::from_chars(number.data(), number.data() + number.size(), erased.at_ms);
  if (!person || read.ec != std::errc() || read.ptr != number.data() + number.size()) return std::nullopt;
  erased.person = person.value();
  return erased;
}

Result<void> write_all(int file, const std::string& path, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return cannot(path, "write");
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(file) != 0) return cannot(path, "sync");
  return {};
}

}  // namespace

ErasureList ErasureList::of(const CouncilConfig& council, const std::string& data_folder) {
  return ErasureList(council.erasure_list.empty() ? data_folder + "/erased.list" : council.erasure_list);
}

bool ErasureList::is_there() const {
  std::error_code fault;
  return std::filesystem::exists(path_, fault);
}

Result<std::vector<ErasedPerson>> ErasureList::read() const {
  std::vector<ErasedPerson> list;
  if (!is_there()) return list;
  std::ifstream in(path_, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in) return cannot(path_, "read");
  for (std::size_t start = 0, number = 1; start < text.size(); ++number) {
    const std::size_t end = text.find('\n', start);
    if (end == text.npos) break;
    const std::string_view line(text.data() + start, end - start);
    start = end + 1;
    if (line.empty() || is_cut_off(line)) continue;
    const auto erased = erased_in(line);
    if (!erased) {
      return Error{ErrorCode::Storage, path_ + ": line " + std::to_string(number) +
                                           " cannot be read; mend it, so that nobody who was erased comes back"};
    }
    list.push_back(*erased);
  }
  return list;
}

Result<void> ErasureList::append(const ErasedPerson& erased) const {
  const bool is_new = !is_there();
  const int file = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file < 0) return cannot(path_, "open");
  // It begins on a line of its own, whatever a power cut left of the one before.
  const std::string line =
      "\n" + erased.person.text() + " " + std::to_string(erased.at_ms) + std::string(line_end) + "\n";
  const auto written = write_all(file, path_, line);
  ::close(file);
  if (!written) return written;
  return is_new ? sync_folder(std::filesystem::path(path_).parent_path().string()) : Result<void>();
}

}  // namespace alongside::server
