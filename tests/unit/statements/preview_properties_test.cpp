// What must hold for every file, every answer and every order of both, tried on random ones (rapidcheck): no payment is
// made or lost by what a person says, no file is in twice, and a period that was sent never changes.
#include "plugins/direct_payments/model/statement/bank_line.hpp"
#include "plugins/direct_payments/model/statement/file_preview.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"
#include "tests/unit/statements/statement_sample.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <set>
#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;

namespace {

const Date latest = day_of("2026-11-29");

struct Device {
  Book book = sample_book();
  PayeeRules rules;
  RowNotes notes;
  std::uint32_t last = 100;

  FilePreview preview(const Statement& file) const {
    return preview_file(file, {}, book, book.agreements.front(), rules, notes, latest);
  }
  void put(Transaction transaction) {
    book.entries.push_back({transaction_number(++last), std::move(transaction), {}, {}});
  }
  // The first `most` of what is new, as when the device stops in the middle.
  std::size_t add(const Statement& file, std::size_t most) {
    const auto payments = payments_to_add(preview(file), book, book.agreements.front(), most);
    for (const RecordTransaction& payment : payments) {
      Transaction transaction;
      transaction.agreement = agreement_id;
      transaction.day = payment.day;
      transaction.postings = payment.postings;
      transaction.text = payment.text;
      transaction.bank = payment.bank;
      put(std::move(transaction));
    }
    return payments.size();
  }
  std::int64_t in_account() const { return balance(Account::Bank, book.ledger()); }
};

// Few days, amounts and names, so that many are alike.
rc::Gen<Statement> any_file() {
  return rc::gen::exec([] {
    Statement file;
    const int count = *rc::gen::inRange(0, 14);
    for (int i = 0; i < count; ++i) {
      StatementRow row = payment("2026-11-04", 0, *rc::gen::element<std::string>("NM TAXIS", "SWIM CLUB", ""));
      row.day = Date(row.day.days() + *rc::gen::inRange(0, 8));
      row.amount = Money::of_known(*rc::gen::element<std::int64_t>(-1000, -850, 850));
      StatementLine line;
      line.line = static_cast<std::uint32_t>(i + 1);
      line.row = row;
      file.lines.push_back(std::move(line));
    }
    return file;
  });
}

RowNote any_answer(const Device& device) {
  RowNote note;
  note.choice = *rc::gen::element(RowChoice::Counts, RowChoice::SameAs, RowChoice::NotOurs);
  note.category = *rc::gen::element(Account::Travel, Account::Activities, Account::RepaidToCouncil);
  note.transaction = device.book.entries[*rc::gen::inRange<std::size_t>(0, device.book.entries.size())].id;
  return note;
}

enum class Answers { None, Any };

// Payments typed by hand, files added in pieces, answers in between, in any order.
Device any_history(const Statement& file, Answers answers = Answers::Any) {
  Device device;
  for (int steps = *rc::gen::inRange(0, 10); steps > 0; --steps) {
    const int step = *rc::gen::inRange(0, answers == Answers::Any ? 3 : 2);
    const FilePreview preview = device.preview(file);
    if (step == 0) device.put(spend_of(*rc::gen::element(1000, 850), "2026-11-07", "By hand"));
    if (step == 1) device.add(file, *rc::gen::inRange<std::size_t>(0, 4));
    if (step != 2 || preview.rows.empty()) continue;
    RowNote note = any_answer(device);
    note.line = preview.rows[*rc::gen::inRange<std::size_t>(0, preview.rows.size())].key;
    device.notes.say(note);
  }
  return device;
}

void always(const char* what, const auto& property) {
  CAPTURE(std::string(what));
  CHECK(rc::check(what, property));
}

}  // namespace

TEST_CASE(
    "whatever was typed, said and added before, adding a file changes the account by what is new, and again by 0") {
  always("adding is once", [] {
    const Statement file = *any_file();
    Device device = any_history(file);
    std::int64_t fresh = 0;
    for (const PreviewRow& row : device.preview(file).rows) {
      if (row.standing == RowStanding::New) fresh += row.row.amount.pence();
    }
    const std::int64_t before = device.in_account();
    device.add(file, 1000);
    RC_ASSERT(device.in_account() == before + fresh);
    RC_ASSERT(device.add(file, 1000) == 0u);
    for (const BookEntry& entry : device.book.entries) RC_ASSERT(!check_postings(entry.transaction.postings));
  });
}

TEST_CASE("added in pieces or at once, a file comes to the same") {
  always("pieces", [] {
    const Statement file = *any_file();
    Device device = any_history(file, Answers::None);
    Device whole = device;
    whole.add(file, 1000);
    while (device.add(file, *rc::gen::inRange<std::size_t>(1, 4)) > 0) {
    }
    RC_ASSERT(device.in_account() == whole.in_account());
    RC_ASSERT(device.book.entries.size() == whole.book.entries.size());
  });
}

TEST_CASE("every row has one standing, and no payment of the ledger stands for two rows") {
  always("one for one", [] {
    const Statement file = *any_file();
    const Device device = any_history(file);
    const FilePreview preview = device.preview(file);
    RC_ASSERT(preview.rows.size() == file.lines.size());
    std::set<DocumentId> stands;
    std::set<std::string> keys;
    for (const PreviewRow& row : preview.rows) {
      RC_ASSERT(keys.insert(row.key).second);
      if (row.standing == RowStanding::Have) RC_ASSERT(stands.insert(row.transaction).second);
    }
  });
}

TEST_CASE("no two lines of a bank's file in the ledger have one key, so that the council takes each") {
  always("keys", [] {
    const Statement file = *any_file();
    Device device = any_history(file);
    device.add(file, 1000);
    std::set<std::string> keys;
    for (const BookEntry& entry : device.book.entries) {
      if (entry.transaction.bank) RC_ASSERT(keys.insert(bank_line_key(entry.transaction)).second);
    }
  });
}

TEST_CASE("nothing dated in a sent period is ever new") {
  always("sent", [] {
    const Statement file = *any_file();
    Device device = any_history(file);
    Return sent;
    sent.agreement = agreement_id;
    sent.first = day_of("2026-11-02");
    sent.last = day_of("2026-11-08");
    sent.state = ReturnState::Sent;
    device.book.returns.push_back({transaction_number(7), {1, {}}, riley, sent, {}});
    for (const PreviewRow& row : device.preview(file).rows)
      RC_ASSERT(row.standing != RowStanding::New || row.row.day > sent.last);
  });
}
