#include "plugins/direct_payments/api/returns/return_operations.hpp"

#include "app/base/clock.hpp"
#include "app/server/access/access_table.hpp"
#include "app/server/attachments/attach_files.hpp"
#include "app/server/sync/operations.hpp"
#include "app/wire/messages/attachment.hpp"
#include "plugins/direct_payments/api/find_agreement.hpp"
#include "plugins/direct_payments/api/guide_store.hpp"
#include "plugins/direct_payments/api/returns/return_content.hpp"
#include "plugins/direct_payments/api/returns/return_tables.hpp"
#include "plugins/direct_payments/model/returns/return_figures.hpp"
#include "plugins/direct_payments/model/returns/return_rules.hpp"

#include <set>
#include <string>
#include <utility>

namespace alongside::direct_payments {
namespace {

using server::Applied;
using server::OperationContext;

constexpr std::string_view send_row = "op direct_payments.return_send";
constexpr std::string_view answer_row = "op direct_payments.return_answer";

// What another person did meanwhile is for the person to look at; the rest is plainly refused.
Error not_taken(ReturnFault fault) {
  const bool is_meanwhile = fault == ReturnFault::AlreadySent || fault == ReturnFault::NoQuestion;
  return {is_meanwhile ? ErrorCode::Conflict : ErrorCode::InvalidInput, std::string(name_of(fault))};
}

template <wire::Message T>
Result<std::vector<std::pair<DocumentId, T>>> all_seen(OperationContext& context) {
  std::vector<std::pair<DocumentId, T>> all;
  const wire::Subject& subject = context.operation.subject;
  for (const auto& document :
       ALONGSIDE_TRY(context.documents.of_kind(context.actor, context.what, subject, T::schema.id)))
    all.emplace_back(document.id, ALONGSIDE_TRY(wire::decode_payload<T>(document.content)));
  return all;
}

// What the council has of a period, as the sender may see it.
struct Pack {
  std::vector<std::pair<DocumentId, Transaction>> transactions;
  std::vector<KeptTransaction> ledger;
  std::vector<PlannedItem> plan;
  std::set<DocumentId> with_receipt;
};

Result<Pack> pack_of(OperationContext& context) {
  Pack pack;
  pack.transactions = ALONGSIDE_TRY(all_seen<Transaction>(context));
  for (const auto& [id, transaction] : pack.transactions) pack.ledger.push_back({id, &transaction});
  for (auto& [id, item] : ALONGSIDE_TRY(all_seen<PlanItem>(context))) pack.plan.push_back({id, std::move(item)});
  for (const auto& [id, file] : ALONGSIDE_TRY(all_seen<wire::Attachment>(context))) pack.with_receipt.insert(file.of);
  return pack;
}

// What the edition says beside what the family wrote: by which rules, and what was missing.
void complete(ReturnEdition& edition, const SendReturn& sent, const Pack& pack, const std::optional<Guide>& guide) {
  if (!guide) return;
  edition.rules_date = guide->source.date;
  edition.declaration = guide->returns.declaration;
  const auto asked = receipts_asked(sent.agreement, {sent.first, sent.last}, pack.ledger, guide->returns.receipt_from);
  for (const KeptTransaction& kept : asked) edition.without_receipt += pack.with_receipt.contains(kept.id) ? 0u : 1u;
}

Result<Applied> put(OperationContext& context, const server::AttachTarget& target, const Return& one,
                    const wire::Version& base, std::span<const DocumentId> files) {
  const auto content = content_of(target.id, target.subject, target.owner, one);
  const auto version = ALONGSIDE_TRY(context.documents.put(context.actor, context.what, content, base));
  ALONGSIDE_TRY(server::attach_files(context, target, files));
  ALONGSIDE_TRY(ReturnTables(context.database).keep(target.subject.household, one, context.clock.now_ms()));
  return Applied{version};
}

Result<Applied> send_return(OperationContext& context, const SendReturn& payload) {
  const FoundAgreement agreement = ALONGSIDE_TRY(agreement_of(context, payload.agreement));
  std::vector<Return> returns;
  Return into;
  for (auto& [id, one] : ALONGSIDE_TRY(all_seen<Return>(context))) {
    if (one.agreement == payload.agreement && one.first == payload.first) into = one;
    returns.push_back(std::move(one));
  }
  const Date today = context.clock.today();
  if (const auto fault = check(payload, agreement.agreement, returns, today)) return not_taken(*fault);
  const Pack pack = ALONGSIDE_TRY(pack_of(context));
  const SentPeriod period{payload.first, payload.last};
  if (return_figures(agreement.id, period, pack.ledger, pack.plan) != payload.figures)
    return Error{ErrorCode::Conflict, "other_figures"};
  send(into, payload, context.actor.person, today);
  complete(into.editions.back(), payload, pack, ALONGSIDE_TRY(read_guide(context.database)));
  const server::AttachTarget target{return_id(agreement.id, payload.first), context.operation.subject, agreement.owner,
                                    wire::Facet::Money};
  const auto files = payload.statement ? payload.statement->files : std::vector<DocumentId>();
  return put(context, target, into, context.operation.base(), files);
}

// Words are taken whatever the council wrote meanwhile, as long as the return is still open with it.
Result<Applied> answer_return(OperationContext& context, const AnswerReturn& payload) {
  const auto document = ALONGSIDE_TRY(context.documents.find(context.actor, context.what, payload.id));
  if (document.kind != Return::schema.id || document.subject != context.operation.subject)
    return Error{ErrorCode::NotFound, "not_found"};
  auto one = ALONGSIDE_TRY(wire::decode_payload<Return>(document.content));
  if (const auto fault = check(one, payload)) return not_taken(*fault);
  answer(one, payload, context.actor.person, context.clock.today());
  const server::AttachTarget target{document.id, document.subject, document.owner, wire::Facet::Money};
  return put(context, target, one, document.now(), payload.files);
}

}  // namespace

void add_return_operations(server::Operations& operations) {
  operations.on<SendReturn>(send_row, send_return);
  operations.on<AnswerReturn>(answer_row, answer_return);
}

// Who only helps may read the money and declares nothing.
void add_return_access(server::AccessTable& table) {
  using server::Permission;
  using server::Relation;
  for (const std::string_view row : {send_row, answer_row}) {
    table.add(row)
        .give(Relation::Parent, Permission::Shared)
        .give(Relation::Carer, Permission::Shared)
        .give(Relation::YoungPerson, Permission::Shared);
  }
}

}  // namespace alongside::direct_payments
