#include "app/server/json_reader.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/intents.hpp"
#include "plugins/employing/api/figures_file.hpp"
#include "plugins/employing/pages/confirm_page.hpp"
#include "plugins/employing/pages/cost_page.hpp"
#include "plugins/employing/pages/worker_form_page.hpp"
#include "plugins/employing/pages/worker_page.hpp"
#include "plugins/employing/pages/workers_page.hpp"
#include "plugins/employing/words.hpp"
#include "tests/support/family_sample.hpp"
#include "tests/support/page_screen.hpp"
#include "tests/unit/plugins/offer_sample.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace alongside;
using namespace alongside::employing;
using namespace alongside::testing;
using ui::Role;

namespace {

const DocumentId pa_id = id_number<DocumentId>(7);
const std::string pa_address = "/pa/one/" + pa_id.text();
const std::string confirm_address = "/pa/confirm/" + pa_id.text() + "?day=2026-11-02";

PayFigures law() {
  const auto json = server::read_json_file(std::string(FIXTURES) + "/../../assets/payroll/figures.json", {});
  return parse_figures(json.value()).value();
}

Worker mo_carter() {
  Worker worker;
  worker.name = "Mo Carter";
  worker.rate = Money::of_known(1300);
  worker.starts = day_of("2026-11-02");
  return worker;
}

WorkEntry worked(const char* day, std::uint16_t minutes) {
  WorkEntry entry;
  entry.worker = pa_id;
  entry.day = day_of(day);
  entry.minutes = minutes;
  return entry;
}

// A phone on which Sam is signed in, Riley's parent, on 22 November 2026.
template <class AnyPage>
struct PaScreen : PageScreen {
  WorkStore store{host};
  std::unique_ptr<AnyPage> page;

  explicit PaScreen(std::string_view address, wire::FamilyRole role = wire::FamilyRole::Parent)
      : PageScreen(employing_words, sample_council()) {
    host.session_.person = sam;
    host.session_.children = {{riley, "Riley", role, {}}};
    open(address);
  }
  void open(std::string_view address) {
    page = std::make_unique<AnyPage>(host, store);
    page->opened(Route::parse(address));
    draw();
  }
  void draw() { PageScreen::draw(*page); }
  void put_worker() {
    host.records_.put(pa_id, riley, sam, wire::Facet::Workers, mo_carter(), 1);
    draw();
  }
  void put_entry(std::uint8_t number, const WorkEntry& entry) {
    host.records_.put(id_number<DocumentId>(number), riley, sam, wire::Facet::Workers, entry, 1);
    draw();
  }
  void get_figures() {
    REQUIRE(host.asked.size() == 1);
    CHECK(host.asked[0].path == "/api/employing/figures");
    host.answer_with(law());
    draw();
  }
  void kept() {
    host.records_.finish_saves();
    draw();
  }
  void press(std::string_view button) {
    harness.activate(harness.find(Role::Button, button));
    draw();
  }
  void type(std::string_view field, std::string_view text) {
    harness.type(harness.find(Role::TextField, field), text);
    draw();
  }
  bool says(std::string_view text) const {
    return harness.has(Role::Paragraph, text) || harness.has(Role::Status, text);
  }
};

}  // namespace

TEST_CASE("signed out, the page explains and leads to the cost, and hours begin with signing in") {
  PaScreen<WorkersPage> screen("/pa");
  screen.host.session_.person = {};
  screen.draw();
  CHECK(screen.harness.find(Role::Link, "Sign in").href == "/signin?then=/pa");
  CHECK(screen.harness.find(Role::Link, "What would it cost?").href == "/pa/cost");
  CHECK_FALSE(screen.harness.has(Role::Link, "Add a PA"));
}

TEST_CASE("a worker is added with what their pay depends on, and no birth date unless they are young") {
  PaScreen<WorkerFormPage> screen("/pa/new");
  CHECK_FALSE(screen.harness.has(Role::TextField, "Their date of birth"));
  screen.type("Their name", "Mo Carter");
  screen.type("Pay for an hour, in pounds", "13.00");
  screen.press("Save this person");
  REQUIRE(screen.host.records_.saved.size() == 1);
  const auto put = screen.host.records_.payload<PutWorker>(0);
  CHECK(put.worker.name == "Mo Carter");
  CHECK(put.worker.rate.pence() == 1300);
  CHECK(put.worker.starts == day_of("2026-11-22"));
  CHECK_FALSE(put.worker.birth);
  CHECK_FALSE(screen.harness.has(Role::Heading, "Saved"));
  screen.kept();
  CHECK(screen.harness.has(Role::Heading, "Saved"));
  CHECK(screen.harness.find(Role::Link, "Write down hours").href == "/pa/one/" + put.id.text());
}

TEST_CASE("a form with mistakes names each and saves nothing") {
  PaScreen<WorkerFormPage> screen("/pa/new");
  screen.type("Pay for an hour, in pounds", "much");
  screen.press("Save this person");
  CHECK(screen.harness.has(Role::Link, "Write their name"));
  CHECK(screen.harness.has(Role::Link, "Write what you pay for an hour in pounds and pence, like 13.50"));
  CHECK(screen.host.records_.saved.empty());
}

TEST_CASE("a rate below the minimum wage is told, with what it is") {
  PaScreen<WorkerFormPage> screen("/pa/new");
  screen.type("Their name", "Mo Carter");
  screen.type("Pay for an hour, in pounds", "12.70");
  screen.get_figures();
  CHECK(screen.says("That is less than the law allows. It is at least £12.71 an hour for this pay."));
  screen.type("Pay for an hour, in pounds", "12.71");
  CHECK_FALSE(screen.says("That is less than the law allows. It is at least £12.71 an hour for this pay."));
}

TEST_CASE("what was typed of a new worker stays on the device until it is saved") {
  PaScreen<WorkerFormPage> screen("/pa/new");
  screen.type("Their name", "Mo Carter");
  screen.open("/pa/new");
  CHECK(screen.harness.find(Role::TextField, "Their name").value == "Mo Carter");
}

TEST_CASE("a worker is changed as they were when the form was filled, and again before the council has it") {
  PaScreen<WorkerFormPage> screen("/pa/change/" + pa_id.text());
  screen.put_worker();
  screen.host.records_.put(pa_id, riley, sam, wire::Facet::Workers, mo_carter(), 2);
  screen.type("Pay for an hour, in pounds", "14.00");
  screen.press("Save this person");
  CHECK(screen.host.records_.saved[0]->change.base.number == 1);
  screen.host.records_.put(pa_id, riley, sam, wire::Facet::Workers, mo_carter(), 1);
  screen.kept();
  screen.open("/pa/change/" + pa_id.text());
  CHECK(screen.harness.find(Role::TextField, "Pay for an hour, in pounds").value == "14.00");
  screen.press("Save this person");
  CHECK(screen.host.records_.saved[1]->change.base == wire::Version{2, screen.host.records_.saved[0]->id});
}

TEST_CASE("a helper is told that others add workers") {
  PaScreen<WorkerFormPage> screen("/pa/new", wire::FamilyRole::Helper);
  CHECK_FALSE(screen.harness.has(Role::Button, "Save this person"));
  CHECK(screen.says("Only a parent, a carer or the young person can add somebody here. Ring us if that is wrong."));
}

TEST_CASE("hours are written down and counted at once, before the council has them") {
  PaScreen<WorkerPage> screen(pa_address);
  screen.put_worker();
  CHECK(screen.says("No hours yet in this pay period."));
  screen.type("How long?", "3:30");
  screen.press("Save these hours");
  REQUIRE(screen.host.records_.saved.size() == 1);
  const auto hours = screen.host.records_.payload<RecordHours>(0);
  CHECK(hours.minutes == 210);
  CHECK(hours.day == day_of("2026-11-22"));
  screen.kept();
  CHECK(screen.says("3 hours 30 minutes"));
  CHECK(screen.says("Worked: 3 hours 30 minutes"));
  CHECK(screen.says("Saved on this device. It goes to the council when there is a network."));
  CHECK(screen.says("The file is ready when all hours have reached the council."));
}

TEST_CASE("hours with a mistake say what to put right") {
  PaScreen<WorkerPage> screen(pa_address);
  screen.put_worker();
  screen.press("Save these hours");
  CHECK(screen.harness.has(Role::Link, "Write how long it was, like 3:30"));
  screen.type("How long?", "25");
  screen.press("Save these hours");
  CHECK(screen.harness.has(Role::Link, "That is more than 24 hours on one day. Look at what is there already"));
  screen.type("How long?", "3");
  screen.type("Which day?", "01 11 2026");
  screen.press("Save these hours");
  CHECK(screen.harness.has(Role::Link, "That is before their first day of work"));
  CHECK(screen.host.records_.saved.empty());
}

TEST_CASE("an entry is corrected with a reason, and the old one makes way") {
  PaScreen<WorkerPage> screen(pa_address);
  screen.put_worker();
  screen.put_entry(9, worked("2026-11-20", 180));
  screen.press("Correct Friday 20 November");
  CHECK(screen.harness.find(Role::TextField, "How long?").value == "3:00");
  screen.type("How long?", "4");
  screen.press("Save the correction");
  CHECK(screen.harness.has(Role::Link, "Say why it is corrected"));
  screen.type("Why is it corrected?", "Until six");
  screen.press("Save the correction");
  const auto hours = screen.host.records_.payload<RecordHours>(0);
  CHECK(hours.replaces == id_number<DocumentId>(9));
  CHECK(hours.reason == "Until six");
  screen.kept();
  CHECK(screen.says("Worked: 4 hours"));
  CHECK_FALSE(screen.says("Worked: 3 hours"));
  CHECK(screen.says("Corrected: Until six"));
}

TEST_CASE("the cost of a pay is told line by line with where its figures come from") {
  PaScreen<WorkerPage> screen(pa_address);
  screen.put_worker();
  for (std::uint8_t i = 0; i < 4; ++i) screen.put_entry(10 + i, worked("2026-11-20", 12 * 60));
  CHECK(screen.says("Getting the figures…"));
  screen.get_figures();
  CHECK(screen.harness.has(Role::Definition, "£624.00"));
  CHECK(screen.harness.has(Role::Definition, "£35.85"));
  CHECK(screen.harness.has(Role::Definition, "£659.85"));
  CHECK(screen.says("At this pay they may ask to join a pension. Then you pay in too."));
  CHECK(screen.says("Some of these figures are not confirmed yet. Ask your payroll service before you count on them."));
  CHECK(screen.harness.find(Role::Link, "Get the file").href ==
        "/api/employing/payroll/" + pa_id.text() + "/2026-11-02");
}

TEST_CASE("without figures there is no cost, and a way to ask for them again") {
  PaScreen<CostPage> screen("/pa/cost");
  screen.host.answer(Error{ErrorCode::Offline, ""});
  screen.draw();
  CHECK(screen.says("The figures did not come. They need a network the first time."));
  screen.press("Try again");
  screen.get_figures();
  CHECK(screen.says("Type the hours and the pay for an hour to see what it costs."));
}

TEST_CASE("the worker reads their own hours and nothing of the money, and says yes") {
  PaScreen<ConfirmPage> screen(confirm_address);
  screen.put_worker();
  screen.put_entry(9, worked("2026-11-20", 180));
  CHECK(screen.harness.has(Role::Heading, "Mo Carter, are these your hours?"));
  CHECK(screen.says("Worked: 3 hours"));
  for (const Role role : {Role::Paragraph, Role::Definition, Role::Heading}) {
    for (const std::string& text : screen.harness.names(role)) CHECK(text.find("£") == std::string::npos);
  }
  screen.press("Yes, these are right");
  const auto confirm = screen.host.records_.payload<ConfirmHours>(0);
  CHECK(confirm.entries == std::vector{id_number<DocumentId>(9)});
  CHECK(confirm.says == WorkerSays::Right);
  screen.kept();
  CHECK(screen.harness.has(Role::Heading, "Thank you"));
  screen.open(confirm_address);
  CHECK(screen.says("There is nothing to confirm."));
}

TEST_CASE("the worker says in words what is wrong, and the family reads it") {
  PaScreen<ConfirmPage> screen(confirm_address);
  screen.put_worker();
  screen.put_entry(9, worked("2026-11-20", 180));
  screen.press("Something is wrong");
  screen.press("Save what is wrong");
  CHECK(screen.harness.has(Role::Link, "Say what is wrong"));
  screen.type("What is wrong?", "I was there until six");
  screen.press("Save what is wrong");
  screen.kept();
  PaScreen<WorkerPage> family(pa_address);
  family.put_worker();
  family.put_entry(9, worked("2026-11-20", 180));
  Confirmation said;
  said.worker = pa_id;
  said.entries = {id_number<DocumentId>(9)};
  said.says = WorkerSays::Wrong;
  said.words = screen.host.records_.payload<ConfirmHours>(0).words;
  family.host.records_.put(id_number<DocumentId>(20), riley, sam, wire::Facet::Workers, said, 1);
  family.draw();
  CHECK(family.says("I was there until six"));
}

TEST_CASE("a year's cost is worked out for everybody and goes to whoever plans money") {
  PaScreen<CostPage> screen("/pa/cost");
  screen.host.session_.person = {};
  screen.host.takes["short_break.cost"] = "/money/afford";
  screen.get_figures();
  screen.type("Hours a week", "12");
  screen.type("Pay for an hour, in pounds", "13");
  // Sunday 22 November is 230 days after 6 April 2026: 13 paydays of £624 and £35.85, and £95 of insurance.
  CHECK(screen.says("£8,673.05 a year. That is £13.90 for each hour of help."));
  const std::string href = screen.harness.find(Role::Link, "Can our money pay for it?").href;
  const auto cost = wire::decode_frame<wire::CostIntent>(intent_of(Route::parse(href)));
  REQUIRE(cost.ok());
  CHECK(cost->amount.pence() == 867305);
  CHECK(cost->unit == wire::CostUnit::Year);
  screen.host.takes.clear();
  screen.draw();
  CHECK_FALSE(screen.harness.has(Role::Link, "Can our money pay for it?"));
}

TEST_CASE("a change that the council did not take is told until it is read") {
  PaScreen<WorkersPage> screen("/pa");
  screen.put_worker();
  RecordHours hours;
  hours.worker = pa_id;
  hours.day = day_of("2026-11-20");
  hours.minutes = 60;
  hours.replaces = id_number<DocumentId>(9);
  hours.reason = "Until six";
  screen.host.records_.save({riley, RecordHours::schema.id, 1, {}, wire::encode_payload(hours)}, [](auto) {});
  screen.host.records_.finish_saves();
  screen.host.records_.set_state(0, ChangeState::Refused, "already_replaced");
  screen.draw();
  CHECK(screen.says("Somebody has corrected these hours already. Look at what they wrote"));
  screen.press("I have read this");
  CHECK_FALSE(screen.says("Somebody has corrected these hours already. Look at what they wrote"));
}

TEST_CASE("the home page names whose hours wait for a yes") {
  PaScreen<WorkersPage> screen("/pa");
  screen.put_worker();
  CHECK_FALSE(has_summary(screen.store));
  screen.put_entry(9, worked("2026-11-20", 180));
  CHECK(has_summary(screen.store));
  CHECK(screen.says("1 day waits for their yes"));
}

TEST_CASE("who may only look at somebody's worker reads hours, cost and file, and is offered nothing to write") {
  for (const auto level : {wire::ShareLevel::See, wire::ShareLevel::Change}) {
    const bool may_write = level == wire::ShareLevel::Change;
    const auto as_jo = [&](auto& screen) {
      screen.host.session_.person = jo;
      screen.host.session_.people = {{sam, "Sam Ashford", {{riley.id, wire::Facet::Workers, level}}, {}}};
      screen.put_worker();
      screen.put_entry(9, worked("2026-11-20", 180));
      CHECK(screen.says("This person works for Sam Ashford. You may look at it, and only they can change it.") ==
            !may_write);
    };
    PaScreen<WorkerPage> one(pa_address, wire::FamilyRole::Helper);
    as_jo(one);
    CHECK(one.says("Worked: 3 hours"));
    CHECK(one.harness.has(Role::Link, "Get the file"));
    CHECK(one.harness.has(Role::Button, "Save these hours") == may_write);
    CHECK(one.harness.has(Role::Button, "Correct Friday 20 November") == may_write);
    CHECK(one.harness.has(Role::Link, "Change what we know of them") == may_write);
    CHECK(one.harness.has(Role::Link, "Show Mo Carter these hours") == may_write);
    CHECK(has_summary(one.store) == may_write);
    PaScreen<ConfirmPage> confirm(confirm_address, wire::FamilyRole::Helper);
    as_jo(confirm);
    CHECK(confirm.harness.has(Role::Button, "Yes, these are right") == may_write);
    PaScreen<WorkerFormPage> change("/pa/change/" + pa_id.text(), wire::FamilyRole::Helper);
    as_jo(change);
    CHECK(change.harness.has(Role::Button, "Save this person") == may_write);
  }
}

TEST_CASE("sick days tell about what they cost by law, beside the pay and not in it") {
  PaScreen<WorkerPage> screen(pa_address);
  screen.put_worker();
  WorkEntry sick = worked("2026-11-20", 360);
  sick.kind = EntryKind::Sick;
  screen.put_entry(11, sick);
  screen.get_figures();
  CHECK(
      screen.says("Sick days stand in the file. Your payroll service works out the exact sick pay, so it is not in "
                  "this cost."));
  screen.put_entry(9, worked("2026-11-09", 360));
  screen.put_entry(10, worked("2026-11-16", 360));
  // £156 in 18 days are £60.67 a week; 80 % of that is £48.54, and half of it for one of two days.
  CHECK(screen.says("Sick pay by law for that day: about £24.27, if they usually work on 2 days a week."));
  CHECK(screen.harness.has(Role::Definition, "£156.00"));
}
