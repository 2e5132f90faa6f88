// The screen of the whole plan, as somebody finds it by role and name: lines by outcome, what comes again, committed
// against spent, adding, changing, ending and taking out; and what is offered to whom.
#include "app/ui/ui.hpp"
#include "plugins/direct_payments/pages/forecast/forecast_page.hpp"
#include "plugins/direct_payments/pages/planning/plan_page.hpp"
#include "plugins/forecast/words.hpp"
#include "plugins/planning/words.hpp"
#include "tests/support/page_screen.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"
#include "tests/unit/plugins/offer_sample.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string_view>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;
using ui::Role;

namespace {

const DocumentId swim_id = id_number<DocumentId>(50);

PlanItem weekly_swim() {
  PlanItem item = sample_plan(800, 1);
  item.name = "Swim club";
  item.planned_for = PlannedFor::Day;
  item.day = day_of("2026-11-07");
  PlanPattern pattern;
  pattern.every = PlanEvery::Week;
  pattern.outcome = 1;
  item.pattern = text_of(pattern);
  return item;
}

struct PlanScreen : PageScreen {
  BookStore store{host};
  std::unique_ptr<PlanPage> page;

  PlanScreen() : PageScreen(planning_words, sample_council()) {
    host.council_.school_holidays = {{{"Christmas", ""}, day_of("2026-12-19"), day_of("2027-01-03"), {}}};
    host.session_.person = sam;
    host.session_.children = {{riley, "Riley", wire::FamilyRole::Parent, {}}};
    Agreement agreement = sample_agreement();
    agreement.review = day_of("2027-04-30");
    host.records_.put(agreement_id, riley, sam, wire::Facet::Money, agreement);
    AgreedWords agreed;
    agreed.agreement = agreement_id;
    agreed.outcomes = {{1, {"Riley swims", "Mae Riley yn nofio"}, {}}, {2, {"Riley goes by bus", ""}, {}}};
    host.records_.put(agreed_words_id(agreement_id), riley, sam, wire::Facet::Money, agreed);
  }
  void swim() { host.records_.put(swim_id, riley, sam, wire::Facet::Plan, weekly_swim()); }
  void open() {
    page = std::make_unique<PlanPage>(host, store);
    page->opened(Route::parse("/money/plan"));
    draw();
  }
  void draw() { PageScreen::draw(*page); }
  void type(std::string_view field, std::string_view text) {
    harness.type(harness.find(Role::TextField, field), text);
    draw();
  }
  void press(std::string_view button) {
    harness.activate(harness.find(Role::Button, button));
    draw();
  }
  void choose(std::string_view radio) {
    harness.activate(harness.find(Role::Radio, radio));
    draw();
  }
  bool says(std::string_view text) const {
    return harness.has(Role::Paragraph, text) || harness.has(Role::Status, text);
  }
};

}  // namespace

TEST_CASE("lines stand under the outcome they are for, with how often they come and what is committed and spent") {
  PlanScreen screen;
  screen.swim();
  Transaction spend = spend_of(800, "2026-11-07");
  spend.plan_item = swim_id;
  screen.host.records_.put(id_number<DocumentId>(2), riley, sam, wire::Facet::Money, spend);
  screen.open();
  CHECK(screen.harness.has(Role::Heading, "Riley swims"));
  CHECK(screen.harness.has(Role::Heading, "Swim club"));
  CHECK(screen.says("£8.00 every week, from 7 November 2026"));
  CHECK(screen.says("In these weeks: £32.00 planned, £8.00 spent"));
  CHECK(screen.says("Nothing is planned for this yet."));
  CHECK(screen.harness.has(Role::Cell, "£24.00"));
  // Twenty-one Saturdays from the 5th of December on until the review, and what is left of the £32.00.
  CHECK(screen.says("£192.00 is still planned until Friday 30 April."));
}

TEST_CASE("a line is added with its outcome, its weeks and the holidays that it rests in") {
  PlanScreen screen;
  screen.open();
  screen.type("What is it?", "Bus club");
  screen.type("What does one cost?", "4.50");
  screen.type("How many each time?", "2");
  screen.choose("Every week");
  screen.type("From which day?", "28 11 2026");
  screen.type("Until which day? You can leave this out.", "30 04 2027");
  screen.choose("In term time alone");
  screen.choose("Riley goes by bus");
  screen.press("Put it in the plan");
  REQUIRE(screen.host.records_.saved.size() == 1);
  const auto put = screen.host.records_.payload<PutPlanItem>(0);
  CHECK(put.item.name == "Bus club");
  CHECK(put.item.unit_cost == pence_of(450));
  CHECK(put.item.units == 2);
  CHECK(put.item.pattern == "wt0022027-04-302026-12-192027-01-03");
  screen.host.records_.finish_saves();
  screen.draw();
  CHECK(screen.says("It is in your plan, saved on this device."));
  CHECK(screen.says("2 × £4.50 every week, from 28 November 2026 until 30 April 2027, in term time alone"));
}

TEST_CASE("what is wrong is told beside its field, and nothing is saved") {
  PlanScreen screen;
  screen.open();
  screen.type("What does one cost?", "eight");
  screen.type("How many each time?", "0");
  screen.type("On which day?", "1 1 2020");
  screen.press("Put it in the plan");
  for (const char* error : {"Write what it is, in a few words", "Write an amount above zero, like 8.50",
                            "Write a number from 1 to 366", "This is before your payment began. Choose a later day."})
    CHECK(screen.harness.has(Role::Link, error));
  CHECK(screen.host.records_.saved.empty());
}

TEST_CASE("a line is changed where it stands: what the form does not show of it stays") {
  PlanScreen screen;
  screen.swim();
  screen.open();
  screen.press("Change Swim club");
  screen.type("What does one cost?", "9");
  screen.press("Save the change");
  const auto put = screen.host.records_.payload<PutPlanItem>(0);
  CHECK(put.id == swim_id);
  CHECK(screen.host.records_.saved[0]->change.base.number == 1);
  CHECK(put.item.unit_cost == pence_of(900));
  CHECK(put.item.service == weekly_swim().service);
  CHECK(put.item.pattern == weekly_swim().pattern);
}

TEST_CASE("a line that somebody else changes while it is being changed here is changed as it was seen here") {
  PlanScreen screen;
  screen.swim();
  screen.open();
  screen.press("Change Swim club");
  screen.swim();
  screen.host.records_.put(swim_id, riley, sam, wire::Facet::Plan, weekly_swim(), 2);
  screen.type("What does one cost?", "9");
  screen.press("Save the change");
  CHECK(screen.host.records_.saved[0]->change.base.number == 1);
}

TEST_CASE("a line that a sent return tells of is ended and not taken out; another is taken out") {
  PlanScreen screen;
  screen.host.set_today(day_of("2026-12-09"));
  screen.swim();
  screen.open();
  screen.press("Take Swim club out");
  CHECK(screen.host.records_.payload<RemovePlanItem>(0).id == swim_id);
  screen.host.records_.finish_saves();
  screen.host.records_.shown(0);
  Return sent;
  sent.agreement = agreement_id;
  sent.first = day_of("2026-11-02");
  sent.last = day_of("2026-11-29");
  sent.editions.resize(1);
  screen.host.records_.put(return_id(agreement_id, sent.first), riley, sam, wire::Facet::Money, sent);
  screen.draw();
  CHECK_FALSE(screen.harness.has(Role::Button, "Take Swim club out"));
  screen.press("End Swim club now");
  CHECK(pattern_of(screen.host.records_.payload<PutPlanItem>(0).item).until == day_of("2026-12-08"));
}

TEST_CASE("who may only look sees the plan and is offered nothing to do with it") {
  PlanScreen screen;
  screen.swim();
  screen.host.session_.person = jo;
  screen.host.session_.people = {
      {sam,
       "Sam Ashford",
       {{riley.id, wire::Facet::Money, wire::ShareLevel::See}, {riley.id, wire::Facet::Plan, wire::ShareLevel::See}},
       {}}};
  screen.open();
  CHECK(screen.harness.has(Role::Heading, "Swim club"));
  CHECK(screen.says("This is Sam Ashford's plan. You may look at it, and only they can change it."));
  for (const char* offered : {"Change Swim club", "Take Swim club out", "Put it in the plan"})
    CHECK_FALSE(screen.harness.has(Role::Button, offered));
  CHECK_FALSE(screen.harness.has(Role::Link, "Write down a spend on Swim club"));
}

TEST_CASE("what somebody wants to be told of is off until they choose it, and their choice is kept on this device") {
  PlanScreen plan;
  plan.harness.words().add(forecast_words);
  RulesReader rules{plan.host};
  ForecastPage page(plan.host, plan.store, rules);
  page.opened(Route::parse("/money/forecast"));
  plan.PageScreen::draw(page);
  const std::string_view runs_out = "if the money will not last until you look at the plan with us";
  plan.harness.activate(plan.harness.find(Role::Checkbox, runs_out));
  plan.PageScreen::draw(page);
  plan.harness.activate(plan.harness.find(Role::Button, "Save what you chose"));
  plan.PageScreen::draw(page);
  plan.host.records_.finish_saves();
  plan.PageScreen::draw(page);
  CHECK(plan.says("Saved. It goes to us by itself."));
  const auto chosen = plan.host.records_.payload<ChooseAlerts>(0);
  CHECK(chosen.choices == AlertChoices{Wanted::Yes, Wanted::No, Wanted::No});
}
