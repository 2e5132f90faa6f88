#include "app/server/file_sum.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <vector>

namespace alongside::server {

namespace {

constexpr std::size_t piece_bytes = 256 * 1024;

Error disk_error(const std::string& path) {
  return {errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Storage, path + ": " + std::strerror(errno)};
}

class OpenFile {
 public:
  OpenFile(const std::string& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

// Not waited for when it is a pipe, and never followed when it is a link.
constexpr int reading = O_RDONLY | O_NOFOLLOW | O_NONBLOCK;

Result<void> check_ordinary(const OpenFile& file, const std::string& path) {
  if (!file.is_open() && errno == ELOOP) return Error{ErrorCode::InvalidInput, path + ": this is a link, not a file"};
  if (!file.is_open()) return disk_error(path);
  struct stat found{};
  if (::fstat(file.number(), &found) != 0) return disk_error(path);
  if (!S_ISREG(found.st_mode)) return Error{ErrorCode::InvalidInput, path + ": this is no ordinary file"};
  return {};
}

Result<void> write_all(const OpenFile& file, std::span<const std::uint8_t> bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return disk_error(path);
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return {};
}

Result<void> sync(const OpenFile& file, const std::string& path) {
  if (::fsync(file.number()) != 0) return disk_error(path);
  return {};
}

// Gives `take` all of a file, piece by piece.
template <class Take>
Result<FileSum> read_through(const std::string& path, Take take) {
  const OpenFile file(path, reading);
  ALONGSIDE_TRY(check_ordinary(file, path));
  RunningSha256 running;
  FileSum sum;
  std::vector<std::uint8_t> piece(piece_bytes);
  for (;;) {
    const ssize_t got = ::read(file.number(), piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return disk_error(path);
    if (got == 0) break;
    const auto bytes = std::span<const std::uint8_t>(piece).first(static_cast<std::size_t>(got));
    ALONGSIDE_TRY(running.add(bytes));
    sum.bytes += bytes.size();
    ALONGSIDE_TRY(take(bytes));
  }
  sum.sha256 = ALONGSIDE_TRY(running.end());
  return sum;
}

}  // namespace

Result<FileSum> sum_file(const std::string& path) {
  return read_through(path, [](std::span<const std::uint8_t>) { return Result<void>(); });
}

Result<FileSum> copy_file(const std::string& from, const std::string& to) {
  const OpenFile copy(to, O_WRONLY | O_CREAT | O_EXCL);
  if (!copy.is_open()) return disk_error(to);
  const FileSum sum = ALONGSIDE_TRY(
      read_through(from, [&](std::span<const std::uint8_t> bytes) { return write_all(copy, bytes, to); }));
  ALONGSIDE_TRY(sync(copy, to));
  return sum;
}

Result<void> write_new_file(const std::string& path, std::string_view content) {
  const OpenFile file(path, O_WRONLY | O_CREAT | O_EXCL);
  if (!file.is_open()) return disk_error(path);
  ALONGSIDE_TRY(write_all(file, {reinterpret_cast<const std::uint8_t*>(content.data()), content.size()}, path));
  return sync(file, path);
}

Result<std::string> read_small_file(const std::string& path, std::size_t most_bytes) {
  std::string content;
  ALONGSIDE_TRY(read_through(path, [&](std::span<const std::uint8_t> bytes) -> Result<void> {
    content.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (content.size() > most_bytes) return Error{ErrorCode::TooLarge, path + ": this file is too large"};
    return {};
  }));
  return content;
}

Result<void> sync_file(const std::string& path) {
  const OpenFile file(path, O_RDONLY | O_NOFOLLOW);
  if (!file.is_open()) return disk_error(path);
  return sync(file, path);
}

Result<void> sync_folder(const std::string& path) {
  const OpenFile folder(path, O_RDONLY | O_DIRECTORY);
  if (!folder.is_open()) return disk_error(path);
  return sync(folder, path);
}

}  // namespace alongside::server
