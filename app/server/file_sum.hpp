// FileSum: how long a file is and the SHA-256 of its bytes, and copies that are summed while they are made, so that
// what was checked is what is used. For backups and the configuration's fingerprint.
#pragma once

#include "app/base/result.hpp"
#include "app/server/digest.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::server {

struct FileSum {
  std::uint64_t bytes = 0;
  Sha256 sha256{};
  bool operator==(const FileSum&) const = default;
};

// Only of ordinary files: a link, a folder or a device is refused as InvalidInput. NotFound: there is none.
Result<FileSum> sum_file(const std::string& path);
// Also copies it to `to`, which must not exist yet, readable by nobody else, and on the disk when this returns.
Result<FileSum> copy_file(const std::string& from, const std::string& to);

// On the disk when this returns; `path` must not exist yet.
Result<void> write_new_file(const std::string& path, std::string_view content);
// At most `most_bytes`, of an ordinary file.
Result<std::string> read_small_file(const std::string& path, std::size_t most_bytes);
// What was written to a file by others is on the disk.
Result<void> sync_file(const std::string& path);
// The names in a folder are on the disk: after something in it was made or renamed.
Result<void> sync_folder(const std::string& path);

}  // namespace alongside::server
