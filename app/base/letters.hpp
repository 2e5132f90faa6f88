// Letters of ASCII, whatever the language in use: what addresses, schemes and the files of banks and feeds are made of.
// Used by their readers.
#pragma once

#include "app/base/text.hpp"

namespace alongside {

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }
constexpr char small_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace alongside
