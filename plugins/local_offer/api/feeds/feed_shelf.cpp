#include "plugins/local_offer/api/feeds/feed_shelf.hpp"

#include <chrono>
#include <fstream>
#include <iterator>
#include <system_error>

namespace alongside::local_offer {
namespace {

namespace fs = std::filesystem;

constexpr auto longest_pause = std::chrono::hours(24);

std::optional<std::string> shelf_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

// Whole or not at all, whenever the program is killed.
Result<void> write_whole_file(const fs::path& path, const std::string& text) {
  const fs::path beside = path.string() + ".part";
  std::ofstream file(beside, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  std::error_code error;
  if (file) fs::rename(beside, path, error);
  if (!file || error) return Error{ErrorCode::Storage, path.string() + ": cannot be written"};
  return {};
}

fs::path tag_of(const fs::path& path) { return path.string() + ".etag"; }

}  // namespace

// "_" is in no feed's name.
FeedShelf::FeedShelf(const fs::path& folder, const std::string& name) : path_(folder / (name.empty() ? "_" : name)) {}

Result<void> FeedShelf::begin(const std::string& source) {
  std::error_code error;
  // Killed between the two renames of finish(): the older edition is better than none.
  if (!fs::exists(whole(), error) && fs::exists(path_ / "before", error)) fs::rename(path_ / "before", whole(), error);
  const fs::path named = unfinished() / "source";
  const auto begun = fs::last_write_time(named, error);
  const bool is_old = error || fs::file_time_type::clock::now() - begun > longest_pause;
  if (is_old || shelf_text(named) != source) fs::remove_all(unfinished(), error);
  if (shelf_text(path_ / "source") != source) fs::remove_all(whole(), error);  // its ETags are another feed's
  fs::create_directories(unfinished() / "services", error);
  if (error) return Error{ErrorCode::Storage, unfinished().string() + ": cannot be made: " + error.message()};
  fs::permissions(path_, fs::perms::owner_all, error);
  ALONGSIDE_TRY(write_whole_file(path_ / "source", source));
  if (fs::exists(named, error)) return {};
  return write_whole_file(named, source);
}

bool FeedShelf::has(const std::string& file) const {
  std::error_code ignored;
  return fs::exists(unfinished() / file, ignored);
}

std::optional<std::string> FeedShelf::text(const std::string& file) const { return shelf_text(unfinished() / file); }
std::optional<std::string> FeedShelf::whole_text(const std::string& file) const { return shelf_text(whole() / file); }

std::string FeedShelf::whole_tag(const std::string& file) const {
  std::error_code ignored;
  if (!fs::exists(whole() / file, ignored)) return {};
  return shelf_text(tag_of(whole() / file)).value_or("");
}

Result<void> FeedShelf::keep(const std::string& file, const std::string& text, const std::string& tag) {
  const bool is_plain = tag.size() <= 300 && tag.find_first_of("\r\n") == std::string::npos;
  if (!tag.empty() && is_plain) ALONGSIDE_TRY(write_whole_file(tag_of(unfinished() / file), tag));
  return write_whole_file(unfinished() / file, text);
}

Result<void> FeedShelf::keep_again(const std::string& file) {
  const auto text = whole_text(file);
  if (!text) return Error{ErrorCode::Storage, (whole() / file).string() + ": cannot be read"};
  return keep(file, *text, whole_tag(file));
}

Result<void> FeedShelf::drop(const std::string& file) {
  std::error_code error;
  fs::remove(unfinished() / file, error);
  if (error) return Error{ErrorCode::Storage, (unfinished() / file).string() + ": cannot be taken away"};
  return {};
}

Result<void> FeedShelf::finish() {
  std::error_code error;
  fs::remove_all(path_ / "before", error);
  if (fs::exists(whole(), error)) fs::rename(whole(), path_ / "before", error);
  fs::rename(unfinished(), whole(), error);
  if (error) return Error{ErrorCode::Storage, whole().string() + ": cannot be written: " + error.message()};
  fs::remove_all(path_ / "before", error);
  return {};
}

void FeedShelf::note_taken(Date day) const {
  std::error_code ignored;
  fs::create_directories(path_, ignored);
  // When it cannot be written the report says less about the feed's age, and nothing else is wrong.
  if (shelf_text(path_ / "taken") != day.iso()) (void)write_whole_file(path_ / "taken", day.iso());
}

std::optional<Date> FeedShelf::taken() const {
  const auto text = shelf_text(path_ / "taken");
  const Result<Date> day = Date::parse(text ? std::string_view(*text) : std::string_view());
  return day.ok() ? std::optional(day.value()) : std::nullopt;
}

}  // namespace alongside::local_offer
