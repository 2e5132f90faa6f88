#include "tests/support/messages/outside_message.hpp"

#include "plugins/direct_payments/model/agreement.hpp"
#include "plugins/direct_payments/model/agreement_notice.hpp"
#include "plugins/direct_payments/model/alerts/alert_choice.hpp"
#include "plugins/direct_payments/model/changes.hpp"
#include "plugins/direct_payments/model/guide.hpp"
#include "plugins/direct_payments/model/money_in_form.hpp"
#include "plugins/direct_payments/model/plan_item.hpp"
#include "plugins/direct_payments/model/planning/plan_form.hpp"
#include "plugins/direct_payments/model/returns/changes.hpp"
#include "plugins/direct_payments/model/returns/return_form.hpp"
#include "plugins/direct_payments/model/returns/return_record.hpp"
#include "plugins/direct_payments/model/set_aside.hpp"
#include "plugins/direct_payments/model/spend_form.hpp"
#include "plugins/direct_payments/model/spending/agreed_words.hpp"
#include "plugins/direct_payments/model/spending/spend_question.hpp"
#include "plugins/direct_payments/model/spending/spend_rule.hpp"
#include "plugins/direct_payments/model/statement/payee_rules.hpp"
#include "plugins/direct_payments/model/statement/row_notes.hpp"
#include "plugins/direct_payments/model/transaction.hpp"
#include "plugins/direct_payments/pages/spending/may_i_form.hpp"

namespace alongside::testing {

std::vector<OutsideMessage> messages_of_money() {
  return {
      outside_message<direct_payments::Agreement>("Agreement"),
      outside_message<direct_payments::AgreementNotice>("AgreementNotice"),
      outside_message<direct_payments::RecordTransaction>("RecordTransaction"),
      outside_message<direct_payments::ReverseTransaction>("ReverseTransaction"),
      outside_message<direct_payments::PutPlanItem>("PutPlanItem"),
      outside_message<direct_payments::RemovePlanItem>("RemovePlanItem"),
      outside_message<direct_payments::AddReceipt>("AddReceipt"),
      outside_message<direct_payments::Guide>("Guide"),
      outside_message<direct_payments::MoneyInForm>("MoneyInForm"),
      outside_message<direct_payments::PlanItem>("PlanItem"),
      outside_message<direct_payments::SetAside>("SetAside"),
      outside_message<direct_payments::SpendForm>("SpendForm"),
      outside_message<direct_payments::Transaction>("Transaction"),
      outside_message<direct_payments::AlertChoice>("AlertChoice"),
      outside_message<direct_payments::ChooseAlerts>("ChooseAlerts"),
      outside_message<direct_payments::PlanForm>("PlanForm"),
      outside_message<direct_payments::SendReturn>("SendReturn"),
      outside_message<direct_payments::AnswerReturn>("AnswerReturn"),
      outside_message<direct_payments::ReturnForm>("ReturnForm"),
      outside_message<direct_payments::Return>("Return"),
      outside_message<direct_payments::AgreedWords>("AgreedWords"),
      outside_message<direct_payments::SpendQuestion>("SpendQuestion"),
      outside_message<direct_payments::AskToSpend>("AskToSpend"),
      outside_message<direct_payments::SpendRules>("SpendRules"),
      outside_message<direct_payments::PayeeRules>("PayeeRules"),
      outside_message<direct_payments::RowNotes>("RowNotes"),
      outside_message<direct_payments::MayIForm>("MayIForm"),
  };
}

}  // namespace alongside::testing
