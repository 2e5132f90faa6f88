// ErasureList: who was erased, in a file of its own beside the database and in no backup. A backup of yesterday still
// holds whoever was erased today; the list is what erases them again when it is restored, and at the next start when
// the machine stopped between the list and the database. Ids and moments only. Written by `household erase`.
#pragma once

#include "app/base/ids.hpp"
#include "app/base/result.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace alongside::server {

struct CouncilConfig;

struct ErasedPerson {
  PersonId person;
  std::int64_t at_ms = 0;
  bool operator==(const ErasedPerson&) const = default;
};

class ErasureList {
 public:
  // The configuration's "erasure_list", or "erased.list" in the data folder.
  static ErasureList of(const CouncilConfig& council, const std::string& data_folder);
  explicit ErasureList(std::string path) : path_(std::move(path)) {}

  const std::string& path() const { return path_; }
  bool is_there() const;
  // Empty when there is no file. A line that was cut off by a power cut was never promised to anybody; any other line
  // that cannot be read is an error: nobody may come back because of it.
  Result<std::vector<ErasedPerson>> read() const;
  Result<void> append(const ErasedPerson& erased) const;  // on the disk when this returns

 private:
  std::string path_;
};

}  // namespace alongside::server
