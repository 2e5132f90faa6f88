// A copy of what is not sent, as one HTML file: what people read without the app, and at its end, in letters, the same
// whole, for the app to take back (wire::SavedCopy as a frame). A file that comes in may be anybody's: it is read
// within limits, and either all of it is right or nothing of it is used. Used by the page; tests pin the form.
#pragma once

#include "app/base/bytes.hpp"
#include "app/wire/messages/saved_copy.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace alongside::unsent {

struct Paper {
  struct Entry {
    std::string what;
    std::vector<std::pair<std::string, std::string>> facts;
  };
  std::string language;  // "en", "cy"
  std::string title;
  std::vector<std::string> lead;  // paragraphs; an empty one is left out
  std::vector<Entry> entries;
  std::string app_title, app_lead;  // over what only the app reads
};

Bytes paper_of(const Paper& paper, const wire::SavedCopy& copy);

enum class CopyFault : std::uint8_t {
  NotACopy,  // no file of ours
  Damaged,   // cut off, or something in it was changed
  Newer,     // a later edition of the app made it
  TooLarge,  // more than a copy holds
};
std::variant<wire::SavedCopy, CopyFault> copy_in(std::span<const std::uint8_t> file);

}  // namespace alongside::unsent
