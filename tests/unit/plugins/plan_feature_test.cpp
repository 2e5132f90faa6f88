// Lines of the plan that come again, at the council: kept, changed from a day on, and untouched where a return was
// sent.
#include "plugins/direct_payments/model/changes.hpp"
#include "plugins/direct_payments/model/plan_pattern.hpp"
#include "plugins/direct_payments/model/returns/changes.hpp"
#include "plugins/direct_payments/model/returns/return_figures.hpp"
#include "tests/unit/plugins/agreement_sample.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <vector>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;

namespace {

const SentPeriod november{day_of("2026-11-02"), day_of("2026-11-29")};

PutPlanItem weekly(std::optional<Date> until = {}) {
  PutPlanItem put;
  put.id = id_number<DocumentId>(50);
  put.item = sample_plan(800, 1);
  put.item.planned_for = PlannedFor::Day;
  put.item.day = day_of("2026-11-07");
  PlanPattern pattern;
  pattern.every = PlanEvery::Week;
  pattern.outcome = 1;
  pattern.until = until;
  put.item.pattern = text_of(pattern);
  return put;
}

struct PlanningFamily : WritingCouncil {
  PlanningFamily() { clock.day = day_of("2026-12-09"); }

  wire::OperationResult send_november() {
    std::vector<Transaction> ledger;
    std::vector<KeptTransaction> kept;
    const auto documents = documents_of(sam, Transaction::schema.id);
    for (const auto& document : documents)
      ledger.push_back(wire::decode_payload<Transaction>(document.content).value());
    for (std::size_t i = 0; i < ledger.size(); ++i) kept.push_back({documents[i].id, &ledger[i]});
    std::vector<PlannedItem> plan;
    for (const auto& document : documents_of(sam, PlanItem::schema.id))
      plan.push_back({document.id, wire::decode_payload<PlanItem>(document.content).value()});
    SendReturn sent;
    sent.agreement = agreement_id;
    sent.first = november.first;
    sent.last = november.last;
    sent.figures = return_figures(agreement_id, november, kept, plan);
    sent.declared = Declared::Yes;
    return push(sam, sent);
  }
};

}  // namespace

TEST_CASE(
    "a line that comes every week is kept with its outcome, and a pattern that makes no sense is refused by name") {
  PlanningFamily family;
  const auto refused = family.push(sam, weekly(day_of("2026-11-01")));
  CHECK(refused.outcome == wire::Outcome::Refused);
  CHECK(refused.code == "bad_pattern");
  CHECK(family.push(sam, weekly()).outcome == wire::Outcome::Applied);
  const auto plan = family.feed_of<PlanItem>(sam);
  REQUIRE(plan.size() == 1);
  CHECK(plan[0].pattern == weekly().item.pattern);
}

TEST_CASE("after a return was sent its weeks stay: the line may end or change later, and not there") {
  PlanningFamily family;
  REQUIRE(family.push(sam, weekly()).outcome == wire::Outcome::Applied);
  REQUIRE(family.send_november().outcome == wire::Outcome::Applied);
  CHECK(family.run("ledger", "check").value().find("they all fit") != std::string::npos);
  PutPlanItem dearer = weekly();
  dearer.item.unit_cost = pence_of(900);
  CHECK(family.push(sam, dearer, 1).outcome == wire::Outcome::Conflict);
  RemovePlanItem out;
  out.id = weekly().id;
  CHECK(family.push(sam, out, 1).outcome == wire::Outcome::Conflict);
  PutPlanItem moved = weekly();
  moved.item.agreement = id_number<DocumentId>(99);
  CHECK(family.push(sam, moved, 1).outcome != wire::Outcome::Applied);
  CHECK(family.push(sam, weekly(day_of("2026-12-08")), 1).outcome == wire::Outcome::Applied);
  CHECK(family.run("ledger", "check").value().find("they all fit") != std::string::npos);
  // A new line that would fall into those weeks comes too late; one after them does not.
  PutPlanItem late = weekly();
  late.id = id_number<DocumentId>(51);
  CHECK(family.push(sam, late).outcome == wire::Outcome::Conflict);
  late.item.day = day_of("2026-12-05");
  CHECK(family.push(sam, late).outcome == wire::Outcome::Applied);
}

TEST_CASE("what one child's agreement says is kept by a verb, told to who is paid, and shown with the agreement") {
  PlanningFamily family;
  const auto file = std::string(FIXTURES) + "/family/agreed_words.json";
  CHECK(family.run("agreement", "rules", {agreement_id.text(), file}).value().find("2 outcomes and 1 rules") !=
        std::string::npos);
  CHECK(family.feed_of<wire::Notice>(sam).size() == 1);
  CHECK(family.run("agreement", "show", {agreement_id.text(), ""}).value().find("Outcome 2: Goes by bus") !=
        std::string::npos);
  CHECK_FALSE(family.run("agreement", "rules", {id_number<DocumentId>(99).text(), file}).ok());
}
