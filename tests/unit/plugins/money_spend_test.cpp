#include "app/ui/ui.hpp"
#include "app/wire/messages/intents.hpp"
#include "plugins/direct_payments/pages/spend_page.hpp"
#include "tests/unit/plugins/money_screen.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;
using ui::Role;

namespace {

struct SpendScreen : MoneyScreen<SpendPage> {
  explicit SpendScreen(std::string_view address = "/money/spend") : MoneyScreen(address) {
    host.takes["short_break.visited"] = "/say/visit";
  }
  std::string error_of(std::string_view field) const { return harness.find(Role::TextField, field).error; }
};

std::string planned_address() { return "/money/spend?plan=" + id_number<DocumentId>(5).text(); }

}  // namespace

TEST_CASE("a spend is written in pounds and pence and says saved only when the device has it") {
  SpendScreen screen;
  screen.type("What was it for?", "Swim club");
  screen.type("How much?", "8.50");
  screen.press("Save this spend");
  CHECK_FALSE(screen.harness.has(Role::Heading, "Saved on this device"));
  CHECK_FALSE(screen.harness.has(Role::Button, "Save this spend"));  // a second press saves no second spend
  screen.kept();
  CHECK(screen.harness.has(Role::Heading, "Saved on this device"));
  CHECK(screen.harness.focused() == screen.harness.find(Role::Link, "See your money").id);
  CHECK(screen.says("£303.50 left until Sunday 29 November"));
  const auto record = screen.host.records_.payload<RecordTransaction>(0);
  CHECK(record.text == "Swim club");
  CHECK(record.day == day_of("2026-11-22"));  // today stands there already
  CHECK(record.postings[0] == Posting{Account::Activities, pence_of(850)});
  CHECK(screen.host.records_.drafts.empty());
  CHECK_FALSE(screen.harness.has(Role::Link, "How was it?"));  // nothing that can be visited
}

TEST_CASE("bad input is told in kind words beside the field and in the summary, and nothing typed is lost") {
  SpendScreen screen;
  screen.type("What was it for?", "Swim club");
  const auto try_amount = [&](const char* typed) {
    screen.type("How much?", typed);
    screen.press("Save this spend");
    CHECK(screen.host.records_.saved.empty());
    CHECK(screen.harness.count(Role::ErrorSummary) == 1);
    CHECK(screen.harness.find(Role::TextField, "How much?").value == typed);
    return screen.error_of("How much?");
  };
  CHECK(try_amount("12,50") == "Use a point between pounds and pence, like 12.50");
  CHECK(try_amount("£1 234.5") == "Enter the amount in pounds and pence, like 8.50");
  CHECK(try_amount("-3") == "Enter the amount without a minus, like 8.50");
  CHECK(try_amount("1e5") == "Enter the amount in pounds and pence, like 8.50");
  CHECK(try_amount("0") == "Enter an amount above zero");
  CHECK(try_amount("8.505") == "Use two numbers for the pence, like 8.50");
  screen.type("How much?", "8.50");
  screen.type("When?", "30 2 2026");
  screen.press("Save this spend");
  CHECK(screen.error_of("When?") == "There is no such day. Look at the day and the month again");
  CHECK(screen.harness.has(Role::Link, "There is no such day. Look at the day and the month again"));
  screen.type("When?", "23 11 2026");
  screen.press("Save this spend");
  CHECK(screen.error_of("When?") == "Enter today or a day before today");
  screen.type("When?", "22 11 2026");
  screen.press("Save this spend");
  CHECK(screen.host.records_.saved.size() == 1);
}

TEST_CASE("what was typed is kept as a draft and there again after a crash") {
  SpendScreen screen;
  screen.type("What was it for?", "Swim cl");
  screen.type("How much?", "8,");
  CHECK(screen.host.records_.drafts.size() == 1);
  screen.open("/money/spend");
  CHECK(screen.says("This is what you wrote before. It was kept on this device."));
  CHECK(screen.harness.find(Role::TextField, "What was it for?").value == "Swim cl");
  CHECK(screen.harness.find(Role::TextField, "How much?").value == "8,");
}

TEST_CASE("a draft that is not ours is left alone, and the form begins empty") {
  SpendScreen screen;
  screen.host.records_.drafts.insert_or_assign("direct_payments.spend." + agreement_id.text(), Bytes{0xff, 0xff});
  screen.open("/money/spend");
  CHECK(screen.harness.find(Role::TextField, "What was it for?").value.empty());
}

TEST_CASE("a planned thing fills the form in, and afterwards somebody asks how it was") {
  SpendScreen screen;
  screen.plan(5, sample_plan(800, 3));
  screen.open(planned_address());
  CHECK(screen.harness.find(Role::TextField, "What was it for?").value == "Saturday Swim Club");
  CHECK(screen.harness.find(Role::TextField, "How much?").value == "8.00");
  screen.press("Save this spend");
  screen.kept();
  const auto record = screen.host.records_.payload<RecordTransaction>(0);
  CHECK(record.plan_item == id_number<DocumentId>(5));
  CHECK(record.service.text() == swim_club);
  const Route how = Route::parse(screen.harness.find(Role::Link, "How was it?").href);
  CHECK(how.path == "/say/visit");
  const auto visit = wire::decode_frame<wire::VisitIntent>(screen.host.intent_in(how));
  REQUIRE(visit.ok());
  CHECK(visit->service_name == "Saturday Swim Club");
  CHECK(visit->service == swim_club);
  CHECK(visit->day == day_of("2026-11-22"));
}

TEST_CASE("a full device loses nothing: the form stays, and the same spend can be saved again") {
  SpendScreen screen;
  screen.type("What was it for?", "Swim club");
  screen.type("How much?", "8.50");
  screen.press("Save this spend");
  screen.host.records_.fail_saves(ErrorCode::TooLarge);
  screen.draw();
  CHECK(screen.harness.find(Role::TextField, "How much?").value == "8.50");
  CHECK(screen.host.records_.drafts.size() == 1);
  screen.press("Save this spend");
  screen.kept();
  CHECK(screen.harness.has(Role::Heading, "Saved on this device"));
}

TEST_CASE("a plan item that is taken out while the form is open is forgotten, and the spend is still saved") {
  SpendScreen screen;
  screen.plan(5, sample_plan(800, 3));
  screen.open(planned_address());
  screen.host.records_.remove(id_number<DocumentId>(5));
  screen.draw();
  screen.press("Save this spend");
  REQUIRE(screen.host.records_.saved.size() == 1);
  CHECK(screen.host.records_.payload<RecordTransaction>(0).plan_item.is_nil());
}

TEST_CASE("another spend begins with an empty form") {
  SpendScreen screen;
  screen.type("What was it for?", "Swim club");
  screen.type("How much?", "8.50");
  screen.press("Save this spend");
  screen.kept();
  screen.press("Add another spend");
  CHECK(screen.harness.find(Role::TextField, "What was it for?").value.empty());
  CHECK(screen.harness.find(Role::TextField, "How much?").value.empty());
}
