#include "plugins/local_offer/api/open_referral/export_feed.hpp"

#include "app/server/json_tree.hpp"
#include "plugins/local_offer/api/offer_tables.hpp"
#include "plugins/local_offer/api/open_referral/shapes.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>
#include <vector>

namespace alongside::local_offer {
namespace {

namespace fs = std::filesystem;
using server::JsonValue;

Error cannot_write(const fs::path& path) { return {ErrorCode::InvalidInput, path.string() + ": cannot be written"}; }

Result<void> write_whole(const fs::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text << '\n';
  file.close();
  if (!file) return cannot_write(path);
  return {};
}

// Beside the folder until it is whole; taken away again when it does not come to that.
class UnfinishedFolder {
 public:
  explicit UnfinishedFolder(const fs::path& whole) : whole_(whole), path_(whole.string() + ".unfinished") {}
  UnfinishedFolder(const UnfinishedFolder&) = delete;
  UnfinishedFolder& operator=(const UnfinishedFolder&) = delete;
  ~UnfinishedFolder() {
    std::error_code ignored;
    if (!is_whole_) fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }

  Result<void> begin() {
    std::error_code error;
    if (fs::exists(whole_, error)) {
      is_whole_ = true;  // nothing was begun
      return Error{ErrorCode::Conflict, whole_.string() + ": is there already; name a folder that is not"};
    }
    fs::remove_all(path_, error);
    if (!fs::create_directories(path_ / "services", error) || error) return cannot_write(path_);
    return {};
  }

  Result<void> finish() {
    std::error_code error;
    fs::rename(path_, whole_, error);
    if (error) return cannot_write(whole_);
    is_whole_ = true;
    return {};
  }

 private:
  fs::path whole_, path_;
  bool is_whole_ = false;
};

Result<void> write_pages(const fs::path& folder, std::vector<JsonValue> listed) {
  const std::size_t total = listed.size();
  Paging paging;
  for (; range_of(paging, total).first < total; ++paging.page) {
    const PageRange range = range_of(paging, total);
    std::vector<JsonValue> contents(std::make_move_iterator(listed.begin() + static_cast<std::ptrdiff_t>(range.first)),
                                    std::make_move_iterator(listed.begin() + static_cast<std::ptrdiff_t>(range.end)));
    const std::string name = paging.page == 1 ? "services.json" : "services-" + std::to_string(paging.page) + ".json";
    ALONGSIDE_TRY(write_whole(folder / name, server::write_json(page_of(std::move(contents), total, paging))));
  }
  return {};
}

}  // namespace

Result<std::string> export_feed(server::Database& database, const std::string& folder) {
  const fs::path named = folder;
  UnfinishedFolder unfinished(named.has_filename() ? named : named.parent_path());
  ALONGSIDE_TRY(unfinished.begin());
  std::vector<JsonValue> listed;
  for (const auto& [id, stored] : ALONGSIDE_TRY(OfferTables(database).stored())) {
    if (stored.record.empty())
      return Error{ErrorCode::Conflict, "The offer was imported by an older version. Import the feed again first."};
    listed.push_back(listed_shape(ALONGSIDE_TRY(server::read_json(stored.record))));
    ALONGSIDE_TRY(write_whole(unfinished.path() / "services" / (id + ".json"), stored.record));
  }
  const std::size_t count = listed.size();
  if (count == 0) return Error{ErrorCode::NotFound, "There is no offer yet. Import a feed first."};
  ALONGSIDE_TRY(write_pages(unfinished.path(), std::move(listed)));
  ALONGSIDE_TRY(unfinished.finish());
  return "Wrote " + std::to_string(count) + (count == 1 ? " service" : " services") + " to " + folder + "\n";
}

}  // namespace alongside::local_offer
