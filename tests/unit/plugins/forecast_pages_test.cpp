// The screen "Will it last?": the lowest day and why, the chart and its table, what may be kept, and one more thing a
// week.
#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "plugins/direct_payments/pages/forecast/forecast_page.hpp"
#include "plugins/direct_payments/pages/forecast/money_chart.hpp"
#include "plugins/forecast/words.hpp"
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

struct ForecastScreen : PageScreen {
  BookStore store{host};
  RulesReader rules{host};
  std::unique_ptr<ForecastPage> page;

  ForecastScreen() : PageScreen(forecast_words, sample_council()) {
    host.set_today(day_of("2026-11-23"));
    host.session_.person = sam;
    host.session_.children = {{riley, "Riley", wire::FamilyRole::Parent, {}}};
    Agreement agreement = sample_agreement();
    agreement.review = day_of("2027-04-30");
    host.records_.put(agreement_id, riley, sam, wire::Facet::Money, agreement);
    host.records_.put(id_number<DocumentId>(1), riley, sam, wire::Facet::Money, council_payment(31200, "2026-11-02"));
    host.records_.put(id_number<DocumentId>(2), riley, sam, wire::Facet::Money, spend_of(9000, "2026-11-12", "Bus"));
    Guide guide;
    guide.source = {{"Our guide", "Ein canllaw"}, day_of("2026-04-01")};
    guide.surplus.keep_weeks = 8;
    guide.surplus.words = {"We may ask for the rest back.", "Efallai y gofynnwn am y gweddill."};
    host.records_.keep_draft("direct_payments.guide", wire::encode_frame(guide), {});
    open();
  }
  void open() {
    page = std::make_unique<ForecastPage>(host, store, rules);
    page->opened(Route::parse("/money/forecast"));
    draw();
  }
  void draw() { PageScreen::draw(*page); }
  void type(std::string_view field, std::string_view text) {
    harness.type(harness.find(Role::TextField, field), text);
    draw();
    draw();
  }
  bool says(std::string_view text) const {
    return harness.has(Role::Paragraph, text) || harness.has(Role::Status, text);
  }
};

}  // namespace

TEST_CASE("it says until when the money lasts, the lowest day, and what was counted") {
  ForecastScreen screen;
  CHECK(screen.says("It lasts until Friday 30 April."));
  CHECK(screen.says("The lowest day is Sunday 29 November: \u00a3192.00."));
  CHECK(screen.says("We look at your plan with you on Friday 30 April, so it looks no further."));
  CHECK(screen.says("You spend about \u00a330.00 a week. We pay \u00a378.00 a week."));
  CHECK(screen.harness.count(Role::Image) == 1);
  CHECK(screen.harness.has(Role::Table, "Week by week"));
}

TEST_CASE("money that runs out is the one thing that is said loudly") {
  ForecastScreen screen;
  CHECK(screen.harness.count(Role::Image) == 1);
  PlanItem camp = sample_plan(30000, 1);
  camp.name = "Camp";
  camp.planned_for = PlannedFor::Day;
  camp.day = day_of("2026-11-25");
  screen.host.records_.put(id_number<DocumentId>(50), riley, sam, wire::Facet::Plan, camp);
  screen.draw();
  CHECK(screen.says("At this pace the money runs out on Wednesday 25 November."));
  CHECK(screen.says("That is when Camp is paid for."));
}

TEST_CASE("more than may be kept is told with the council's words, what to do, and what is set aside comes off") {
  ForecastScreen screen;
  CHECK(screen.says("You may keep 8 weeks of our payment: \u00a3624.00."));
  CHECK(screen.says("We may ask for the rest back."));
  CHECK(screen.says("Our guide"));
  CHECK(screen.says("If all goes on like this, you have more than that from Monday 28 December."));
  screen.type("Holiday pay", "400");
  CHECK(screen.says("Kept for bills: \u00a3400.00"));
  CHECK_FALSE(screen.says("If all goes on like this, you have more than that from Monday 28 December."));
  screen.type("Tax and National Insurance", "1,5");
  CHECK(screen.harness.find(Role::TextField, "Tax and National Insurance").error ==
        "Enter it in pounds and pence, like 8.50");
  screen.open();
  CHECK(screen.harness.find(Role::TextField, "Holiday pay").value == "400");
}

TEST_CASE("what is owed for hours counts as gone today, and is there again when the page is opened again") {
  ForecastScreen screen;
  screen.host.takes["worker.list"] = "/pa";
  screen.type("How much do you owe for those hours?", "60");
  CHECK(screen.says("Hours worked and not paid yet: \u00a360.00"));
  CHECK(screen.says("The lowest day is Sunday 29 November: \u00a3132.00."));
  CHECK(screen.harness.find(Role::Link, "See the hours and what they cost").href.starts_with("/pa"));
  screen.type("How much do you owe for those hours?", "230");
  CHECK(screen.says("At this pace the money runs out on Monday 23 November."));
  screen.open();
  CHECK(screen.harness.find(Role::TextField, "How much do you owe for those hours?").value == "230");
}

TEST_CASE("one more thing a week is answered at once") {
  ForecastScreen screen;
  screen.type("How much would it cost each week?", "5");
  CHECK(screen.says("With \u00a35.00 more a week it still lasts. The lowest day is Sunday 29 November: \u00a3187.00."));
  screen.type("How much would it cost each week?", "200");
  CHECK(screen.says("With \u00a3200.00 more a week the money runs out on Sunday 29 November."));
}

TEST_CASE("the chart holds every day, the lowest in a ring, within its edges") {
  ForecastScreen screen;
  const Outlook found =
      outlook(screen.store.book(), screen.store.book().agreements.front(), {}, day_of("2026-11-23"), {});
  for (const float width : {280.0f, 640.0f}) {
    const ui::Sketch sketch = money_chart(found, width);
    std::size_t rings = 0;
    for (const auto& stroke : sketch.strokes()) {
      rings += stroke.kind == ui::Sketch::Kind::Ring ? 1 : 0;
      for (const ui::FigurePoint& point : sketch.points(stroke)) {
        CHECK(point.x >= 0);
        CHECK(point.x <= width);
        CHECK(point.y >= 0);
        CHECK(point.y <= chart_height);
      }
    }
    CHECK(rings == 1);
  }
}

TEST_CASE("who has not signed in, or has no agreement, sees no numbers") {
  ForecastScreen screen;
  screen.host.session_.person = {};
  screen.open();
  CHECK(screen.harness.count(Role::Table) == 0);
  screen.host.session_.person = sam;
  screen.host.records_.remove(agreement_id);
  screen.open();
  CHECK(screen.harness.count(Role::Table) == 0);
}

TEST_CASE("before the 18th birthday it says from when other rules hold, and looks no further") {
  ForecastScreen screen;
  Agreement agreement = sample_agreement();
  agreement.grown_up = day_of("2027-03-09");
  screen.host.records_.put(agreement_id, riley, sam, wire::Facet::Money, agreement);
  screen.draw();
  CHECK(screen.says(
      "The 18th birthday is on Tuesday 9 March. The rules for adults begin then, so this looks no further. Ask us "
      "early what will change. It can take months."));
}
