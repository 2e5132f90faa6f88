#include "app/plugin_api/saving.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/messages/intents.hpp"
#include "plugins/direct_payments/pages/entry_page.hpp"
#include "plugins/direct_payments/pages/money_page.hpp"
#include "plugins/direct_payments/pages/planning/afford_page.hpp"
#include "plugins/direct_payments/pages/summary_ui.hpp"
#include "tests/unit/plugins/money_screen.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;
using ui::Role;

namespace {

std::string afford_address(std::int64_t pence, std::string name = "Saturday Swim Club") {
  wire::CostIntent cost;
  cost.service = swim_club;
  cost.service_name = std::move(name);
  cost.amount = pence_of(pence);
  cost.unit = wire::CostUnit::Session;
  return intent_link("/money/afford", wire::encode_frame(cost));
}

}  // namespace

TEST_CASE("signed out, the money screen asks to sign in and comes back here") {
  MoneyScreen<MoneyPage> screen("/money", false);
  CHECK(screen.harness.find(Role::Link, "Sign in").href == "/signin?then=/money");
  CHECK_FALSE(screen.harness.has(Role::Heading, "Money left"));
}

TEST_CASE("signed in, the money left is told in words, as a bar and as a table") {
  MoneyScreen<MoneyPage> screen("/money");
  screen.add(2, spend_of(13150, "2026-11-21"));
  screen.plan(5, sample_plan(800, 3));
  screen.draw();
  CHECK(screen.says("£180.50 left until Sunday 29 November"));
  CHECK(screen.says("For Riley"));
  CHECK(screen.harness.has(Role::Table, "From Monday 2 November to Sunday 29 November"));
  for (const char* cell :
       {"Paid in", "£312.00", "Spent", "£131.50", "Left", "£180.50", "Planned", "£24.00", "Free to plan", "£156.50"}) {
    CAPTURE(cell);
    CHECK((screen.harness.has(Role::Cell, cell) || screen.harness.has(Role::RowHeader, cell)));
  }
  CHECK(screen.harness.has(Role::Progress, "£131.50 spent of £312"));
}

TEST_CASE("what was paid is listed with who did it and how far it has come, newest first") {
  MoneyScreen<MoneyPage> screen("/money");
  Transaction by_jo = spend_of(800, "2026-11-21", "Bus to the club");
  by_jo.recorded_by = jo;
  screen.add(2, by_jo);
  screen.draw();
  CHECK(screen.harness.has(Role::Link, "Bus to the club"));
  CHECK(screen.says("Saturday 21 November, by Jo Ashford"));
  CHECK(screen.says("Monday 2 November, by the council"));
  CHECK(screen.says("With the council"));
}

TEST_CASE("a change of this device is in the sums and says where it is") {
  MoneyScreen<MoneyPage> screen("/money");
  screen.host.records_.save(change_of(riley, record_of(spend_of(800, "2026-11-21"))), {});
  screen.draw();
  CHECK(screen.says("Saving…"));
  screen.kept();
  CHECK(screen.says("Saved on this device"));
  CHECK(screen.says("£304 left until Sunday 29 November"));
  screen.host.records_.set_state(0, ChangeState::Refused, "not_allowed");
  screen.draw();
  CHECK(screen.says("£312 left until Sunday 29 November"));
  CHECK(screen.says("Swim club, £8.00"));
  screen.press("I have read this: Swim club, £8.00");
  CHECK(screen.host.records_.dismissed.size() == 1);
}

TEST_CASE("a planned thing can be paid for or taken out, and the version that was seen goes with it") {
  MoneyScreen<MoneyPage> screen("/money");
  screen.host.records_.put(id_number<DocumentId>(5), riley, sam, wire::Facet::Plan, sample_plan(800, 3), 7);
  screen.draw();
  CHECK(screen.says("3 times £8.00, £24.00 in all"));
  CHECK(screen.harness.find(Role::Link, "I have paid for Saturday Swim Club").href ==
        "/money/spend?for=" + agreement_id.text() + "&plan=" + id_number<DocumentId>(5).text());
  screen.press("Take Saturday Swim Club out of the plan");
  REQUIRE(screen.host.records_.saved.size() == 1);
  CHECK(screen.host.records_.saved[0]->change.kind == RemovePlanItem::schema.id);
  CHECK(screen.host.records_.saved[0]->change.base.number == 7);
  screen.kept();
  CHECK(screen.host.announced.back() == "Saturday Swim Club is out of the plan.");
}

TEST_CASE("somebody without an agreement is told so and can still ask") {
  MoneyScreen<MoneyPage> screen("/money");
  screen.host.records_.remove(agreement_id);
  screen.draw();
  CHECK(screen.says("We do not see a direct payment for you here. If you have one, ring us and we will help."));
  CHECK(screen.harness.has(Role::Link, "Ring 01632 960123"));
}

TEST_CASE("can my budget pay: yes, only just and not in this period, with what is left after") {
  MoneyScreen<AffordPage> screen(afford_address(800));
  CHECK(screen.says("It costs £8 a session."));
  CHECK(screen.says("Yes"));
  CHECK(
      screen.says("It costs £8.00 in all. You would still have £304.00 that is not planned until Sunday 29 November."));
  screen.type("How many times?", "38");
  CHECK(screen.says("Only just"));
  screen.type("How many times?", "40");
  CHECK(screen.says("Not in this period"));
  CHECK(screen.says("It costs £320.00 in all. That is £8.00 more than you have free."));
  CHECK(screen.says("Your next payment comes on Monday 30 November."));
  screen.type("How many times?", "-1");
  CHECK(screen.harness.find(Role::TextField, "How many times?").error == "Enter how many times as a number, like 3");
  CHECK_FALSE(screen.harness.has(Role::Button, "Put it in the plan"));
}

TEST_CASE("putting it in the plan says saved only when the device has it, and leads on") {
  MoneyScreen<AffordPage> screen(afford_address(800));
  screen.type("How many times?", "3");
  screen.press("Put it in the plan");
  CHECK_FALSE(screen.says("Saved on this device. It is in your plan."));
  CHECK_FALSE(screen.harness.has(Role::Button, "Put it in the plan"));  // a second press makes no second item
  screen.kept();
  CHECK(screen.says("Saved on this device. It is in your plan."));
  const auto put = screen.host.records_.payload<PutPlanItem>(0);
  CHECK(put.item.units == 3);
  CHECK(put.item.unit_cost == pence_of(800));
  CHECK(put.item.service.text() == swim_club);
  CHECK(screen.harness.find(Role::Link, "I have paid for it").href ==
        "/money/spend?for=" + agreement_id.text() + "&plan=" + put.id.text());
}

TEST_CASE("a full device keeps the question and says what can be done") {
  MoneyScreen<AffordPage> screen(afford_address(800));
  screen.press("Put it in the plan");
  screen.host.records_.fail_saves(ErrorCode::TooLarge);
  screen.draw();
  CHECK(screen.says(
      "This device could not save it. What you wrote is still here. Make some room on the device and try again."));
  CHECK(screen.harness.has(Role::Button, "Put it in the plan"));
}

TEST_CASE("signed out, the cost is shown and signing in keeps it in the address") {
  const std::string address = afford_address(800);
  MoneyScreen<AffordPage> screen(address, false);
  CHECK(screen.says("It costs £8 a session."));
  const Route sign_in = Route::parse(screen.harness.find(Role::Link, "Sign in").href);
  CHECK(sign_in.value("then") == address);
}

TEST_CASE("a spoilt intent, or one that no short break could cost, is told kindly") {
  for (const std::string& address :
       {std::string("/money/afford"), std::string("/money/afford?intent=AAAA"), std::string("/money/afford?intent=%00"),
        afford_address(-1), afford_address(Transaction::most_pence + 1), afford_address(800, ""),
        afford_address(800, std::string(201, 'a'))}) {
    CAPTURE(address);
    MoneyScreen<AffordPage> screen(address);
    CHECK(screen.says("This link is not whole. Go back to the short break and choose the link again."));
    CHECK(screen.harness.count(Role::Button) == 0);
  }
}

TEST_CASE("one payment is told in full, and taken back with a reason, once") {
  MoneyScreen<EntryPage> screen("/money");
  screen.add(2, spend_of(800, "2026-11-21"));
  const std::string address = "/money/entry/" + id_number<DocumentId>(2).text();
  screen.open(address);
  CHECK(screen.harness.has(Role::Definition, "Swim club"));
  CHECK(screen.harness.has(Role::Definition, "£8.00"));
  screen.press("Take it back");
  CHECK(screen.harness.find(Role::TextField, "What was wrong?").error == "Write what was wrong, in a few words");
  screen.type("What was wrong?", "Paid twice");
  screen.open(address);  // typed, gone away, come back
  screen.press("Take it back");
  REQUIRE(screen.host.records_.saved.size() == 1);
  CHECK(screen.host.records_.payload<ReverseTransaction>(0).reason == "Paid twice");
  screen.kept();
  CHECK(screen.says("Saved on this device. It is taken back."));
  CHECK(screen.says("This was taken back: Paid twice"));
  CHECK_FALSE(screen.harness.has(Role::Button, "Take it back"));
  CHECK(screen.host.records_.drafts.empty());
}

TEST_CASE("what the council paid cannot be taken back here, and an unknown payment is told") {
  MoneyScreen<EntryPage> screen("/money/entry/" + id_number<DocumentId>(1).text());
  CHECK(screen.harness.has(Role::Definition, "The council's payment to you"));
  CHECK_FALSE(screen.harness.has(Role::Button, "Take it back"));
  for (const char* id : {"", "x", "00000000-0000-4000-8000-00000000ffff"}) {
    MoneyScreen<EntryPage> missing("/money/entry/" + std::string(id));
    CHECK(missing.says("This payment is not on this device. It may still be on its way."));
  }
}

TEST_CASE("the home page's summary says what is left, in both languages, and only when signed in") {
  MoneyScreen<MoneyPage> screen("/money");
  CHECK(has_summary(screen.store));
  const auto draw = [&](ui::Ui& ui) { summary_ui(ui, screen.store); };
  screen.harness.frame(draw);
  CHECK(screen.says("£312 left until Sunday 29 November"));
  screen.harness.words().use(ui::Language::Welsh);
  screen.harness.frame(draw);
  CHECK(screen.says("£312 ar ôl tan ddydd Sul 29 Tachwedd"));
  MoneyScreen<MoneyPage> nobody("/money", false);
  CHECK_FALSE(has_summary(nobody.store));
}

TEST_CASE("a spend for days whose return a co-carer sent meanwhile is told in words, and can move to today whole") {
  MoneyScreen<MoneyPage> screen("/money");
  RecordTransaction late = record_of(spend_of(800, "2026-11-20"));
  late.receipts = {id_number<DocumentId>(9)};
  screen.host.records_.save(change_of(riley, late), {});
  screen.kept();
  screen.host.records_.set_state(0, ChangeState::Conflict, "period_sent");
  screen.draw();
  CHECK(screen.says(
      "Somebody has sent us the return for that day. Nothing can be added to it now. You can put this under "
      "today, or ask us to open the return again."));
  screen.press("Put it under today: Swim club, £8.00");
  CHECK(screen.host.records_.saved.size() == 2);  // the old one goes only once the new one is kept
  screen.kept();
  REQUIRE(screen.host.records_.saved.size() == 1);
  const auto moved = screen.host.records_.payload<RecordTransaction>(0);
  CHECK(moved.day == day_of("2026-11-22"));
  CHECK(moved.text == "Swim club (20 11 2026)");
  CHECK(moved.receipts == late.receipts);
  CHECK_FALSE(screen.harness.has(Role::Heading, "These could not be done"));
}

TEST_CASE("when the device cannot keep the moved spend, the old one stays and the person is told") {
  MoneyScreen<MoneyPage> screen("/money");
  screen.host.records_.save(change_of(riley, record_of(spend_of(800, "2026-11-20"))), {});
  screen.kept();
  screen.host.records_.set_state(0, ChangeState::Conflict, "period_sent");
  screen.draw();
  screen.press("Put it under today: Swim club, £8.00");
  screen.host.records_.fail_saves(ErrorCode::Storage);
  screen.draw();
  CHECK(screen.host.records_.saved.size() == 1);
  CHECK(screen.host.records_.dismissed.empty());
  CHECK(screen.harness.has(Role::Heading, "These could not be done"));
}

TEST_CASE("a payment in a sent return cannot be taken back, and the screen says what can be done") {
  MoneyScreen<EntryPage> screen("/money/entry/" + id_number<DocumentId>(2).text());
  screen.add(2, spend_of(800, "2026-11-10"));
  Return one;
  SendReturn sent;
  sent.agreement = agreement_id;
  sent.first = day_of("2026-11-02");
  sent.last = day_of("2026-11-29");
  send(one, sent, jo, day_of("2026-11-30"));
  const DocumentId id = return_id(agreement_id, sent.first);
  screen.host.records_.put(id, riley, sam, wire::Facet::Money, one);
  screen.draw();
  CHECK(screen.says(
      "You sent us this payment in a return, so you cannot take it back here. If it is wrong, ask us to open "
      "the return again."));
  CHECK_FALSE(screen.harness.has(Role::Button, "Take it back"));
  one.state = ReturnState::Reopened;
  screen.host.records_.put(id, riley, sam, wire::Facet::Money, one, 2);
  screen.draw();
  CHECK(screen.harness.has(Role::Button, "Take it back"));
}

TEST_CASE("a young person who is paid themselves reads that it is their own money, and a parent for whom theirs is") {
  MoneyScreen<MoneyPage> screen("/money");
  CHECK(screen.says("For Riley"));
  screen.host.session_.children[0].role = wire::FamilyRole::YoungPerson;
  screen.host.records_.put(agreement_id, riley, sam, wire::Facet::Money, sample_agreement());
  screen.draw();
  CHECK(screen.says("This is your own money"));
  CHECK_FALSE(screen.says("For Riley"));
  screen.host.records_.put(agreement_id, riley, jo, wire::Facet::Money, sample_agreement());
  screen.draw();
  CHECK(screen.says("For Riley"));  // a parent's, which they were let see
}
