#include "plugins/direct_payments/api/statement_words.hpp"

#include <cstddef>
#include <iterator>

namespace alongside::direct_payments {
namespace {

constexpr std::string_view line_words[] = {
    "",
    "an empty line",
    "the names of the columns",
    "words, and no payment",
    "a balance, and no payment",
    "a payment of nothing",
    "not final yet: pending, declined or cancelled",
    "about something else than payments",
    "there is no day",
    "the day cannot be read; write it as 21/11/2026",
    "there is no such day",
    "the day is before 1980 or after 2099",
    "there is no amount",
    "the amount cannot be read; write it as -8.50",
    "the amount has a comma for its pence, and others in this file have a point; write it as 12.50",
    "the amount has more than two digits of pence",
    "the amount is over £100,000",
    "money in and money out on one line",
    "it is not clear whether the money went in or out",
    "two columns give different amounts",
    "the balance cannot be read",
    "the amount is not in pounds",
    "there is a fee in a column of its own; add both by hand",
    "a quotation mark is opened and never closed",
    "a quotation mark stands in the middle of a cell",
    "there are more cells than columns; a comma may stand in a text",
    "a cell is longer than 4,096 bytes",
    "there are characters in it that are no text",
    "the file ends in the middle of it; download it again",
};
static_assert(std::size(line_words) == line_reason_count);

constexpr std::string_view match_words[] = {
    "nothing like it is there yet",
    "the same as another, but the file has more of them than the ledger",
    "the bank's number for it is there already",
    "the same day, amount and text are there already",
    "the bank gives this number to two payments",
    "the bank's number is there already with another day or amount",
    "the same is there already, with another balance after it",
    "somebody recorded this amount within a week of it",
    "the same day and amount are there already under another text",
    "the same is there already on a day close by",
};
static_assert(std::size(match_words) == match_reason_count);

constexpr std::string_view fault_words[] = {
    "the file is empty",
    "the file is larger than 8 MB; download fewer months at once",
    "the file has more than 100,000 lines; download fewer months at once",
    "this is a PDF; download the statement as CSV, OFX, QIF or CAMT.053 instead",
    "this is a spreadsheet or a ZIP file; save it as CSV, or unpack it, first",
    "this is not a bank's file: CSV, OFX, QIF and CAMT.053 can be read",
    "there is no line with the names of the columns; there must be a date and an amount among them",
    "the file describes a document type of its own, which no bank's file does",
    "the file has tags more than 32 deep, which no bank's file has",
};
static_assert(std::size(fault_words) == statement_fault_count);

}  // namespace

std::string_view words_for(LineReason reason) { return line_words[static_cast<std::size_t>(reason)]; }
std::string_view words_for(MatchReason reason) { return match_words[static_cast<std::size_t>(reason)]; }
std::string_view words_for(StatementFault fault) { return fault_words[static_cast<std::size_t>(fault)]; }

}  // namespace alongside::direct_payments
