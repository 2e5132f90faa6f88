// Who may ask for which verbs: what the configuration says of the council's staff, and in which words somebody is
// refused.
#include "app/server/staff/staff.hpp"
#include "app/server/council_config.hpp"
#include "app/server/held_clock.hpp"
#include "app/server/staff/account.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

using namespace alongside;
using namespace alongside::server;

namespace {

Result<CouncilConfig> with_staff(const std::string& staff) {
  std::ifstream in(DEMO_COUNCIL "/council.json", std::ios::binary);
  std::string file(std::istreambuf_iterator<char>(in), {});
  return parse_council_config(file.insert(file.find('{') + 1, "\"staff\": " + staff + ","));
}

const std::string three = R"([{"officer": "R. Marsh", "roles": ["safeguarding", "money"], "until": "2027-03-31"},)"
                          R"( {"officer": "Siân Ó", "roles": ["answers"], "account": "sian"},)"
                          R"( {"officer": "nightly backup", "roles": ["system"]}])";

// The staff of the configuration, on a day.
struct StaffBench {
  StaffBench() : config(with_staff(three).value()) { clock.hold(Date::parse("2026-12-01").value()); }
  std::string refusal(const VerbAsker& asker, Role role) const {
    const auto may = staff.may(asker, role);
    if (may.ok()) return {};
    CHECK(may.error().code == ErrorCode::NotAllowed);
    return may.error().detail;
  }
  CouncilConfig config;
  HeldClock clock;
  Staff staff{config.staff, clock};
};

bool told(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("an officer may do what their roles say, and is otherwise told who may") {
  StaffBench bench;
  CHECK(bench.refusal({"R. Marsh"}, Role::Money).empty());
  CHECK(bench.refusal({"R. Marsh"}, Role::Safeguarding).empty());
  CHECK(bench.refusal({"nightly backup"}, Role::System).empty());
  CHECK(bench.refusal({"nightly backup"}, Role::Money) ==
        "nightly backup may not do this. This wants the role money, which have today: R. Marsh.");
  CHECK(told(bench.refusal({"R. Marsh"}, Role::Offer), "the role offer, which nobody has today"));
  CHECK(told(bench.refusal({"R. marsh"}, Role::Money), "names no officer \"R. marsh\""));
  CHECK(bench.refusal({""}, Role::Anybody).empty());
}

TEST_CASE("an officer's last day is the last on which they may do anything") {
  StaffBench bench;
  bench.clock.hold(Date::parse("2027-03-31").value());
  CHECK(bench.refusal({"R. Marsh"}, Role::Money).empty());
  bench.clock.hold(Date::parse("2027-04-01").value());
  const std::string over = bench.refusal({"R. Marsh"}, Role::Money);
  CHECK(told(over, "R. Marsh was an officer here until 2027-03-31."));
  CHECK(told(over, "which nobody has today"));
}

TEST_CASE("a name that belongs to an account may be used from no other") {
  StaffBench bench;
  CHECK(bench.refusal({"Siân Ó", "sian"}, Role::Answers).empty());
  CHECK(told(bench.refusal({"Siân Ó", "rmarsh"}, Role::Answers), "Only the account sian may ask as Siân Ó"));
  CHECK(told(bench.refusal({"Siân Ó", ""}, Role::Answers), "an unknown account"));
}

TEST_CASE("the server does by itself what the configuration says, but nothing that opens what is protected") {
  StaffBench bench;
  const VerbAsker itself{"every day at 02:30", {}, AskedBy::Server};
  CHECK(bench.refusal(itself, Role::System).empty());
  CHECK(bench.refusal(itself, Role::Money).empty());
  CHECK(told(bench.refusal(itself, Role::Safeguarding), "does not do this by itself"));
  CHECK(told(bench.refusal({"every day at 02:30"}, Role::System), "names no officer"));
}

TEST_CASE("a council that names nobody lets everybody do everything, and check-config says so") {
  const std::vector<StaffMember> nobody;
  const HeldClock clock;
  CHECK(Staff(nobody, clock).may({"anybody"}, Role::Safeguarding).ok());
  CHECK(told(staff_report(nobody, clock.today()), "everybody who has the server's account may do everything"));
}

TEST_CASE("what follows from the staff is told: who has which role, and what is missing") {
  StaffBench bench;
  const std::string report = staff_report(bench.config.staff, bench.clock.today());
  CHECK(told(report, "money: R. Marsh\n"));
  CHECK(told(report, "households: nobody\n"));
  CHECK(told(report, "Fewer than two officers have the role safeguarding"));
  CHECK(told(report, "A name without an \"account\""));
}

TEST_CASE("mistakes in the staff are named with what to write") {
  const auto mistakes_of = [](const std::string& staff) {
    const auto config = with_staff(staff);
    return config.ok() ? std::string() : config.error().detail;
  };
  const std::string named = R"([{"officer": "R. Marsh", )";
  CHECK(told(mistakes_of("[]"), "staff"));
  CHECK(told(mistakes_of(named + R"("roles": []}])"), "staff[0].roles"));
  CHECK(told(mistakes_of(named + R"("roles": ["anybody"]}])"), "staff[0].roles: write one or more of"));
  CHECK(told(mistakes_of(named + R"("roles": ["money", "money"]}])"), "staff[0].roles"));
  CHECK(told(mistakes_of(named + R"("roles": ["money"], "until": "March"}])"), "staff[0].until"));
  CHECK(told(mistakes_of(named + R"("roles": ["money"], "account": "r marsh"}])"), "staff[0].account"));
  CHECK(told(mistakes_of(named + R"("roles": ["money"], "role": 1}])"), "staff[0].role"));
  CHECK(told(mistakes_of(R"([{"officer": "x", "roles": ["money"]}])"), "staff[0].officer"));
  CHECK(told(mistakes_of(named + R"("roles": ["money"]}, {"officer": "R. Marsh", "roles": ["offer"]}])"),
             "write each officer once"));
}

TEST_CASE("an account's name is a word of plain letters, and a process always has one") {
  CHECK(is_account_name("sian"));
  CHECK(is_account_name("marsh@council.example"));
  for (const std::string& bad : {std::string(), std::string("r marsh"), std::string("a\nb"), std::string("siân"),
                                 std::string("a\"b"), std::string(65, 'x')}) {
    CAPTURE(bad);
    CHECK_FALSE(is_account_name(bad));
  }
  CHECK_FALSE(own_account().empty());
}
