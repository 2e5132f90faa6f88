// DataFolder: the one folder where a server keeps its things, held under an exclusive lock for as
// long as this lives: two processes never write one council's database. Made by serve and by a
// verb that runs while the server is down.
#pragma once

#include "app/base/result.hpp"

#include <string>
#include <utility>

namespace alongside::server {

class DataFolder {
 public:
  // Makes the folder if it is not there (readable by nobody else) and takes its lock.
  static Result<DataFolder> create(const std::string& folder);
  DataFolder(DataFolder&& other) noexcept : folder_(std::move(other.folder_)), lock_(std::exchange(other.lock_, -1)) {}
  DataFolder& operator=(DataFolder&&) = delete;
  ~DataFolder();

  static std::string database_path(const std::string& folder) { return folder + "/alongside.sqlite"; }
  const std::string& path() const { return folder_; }
  static std::string admin_path(const std::string& folder) { return folder + "/admin.sock"; }

 private:
  DataFolder(std::string folder, int lock) : folder_(std::move(folder)), lock_(lock) {}

  std::string folder_;
  int lock_;
};

}  // namespace alongside::server
