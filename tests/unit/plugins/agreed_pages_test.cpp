// The screen of what is agreed, as somebody finds it by role and name: how much, what changes and why, how to disagree,
// the move at 18, and money that is to be moved over.
#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "plugins/agreed/words.hpp"
#include "plugins/direct_payments/pages/agreed/agreement_page.hpp"
#include "plugins/direct_payments/pages/money_page.hpp"
#include "plugins/direct_payments/pages/spending/question_store.hpp"
#include "plugins/direct_payments/words.hpp"
#include "tests/support/page_screen.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"
#include "tests/unit/plugins/offer_sample.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string_view>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;
using ui::Role;

namespace {

AgreementTerms terms_from(const char* day, std::int64_t pence) {
  AgreementTerms terms;
  terms.from = day_of(day);
  terms.per_period = pence_of(pence);
  return terms;
}

AgreementNotice letter(std::uint16_t number, NoticeKind kind, const char* from) {
  AgreementNotice letter;
  letter.agreement = agreement_id;
  letter.number = number;
  letter.kind = kind;
  letter.day = day_of("2026-11-22");
  letter.from = day_of(from);
  letter.officer = "R. Marsh";
  letter.before = terms_from("2026-11-02", 31200);
  letter.after = terms_from(from, 34000);
  letter.reason = {"Rates went up.", "Cododd y cyfraddau."};
  letter.usual_days = 28;
  letter.disagree = {{"Ask us to look again.", "Gofynnwch i ni edrych eto."}};
  return letter;
}

struct AgreedScreen : PageScreen {
  BookStore store{host};
  RulesReader rules{host};
  Agreement agreement = sample_agreement();
  std::unique_ptr<AgreementPage> page;

  AgreedScreen() : PageScreen(agreed_words, sample_council()) {
    host.set_today(day_of("2026-11-23"));
    host.session_.person = sam;
    host.session_.children = {{riley, "Riley", wire::FamilyRole::Parent, {}}};
    host.records_.put(id_number<DocumentId>(1), riley, sam, wire::Facet::Money, council_payment(31200, "2026-11-02"));
    Guide guide;
    guide.source = {{"Our guide", "Ein canllaw"}, day_of("2026-04-01")};
    guide.grown_up.happens = {{"The payment for a child ends.", "Mae'r taliad i blentyn yn dod i ben."}};
    guide.grown_up.to_do = {{"Ask for an assessment.", "Gofynnwch am asesiad."}};
    host.records_.keep_draft("direct_payments.guide", wire::encode_frame(guide), {});
  }
  void put(std::uint8_t number, const AgreementNotice& letter) {
    host.records_.put(id_number<DocumentId>(number), riley, sam, wire::Facet::Money, letter);
  }
  void open() {
    host.records_.put(agreement_id, riley, sam, wire::Facet::Money, agreement);
    page = std::make_unique<AgreementPage>(host, store, rules);
    page->opened(Route::parse("/money/agreement"));
    draw();
  }
  void draw() { PageScreen::draw(*page); }
  bool says(std::string_view text) const {
    return harness.has(Role::Paragraph, text) || harness.has(Role::Status, text);
  }
};

}  // namespace

TEST_CASE("it says how much is paid and how often, since when, and who keeps it") {
  AgreedScreen screen;
  screen.open();
  CHECK(screen.harness.has(Role::Heading, "£312.00 every 4 weeks"));
  CHECK(screen.harness.has(Role::Definition, "in your own bank account"));
  CHECK(screen.harness.has(Role::Definition, "Our letter, 19 October 2026"));
  CHECK_FALSE(screen.harness.has(Role::Heading, "What we wrote to you"));
  CHECK_FALSE(screen.harness.has(Role::Heading, "The move at 18"));
  CHECK_FALSE(screen.harness.has(Role::Heading, "Money to move over"));
}

TEST_CASE("what changes stands there with its day, its reason, who decided it and how to disagree") {
  AgreedScreen screen;
  screen.agreement.later = {terms_from("2026-12-28", 34000)};
  screen.put(40, letter(1, NoticeKind::Amended, "2026-12-28"));
  screen.open();
  CHECK(screen.says("From 28 December 2026: £340.00 every 4 weeks"));
  CHECK(screen.harness.has(Role::Heading, "Your payment changes on 28 December 2026"));
  CHECK(screen.says("Until then: £312.00 every 4 weeks. From then on: £340.00 every 4 weeks."));
  CHECK(screen.says("Rates went up."));
  CHECK(screen.says("Decided by R. Marsh. We wrote this on 22 November 2026."));
  CHECK(screen.harness.has(Role::Heading, "If you do not agree"));
  CHECK(screen.says("Ask us to look again."));
}

TEST_CASE("what the money is for, and what was answered before it was spent, stand with what is agreed") {
  AgreedScreen screen;
  AgreedWords agreed;
  agreed.agreement = agreement_id;
  agreed.outcomes = {{1, {"Riley swims", ""}, {}}};
  agreed.rules = {{SpendVerdict::Yes, {"A trike up to £400", ""}, {}, {}, {}}};
  agreed.source = {"Riley's plan", ""};
  agreed.source_date = day_of("2026-10-12");
  screen.host.records_.put(agreed_words_id(agreement_id), riley, sam, wire::Facet::Money, agreed);
  SpendQuestion question;
  question.agreement = agreement_id;
  question.what = "A tent";
  question.answers = {{day_of("2026-11-05"), "R. Marsh", SpendReply::YesIf, {"If you share it.", ""}, {}}};
  screen.host.records_.put(id_number<DocumentId>(60), riley, sam, wire::Facet::Money, question);
  screen.open();
  CHECK(screen.says("Riley swims"));
  CHECK(screen.says("A trike up to £400"));
  CHECK(screen.says("Riley's plan, 12 October 2026"));
  CHECK(screen.harness.has(Role::Heading, "What we answered you in writing"));
  CHECK(screen.says("If you share it."));
}

TEST_CASE("a stop says which return is the last and what becomes of the money; notice that is short says so") {
  AgreedScreen screen;
  AgreementNotice stop = letter(2, NoticeKind::Stopped, "2026-11-29");
  stop.short_because = {"You asked for it.", "Gofynnoch amdano."};
  stop.last_return = LastReturn{day_of("2026-11-02"), day_of("2026-11-29"), day_of("2026-12-27")};
  stop.money_left = {"Pay what you owe first.", "Talwch yn gyntaf."};
  screen.agreement.ends = stop.from;
  screen.put(40, stop);
  screen.put(41, letter(1, NoticeKind::Created, "2026-11-02"));
  screen.open();
  CHECK(screen.says("Your last return is for 2 November 2026 to 29 November 2026. Send it by 27 December 2026."));
  CHECK(screen.says("Pay what you owe first."));
  CHECK(screen.says("We tell you 7 days before. We usually tell you 28 days before. It is sooner this time because:"));
  CHECK(screen.says("You asked for it."));
  CHECK(screen.harness.find(Role::Link, "Your returns").href == "/money/returns");
  const auto headings = screen.harness.names(Role::Heading);
  const auto stopped = std::ranges::find(headings, "Your payment ends on 29 November 2026");
  const auto created = std::ranges::find(headings, "Your payment starts on 2 November 2026");
  REQUIRE(created != headings.end());
  CHECK(stopped < created);  // the newest stands first
}

TEST_CASE("two years before the 18th birthday it says what happens then and what to do, in the council's words") {
  AgreedScreen screen;
  screen.agreement.grown_up = day_of("2028-03-09");
  screen.open();
  CHECK(screen.harness.has(Role::Heading, "The move at 18"));
  CHECK(screen.says("Riley is 18 on 9 March 2028. From then on the rules for adults hold."));
  CHECK(screen.says("The payment for a child ends."));
  CHECK(screen.says("Ask for an assessment."));
  CHECK(screen.harness.find(Role::Link, "More about growing up").href == "/growing-up");
}

TEST_CASE("once somebody else keeps the money, what is still there is moved over by one button, and back") {
  AgreedScreen screen;
  AgreementTerms managed = terms_from("2026-11-20", 31200);
  managed.account = Account::ManagedAccount;
  screen.agreement.later = {managed};
  AgreementNotice handed = letter(1, NoticeKind::Amended, "2026-11-20");
  handed.keeper = "Own Purse";
  screen.put(40, handed);
  screen.open();
  CHECK(screen.says("£312.00 is still in your own bank account."));
  screen.harness.activate(screen.harness.find(Role::Button, "£312.00 is moved over"));
  screen.draw();
  REQUIRE(screen.host.records_.saved.size() == 1);
  const auto moved = screen.host.records_.payload<RecordTransaction>(0);
  CHECK(moved.postings ==
        std::vector<Posting>{{Account::ManagedAccount, pence_of(31200)}, {Account::Bank, pence_of(-31200)}});
  screen.host.records_.finish_saves();
  screen.draw();
  CHECK(screen.says("Saved on this device. It is moved over."));
  CHECK_FALSE(screen.harness.has(Role::Heading, "Money to move over"));
  CHECK(moved.text == "Moved over: kept by Own Purse, who keeps it for you");
}

TEST_CASE("who may only look is told whose money it is, and moves none of it") {
  AgreedScreen screen;
  AgreementTerms managed = terms_from("2026-11-20", 31200);
  managed.account = Account::ManagedAccount;
  screen.agreement.later = {managed};
  AgreementNotice handed = letter(1, NoticeKind::Amended, "2026-11-20");
  handed.keeper = "Own Purse";
  screen.put(40, handed);
  screen.host.session_.person = pat;
  screen.host.session_.people = {{sam, "Sam", {{riley.id, wire::Facet::Money, wire::ShareLevel::See}}, {}}};
  screen.open();
  CHECK(screen.says("This is Sam's money. You may look at it, and only they can change it."));
  CHECK(screen.harness.has(Role::Heading, "£312.00 every 4 weeks"));
  CHECK_FALSE(screen.harness.has(Role::Heading, "Money to move over"));
  screen.host.session_.people[0].lends[0].level = wire::ShareLevel::Change;
  screen.draw();
  CHECK(screen.harness.has(Role::Heading, "Money to move over"));
}

TEST_CASE("letters of another agreement, and of a newer edition, are not shown") {
  AgreedScreen screen;
  AgreementNotice other = letter(1, NoticeKind::Amended, "2026-12-28");
  other.agreement = id_number<DocumentId>(77);
  screen.put(40, other);
  screen.open();
  CHECK_FALSE(screen.harness.has(Role::Heading, "What we wrote to you"));
}

TEST_CASE("the first screen of money says what changes and when it ends, and leads to what is agreed") {
  PageScreen screen(direct_payments_words, sample_council());
  screen.host.set_today(day_of("2026-11-23"));
  screen.host.session_.person = sam;
  screen.host.session_.children = {{riley, "Riley", wire::FamilyRole::Parent, {}}};
  Agreement agreement = sample_agreement();
  agreement.later = {terms_from("2026-12-28", 34000)};
  agreement.ends = day_of("2027-03-21");
  agreement.grown_up = day_of("2028-03-09");
  screen.host.records_.put(agreement_id, riley, sam, wire::Facet::Money, agreement);
  MoneyStore store{screen.host};
  MoneyPage page{screen.host, store};
  page.opened(Route::parse("/money"));
  screen.draw(page);
  CHECK(screen.harness.has(Role::Paragraph, "From 28 December 2026 we pay £340.00 each time."));
  CHECK(screen.harness.has(Role::Paragraph, "This payment ends on 21 March 2027."));
  CHECK(screen.harness.has(Role::Paragraph, "The 18th birthday is on 9 March 2028. The payment changes then."));
  CHECK(screen.harness.find(Role::Link, "What is agreed, and what we wrote to you").href ==
        "/money/agreement?for=" + agreement_id.text());
}
