// FeedShelf: what was fetched of one feed, as files in the data folder: `whole`, the last edition that came to its
// end, and `unfinished`, the one that is being fetched, which the next run goes on with. Both are folders that
// read_feed_folder reads. Nothing here is shown to families; it can be deleted at any time. Made by feed_fetch.
#pragma once

#include "app/base/date.hpp"
#include "app/base/result.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace alongside::local_offer {

class FeedShelf {
 public:
  // `folder`: of all feeds; made when it is not there. `name` may be empty.
  FeedShelf(const std::filesystem::path& folder, const std::string& name);

  // What was begun for `source` less than a day ago is gone on with; anything else is begun anew.
  Result<void> begin(const std::string& source);
  bool has(const std::string& file) const;                               // in the unfinished one: "services-00002.json"
  std::optional<std::string> text(const std::string& file) const;        // of it
  std::optional<std::string> whole_text(const std::string& file) const;  // of the last whole one
  std::string whole_tag(const std::string& file) const;                  // its ETag; empty when there is none
  Result<void> keep(const std::string& file, const std::string& text, const std::string& tag);
  Result<void> keep_again(const std::string& file);  // as it is in the whole one
  Result<void> drop(const std::string& file);        // out of the unfinished one
  // The unfinished one becomes the whole one.
  Result<void> finish();
  std::filesystem::path whole() const { return path_ / "whole"; }

  // The day on which families last got something of this feed, or heard that it is still so.
  void note_taken(Date day) const;
  std::optional<Date> taken() const;

 private:
  std::filesystem::path unfinished() const { return path_ / "unfinished"; }

  std::filesystem::path path_;
};

}  // namespace alongside::local_offer
