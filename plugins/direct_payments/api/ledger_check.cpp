#include "plugins/direct_payments/api/ledger_check.hpp"

#include "app/server/feature.hpp"
#include "app/server/id_column.hpp"
#include "plugins/direct_payments/api/returns/return_check.hpp"
#include "plugins/direct_payments/model/agreement.hpp"
#include "plugins/direct_payments/model/ledger_rules.hpp"

#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace alongside::direct_payments {
namespace {

using Key = std::tuple<HouseholdId, DocumentId, DocumentId>;  // household, agreement, transaction

struct Kept {
  Date day;
  DocumentId reverses;
  std::vector<Posting> postings;
  bool is_sealed = false;
};

class Check {
 public:
  Check(server::Database& database, server::Documents& documents) : database_(database), documents_of_(documents) {}

  Result<server::Findings> run() {
    ALONGSIDE_TRY(read_lines());
    ALONGSIDE_TRY(read_seals());
    ALONGSIDE_TRY(read_documents());
    ALONGSIDE_TRY(read_erased());
    compare();
    server::InvariantContext context{database_, documents_of_};
    returns_ = ALONGSIDE_TRY(check_returns(context, documents_, erased_, findings_));
    return findings_;
  }

  std::string report() const {
    std::string report = std::to_string(kept_.size()) + " transactions, " + std::to_string(lines_) + " lines";
    if (returns_ > 0) report += ", " + std::to_string(returns_) + " returns";
    if (findings_.empty()) return report + ": they all fit.\n";
    report += ": " + std::to_string(findings_.size()) + " things do not fit.\n";
    for (const std::string& finding : findings_) report += finding + "\n";
    return report;
  }

 private:
  void find(const Key& key, std::string_view what) {
    findings_.push_back("transaction " + std::get<2>(key).text() + ": " + std::string(what));
  }

  Result<void> read_lines() {
    auto select = ALONGSIDE_TRY(
        database_.prepare("SELECT household, agreement, payment, day, account, pence FROM direct_payments_line"
                          " ORDER BY household, agreement, payment, line"));
    while (ALONGSIDE_TRY(select.step()) == server::Step::Row) {
      ++lines_;
      const Key key = key_in(select);
      Kept& kept = kept_[key];
      kept.day = Date(static_cast<std::int32_t>(select.column_integer(3)));
      const auto pence = Money::from_pence(select.column_integer(5));
      if (!pence.ok()) find(key, "an amount is out of all bounds");
      kept.postings.push_back({static_cast<Account>(select.column_integer(4)), pence.ok() ? pence.value() : Money()});
    }
    return {};
  }

  Result<void> read_seals() {
    auto select =
        ALONGSIDE_TRY(database_.prepare("SELECT household, agreement, id, day, reverses FROM direct_payments_payment"));
    while (ALONGSIDE_TRY(select.step()) == server::Step::Row) {
      const Key key = key_in(select);
      const bool has_lines = kept_.contains(key);
      if (!has_lines) find(key, "it has no lines");
      Kept& kept = kept_[key];
      kept.is_sealed = true;
      if (!select.column_is_null(4)) kept.reverses = server::column_id<DocumentId>(select, 4);
    }
    return {};
  }

  Result<void> read_documents() {
    std::set<DocumentId> agreements;
    for (const auto& document : ALONGSIDE_TRY(documents_of_.all_by_council(Agreement::schema.id)))
      agreements.insert(document.id);
    for (const auto& document : ALONGSIDE_TRY(documents_of_.all_by_council(Transaction::schema.id))) {
      const auto content = wire::decode_payload<Transaction>(document.content);
      const Key key{document.subject.household, content.ok() ? content->agreement : DocumentId(), document.id};
      if (!content.ok()) {
        find(key, "its document cannot be read");
        continue;
      }
      if (!agreements.contains(content->agreement)) find(key, "its agreement is not there");
      documents_.insert_or_assign(key, content.value());
    }
    return {};
  }

  // Agreements whose owner was erased: their lines are kept, and no family sees them any more.
  Result<void> read_erased() {
    auto select = ALONGSIDE_TRY(database_.prepare("SELECT household, agreement FROM direct_payments_erased"));
    while (ALONGSIDE_TRY(select.step()) == server::Step::Row) {
      erased_.insert({server::column_id<HouseholdId>(select, 0), server::column_id<DocumentId>(select, 1)});
    }
    return {};
  }

  void compare() {
    for (const auto& [key, kept] : kept_) {
      if (!kept.is_sealed) find(key, "its lines belong to no transaction");
      if (const auto fault = check_postings(kept.postings)) find(key, name_of(*fault));
      const auto document = documents_.find(key);
      if (document == documents_.end()) {
        if (!erased_.contains({std::get<0>(key), std::get<1>(key)})) find(key, "no family sees it");
        continue;
      }
      const Transaction& seen = document->second;
      if (seen.day != kept.day || seen.postings != kept.postings || seen.reverses != kept.reverses)
        find(key, "the family sees something else");
      if (!kept.reverses.is_nil()) compare_reversal(key, kept);
    }
    for (const auto& [key, seen] : documents_) {
      if (!kept_.contains(key)) find(key, "a family sees it and the ledger does not have it");
    }
  }

  void compare_reversal(const Key& key, const Kept& kept) {
    const auto original = kept_.find({std::get<0>(key), std::get<1>(key), kept.reverses});
    if (original == kept_.end()) {
      find(key, "what it takes back is not there");
      return;
    }
    Transaction before;
    before.postings = original->second.postings;
    if (reversal(before, "").postings != kept.postings) find(key, "it does not take back the same amounts");
  }

  static Key key_in(const server::Statement& row) {
    return {server::column_id<HouseholdId>(row, 0), server::column_id<DocumentId>(row, 1),
            server::column_id<DocumentId>(row, 2)};
  }

  server::Database& database_;
  server::Documents& documents_of_;
  std::map<Key, Kept> kept_;
  SeenLedger documents_;
  ErasedAgreements erased_;
  std::vector<std::string> findings_;
  std::size_t lines_ = 0;
  std::size_t returns_ = 0;
};

}  // namespace

Result<std::string> check_ledger(const server::FeatureContext& context) {
  Check check(context.database, context.documents);
  ALONGSIDE_TRY(check.run());
  return check.report();
}

Result<server::Findings> ledger_findings(server::InvariantContext& context) {
  return Check(context.database, context.documents).run();
}

}  // namespace alongside::direct_payments
