#include "plugins/feedback/api/picture_pack.hpp"

#include "app/base/letters.hpp"
#include "app/server/council_config.hpp"
#include "app/server/digest.hpp"
#include "app/server/json_fields.hpp"
#include "plugins/feedback/api/openmoji_pack.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

namespace alongside::feedback {
namespace {

using server::JsonFields;
using server::JsonMistakes;
using server::JsonValue;

constexpr std::size_t most_file_name = 60;

// By what is in it: a name says little about a file.
std::string_view type_of(std::string_view bytes) {
  constexpr std::string_view png = "\x89PNG\r\n\x1a\n", riff = "RIFF", webp = "WEBP";
  if (bytes.starts_with(png)) return "image/png";
  if (bytes.starts_with(riff) && bytes.substr(0, 12).ends_with(webp)) return "image/webp";
  const bool is_svg = bytes.starts_with("<svg") || bytes.starts_with("<?xml");
  return is_svg && bytes.find("<svg") != std::string_view::npos ? "image/svg+xml" : std::string_view();
}

std::string_view ending_of(std::string_view type) {
  return type == "image/png" ? ".png" : type == "image/webp" ? ".webp" : ".svg";
}

bool is_plain_name(std::string_view name) {
  const auto is_plain = [](char letter) { return is_letter_or_digit(letter) || letter == '-' || letter == '_'; };
  const std::string_view stem = name.substr(0, name.rfind('.'));
  return !stem.empty() && stem.size() < name.size() && std::ranges::all_of(stem, is_plain);
}

bool is_between(char letter) { return std::string_view(" ,.;:!?()/\"\t\n").find(letter) != std::string_view::npos; }

// Small letters, and one space between words: "How was the POOL?" → "how was the pool".
std::string plain(std::string_view words) {
  std::string made;
  for (const char letter : words) {
    if (is_between(letter)) {
      if (!made.empty() && made.back() != ' ' && letter != '.') made += ' ';
      if (letter == '.') made += '.';
      continue;
    }
    made += small_letter(letter);
  }
  while (!made.empty() && (made.back() == ' ' || made.back() == '.')) made.pop_back();
  return made;
}

bool denies(std::string_view words) {
  constexpr std::string_view denials[] = {"not", "no", "never", "without", "nothing", "nobody", "ddim", "nid", "byth"};
  if (words.find("n't") != std::string_view::npos) return true;
  const std::string padded = " " + std::string(words) + " ";
  return std::ranges::any_of(
      denials, [&](std::string_view word) { return padded.find(" " + std::string(word) + " ") != std::string::npos; });
}

Result<std::string> file_at(const std::filesystem::path& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error) return Error{ErrorCode::NotFound, "there is no such file"};
  if (size > PicturePack::most_bytes) return Error{ErrorCode::TooLarge, "the file has more than 100 KB"};
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

void PicturePack::read(const JsonValue& pack, const std::string& path, const Open& open, JsonMistakes& mistakes) {
  JsonFields fields(pack, path, mistakes);
  std::size_t index = 0;
  for (const JsonValue& symbol : fields.array("symbols", 1, most_pictures)) {
    JsonFields one(symbol, path + " symbols[" + std::to_string(index++) + "]", mistakes);
    const std::string file = one.text("file", {most_file_name, "write the name of a file beside this one"});
    std::vector<std::string> words;
    for (const JsonValue& word : one.array("words", 1, most_words)) {
      const std::string said = word.is(server::JsonKind::Text) ? plain(word.text) : "";
      if (said.empty() || said.size() > most_word_bytes) one.mistake("words", "write words, each at most 80 letters");
      words.push_back(said);
    }
    static_cast<void>(one.optional("content"));
    one.finish();
    if (!is_plain_name(file)) {
      one.mistake("file", "write a name of letters, digits, - and _, such as \"pool.png\", in this folder");
      continue;
    }
    Result<std::string> bytes = open(symbol, file);
    const std::string_view type = bytes.ok() ? type_of(bytes.value()) : std::string_view();
    if (!bytes.ok() || type.empty() || bytes.value().size() > most_bytes) {
      one.mistake("file", bytes.ok() ? "use a PNG, WebP or SVG file of at most 100 KB" : bytes.error().detail);
      continue;
    }
    bytes_ += bytes.value().size();
    if (bytes_ > most_bytes_in_all) {
      one.mistake("file", "use smaller files: all symbols together may have 32 MB");
      return;
    }
    const auto digest = server::sha256_of(bytes.value());
    if (!digest.ok()) return mistakes.add(path, digest.error().detail);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string name = file.substr(0, file.rfind('.')) + ".";
    for (std::size_t i = 0; i < 4; ++i) {
      name += digits[digest.value()[i] >> 4];
      name += digits[digest.value()[i] & 15];
    }
    name += ending_of(type);
    pictures_.insert_or_assign(name, Picture{type, std::make_shared<const std::string>(std::move(bytes).value())});
    for (const std::string& word : words) by_words_.insert_or_assign(word, name);
  }
  fields.finish();
}

void PicturePack::read_openmoji(JsonMistakes& mistakes) {
  const auto pack = server::read_json(openmoji_pack);
  if (!pack.ok()) return mistakes.add("symbols", pack.error().detail);
  read(
      pack.value(), "openmoji",
      [](const JsonValue& symbol, const std::string&) { return std::string(symbol.text_at("content")); }, mistakes);
}

void PicturePack::read_own(const server::CouncilConfig& council, JsonMistakes& mistakes) {
  if (council.pages_folder.empty()) return;
  const std::filesystem::path folder = std::filesystem::path(council.pages_folder).parent_path() / "symbols";
  const std::string list = (folder / "symbols.json").string();
  std::error_code ignored;
  if (!std::filesystem::exists(list, ignored)) return;
  const auto pack = server::read_json_file(list);
  if (!pack.ok()) return mistakes.add(list, pack.error().detail);
  read(pack.value(), list, [&](const JsonValue&, const std::string& file) { return file_at(folder / file); }, mistakes);
}

const Picture* PicturePack::find(std::string_view name) const {
  const auto found = pictures_.find(name);
  return found == pictures_.end() ? nullptr : &found->second;
}

std::string PicturePack::of(std::string_view words) const {
  const auto found = by_words_.find(plain(words));
  return found == by_words_.end() ? std::string() : found->second;
}

std::string PicturePack::within(std::string_view words) const {
  const std::string said = plain(words);
  if (const auto whole = by_words_.find(said); whole != by_words_.end()) return whole->second;
  if (denies(said)) return {};
  std::vector<std::size_t> starts{0};
  for (std::size_t at = said.find(' '); at != std::string::npos; at = said.find(' ', at + 1)) starts.push_back(at + 1);
  std::string_view longest;
  std::string name;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    for (std::size_t j = starts.size(); j > i; --j) {
      const std::size_t end = j == starts.size() ? said.size() : starts[j] - 1;
      const std::string_view run = std::string_view(said).substr(starts[i], end - starts[i]);
      if (run.size() <= longest.size()) break;
      const auto found = by_words_.find(run);
      if (found == by_words_.end()) continue;
      longest = run;
      name = found->second;
    }
  }
  return name;
}

}  // namespace alongside::feedback
