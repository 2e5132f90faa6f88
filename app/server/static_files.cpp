#include "app/server/static_files.hpp"

#include "app/server/checksum.hpp"
#include "app/server/negotiation.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace alongside::server {

namespace files = std::filesystem;

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> types = {{
    {".html", "text/html; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".ttf", "font/ttf"},
    {".otf", "font/otf"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
}};

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::shared_ptr<const std::string> read(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return nullptr;
  auto bytes = std::make_shared<std::string>(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  if (in.bad()) return nullptr;
  return bytes;
}

std::shared_ptr<const std::string> read_if_there(const std::string& file) {
  std::error_code ignored;
  return files::is_regular_file(file, ignored) ? read(file) : nullptr;
}

}  // namespace

std::string_view content_type_of(std::string_view path) {
  for (const auto& [end, type] : types) {
    if (ends_with(path, end)) return type;
  }
  return "application/octet-stream";
}

bool has_hashed_name(std::string_view path) {
  std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t last = name.rfind('.');
  if (last == name.npos) return false;
  name = name.substr(0, last);
  const std::size_t before = name.rfind('.');
  if (before == name.npos) return false;
  const std::string_view hash = name.substr(before + 1);
  return hash.size() >= 8 && hash.find_first_not_of("0123456789abcdef") == hash.npos;
}

Result<void> StaticFiles::add(const std::string& file, const std::string& path) {
  File entry;
  entry.plain = read(file);
  if (entry.plain == nullptr) return Error{ErrorCode::Storage, file + ": this file cannot be read"};
  if (path == "/index.html") {
    page_template_ = *entry.plain;
    return {};
  }
  entry.content_type = content_type_of(path);
  entry.caching = has_hashed_name(path) ? Caching::Immutable : Caching::Revalidate;
  entry.checksum = checksum(*entry.plain);
  entry.brotli = read_if_there(file + ".br");
  entry.gzip = read_if_there(file + ".gz");
  files_.emplace(path, std::move(entry));
  return {};
}

Result<StaticFiles> StaticFiles::create(const std::string& folder) {
  StaticFiles index;
  std::error_code fault;
  std::uintmax_t bytes = 0;
  for (files::recursive_directory_iterator entry(folder, fault), end; !fault && entry != end; entry.increment(fault)) {
    // A link could lead out of the folder.
    if (entry->is_symlink(fault) || !entry->is_regular_file(fault)) continue;
    const std::string file = entry->path().string();
    if (ends_with(file, ".br") || ends_with(file, ".gz")) continue;
    bytes += entry->file_size(fault);
    if (bytes > most_bytes) return Error{ErrorCode::TooLarge, folder + ": these are too many files to serve"};
    const std::string path = "/" + files::path(file).lexically_relative(folder).generic_string();
    ALONGSIDE_TRY(index.add(file, path));
  }
  if (fault) return Error{ErrorCode::NotFound, folder + ": this folder cannot be read (" + fault.message() + ")"};
  if (index.page_template_.empty()) {
    return Error{ErrorCode::NotFound, folder + ": there is no index.html in it; build the client first"};
  }
  return index;
}

Response StaticFiles::answer(std::string_view path, std::string_view accept_encoding) const {
  const File& file = files_.find(path)->second;
  Response response;
  response.content_type = file.content_type;
  response.caching = file.caching;
  response.vary = "Accept-Encoding";
  response.shared_body = file.plain;
  const int brotli = file.brotli ? quality_of(accept_encoding, "br") : 0;
  const int gzip = file.gzip ? quality_of(accept_encoding, "gzip") : 0;
  if (brotli > 0 && brotli >= gzip) {
    response.shared_body = file.brotli;
    response.content_encoding = "br";
  } else if (gzip > 0) {
    response.shared_body = file.gzip;
    response.content_encoding = "gzip";
  }
  // Each encoding is another sequence of bytes, so it has an ETag of its own.
  const std::string suffix = response.content_encoding.empty() ? "" : "-" + std::string(response.content_encoding);
  response.etag = '"' + file.checksum + suffix + '"';
  return response;
}

}  // namespace alongside::server
