// Turns what providers write into safe text: HTML through an HTML5 parser (gumbo, which no other
// file includes), plain text by its empty lines. What is not words, a list, a heading or a link is
// dropped. Used by the feed's readers.
#pragma once

#include "app/base/result.hpp"
#include "plugins/local_offer/model/rich_text.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace alongside::local_offer {

inline constexpr std::size_t most_text_bytes = 64 * 1024;
inline constexpr int deepest_element = 64;

// Refuses text over most_text_bytes, and HTML nested deeper than deepest_element.
Result<RichText> rich_text_of(std::string_view text);
// The same as one line without any marks: for names.
Result<std::string> one_line_of(std::string_view text);
bool looks_like_html(std::string_view text);

}  // namespace alongside::local_offer
