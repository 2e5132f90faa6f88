// Who may only look at somebody's money: no screen offers them what the council would refuse, neither planning, nor
// writing down, nor sending a return.
#include "app/plugin_api/intent_link.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/intents.hpp"
#include "plugins/direct_payments/pages/entry_page.hpp"
#include "plugins/direct_payments/pages/money_page.hpp"
#include "plugins/direct_payments/pages/planning/afford_page.hpp"
#include "plugins/direct_payments/pages/returns/return_page.hpp"
#include "plugins/direct_payments/pages/returns/returns_page.hpp"
#include "plugins/direct_payments/words.hpp"
#include "plugins/planning/words.hpp"
#include "plugins/returns/words.hpp"
#include "tests/support/page_screen.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"
#include "tests/unit/plugins/offer_sample.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;
using ui::Role;

namespace {

// Jo on a phone after the first period, with Sam's money about Riley, as much as Sam lends.
struct HelperScreen : PageScreen {
  MoneyStore store{host};

  HelperScreen(ui::WordTable words, wire::ShareLevel money, wire::ShareLevel plan,
               wire::FamilyRole role = wire::FamilyRole::Helper)
      : PageScreen(words, sample_council()) {
    harness.words().add(planning_words);
    host.set_today(day_of("2026-12-01"));
    host.session_.person = jo;
    host.session_.children = {{riley, "Riley", role, {}}};
    host.session_.people = {
        {sam, "Sam Ashford", {{riley.id, wire::Facet::Money, money}, {riley.id, wire::Facet::Plan, plan}}, {}}};
    host.records_.put(agreement_id, riley, sam, wire::Facet::Money, sample_agreement());
    host.records_.put(id_number<DocumentId>(1), riley, sam, wire::Facet::Money, council_payment(31200, "2026-11-30"));
    host.records_.put(id_number<DocumentId>(2), riley, sam, wire::Facet::Money, spend_of(1250, "2026-11-30", "Bus"));
    PlanItem item = sample_plan(800, 3);
    item.day = day_of("2026-11-30");
    host.records_.put(id_number<DocumentId>(50), riley, sam, wire::Facet::Plan, item);
  }
  template <class AnyPage>
  void show(AnyPage& page, const std::string& address) {
    page.opened(Route::parse(address));
    draw(page);
  }
  bool offers(std::string_view name) const { return harness.has(Role::Button, name) || harness.has(Role::Link, name); }
};

std::string afford_address() {
  wire::CostIntent cost;
  cost.service_name = "Saturday Swim Club";
  cost.amount = pence_of(800);
  return intent_link("/money/afford", wire::encode_frame(cost));
}

constexpr auto see = wire::ShareLevel::See;
constexpr auto change = wire::ShareLevel::Change;

}  // namespace

TEST_CASE("the first screen of money offers to write down and to take out only to whoever may") {
  for (const auto money : {see, change}) {
    for (const auto plan : {see, change}) {
      HelperScreen screen(direct_payments_words, money, plan);
      MoneyPage page(screen.host, screen.store);
      screen.show(page, "/money");
      CHECK(screen.offers("Take Saturday Swim Club out of the plan") == (plan == change));
      CHECK(screen.offers("I have paid for Saturday Swim Club") == (money == change));
    }
  }
}

TEST_CASE("whether the budget reaches is told to everybody, and put in the plan by who may plan") {
  for (const auto plan : {see, change}) {
    HelperScreen screen(direct_payments_words, change, plan);
    AffordPage page(screen.host, screen.store);
    screen.show(page, afford_address());
    CHECK(screen.harness.has(Role::Heading, "Can your budget pay for it?"));
    CHECK(screen.offers("Put it in the plan") == (plan == change));
  }
}

TEST_CASE("one payment takes no new receipt from who may only look, and is taken back by nobody of them") {
  HelperScreen screen(direct_payments_words, see, see);
  EntryPage page(screen.host, screen.store);
  screen.show(page, "/money/entry/" + id_number<DocumentId>(2).text());
  CHECK(screen.harness.has(Role::Heading, "Receipts"));
  CHECK_FALSE(screen.offers("Take or choose a photo"));
  CHECK_FALSE(screen.harness.has(Role::FileField, "Photo of the receipt"));
}

TEST_CASE(
    "a return is sent by who cares for the child: who helps or only looks reads its figures and declares nothing") {
  struct Case {
    wire::ShareLevel money;
    wire::FamilyRole role;
    bool may_send;
  };
  for (const Case& one : {Case{see, wire::FamilyRole::Helper, false}, Case{change, wire::FamilyRole::Helper, false},
                          Case{see, wire::FamilyRole::Parent, false}, Case{change, wire::FamilyRole::Parent, true}}) {
    CAPTURE(static_cast<int>(one.role));
    HelperScreen screen(returns_words, one.money, see, one.role);
    RulesReader rules(screen.host);
    ReturnsPage all(screen.host, screen.store, rules);
    screen.show(all, "/money/returns");
    CHECK(screen.offers("Start this return") == one.may_send);
    ReturnPage page(screen.host, screen.store, rules);
    screen.show(page, "/money/returns/" + return_id(agreement_id, day_of("2026-11-02")).text());
    CHECK(screen.offers("Next") == one.may_send);
    CHECK(screen.harness.has(Role::Paragraph,
                             "You may look at this return. Sending it is for the people whose money it is.") ==
          !one.may_send);
  }
}

TEST_CASE("the council's question is read by who may only look, and answered by who may send") {
  for (const auto role : {wire::FamilyRole::Helper, wire::FamilyRole::Parent}) {
    HelperScreen screen(returns_words, change, see, role);
    Return asked;
    asked.agreement = agreement_id;
    asked.first = day_of("2026-11-02");
    asked.last = day_of("2026-11-29");
    asked.state = ReturnState::Question;
    asked.editions.resize(1);
    asked.steps = {{day_of("2026-12-01"), {}, "R. Marsh", ReturnState::Question, {"What was the bus for?", ""}, {}}};
    screen.host.records_.put(return_id(agreement_id, asked.first), riley, sam, wire::Facet::Money, asked);
    RulesReader rules(screen.host);
    ReturnPage page(screen.host, screen.store, rules);
    screen.show(page, "/money/returns/" + return_id(agreement_id, asked.first).text());
    CHECK(screen.harness.has(Role::Paragraph, "What was the bus for?"));
    CHECK(screen.harness.has(Role::TextField, "What would you like to say?") == (role == wire::FamilyRole::Parent));
  }
}
