#include "plugins/direct_payments/api/returns/return_check.hpp"

#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/sync/documents.hpp"
#include "plugins/direct_payments/model/returns/return_figures.hpp"
#include "plugins/direct_payments/model/returns/return_record.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::direct_payments {
namespace {

struct NamedFigure {
  std::string_view name;
  Money ReturnFigures::* figure;
};
constexpr NamedFigure named_figures[] = {{"opening", &ReturnFigures::opening},
                                         {"from the council", &ReturnFigures::from_council},
                                         {"contribution", &ReturnFigures::contribution},
                                         {"brought in", &ReturnFigures::brought_in},
                                         {"spent", &ReturnFigures::spent},
                                         {"repaid", &ReturnFigures::repaid},
                                         {"closing", &ReturnFigures::closing}};

// The row that closes a period in the database.
struct CouncilRow {
  Date last;
  std::string state;
  std::size_t edition = 0;
};
using RowKey = std::tuple<HouseholdId, DocumentId, Date>;  // household, agreement, first day

std::int64_t pence_left_over(const ReturnFigures& figures) {
  return figures.opening.pence() + figures.from_council.pence() + figures.contribution.pence() +
         figures.brought_in.pence() - figures.spent.pence() - figures.repaid.pence() - figures.closing.pence();
}

class ReturnCheck {
 public:
  ReturnCheck(server::InvariantContext& context, const SeenLedger& ledger, server::Findings& findings)
      : context_(context), ledger_(ledger), findings_(findings) {}

  Result<std::size_t> run(const ErasedAgreements& erased) {
    ALONGSIDE_TRY(read_rows());
    ALONGSIDE_TRY(read_plan());
    std::size_t count = 0;
    for (const wire::Document& document : ALONGSIDE_TRY(context_.documents.all_by_council(Return::schema.id))) {
      ++count;
      place_ = "return " + document.id.text();
      const auto content = wire::decode_payload<Return>(document.content);
      if (!content.ok() || content->editions.empty()) {
        find("its document cannot be read");
        continue;
      }
      look_at(document.subject.household, content.value());
    }
    for (const auto& [key, row] : rows_) {
      if (erased.contains({std::get<0>(key), std::get<1>(key)})) continue;
      place_ = "return of agreement " + std::get<1>(key).text() + " from " + std::get<2>(key).iso();
      find("no family sees it");
    }
    check_order();
    return count;
  }

 private:
  void find(const std::string& what) { findings_.push_back(place_ + ": " + what); }

  Result<void> read_rows() {
    auto select = ALONGSIDE_TRY(context_.database.prepare(
        "SELECT household, agreement, first, last, state, edition FROM direct_payments_return"));
    while (ALONGSIDE_TRY(select.step()) == server::Step::Row) {
      const RowKey key{server::column_id<HouseholdId>(select, 0), server::column_id<DocumentId>(select, 1),
                       Date(static_cast<std::int32_t>(select.column_integer(2)))};
      rows_[key] = {Date(static_cast<std::int32_t>(select.column_integer(3))), std::string(select.column_text(4)),
                    static_cast<std::size_t>(select.column_integer(5))};
    }
    return {};
  }

  Result<void> read_plan() {
    for (const wire::Document& document : ALONGSIDE_TRY(context_.documents.all_by_council(PlanItem::schema.id))) {
      auto item = wire::decode_payload<PlanItem>(document.content);
      if (item.ok()) plan_[document.subject.household].push_back({document.id, std::move(item).value()});
    }
    return {};
  }

  void look_at(HouseholdId household, const Return& one) {
    const auto row = rows_.find({household, one.agreement, one.first});
    if (row == rows_.end()) {
      find("the council has no row of it, so nothing closes its period");
    } else {
      const CouncilRow& kept = row->second;
      if (kept.last != one.last || kept.state != name_of(one.state) || kept.edition != one.editions.size())
        find("the family sees another state, edition or last day than the council has");
      rows_.erase(row);
    }
    for (std::size_t i = 0; i < one.editions.size(); ++i) {
      const std::string edition = "edition " + std::to_string(i + 1) + ": ";
      if (one.editions[i].number != i + 1) find(edition + "it has another number");
      if (pence_left_over(one.editions[i].figures) != 0) find(edition + "its figures do not add up");
    }
    if (!is_closed(one.state)) return;
    compare(household, one);
    closed_[{household, one.agreement}].push_back(one);
  }

  // The ledger's own lines were compared with these transactions already, one by one.
  void compare(HouseholdId household, const Return& one) {
    std::vector<KeptTransaction> kept;
    for (auto at = ledger_.lower_bound({household, one.agreement, DocumentId()}); at != ledger_.end(); ++at) {
      if (std::get<0>(at->first) != household || std::get<1>(at->first) != one.agreement) break;
      kept.push_back({std::get<2>(at->first), &at->second});
    }
    const ReturnFigures& sent = one.editions.back().figures;
    const ReturnFigures ours = return_figures(one.agreement, {one.first, one.last}, kept, plan_[household]);
    const std::string place =
        one.first.iso() + " to " + one.last.iso() + ", edition " + std::to_string(one.editions.size()) + ": ";
    for (const NamedFigure& named : named_figures) {
      if (sent.*named.figure != ours.*named.figure)
        find(place + "\"" + std::string(named.name) + "\" is not what the ledger says");
    }
    if (sent.payments != ours.payments) find(place + "the ledger has another number of payments");
    compare_lines(place, sent, ours);
  }

  // What was planned for the period cannot change while it is closed. Of another period's plan only the money counts:
  // its name may change, and it may go.
  void compare_lines(const std::string& place, const ReturnFigures& sent, const ReturnFigures& ours) {
    std::int64_t spent = 0;
    for (const ReturnLine& line : sent.lines) {
      spent += line.spent.pence();
      if (line.planned.pence() == 0) continue;
      if (std::find(ours.lines.begin(), ours.lines.end(), line) == ours.lines.end())
        find(place + "line " + line.plan_item.text() + " is not what plan and ledger say");
    }
    if (spent != sent.spent.pence()) find(place + "its lines do not add up to \"spent\"");
  }

  // Each begins on the day after the one before, with what was left of it.
  void check_order() {
    for (auto& [agreement, returns] : closed_) {
      std::sort(returns.begin(), returns.end(), [](const Return& a, const Return& b) { return a.first < b.first; });
      for (std::size_t i = 1; i < returns.size(); ++i) {
        place_ = "return of agreement " + agreement.second.text() + " from " + returns[i].first.iso();
        if (days_between(returns[i - 1].last, returns[i].first) != 1)
          find("it does not begin where the last one ended");
        if (returns[i - 1].editions.back().figures.closing != returns[i].editions.back().figures.opening)
          find("\"opening\" is not the \"closing\" of the one before");
      }
    }
  }

  server::InvariantContext& context_;
  const SeenLedger& ledger_;
  server::Findings& findings_;
  std::string place_;
  std::map<RowKey, CouncilRow> rows_;  // those whose document has not come by yet
  std::map<HouseholdId, std::vector<PlannedItem>> plan_;
  std::map<std::pair<HouseholdId, DocumentId>, std::vector<Return>> closed_;
};

}  // namespace

Result<std::size_t> check_returns(server::InvariantContext& context, const SeenLedger& ledger,
                                  const ErasedAgreements& erased, server::Findings& findings) {
  return ReturnCheck(context, ledger, findings).run(erased);
}

}  // namespace alongside::direct_payments
