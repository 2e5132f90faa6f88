#include "app/server/backup/work_folder.hpp"

#include "app/server/file_sum.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace alongside::server {

namespace files = std::filesystem;

Result<WorkFolder> WorkFolder::create(const std::string& place, const std::string& purpose) {
  const files::path whole = files::path(place).lexically_normal();
  const std::string name = whole.filename().empty() ? whole.parent_path().filename() : whole.filename();
  const files::path beside = whole.filename().empty() ? whole.parent_path().parent_path() : whole.parent_path();
  const std::string path = (beside / ("." + name + "." + purpose)).string();
  if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) {
    return Error{ErrorCode::Storage, path + ": " + std::strerror(errno)};
  }
  const int lock = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (lock < 0) return Error{ErrorCode::Storage, path + ": " + std::strerror(errno)};
  WorkFolder folder(path, lock);
  if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
    folder.path_.clear();  // it is not ours to tidy
    return Error{ErrorCode::Conflict, path + ": another council-api is at work in this folder"};
  }
  std::error_code fault;
  for (const auto& left : files::directory_iterator(path, fault)) {
    if (!fault) files::remove_all(left.path(), fault);
  }
  if (fault) return Error{ErrorCode::Storage, path + ": cannot be emptied: " + fault.message()};
  return folder;
}

WorkFolder::~WorkFolder() {
  std::error_code ignored;
  if (!path_.empty()) files::remove_all(path_, ignored);
  if (lock_ >= 0) ::close(lock_);
}

Result<void> WorkFolder::become(const std::string& place) {
  ALONGSIDE_TRY(sync_folder(path_));
  // Fails when something is there: an empty folder would be replaced, which loses nothing.
  if (::rename(path_.c_str(), place.c_str()) != 0)
    return Error{ErrorCode::Storage, place + ": " + std::strerror(errno)};
  path_.clear();
  return sync_folder(files::path(place).parent_path().string());
}

}  // namespace alongside::server
