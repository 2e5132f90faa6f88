// FilePreview: what adding a bank's file would do to the ledger, line by line, before anything is done: what is new,
// what is there already, what a person is asked about, and what cannot be added. Pure, and the same for the same input,
// so that it is made anew after each answer and after each payment that was added. Shown by the statement screen.
#pragma once

#include "plugins/direct_payments/model/book.hpp"
#include "plugins/direct_payments/model/statement/known_payment.hpp"
#include "plugins/direct_payments/model/statement/payee_rules.hpp"
#include "plugins/direct_payments/model/statement/row_match.hpp"
#include "plugins/direct_payments/model/statement/row_notes.hpp"
#include "plugins/direct_payments/model/statement/statement.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::direct_payments {

enum class RowStanding : std::uint8_t { New, Have, Ask, NotOurs, Closed, Outside };
inline constexpr std::size_t row_standing_count = 6;

enum class RowReason : std::uint8_t {
  Match,       // as match_rows() found: see `match`
  Said,        // the person said so
  OurPayment,  // the council's own payment, which is in the ledger when it is made
  MoneyIn,     // money came in, and nobody said what it is
  Sent,        // the return of that day is with the council
  Early,       // before the agreement began
  Late,        // after its last bills, or after today
};

struct PreviewRow {
  std::size_t line = 0;  // in the statement's lines
  StatementRow row;      // as its payment will tell it
  std::string key;       // line_key() within the file
  RowStanding standing = RowStanding::New;
  RowReason reason = RowReason::Match;
  RowMatch match;
  DocumentId transaction;                     // the one in the ledger that it is, or may be
  Account category = Account::OtherSpending;  // what it counts as when it is added
  DocumentId plan_item;
};

struct FilePreview {
  std::vector<PreviewRow> rows;  // in the file's order, of the chosen account
  std::size_t other_account = 0;
  std::size_t count(RowStanding standing) const;
};

// The payments of an agreement as a bank would tell them: what moved money, and stands.
std::vector<KnownPayment> known_payments(const Book& book, DocumentId agreement);

// The endings of the accounts that a file is about, in its order; empty when it names none.
std::vector<std::string> accounts_in(const Statement& statement);

// `account`: of accounts_in(); empty: all.
FilePreview preview_file(const Statement& statement, std::string_view account, const Book& book,
                         const BookAgreement& agreement, const PayeeRules& rules, const RowNotes& notes, Date today);

// The payments to add, at most `most`: each sums to zero and is as its row says.
std::vector<RecordTransaction> payments_to_add(const FilePreview& preview, const Book& book,
                                               const BookAgreement& agreement, std::size_t most);

}  // namespace alongside::direct_payments
