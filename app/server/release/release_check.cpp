#include "app/server/release/release_check.hpp"

#include "app/server/file_sum.hpp"
#include "app/server/release/signed_text.hpp"
#include "app/server/whole_file.hpp"

#include <charconv>
#include <filesystem>
#include <set>

namespace alongside::server {

namespace files = std::filesystem;

namespace {

constexpr std::size_t most_list_bytes = std::size_t{1} << 20;
constexpr std::string_view list_name = "release.json";

Error not_the_release(const std::string& what) { return {ErrorCode::Incompatible, what}; }

Result<Release> release_facts(const SignedText& list, const std::string& path) {
  const JsonValue* const number = list.content.find("release");
  const auto issued = Date::parse(list.content.text_at("issued"));
  const auto expires = Date::parse(list.content.text_at("expires"));
  if (number == nullptr || !number->is(JsonKind::Integer) || number->integer < 1 || !issued || !expires) {
    return not_the_release(path + ": it does not say which release it is");
  }
  return Release{number->integer, issued.value(), expires.value(), list.key, 0};
}

// Everything below the folder, but the list itself.
Result<std::set<std::string>> names_below(const std::string& folder) {
  std::set<std::string> names;
  std::error_code fault;
  for (files::recursive_directory_iterator entry(folder, fault), end; !fault && entry != end; entry.increment(fault)) {
    if (entry->is_directory(fault) && !entry->is_symlink(fault)) continue;
    names.insert(entry->path().lexically_relative(folder).generic_string());
  }
  if (fault) return Error{ErrorCode::NotFound, folder + ": this folder cannot be read (" + fault.message() + ")"};
  names.erase(std::string(list_name));
  return names;
}

Result<void> check_listed_file(const std::string& www, const JsonValue::Member& listed) {
  const auto& [name, wanted] = listed;
  const auto sum = sum_file(www + "/" + name);
  if (!sum) return not_the_release(www + "/" + name + ": this file of the release is missing");
  if (hex_text(sum->sha256) != wanted.text) {
    return not_the_release(www + "/" + name + ": this file was changed after it was signed");
  }
  return {};
}

}  // namespace

Result<Release> check_release(const std::string& www, const KeyRing& ring) {
  const std::string path = www + "/" + std::string(list_name);
  const auto envelope = read_small_file(path, most_list_bytes);
  if (!envelope) return not_the_release(path + ": there is no signed list of the release's files");
  const auto list = open_signed_text(envelope.value(), "release", ring);
  if (!list) return not_the_release(path + ": " + list.error().detail);
  Release release = ALONGSIDE_TRY(release_facts(list.value(), path));
  const JsonValue* const listed = list->content.find("files");
  if (listed == nullptr || !listed->is(JsonKind::Object)) return not_the_release(path + ": it lists no files");
  auto there = ALONGSIDE_TRY(names_below(www));
  for (const JsonValue::Member& file : listed->members) {
    ALONGSIDE_TRY(check_listed_file(www, file));
    there.erase(file.first);
  }
  if (!there.empty()) return not_the_release(www + "/" + *there.begin() + ": this file is not of the release");
  release.files = listed->members.size();
  return release;
}

Result<void> accept_release(const std::string& data, const Release& release) {
  const std::string path = data + "/release";
  std::int64_t before = 0;
  const auto noted = read_small_file(path, 32);
  if (noted) std::from_chars(noted->data(), noted->data() + noted->size(), before);
  if (!noted && noted.error().code != ErrorCode::NotFound) return noted.error();
  if (release.number < before) {
    return not_the_release(
        "this is release " + std::to_string(release.number) + ", and release " + std::to_string(before) +
        " was served before: browsers that have it would not take an older one. Have what you want to go " +
        "back to released anew, under a higher number");
  }
  if (release.number == before) return {};
  return write_whole_file(path, std::to_string(release.number) + "\n");
}

}  // namespace alongside::server
