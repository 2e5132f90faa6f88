#include "app/server/data_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace alongside::server {

Result<DataFolder> DataFolder::create(const std::string& folder) {
  std::error_code fault;
  if (std::filesystem::create_directories(folder, fault)) {
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, fault);
  }
  if (fault) return Error{ErrorCode::Storage, folder + ": cannot make this folder: " + fault.message()};
  const std::string lock_path = folder + "/alongside.lock";
  const int lock = ::open(lock_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock < 0) return Error{ErrorCode::Storage, lock_path + ": " + std::strerror(errno)};
  DataFolder data(folder, lock);
  // Nothing under here may be read by other users of the machine, the database's files included.
  ::umask(0077);
  if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
    return Error{ErrorCode::Conflict, folder +
                                          ": another council-api is using this folder. If it is a server, "
                                          "say where its admin socket is with --admin."};
  }
  return data;
}

DataFolder::~DataFolder() {
  // The file stays: removing it would let two processes hold two locks of one name.
  if (lock_ >= 0) ::close(lock_);
}

}  // namespace alongside::server
