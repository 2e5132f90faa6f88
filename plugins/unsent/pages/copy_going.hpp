// CopyGoing: of what is not sent, what goes into a copy, and what one file cannot hold. Made by the page.
#pragma once

#include "app/plugin_api/saved_copies.hpp"
#include "app/wire/messages/saved_copy.hpp"
#include "app/wire/messages/session.hpp"
#include "plugins/unsent/model/copy_paper.hpp"

#include <cstddef>
#include <vector>

namespace alongside::ui {
class Words;
}

namespace alongside::unsent {

struct CopyGoing {
  wire::SavedCopy copy;          // what was refused is read in the file, and not taken back: the council has answered
  std::vector<KeptFile> files;   // of it; copied into it only when it is saved
  std::size_t changes_left = 0;  // too many, or too long, for one file: the newest
  std::size_t files_left = 0;
};

// Light enough for each frame.
CopyGoing going_of(const SavedCopies::Kept& kept, PersonId person, std::int64_t now_ms);

// With its files in it.
wire::SavedCopy whole_of(const CopyGoing& going);

// The words around it, and each change in words.
Paper paper_words(const SavedCopies::Kept& kept, const CopyGoing& going, const wire::SessionInfo& session,
                  const ui::Words& words);

}  // namespace alongside::unsent
