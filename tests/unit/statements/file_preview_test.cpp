// What adding a bank's file would do, before and after a person has a say: nothing is lost, nothing is in twice, and
// what cannot be added says why.
#include "plugins/direct_payments/model/statement/file_preview.hpp"
#include "plugins/direct_payments/model/statement/bank_line.hpp"
#include "plugins/direct_payments/model/statement/read_statement.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;

namespace {

const Date today = day_of("2026-11-29");

Statement statement_of(std::string_view csv) { return std::get<Statement>(read_statement(csv)); }

constexpr std::string_view month =
    "Date,Description,Amount,Balance\n"
    "03/11/2026,NORTHMERE COUNCIL,312.00,312.00\n"
    "12/11/2026,NM TAXIS,-12.50,299.50\n"
    "14/11/2026,SWIM CLUB,-8.00,291.50\n"
    "14/11/2026,SWIM CLUB,-8.00,283.50\n"
    "20/11/2026,REFUND CLUB,4.00,287.50\n";

struct Desk {
  Book book = sample_book();
  PayeeRules rules;
  RowNotes notes;

  const BookAgreement& agreement() const { return book.agreements.front(); }
  FilePreview preview(std::string_view csv, std::string_view account = {}) const {
    return preview_file(statement_of(csv), account, book, agreement(), rules, notes, today);
  }
  // As the device does: each new payment is one more entry of the book.
  std::size_t add(std::string_view csv) {
    const auto payments = payments_to_add(preview(csv), book, agreement(), 1000);
    for (const RecordTransaction& payment : payments) {
      CHECK_FALSE(check_postings(payment.postings));
      Transaction transaction;
      transaction.agreement = agreement_id;
      transaction.day = payment.day;
      transaction.postings = payment.postings;
      transaction.text = payment.text;
      transaction.plan_item = payment.plan_item;
      transaction.bank = payment.bank;
      put(std::move(transaction));
    }
    return payments.size();
  }
  DocumentId put(Transaction transaction) {
    const auto id = id_number<DocumentId>(++last_);
    book.entries.push_back({id, std::move(transaction), {}, {}});
    return id;
  }
  std::uint8_t last_ = 100;
};

RowNote say(RowChoice choice, Account category = Account::OtherSpending) {
  RowNote note;
  note.choice = choice;
  note.category = category;
  return note;
}

void answer(Desk& desk, const PreviewRow& row, RowNote note) {
  note.line = row.key;
  desk.notes.say(std::move(note));
}

}  // namespace

TEST_CASE("a month is new, but for the council's own payment and for money that came in") {
  const Desk desk;
  const FilePreview preview = desk.preview(month);
  REQUIRE(preview.rows.size() == 5);
  CHECK(preview.rows[0].standing == RowStanding::Have);
  CHECK(preview.rows[0].reason == RowReason::OurPayment);
  CHECK(preview.count(RowStanding::New) == 3);
  CHECK(preview.rows[4].standing == RowStanding::Ask);
  CHECK(preview.rows[4].reason == RowReason::MoneyIn);
}

TEST_CASE("two payments that are alike are two, the same file again adds nothing, and one more adds one") {
  Desk desk;
  CHECK(desk.add(month) == 3);
  CHECK(desk.add(month) == 0);
  const std::string third = std::string(month) + "14/11/2026,SWIM CLUB,-8.00,279.50\n";
  CHECK(desk.add(third) == 1);
  CHECK(desk.add(third) == 0);
  CHECK(desk.book.entries.back().transaction.bank->ordinal == 2);
}

TEST_CASE("a file stopped in the middle goes on where it was") {
  Desk desk;
  const auto all = payments_to_add(desk.preview(month), desk.book, desk.agreement(), 1000);
  CHECK(payments_to_add(desk.preview(month), desk.book, desk.agreement(), 2).size() == 2);
  Transaction first;
  first.agreement = agreement_id;
  first.day = all[0].day;
  first.postings = all[0].postings;
  first.text = all[0].text;
  first.bank = all[0].bank;
  desk.put(first);
  CHECK(desk.add(month) == 2);
  CHECK(desk.add(month) == 0);
}

TEST_CASE("what a person says counts, is learned by nobody here, and is not asked again") {
  Desk desk;
  answer(desk, desk.preview(month).rows[4], say(RowChoice::Counts, Account::Activities));
  answer(desk, desk.preview(month).rows[1], say(RowChoice::NotOurs));
  CHECK(desk.preview(month).rows[1].standing == RowStanding::NotOurs);
  CHECK(desk.add(month) == 3);
  CHECK(desk.add(month) == 0);
  const Transaction& refund = desk.book.entries.back().transaction;
  CHECK(refund.postings[0] == Posting{Account::Activities, pence_of(-400)});
  CHECK(refund.postings[1] == Posting{Account::Bank, pence_of(400)});
}

TEST_CASE("a payment typed by hand is asked about, and stands for one row only when it is said to be the same") {
  Desk desk;
  const DocumentId typed = desk.put(spend_of(800, "2026-11-13", "Swimming"));
  FilePreview preview = desk.preview(month);
  CHECK(preview.rows[2].standing == RowStanding::Ask);
  CHECK(preview.rows[2].transaction == typed);
  CHECK(preview.rows[3].standing == RowStanding::New);
  RowNote same = say(RowChoice::SameAs);
  same.transaction = typed;
  answer(desk, preview.rows[3], same);  // the other one of the two
  preview = desk.preview(month);
  CHECK(preview.rows[3].standing == RowStanding::Have);
  CHECK(preview.rows[2].standing == RowStanding::New);
  answer(desk, preview.rows[2], same);  // both cannot be it
  preview = desk.preview(month);
  CHECK(preview.count(RowStanding::Have) == 2);
  CHECK(desk.add(month) == 2);
  CHECK(desk.add(month) == 0);
}

TEST_CASE("a payment that was taken back is offered again, and what was said to be the same as it is asked again") {
  Desk desk;
  CHECK(desk.add(month) == 3);
  desk.book.entries.reserve(desk.book.entries.size() + 1);
  BookEntry& entry = desk.book.entries[1];
  Transaction undone = reversal(entry.transaction, "not ours");
  undone.reverses = entry.id;
  entry.reversed_by = desk.put(undone);
  CHECK(desk.preview(month).count(RowStanding::New) == 1);
  CHECK(desk.add(month) == 1);
}

TEST_CASE("days of a sent return, from before the agreement and after today are told and not added") {
  Desk desk;
  Return sent;
  sent.agreement = agreement_id;
  sent.first = day_of("2026-11-02");
  sent.last = day_of("2026-11-13");
  sent.state = ReturnState::Sent;
  desk.book.returns.push_back({id_number<DocumentId>(90), {1, {}}, riley, sent, {}});
  const std::string wide = std::string(month) + "30/10/2026,EARLY,-1.00,278.50\n30/11/2026,LATE,-1.00,277.50\n";
  const FilePreview preview = desk.preview(wide);
  CHECK(preview.rows[1].standing == RowStanding::Closed);
  CHECK(preview.rows[5].reason == RowReason::Early);
  CHECK(preview.rows[6].reason == RowReason::Late);
  CHECK(preview.count(RowStanding::Outside) == 2);
  CHECK(desk.add(wide) == 2);
}

TEST_CASE("what was learned is suggested, and so is what is planned under that name") {
  Desk desk;
  desk.rules.learn("NM TAXIS", Account::Travel);
  PlanItem swim = sample_plan(800, 2);
  swim.name = "Swim Club";
  desk.book.plan.push_back({id_number<DocumentId>(50), {1, {}}, swim, {}});
  const FilePreview preview = desk.preview(month);
  CHECK(preview.rows[1].category == Account::Travel);
  CHECK(preview.rows[1].plan_item.is_nil());
  CHECK(preview.rows[2].plan_item == id_number<DocumentId>(50));
  CHECK(preview.rows[2].category == Account::Activities);
  const auto payments = payments_to_add(preview, desk.book, desk.agreement(), 10);
  CHECK(payments[1].plan_item == id_number<DocumentId>(50));
  CHECK(payments[1].service == swim.service);
}

TEST_CASE("of a file about two accounts only the chosen one is added, and the rest is counted") {
  const Desk desk;
  constexpr std::string_view two =
      "Date,Description,Amount,Account Number\n"
      "12/11/2026,NM TAXIS,-12.50,11112222\n"
      "12/11/2026,FOOD,-30.00,33334444\n";
  const Statement statement = statement_of(two);
  REQUIRE(accounts_in(statement) == std::vector<std::string>{"2222", "4444"});
  const FilePreview preview = desk.preview(two, "2222");
  CHECK(preview.rows.size() == 1);
  CHECK(preview.other_account == 1);
}

TEST_CASE("a line without words is a payment with a sign for its words, and is known again") {
  Desk desk;
  constexpr std::string_view silent = "Date,Description,Amount\n12/11/2026,,-12.50\n";
  CHECK(desk.add(silent) == 1);
  CHECK(is_fit_text(desk.book.entries.back().transaction.text));
  CHECK(desk.add(silent) == 0);
}

TEST_CASE("a note of the bank that no bank would write is refused") {
  Transaction transaction = spend_of(800, "2026-11-14");
  CHECK_FALSE(check_bank_note(transaction));
  transaction.bank = BankNote{"FIT-1", pence_of(1), 3};
  CHECK_FALSE(check_bank_note(transaction));
  transaction.bank->bank_id = "a\nb";
  CHECK(check_bank_note(transaction) == LedgerFault::BadText);
  transaction.bank->bank_id = std::string(201, 'a');
  CHECK(check_bank_note(transaction) == LedgerFault::BadText);
  transaction.bank->bank_id.clear();
  transaction.bank->ordinal = BankNote::most_alike;
  CHECK(check_bank_note(transaction) == LedgerFault::BadUnits);
}

TEST_CASE("the notes of a person keep the last that was said, and the oldest go first") {
  RowNotes notes;
  for (std::size_t i = 0; i <= RowNotes::most_notes; ++i) {
    RowNote note = say(RowChoice::NotOurs);
    note.line = std::to_string(i);
    notes.say(note);
  }
  CHECK(notes.notes.size() == RowNotes::most_notes);
  CHECK(notes.find("0") == nullptr);
  RowNote again = say(RowChoice::Counts, Account::Travel);
  again.line = "7";
  notes.say(again);
  CHECK(notes.find("7")->category == Account::Travel);
  notes.unsay("7");
  CHECK(notes.find("7") == nullptr);
}
