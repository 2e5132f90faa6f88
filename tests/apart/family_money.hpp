// FamilyMoney: Sam's device and Jo's, their council, and everything that either may do to a direct payment, one step
// after another; and what must be true of it after each. Made by the properties of devices that are apart.
#pragma once

#include "plugins/direct_payments/api/agreement_file.hpp"
#include "plugins/direct_payments/model/returns/return_record.hpp"
#include "plugins/direct_payments/model/statement/statement.hpp"
#include "tests/apart/plan_watch.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::apart {

enum class Deed : std::uint8_t {
  Spend,
  AddLines,
  TakeBack,
  Plan,
  TakeOut,
  SendReturn,
  Sync,
  LoseNetwork,
  LoseReplies,
  FindNetwork,
  KillTab,
  WeekPasses,
  CouncilPays,
  CouncilReopens,
  CouncilAccepts,
};
inline constexpr std::size_t deed_count = 15;
constexpr std::string_view name_of(Deed deed) {
  constexpr std::string_view names[deed_count] = {
      "spends",  "adds lines",       "takes back",      "plans",     "takes out",     "sends",
      "syncs",   "is cut off",       "loses replies",   "is online", "kills the tab", "waits a week",
      "is paid", "gets it reopened", "gets it accepted"};
  return names[static_cast<std::size_t>(deed)];
}

struct Step {
  int who = 0;
  Deed what = Deed::Spend;
  int which = 0;
  int amount = 1;
};

class FamilyMoney {
 public:
  FamilyMoney();

  void act(const Step& step);
  void come_together();
  void add_whole_file(int who);

  // Empty when all is well; else what is not.
  std::string wrong_now();
  std::string wrong_together();

  std::int64_t in_account();  // at the council, in pence
  // How many lines of the bank's file a device would add.
  std::size_t new_lines(int who) { return lines_to_add(who, file_).size(); }
  std::size_t new_lines_with_second(int who, std::size_t line);
  bool takes(std::size_t line);  // its day has come, and no return of it is with the council

 private:
  using Payments = std::vector<direct_payments::RecordTransaction>;

  FamilyDevice& device(int who) { return who == 0 ? phone_ : tablet_; }
  Payments lines_to_add(int who, const direct_payments::Statement& file);
  void spend(const Step& step);
  void add_lines(const Step& step);
  void take_back(const Step& step);
  void plan(const Step& step);
  void take_out(const Step& step);
  void send_return(const Step& step);
  void wait_a_week();
  void council_pays(const Step& step);
  void council_decides(const char* verb);
  void note_worth(OperationId id, const direct_payments::RecordTransaction& payment);
  std::int64_t expected_in_account() const;
  std::string changed_editions();

  testing::FamilyParts council_;
  std::vector<Decided> decided_;
  FamilyDevice phone_;
  FamilyDevice tablet_;
  direct_payments::Statement file_;
  std::vector<direct_payments::FileAgreement> agreements_;
  std::int64_t paid_ = 0;                      // by the council
  std::map<OperationId, std::int64_t> worth_;  // what a change moves in the account once it is done
  std::array<std::vector<OperationId>, 2> made_;
  PlanWatch watch_;
  std::map<std::string, direct_payments::ReturnFigures> editions_;  // as they were sent
};

}  // namespace alongside::apart
