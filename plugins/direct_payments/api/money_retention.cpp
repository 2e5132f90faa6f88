#include "plugins/direct_payments/api/money_retention.hpp"

#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/retention/retention_rules.hpp"
#include "app/server/sync/document_rows.hpp"
#include "app/server/sync/documents.hpp"
#include "app/wire/messages/attachment.hpp"
#include "app/wire/payload.hpp"
#include "plugins/direct_payments/model/agreement_notice.hpp"
#include "plugins/direct_payments/model/alerts/alert_choice.hpp"
#include "plugins/direct_payments/model/plan_item.hpp"
#include "plugins/direct_payments/model/returns/return_record.hpp"
#include "plugins/direct_payments/model/spending/agreed_words.hpp"
#include "plugins/direct_payments/model/spending/spend_question.hpp"
#include "plugins/direct_payments/model/transaction.hpp"

#include <optional>
#include <set>
#include <vector>

namespace alongside::direct_payments {
namespace {

using server::bind_id, server::column_id, server::Step;
using server::DocumentNumber, server::ReapStep, server::RetentionContext;

constexpr std::size_t most_documents = 200;
constexpr int most_payments = 100;

struct OldAgreement {
  DocumentId id;
  wire::Subject subject;
  DocumentNumber number{};
};

struct OfAgreement {
  DocumentNumber number{};
  DocumentId id;
};

template <wire::Message T>
Result<std::vector<OfAgreement>> documents_of(server::Database& database, const OldAgreement& old) {
  std::vector<OfAgreement> found;
  for (const auto& row : ALONGSIDE_TRY(server::rows_about(database, old.subject, T::schema.id))) {
    const auto content = wire::decode_payload<T>(row.document.content);
    if (content.ok() && content->agreement == old.id) found.push_back({row.number, row.document.id});
  }
  return found;
}

// A period that nobody has accepted still needs all of it.
Result<bool> is_settled(server::Database& database, const OldAgreement& old) {
  auto open = ALONGSIDE_TRY(database.prepare(
      "SELECT 1 FROM direct_payments_return WHERE household = ?1 AND agreement = ?2 AND state <> 'accepted'"));
  bind_id(bind_id(open, 1, old.subject.household), 2, old.id);
  return ALONGSIDE_TRY(open.step()) == Step::Done;
}

Result<std::optional<OldAgreement>> next_old(const RetentionContext& context) {
  constexpr int all = 1'000'000'000;
  for (const auto& row : ALONGSIDE_TRY(server::unheld_rows(context.database, Agreement::schema.id, {}, all))) {
    const auto agreement = wire::decode_payload<Agreement>(row.document.content);
    if (!agreement.ok() || !agreement->ends || *agreement->ends >= context.first_kept) continue;
    const OldAgreement old{row.document.id, row.document.subject, row.number};
    if (ALONGSIDE_TRY(is_settled(context.database, old))) return std::optional<OldAgreement>(old);
  }
  return std::optional<OldAgreement>();
}

Result<std::vector<OfAgreement>> receipts_of(server::Database& database, const OldAgreement& old,
                                             const std::vector<OfAgreement>& of) {
  std::set<DocumentId> ids;
  for (const OfAgreement& one : of) ids.insert(one.id);
  std::vector<OfAgreement> found;
  for (const auto& row : ALONGSIDE_TRY(server::rows_about(database, old.subject, wire::Attachment::schema.id))) {
    const auto file = wire::decode_payload<wire::Attachment>(row.document.content);
    if (file.ok() && ids.contains(file->of)) found.push_back({row.number, row.document.id});
  }
  return found;
}

// Receipts first: without what they belong to nobody finds them.
Result<std::vector<OfAgreement>> next_documents(server::Database& database, const OldAgreement& old) {
  auto all = ALONGSIDE_TRY(documents_of<Transaction>(database, old));
  for (const auto& one : ALONGSIDE_TRY(documents_of<Return>(database, old))) all.push_back(one);
  auto next = ALONGSIDE_TRY(receipts_of(database, old, all));
  for (const auto& one : ALONGSIDE_TRY(documents_of<PlanItem>(database, old))) next.push_back(one);
  for (const auto& one : ALONGSIDE_TRY(documents_of<AgreementNotice>(database, old))) next.push_back(one);
  for (const auto& one : ALONGSIDE_TRY(documents_of<SpendQuestion>(database, old))) next.push_back(one);
  for (const auto& one : ALONGSIDE_TRY(documents_of<AgreedWords>(database, old))) next.push_back(one);
  for (const auto& one : ALONGSIDE_TRY(documents_of<AlertChoice>(database, old))) next.push_back(one);
  next.insert(next.end(), all.begin(), all.end());
  if (next.size() > most_documents) next.resize(most_documents);
  return next;
}

Result<ReapStep> reap_agreements(const RetentionContext& context) {
  const auto old = ALONGSIDE_TRY(next_old(context));
  if (!old) return ReapStep{};
  // Before the first of its payments goes: the ledger's check knows from here on why no family sees its lines.
  auto mark =
      ALONGSIDE_TRY(context.database.prepare("INSERT INTO direct_payments_erased (household, agreement, until_day) "
                                             "VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING"));
  bind_id(bind_id(mark, 1, old->subject.household), 2, old->id).bind(3, context.first_kept.days() - 1);
  ALONGSIDE_TRY(mark.run());
  const auto next = ALONGSIDE_TRY(next_documents(context.database, *old));
  for (const OfAgreement& one : next) ALONGSIDE_TRY(context.documents.remove_by_council(one.number));
  if (next.empty()) ALONGSIDE_TRY(context.documents.remove_by_council(old->number));
  return ReapStep{static_cast<std::int64_t>(next.empty() ? 1 : next.size()), ReapStep::More::Yes};
}

struct OverAgreement {
  HouseholdId household;
  DocumentId agreement;
};

// Nobody's document any more, and its day is past.
Result<std::optional<OverAgreement>> next_over(const RetentionContext& context) {
  auto row = ALONGSIDE_TRY(context.database.prepare(
      "SELECT household, agreement FROM direct_payments_erased AS erased WHERE until_day < ?1"
      " AND NOT EXISTS (SELECT 1 FROM document WHERE document.id = erased.agreement AND gone = 0)"
      " ORDER BY household, agreement LIMIT 1"));
  if (ALONGSIDE_TRY(row.bind(1, context.today.days()).step()) == Step::Done) return std::optional<OverAgreement>();
  return std::optional<OverAgreement>(OverAgreement{column_id<HouseholdId>(row, 0), column_id<DocumentId>(row, 1)});
}

Result<std::int64_t> run_for(const RetentionContext& context, const OverAgreement& over, const std::string& sql) {
  auto statement = ALONGSIDE_TRY(context.database.prepare(sql));
  bind_id(bind_id(statement, 1, over.household), 2, over.agreement);
  ALONGSIDE_TRY(statement.run());
  return context.database.changes();
}

Result<ReapStep> reap_lines(const RetentionContext& context) {
  const auto over = ALONGSIDE_TRY(next_over(context));
  if (!over) return ReapStep{};
  const std::string of = " WHERE household = ?1 AND agreement = ?2";
  ALONGSIDE_TRY(run_for(context, *over, "UPDATE direct_payments_erased SET over = 1" + of));
  // The same payments in both statements: lines and what seals them go together.
  const std::string some =
      "(SELECT id FROM direct_payments_payment" + of + " ORDER BY id LIMIT " + std::to_string(most_payments) + ")";
  ALONGSIDE_TRY(run_for(context, *over, "DELETE FROM direct_payments_line" + of + " AND payment IN " + some));
  const auto gone =
      ALONGSIDE_TRY(run_for(context, *over, "DELETE FROM direct_payments_payment" + of + " AND id IN " + some));
  if (gone > 0) return ReapStep{gone, ReapStep::More::Yes};
  ALONGSIDE_TRY(run_for(context, *over, "DELETE FROM direct_payments_bank_line" + of));
  ALONGSIDE_TRY(run_for(context, *over, "DELETE FROM direct_payments_alert" + of));
  ALONGSIDE_TRY(run_for(context, *over, "DELETE FROM direct_payments_return_step" + of));
  ALONGSIDE_TRY(run_for(context, *over, "DELETE FROM direct_payments_return" + of));
  ALONGSIDE_TRY(run_for(context, *over, "DELETE FROM direct_payments_erased" + of));
  return ReapStep{0, ReapStep::More::Yes};
}

}  // namespace

void add_money_retention(server::RetentionRules& rules) {
  rules.add({"money_records",
             "agreements that ended, with their payments, plans, returns, receipts and answers in writing",
             "as the council says; the usual seven years are what auditors ask for", &server::Retention::money_records,
             reap_agreements});
  rules.add({"money_records", "lines of the ledger of agreements that are gone", "as above",
             &server::Retention::money_records, reap_lines});
}

}  // namespace alongside::direct_payments
