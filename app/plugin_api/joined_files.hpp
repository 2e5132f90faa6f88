// JoinedFiles: photos, recordings and drawings that somebody joins to what they have begun. Each lies beside the drafts
// that speak of it, under a random id, from before the draft names it until what is sent has it; where nothing is kept
// it lies in memory. UI thread only. Implemented by client/joined_box; tests have their own.
#pragma once

#include "app/base/ids.hpp"
#include "app/base/result.hpp"
#include "app/plugin_api/records.hpp"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace alongside {

class JoinedFiles {
 public:
  using Added = std::function<void(Result<DocumentId>)>;
  enum class Kind : std::uint8_t { Picture, Recording };  // a photo or PDF, made small; a recording, as it is

  // Takes what Ui::file_field() gave a token for; answers when it lies there. Errors: InvalidInput (it cannot be read),
  // TooLarge, Storage (there is no room, or nothing can be kept just now). A frame is drawn after it.
  virtual void add(Records& beside, std::string_view token, Kind kind, Added added) = 0;
  virtual bool has(Records& beside, DocumentId id) const = 0;
  virtual void remove(Records& beside, DocumentId id) = 0;
  // Shown, or played, above the page until it is closed.
  virtual void show(Records& beside, DocumentId id) = 0;
  // Saves a change with them: first they lie among the attachments of whoever is signed in, from where each goes when a
  // document waits for it.
  virtual void save_with(Records& beside, std::vector<DocumentId> files, Change change, Records::Saved saved) = 0;

 protected:
  ~JoinedFiles() = default;
};

}  // namespace alongside
