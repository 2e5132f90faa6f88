// WorkFolder: a hidden folder beside a backup in which it is made or tried, held by one process and gone with its
// owner. What a killed process left of it is taken away by the next.
#pragma once

#include "app/base/result.hpp"

#include <string>
#include <utility>

namespace alongside::server {

class WorkFolder {
 public:
  // ".NAME.purpose" beside `place`. Conflict: another process is at work there.
  static Result<WorkFolder> create(const std::string& place, const std::string& purpose);
  WorkFolder(WorkFolder&& other) noexcept : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {}
  WorkFolder& operator=(WorkFolder&&) = delete;
  ~WorkFolder();

  const std::string& path() const { return path_; }
  // Renames what is in it to `place`, which must not exist; from now on there is nothing to tidy.
  Result<void> become(const std::string& place);

 private:
  WorkFolder(std::string path, int lock) : path_(std::move(path)), lock_(lock) {}

  std::string path_;
  int lock_;
};

}  // namespace alongside::server
