// UTF-8: which bytes are text we take, how long it is to a person, and how to make foreign text
// safe. Used by wire (every string), importers and forms.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace alongside {

// Where text stops being acceptable: malformed UTF-8, or a control character other than a new line
// or a tab. Empty when all of it is good.
std::optional<std::size_t> text_fault(std::string_view text);

inline bool is_text(std::string_view text) { return !text_fault(text); }

// Bytes of the well-formed sequence at the start of `text`; 0 when it is malformed or empty.
std::size_t sequence_length(std::string_view text);

// Code points in well-formed text.
std::size_t code_points(std::string_view text);

// The longest start of `text` that has at most `bytes` bytes and splits no character.
std::string_view text_prefix(std::string_view text, std::size_t bytes);

// The same text as text_fault would accept: bad bytes become U+FFFD, line ends become \n and other
// control characters are dropped. Importers call it on everything they keep.
std::string clean_text(std::string_view text);

}  // namespace alongside
