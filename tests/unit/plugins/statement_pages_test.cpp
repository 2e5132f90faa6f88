// The screen on which a bank's file is added: choosing it, what each line is, putting rows right, adding them once, and
// the bank's balance.
#include "app/plugin_api/saving.hpp"
#include "app/ui/ui.hpp"
#include "plugins/direct_payments/pages/statement/statement_page.hpp"
#include "plugins/statements/words.hpp"
#include "tests/support/page_screen.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"
#include "tests/unit/plugins/offer_sample.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;
using ui::Role;

namespace {

constexpr std::string_view november =
    "Date,Description,Amount,Balance\n"
    "03/11/2026,NORTHMERE COUNCIL,312.00,312.00\n"
    "12/11/2026,NM TAXIS,-12.50,299.50\n"
    "14/11/2026,SWIM CLUB,-8.00,291.50\n"
    "x,BROKEN,-1.00,290.50\n"
    "20/11/2026,REFUND CLUB,4.00,294.50\n";

struct StatementScreen : PageScreen {
  BookStore store{host};
  StatementDesk desk{host};
  std::unique_ptr<StatementPage> page;

  StatementScreen() : PageScreen(statements_words, sample_council()) {
    host.set_today(day_of("2026-11-29"));
    host.session_.person = sam;
    host.session_.name = "Sam Ashford";
    host.session_.children = {{riley, "Riley", wire::FamilyRole::Parent, {}}};
    host.records_.put(agreement_id, riley, sam, wire::Facet::Money, sample_agreement());
    host.records_.put(id_number<DocumentId>(1), riley, sam, wire::Facet::Money, council_payment(31200, "2026-11-02"));
    open();
  }
  void open() {
    page = std::make_unique<StatementPage>(host, store, desk);
    page->opened(Route::parse("/money/statement"));
    draw();
  }
  void draw() { PageScreen::draw(*page); }
  void choose(std::string_view bytes, std::string_view name = "november.csv") {
    pick(name);
    host.reading.back().reply(Bytes(bytes.begin(), bytes.end()));
    draw();
  }
  void pick(std::string_view name) {
    harness.push({harness.find(Role::FileField, "Your bank's file").id, ui::ActionKind::SetValue,
                  "file-1\n" + std::string(name)});
    draw();
  }
  void press(std::string_view button) {
    harness.activate(harness.find(Role::Button, button));
    draw();
    draw();
  }
  void answer(std::string_view what, std::string_view value) {
    harness.push({harness.find(Role::Select, "What is this? " + std::string(what)).id, ui::ActionKind::SetValue,
                  std::string(value)});
    draw();
    draw();
  }
  void kept() {
    host.records_.finish_saves();
    draw();
  }
  bool says(std::string_view text) const {
    return harness.has(Role::Paragraph, text) || harness.has(Role::Status, text);
  }
  std::string error() const { return harness.find(Role::FileField, "Your bank's file").error; }
  std::size_t saved() const { return host.records_.saved.size(); }
};

}  // namespace

TEST_CASE("who may only look at the money is told so, and is asked for no file") {
  for (const auto level : {wire::ShareLevel::See, wire::ShareLevel::Change}) {
    StatementScreen screen;
    screen.host.session_.person = jo;
    screen.host.session_.people = {{sam, "Sam Ashford", {{riley.id, wire::Facet::Money, level}}, {}}};
    screen.draw();
    const bool may_write = level == wire::ShareLevel::Change;
    CHECK(screen.harness.has(Role::FileField, "Your bank's file") == may_write);
    CHECK(screen.harness.has(Role::Paragraph,
                             "This is Sam Ashford's money. You may look at it, and only they can change it.") ==
          !may_write);
  }
}

TEST_CASE("a file is read on the device, and every line of it is accounted for") {
  StatementScreen screen;
  screen.pick("november.csv");
  CHECK(screen.says("Reading your file\u2026"));
  CHECK(screen.host.reading.back().token == "file-1");
  CHECK(screen.host.reading.back().most_bytes == Statement::most_bytes);
  screen.choose(november);
  CHECK(screen.harness.has(Role::Heading, "november.csv"));
  CHECK(screen.harness.has(Role::Table, "The 6 lines of the file"));
  CHECK(screen.says("Line 5: the day cannot be read"));
  CHECK(screen.says("x,BROKEN,-1.00,290.50"));
  CHECK(screen.harness.has(Role::Button, "Add 2 payments"));
  CHECK(screen.says("We still ask you about 1 payment. It is not added until you choose."));
  CHECK(screen.saved() == 0);
  CHECK(screen.host.asked.empty());
}

TEST_CASE("rows are put right in place, the payments become changes once, and nothing else of the file is kept") {
  StatementScreen screen;
  screen.choose(november);
  screen.answer("REFUND CLUB, \u00a34.00 came in", "activities");
  screen.press("Put right: NM TAXIS, \u00a312.50 paid");
  screen.answer("NM TAXIS, \u00a312.50 paid", "travel");
  screen.press("Add 3 payments");
  REQUIRE(screen.saved() == 3);
  CHECK_FALSE(screen.harness.has(Role::Button, "Add 3 payments"));  // a second press finds nothing
  screen.kept();
  CHECK(screen.says("3 payments are saved on this device. They go to the council by themselves."));
  CHECK(screen.says("There is nothing new to add."));
  CHECK(screen.harness.focused() == screen.harness.find(Role::Link, "See your money").id);
  const auto taxi = screen.host.records_.payload<RecordTransaction>(0);
  CHECK(taxi.postings[0] == Posting{Account::Travel, pence_of(1250)});
  CHECK(taxi.bank == BankNote{"", pence_of(29950), 0});
  const auto refund = screen.host.records_.payload<RecordTransaction>(2);
  CHECK(refund.postings[0] == Posting{Account::Activities, pence_of(-400)});
  screen.choose(november);
  CHECK(screen.says("There is nothing new to add."));
  CHECK(screen.saved() == 3);
}

TEST_CASE("what was put right is known when the next file comes, also after the application was closed") {
  StatementScreen screen;
  screen.choose(november);
  screen.press("Put right: NM TAXIS, \u00a312.50 paid");
  screen.answer("NM TAXIS, \u00a312.50 paid", "travel");
  screen.press("Put right: SWIM CLUB, \u00a38.00 paid");
  screen.answer("SWIM CLUB, \u00a38.00 paid", "not_ours");
  CHECK(screen.harness.has(Role::Button, "Add 1 payment"));
  StatementScreen later;
  later.host.records_.drafts = screen.host.records_.drafts;
  later.choose(
      "Date,Description,Amount,Balance\n14/11/2026,SWIM CLUB,-8.00,291.50\n27/11/2026,NM TAXIS,-6.00,285.50\n");
  later.press("Add 1 payment");
  REQUIRE(later.saved() == 1);
  CHECK(later.host.records_.payload<RecordTransaction>(0).postings[0] == Posting{Account::Travel, pence_of(600)});
}

TEST_CASE("a payment that somebody typed can be said to be the same, and is in once") {
  StatementScreen screen;
  screen.host.records_.put(id_number<DocumentId>(2), riley, sam, wire::Facet::Money,
                           spend_of(1250, "2026-11-11", "Bus"));
  screen.choose(november);
  CHECK(screen.says("Somebody wrote down this amount near that day. It may be: Bus, Wednesday 11 November"));
  screen.answer("NM TAXIS, \u00a312.50 paid", "same:" + id_number<DocumentId>(2).text());
  CHECK(screen.harness.has(Role::Button, "Add 1 payment"));
  screen.answer("NM TAXIS, \u00a312.50 paid", "travel");
  CHECK(screen.harness.has(Role::Button, "Add 2 payments"));
}

TEST_CASE("a device without room says so, and the rest can be added again") {
  StatementScreen screen;
  screen.choose(november);
  screen.press("Add 2 payments");
  screen.host.records_.fail_saves(ErrorCode::TooLarge);
  screen.draw();
  CHECK(screen.says(
      "This device could not save it. What you wrote is still here. Make some room on the device and try again."));
  CHECK(screen.harness.has(Role::Button, "Add 2 payments"));
}

TEST_CASE("the bank's balance is held beside ours, before and after the payments are in") {
  StatementScreen screen;
  screen.choose(november);
  CHECK(screen.harness.has(Role::Table, "At the end of Friday 20 November"));
  CHECK(screen.says("Your bank has \u00a33.00 more than is written here."));
  CHECK_FALSE(
      screen.says("They were \u00a3312.00 apart already before Tuesday 3 November, the first day of this file."));
  screen.answer("REFUND CLUB, \u00a34.00 came in", "activities");
  CHECK(screen.says("Your bank has \u00a31.00 less than is written here."));  // the broken line
  screen.choose("Date,Description,Amount\n12/11/2026,NM TAXIS,-12.50\n");
  const std::string closing = "How much does your bank say there was at the end of Thursday 12 November?";
  screen.harness.type(screen.harness.find(Role::TextField, closing), "299,50");
  screen.draw();
  CHECK(screen.harness.find(Role::TextField, closing).error == "Enter it in pounds and pence, like 291.50");
  screen.harness.type(screen.harness.find(Role::TextField, closing), "\u00a3299.50");
  screen.draw();
  screen.draw();
  CHECK(screen.says("They agree to the penny."));
}

TEST_CASE("what is no bank's file is refused in words, and nothing of it is shown") {
  StatementScreen screen;
  screen.choose("%PDF-1.7 and more");
  CHECK(screen.error() == "This is a PDF, which is made for paper. Ask your bank for a CSV file instead.");
  screen.choose("PK\x03\x04 and more");
  CHECK(screen.error() == "This is a spreadsheet or a ZIP file. Save it as CSV first.");
  screen.choose("");
  CHECK(screen.error() == "This file is empty. Download it again.");
  screen.choose("hello, what is this?\n");
  CHECK(screen.error() == "We cannot find the days and amounts in this file. Is it your bank's own list of payments?");
  screen.pick("huge.csv");
  screen.host.reading.back().reply(Error{ErrorCode::TooLarge, "HTTP 413"});
  screen.draw();
  CHECK(screen.error() == "This file is larger than 8 MB. Download fewer months at once.");
  screen.pick("gone.csv");
  screen.host.reading.back().reply(Error{ErrorCode::Offline, "no answer"});
  screen.draw();
  CHECK(screen.error() == "We could not open this file. Choose it once more.");
  CHECK(screen.harness.count(Role::Table) == 0);
  CHECK(screen.saved() == 0);
}

TEST_CASE("the answer of a file that was chosen before another is let go of") {
  StatementScreen screen;
  screen.pick("first.csv");
  screen.pick("second.csv");
  const std::string_view text = "%PDF";
  screen.host.reading.front().reply(Bytes(text.begin(), text.end()));
  screen.draw();
  CHECK(screen.error().empty());
  CHECK(screen.says("Reading your file\u2026"));
}

TEST_CASE("days of a sent return are told and not added") {
  StatementScreen screen;
  Return sent;
  sent.agreement = agreement_id;
  sent.first = day_of("2026-11-02");
  sent.last = day_of("2026-11-29");
  sent.state = ReturnState::Sent;
  sent.editions.emplace_back();
  screen.host.records_.put(id_number<DocumentId>(70), riley, sam, wire::Facet::Money, sent);
  screen.choose(november);
  CHECK(screen.says("There is nothing new to add."));
  screen.press("4 payments that are not added again");
  CHECK(screen.says("The return of that day is with us. Ask us to open it again if this payment is missing from it."));
  CHECK(screen.says("This is our payment to you. We put it in ourselves."));
}

TEST_CASE("of two accounts in one file a person chooses which, and the other is counted") {
  StatementScreen screen;
  screen.choose(
      "Date,Description,Amount,Account Number\n12/11/2026,NM TAXIS,-12.50,11112222\n"
      "13/11/2026,FOOD,-30.00,33334444\n13/11/2026,TEA,-3.00,33334444\n");
  CHECK(screen.harness.has(Role::Button, "Add 1 payment"));
  screen.harness.activate(screen.harness.find(Role::Radio, "The one that ends in 4444"));
  screen.draw();
  screen.draw();
  CHECK(screen.harness.has(Role::Button, "Add 2 payments"));
}

TEST_CASE("a long file is shown in parts, and added whole") {
  std::string long_file = "Date,Description,Amount\n";
  for (int i = 0; i < 60; ++i)
    long_file += "1" + std::to_string(i % 10) + "/11/2026,SHOP " + std::to_string(i) + ",-1.00\n";
  StatementScreen screen;
  screen.choose(long_file);
  CHECK(screen.harness.has(Role::Button, "Show 40 more"));
  screen.press("Show 40 more");
  CHECK(screen.harness.has(Role::Button, "Show 20 more"));
  screen.press("Add 60 payments");
  CHECK(screen.saved() == 60);
}

TEST_CASE("nobody is asked to choose a file before they have signed in, or without an agreement") {
  StatementScreen screen;
  screen.host.session_.person = {};
  screen.open();
  CHECK(screen.harness.count(Role::FileField) == 0);
  screen.host.session_.person = sam;
  screen.host.records_.remove(agreement_id);
  screen.open();
  CHECK(screen.harness.count(Role::FileField) == 0);
}
