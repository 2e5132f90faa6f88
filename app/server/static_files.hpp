// StaticFiles: the client's files (build/www), read once at the start into an index by address.
// Only what is in the index is ever served, so no address can reach anything else on the disk.
// Owned by main, asked by site. Files ending in .br and .gz are another's compressed bodies.
#pragma once

#include "app/base/result.hpp"
#include "app/server/response.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace alongside::server {

class StaticFiles {
 public:
  static constexpr std::size_t most_bytes = 128 * 1024 * 1024;

  static Result<StaticFiles> create(const std::string& folder);

  bool has(std::string_view path) const { return files_.find(path) != files_.end(); }
  // The file in the encoding the client likes best. Only for a path that is there.
  Response answer(std::string_view path, std::string_view accept_encoding) const;
  // index.html: the template of every page, which is filled in and never served as it is.
  const std::string& page_template() const { return page_template_; }
  std::size_t size() const { return files_.size(); }

 private:
  struct File {
    std::string_view content_type;
    Caching caching = Caching::Revalidate;
    std::string checksum;
    std::shared_ptr<const std::string> plain;
    std::shared_ptr<const std::string> brotli;  // null when there is none
    std::shared_ptr<const std::string> gzip;
  };

  Result<void> add(const std::string& file, const std::string& path);

  std::map<std::string, File, std::less<>> files_;
  std::string page_template_;
};

std::string_view content_type_of(std::string_view path);
// "app.1a2b3c4d.mjs": the name changes with the content, so it may be kept for ever.
bool has_hashed_name(std::string_view path);

}  // namespace alongside::server
