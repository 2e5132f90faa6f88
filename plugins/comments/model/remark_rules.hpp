// What may be sent about the local offer. The same for the device, which says what to put right, and for the server,
// which decides.
#pragma once

#include "plugins/comments/model/remark.hpp"

#include <optional>
#include <string_view>

namespace alongside::comments {

enum class RemarkFault : std::uint8_t {
  NoWords,    // it says nothing
  TooLong,    // longer than is kept
  BadText,    // not words: broken or invisible characters
  NoService,  // a correction of nothing
};
constexpr std::string_view name_of(RemarkFault fault) {
  constexpr std::string_view names[] = {"no_words", "too_long", "bad_text", "no_service"};
  return names[static_cast<unsigned>(fault)];
}

// How many of one person's remarks may wait for the council at a time.
inline constexpr std::size_t most_waiting_remarks = 50;

std::optional<RemarkFault> check(const Remark& remark);
// Trimmed, and without what does not belong to its kind.
Remark cleaned(Remark remark);

}  // namespace alongside::comments
