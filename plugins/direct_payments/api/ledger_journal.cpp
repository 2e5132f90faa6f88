#include "plugins/direct_payments/api/ledger_journal.hpp"

#include "app/base/csv.hpp"
#include "app/server/feature.hpp"
#include "app/server/id_column.hpp"
#include "app/server/moment_text.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace alongside::direct_payments {
namespace {

// "-1234.50": no sign of a currency and no commas, so that every program reads the same number.
std::string plain_pounds(Money money) {
  const std::int64_t pence = money.pence();
  const std::int64_t size = pence < 0 ? -pence : pence;
  const std::string rest = std::to_string(size % 100);
  return (pence < 0 ? "-" : "") + std::to_string(size / 100) + (rest.size() == 1 ? ".0" : ".") + rest;
}

std::string_view kind_name(Account account) {
  constexpr std::string_view names[] = {"assets", "income", "equity", "expenses"};
  return names[static_cast<std::size_t>(kind_of(account))];
}

std::string words_of(const LedgerEntry& entry) { return entry.document ? entry.document->text : std::string("-"); }

// In a journal a semicolon begins a comment, and a bar divides who from what.
std::string journal_words(std::string text) {
  for (char& c : text) {
    if (c == ';' || c == '|') c = ',';
  }
  return text;
}

std::string tag(const char* name, const std::string& value) {
  return "    ; " + std::string(name) + ": " + value + "\n";
}

void write_entry(const LedgerEntry& entry, std::string& text) {
  text += entry.day.iso() + " * (" + entry.id.text().substr(0, 8) + ") " + journal_words(words_of(entry)) + "\n";
  text += tag("id", entry.id.text()) + tag("agreement", entry.agreement.text());
  if (entry.document) {
    const Transaction& document = *entry.document;
    text += tag("by", document.recorded_by.is_nil() ? "the council" : document.recorded_by.text());
    text += tag("at", server::moment_text(document.recorded_at_ms));
    if (!document.reverses.is_nil()) text += tag("reverses", document.reverses.text());
  }
  const std::string agreement = entry.agreement.text();
  for (const Posting& posting : entry.postings) {
    text += "    " + agreement + ":" + std::string(kind_name(posting.account)) + ":" +
            std::string(name_of(posting.account)) + "  " + plain_pounds(posting.amount) + " GBP\n";
  }
  text += "\n";
}

// The last four cells of a line: words, by, at, reverses.
std::string told_of(const Transaction& document) {
  const std::string by = document.recorded_by.is_nil() ? "the council" : document.recorded_by.text();
  const std::string reverses = document.reverses.is_nil() ? "" : document.reverses.text();
  return csv_cell(document.text) + "," + by + "," + server::moment_text(document.recorded_at_ms) + "," + reverses;
}

using Documents = std::map<DocumentId, Transaction>;

Result<Documents> read_documents(const server::FeatureContext& context) {
  Documents documents;
  for (const auto& document : ALONGSIDE_TRY(context.documents.all_by_council(Transaction::schema.id)))
    documents.emplace(document.id, ALONGSIDE_TRY(wire::decode_payload<Transaction>(document.content)));
  return documents;
}

}  // namespace

Result<std::vector<LedgerEntry>> read_ledger(const server::FeatureContext& context,
                                             const std::optional<DocumentId>& agreement) {
  const Documents documents = ALONGSIDE_TRY(read_documents(context));
  auto select = ALONGSIDE_TRY(
      context.database.prepare("SELECT household, agreement, payment, day, account, pence FROM direct_payments_line"
                               " ORDER BY household, agreement, payment, line"));
  std::vector<LedgerEntry> entries;
  while (ALONGSIDE_TRY(select.step()) == server::Step::Row) {
    const auto id = server::column_id<DocumentId>(select, 2);
    const auto of = server::column_id<DocumentId>(select, 1);
    if (agreement && of != *agreement) continue;
    if (entries.empty() || entries.back().id != id || entries.back().agreement != of) {
      entries.push_back({server::column_id<HouseholdId>(select, 0),
                         of,
                         id,
                         Date(static_cast<std::int32_t>(select.column_integer(3))),
                         {},
                         {}});
      const auto document = documents.find(id);
      if (document != documents.end()) entries.back().document = document->second;
    }
    const auto account = static_cast<Account>(select.column_integer(4));
    if (select.column_integer(4) >= static_cast<std::int64_t>(account_count))
      return Error{ErrorCode::Internal, "a line has an account that we do not know: council-api ledger check"};
    entries.back().postings.push_back({account, ALONGSIDE_TRY(Money::from_pence(select.column_integer(5)))});
  }
  std::sort(entries.begin(), entries.end(), [](const LedgerEntry& a, const LedgerEntry& b) {
    return std::tie(a.agreement, a.day, a.id) < std::tie(b.agreement, b.day, b.id);
  });
  return entries;
}

std::string as_journal(std::span<const LedgerEntry> entries) {
  std::string text = "; Direct payments as double entry. Each transaction sums to zero.\n\n";
  for (const LedgerEntry& entry : entries) write_entry(entry, text);
  return text;
}

std::string as_csv(std::span<const LedgerEntry> entries) {
  std::string text = "agreement,day,transaction,account,kind,pounds,words,by,at,reverses\r\n";
  for (const LedgerEntry& entry : entries) {
    const std::string before = entry.agreement.text() + "," + entry.day.iso() + "," + entry.id.text() + ",";
    const std::string after = entry.document ? told_of(*entry.document) : std::string(",,,");
    for (const Posting& posting : entry.postings) {
      text += before + std::string(name_of(posting.account)) + "," + std::string(kind_name(posting.account)) + "," +
              plain_pounds(posting.amount) + "," + after + "\r\n";
    }
  }
  return text;
}

}  // namespace alongside::direct_payments
