// What must hold of a family's money whatever two devices do to it, with and without a network, tabs killed and replies
// lost, and whatever their council does meanwhile: random histories (rapidcheck), through the application's own sync
// engine and the council's own rules. What fails is made as short as it can be, and printed with the seed.
#include "tests/apart/family_money.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <ostream>
#include <string>
#include <vector>

namespace alongside::apart {

// Found by its argument: what a failed history is printed with.
std::ostream& operator<<(std::ostream& out, const Step& step) {
  return out << (step.who == 0 ? "Sam" : "Jo") << ' ' << name_of(step.what) << ' ' << step.which << ' ' << step.amount;
}

namespace {

constexpr int longest_history = 40;

rc::Gen<Step> any_step() {
  return rc::gen::build<Step>(
      rc::gen::set(&Step::who, rc::gen::inRange(0, 2)),
      rc::gen::set(&Step::what, rc::gen::map(rc::gen::inRange(0, static_cast<int>(deed_count)),
                                             [](int number) { return static_cast<Deed>(number); })),
      rc::gen::set(&Step::which, rc::gen::inRange(0, 30)), rc::gen::set(&Step::amount, rc::gen::inRange(1, 9)));
}

rc::Gen<std::vector<Step>> any_history() {
  return rc::gen::resize(longest_history, rc::gen::container<std::vector<Step>>(any_step()));
}

void holds(const char* what, const auto& property) {
  CAPTURE(std::string(what));
  CHECK(rc::check(what, property));
}

}  // namespace

TEST_CASE(
    "no history of payments, files, conflicts, reversals, returns and lost replies makes or loses a penny, and at each "
    "of its steps the books sum to zero and sent periods stand") {
  holds("to the penny", [] {
    const std::vector<Step> history = *any_history();
    FamilyMoney family;
    for (const Step& step : history) {
      family.act(step);
      RC_ASSERT(family.wrong_now() == std::string());
    }
    family.come_together();
    RC_ASSERT(family.wrong_now() == std::string());
    RC_ASSERT(family.wrong_together() == std::string());
  });
}

TEST_CASE("whatever was before, a file that is added again adds nothing, and a genuine second payment adds one") {
  holds("once", [] {
    FamilyMoney family;
    for (const Step& step : *any_history()) family.act(step);
    family.come_together();
    family.add_whole_file(0);
    family.come_together();
    const std::int64_t before = family.in_account();
    RC_ASSERT(family.new_lines(0) == 0u);
    RC_ASSERT(family.new_lines(1) == 0u);
    family.add_whole_file(1);
    family.come_together();
    RC_ASSERT(family.in_account() == before);
    const std::size_t again = static_cast<std::size_t>(*rc::gen::inRange(0, 12));
    RC_ASSERT(family.new_lines_with_second(1, again) == (family.takes(again) ? 1u : 0u));
  });
}

}  // namespace alongside::apart
