// The bytes of a bank's file as text: UTF-8 with \n for every line's end, whatever they were before
// (UTF-16, with or without a mark; Windows-1252; CR alone). Text is cleaned cell by cell afterwards.
#pragma once

#include "plugins/direct_payments/model/statement/line_reason.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::direct_payments {

// Control characters stay where they are, for the line they stand in to be refused.
std::string decode_statement_text(std::string_view bytes);

// A letter by its number in Unicode, as UTF-8.
void append_letter(std::string& out, std::uint32_t point);

// One line, single spaces, nothing at the ends, without the ' that keeps a spreadsheet from calculating;
// what is longer than a StatementRow's text is cut between two letters.
std::string tidy_text(std::string_view text);

// The last four letters of an account's number: enough to tell two accounts of one file apart.
std::string account_ending(std::string_view number);

// Whether it holds NULs or other characters that are no text; new lines and tabs are.
bool has_control_characters(std::string_view text);

}  // namespace alongside::direct_payments
