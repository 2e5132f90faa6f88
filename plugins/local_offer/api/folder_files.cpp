#include "plugins/local_offer/api/folder_files.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <system_error>
#include <utility>

namespace alongside::local_offer {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t most_bytes = 200ull * 1024 * 1024;
constexpr std::size_t most_files = 50'000;

class Lister {
 public:
  Result<void> add(const fs::path& folder, bool is_in_services) {
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
      if (at->path().extension() != ".json" || !at->is_regular_file(error)) continue;
      bytes_ += at->file_size(error);
      if (bytes_ > most_bytes) return Error{ErrorCode::TooLarge, "the folder holds more than 200 MB of JSON"};
      if (files_.size() == most_files) return Error{ErrorCode::TooLarge, "the folder holds more than 50,000 files"};
      const std::string name = at->path().filename().string();
      files_.push_back({at->path().string(), is_in_services ? "services/" + name : name, at->path().stem().string(),
                        is_in_services});
    }
    if (error)
      return Error{ErrorCode::NotFound, "the folder " + folder.string() + " cannot be read: " + error.message()};
    return {};
  }

  std::vector<FolderFile> take() {
    std::sort(files_.begin(), files_.end(), [](const FolderFile& a, const FolderFile& b) { return a.name < b.name; });
    return std::move(files_);
  }

 private:
  std::uintmax_t bytes_ = 0;
  std::vector<FolderFile> files_;
};

}  // namespace

Result<std::vector<FolderFile>> list_json_files(const std::string& folder) {
  Lister lister;
  ALONGSIDE_TRY(lister.add(folder, false));
  const fs::path services = fs::path(folder) / "services";
  std::error_code ignored;
  if (fs::is_directory(services, ignored)) ALONGSIDE_TRY(lister.add(services, true));
  return lister.take();
}

}  // namespace alongside::local_offer
