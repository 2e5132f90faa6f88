#include "plugins/direct_payments/api/money_operations.hpp"

#include "app/base/clock.hpp"
#include "app/base/text.hpp"
#include "app/server/access/access_table.hpp"
#include "app/server/attachments/attach_files.hpp"
#include "app/server/sync/new_content.hpp"
#include "app/server/sync/operations.hpp"
#include "plugins/direct_payments/api/find_agreement.hpp"
#include "plugins/direct_payments/api/ledger_tables.hpp"
#include "plugins/direct_payments/api/returns/return_tables.hpp"
#include "plugins/direct_payments/api/visit_notice.hpp"
#include "plugins/direct_payments/model/changes.hpp"
#include "plugins/direct_payments/model/ledger_rules.hpp"
#include "plugins/direct_payments/model/plan_days.hpp"
#include "plugins/direct_payments/model/statement/bank_line.hpp"

#include <optional>
#include <span>
#include <utility>

namespace alongside::direct_payments {
namespace {

using server::Applied;
using server::OperationContext;

constexpr std::string_view record_row = "op direct_payments.record";
constexpr std::string_view reverse_row = "op direct_payments.reverse";
constexpr std::string_view plan_row = "op direct_payments.plan";
constexpr std::string_view unplan_row = "op direct_payments.unplan";
constexpr std::string_view receipt_row = "op direct_payments.receipt";

// The device checks the day against its own clock; ours only keeps out what is plainly wrong, since a
// clock that is off must not cost anybody a payment they wrote down.
constexpr std::int32_t days_ahead = 31;

Error refused(std::string_view code) { return {ErrorCode::InvalidInput, std::string(code)}; }
Error not_there() { return {ErrorCode::NotFound, "not_found"}; }

// Somebody sent the return of these days meanwhile: the person is asked what to do, and what they wrote is kept.
Error sent_meanwhile() { return {ErrorCode::Conflict, std::string(name_of(LedgerFault::PeriodSent))}; }

Result<void> keep_out_of_sent(OperationContext& context, DocumentId agreement, Date day) {
  const HouseholdId household = context.operation.subject.household;
  const auto sent = ALONGSIDE_TRY(ReturnTables(context.database).sent(household, agreement));
  if (check_not_sent(day, sent)) return sent_meanwhile();
  return {};
}

// A line of a bank's file is in the ledger once, whichever devices read that file.
Result<void> keep_bank_line(OperationContext& context, DocumentId agreement, const Transaction& transaction) {
  if (!transaction.bank) return {};
  const HouseholdId household = context.operation.subject.household;
  const DocumentId id(context.operation.id.bytes());
  if (!ALONGSIDE_TRY(Ledger(context.database).keep_bank_line(household, agreement, id, bank_line_key(transaction))))
    return refused("already_added");
  return {};
}

// The document for the family and the lines for the council, together or not at all.
Result<Applied> enter(OperationContext& context, const FoundAgreement& agreement, Transaction transaction) {
  transaction.recorded_by = context.actor.person;
  transaction.recorded_at_ms = context.clock.now_ms();
  const DocumentId id(context.operation.id.bytes());
  const auto content =
      server::new_content(id, context.operation.subject, agreement.owner, wire::Facet::Money, transaction);
  const auto version = ALONGSIDE_TRY(context.documents.put(context.actor, context.what, content, {}));
  ALONGSIDE_TRY(Ledger(context.database).append(context.operation.subject.household, id, transaction));
  return Applied{version};
}

Result<void> attach_receipts(OperationContext& context, DocumentId transaction, PersonId owner,
                             std::span<const DocumentId> receipts) {
  return server::attach_files(context, {transaction, context.operation.subject, owner, wire::Facet::Money}, receipts);
}

// What was planned has a better name than what somebody typed in a hurry.
std::string name_of_visit(OperationContext& context, const Transaction& transaction) {
  if (transaction.plan_item.is_nil()) return transaction.text;
  const auto document = context.documents.find(context.actor, context.what, transaction.plan_item);
  if (!document.ok() || document.value().kind != PlanItem::schema.id) return transaction.text;
  const auto item = wire::decode_payload<PlanItem>(document.value().content);
  return item.ok() && item.value().service == transaction.service ? item.value().name : transaction.text;
}

Result<Applied> record(OperationContext& context, const RecordTransaction& payload, Chance& chance) {
  const FoundAgreement agreement = ALONGSIDE_TRY(agreement_marked(context, payload.agreement));
  Transaction transaction;
  transaction.agreement = agreement.id;
  transaction.day = payload.day;
  transaction.postings = payload.postings;
  transaction.text = trim(payload.text);
  transaction.plan_item = payload.plan_item;
  transaction.service = payload.service;
  transaction.bank = payload.bank;
  const Date latest(context.clock.today().days() + days_ahead);
  auto fault = check_transaction(transaction, agreement.agreement, latest);
  if (!fault) fault = check_family_transaction(transaction);
  if (!fault) fault = check_bank_note(transaction);
  if (fault) return refused(name_of(*fault));
  ALONGSIDE_TRY(keep_out_of_sent(context, agreement.id, transaction.day));
  ALONGSIDE_TRY(keep_bank_line(context, agreement.id, transaction));
  const Applied applied = ALONGSIDE_TRY(enter(context, agreement, transaction));
  ALONGSIDE_TRY(attach_receipts(context, DocumentId(context.operation.id.bytes()), agreement.owner, payload.receipts));
  if (!transaction.service.is_nil())
    ALONGSIDE_TRY(ask_how_it_was(context, chance, transaction, name_of_visit(context, transaction)));
  return applied;
}

Result<Applied> reverse(OperationContext& context, const ReverseTransaction& payload) {
  if (!is_fit_text(payload.reason)) return refused(name_of(LedgerFault::BadText));
  const auto document = ALONGSIDE_TRY(context.documents.find(context.actor, context.what, payload.transaction));
  if (document.kind != Transaction::schema.id || document.subject != context.operation.subject) return not_there();
  const auto original = ALONGSIDE_TRY(wire::decode_payload<Transaction>(document.content));
  if (!may_be_reversed(original)) return refused("not_reversible");
  const FoundAgreement agreement = ALONGSIDE_TRY(agreement_of(context, original.agreement));
  const HouseholdId household = context.operation.subject.household;
  Ledger ledger(context.database);
  if (ALONGSIDE_TRY(ledger.is_reversed(household, agreement.id, document.id))) return refused("already_reversed");
  ALONGSIDE_TRY(keep_out_of_sent(context, agreement.id, original.day));
  ALONGSIDE_TRY(ledger.forget_bank_line(household, agreement.id, document.id));
  Transaction undone = reversal(original, trim(payload.reason));
  undone.reverses = document.id;
  return enter(context, agreement, std::move(undone));
}

Result<Applied> add_receipt(OperationContext& context, const AddReceipt& payload) {
  const auto document = ALONGSIDE_TRY(context.documents.find(context.actor, context.what, payload.transaction));
  if (document.kind != Transaction::schema.id || document.subject != context.operation.subject) return not_there();
  ALONGSIDE_TRY(attach_receipts(context, document.id, document.owner, std::span(&payload.receipt, 1)));
  return Applied{document.version};
}

Result<std::optional<PlanItem>> planned_before(OperationContext& context, DocumentId id) {
  const auto document = context.documents.find(context.actor, context.what, id);
  if (!document.ok() && document.error().code != ErrorCode::NotFound) return document.error();
  if (!document.ok() || document->kind != PlanItem::schema.id) return std::optional<PlanItem>();
  return std::optional<PlanItem>(ALONGSIDE_TRY(wire::decode_payload<PlanItem>(document->content)));
}

// What was planned in a sent period stays as the return tells it; what comes after that may change. `after`: null when
// the line is taken out.
Result<void> keep_planned(OperationContext& context, DocumentId id, const PlanItem* after) {
  const auto before = ALONGSIDE_TRY(planned_before(context, id));
  if (!before && after == nullptr) return {};
  if (before && after != nullptr && before->agreement != after->agreement) return refused("bad_payload");
  const HouseholdId household = context.operation.subject.household;
  const DocumentId agreement = before ? before->agreement : after->agreement;
  for (const SentPeriod& period : ALONGSIDE_TRY(ReturnTables(context.database).sent(household, agreement))) {
    if (!says_the_same(before ? &*before : nullptr, after, period)) return sent_meanwhile();
  }
  return {};
}

Result<Applied> plan(OperationContext& context, const PutPlanItem& payload) {
  const FoundAgreement agreement = ALONGSIDE_TRY(agreement_of(context, payload.item.agreement));
  if (const auto fault = check_plan_item(payload.item, agreement.agreement)) return refused(name_of(*fault));
  if (payload.id.is_nil()) return refused("bad_payload");
  ALONGSIDE_TRY(keep_planned(context, payload.id, &payload.item));
  const auto content =
      server::new_content(payload.id, context.operation.subject, agreement.owner, wire::Facet::Plan, payload.item);
  return Applied{ALONGSIDE_TRY(context.documents.put(context.actor, context.what, content, context.operation.base()))};
}

Result<Applied> unplan(OperationContext& context, const RemovePlanItem& payload) {
  const auto document = ALONGSIDE_TRY(context.documents.find(context.actor, context.what, payload.id));
  if (document.kind != PlanItem::schema.id || document.subject != context.operation.subject) return not_there();
  ALONGSIDE_TRY(keep_planned(context, payload.id, nullptr));
  const wire::Version base = context.operation.base();
  ALONGSIDE_TRY(context.documents.remove(context.actor, context.what, payload.id, base));
  return Applied{base.number + 1};
}

}  // namespace

void add_money_operations(server::Operations& operations, Chance& chance) {
  operations.on<RecordTransaction>(record_row, [&chance](OperationContext& context, const RecordTransaction& payload) {
    return record(context, payload, chance);
  });
  operations.on<ReverseTransaction>(reverse_row, reverse);
  operations.on<PutPlanItem>(plan_row, plan);
  operations.on<RemovePlanItem>(unplan_row, unplan);
  operations.on<AddReceipt>(receipt_row, add_receipt);
}

// A helper and a young person change only what its owner lets them change, like everybody else.
void add_money_access(server::AccessTable& table) {
  using server::Permission;
  using server::Relation;
  for (const std::string_view row : {record_row, reverse_row, plan_row, unplan_row, receipt_row}) {
    table.add(row)
        .give(Relation::Parent, Permission::Shared)
        .give(Relation::Carer, Permission::Shared)
        .give(Relation::Helper, Permission::Shared)
        .give(Relation::YoungPerson, Permission::Shared);
  }
  table.open_to_all("GET /api/direct_payments/guide");
}

}  // namespace alongside::direct_payments
