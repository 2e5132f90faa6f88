#include "tests/apart/family_money.hpp"

#include "app/server/json_reader.hpp"
#include "plugins/direct_payments/api/agreement_import.hpp"
#include "plugins/direct_payments/api/feature.hpp"
#include "plugins/direct_payments/model/ledger_rules.hpp"
#include "plugins/direct_payments/model/returns/return_figures.hpp"
#include "plugins/direct_payments/model/returns/return_period.hpp"
#include "plugins/direct_payments/model/statement/file_preview.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"
#include "tests/unit/statements/statement_sample.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace alongside::apart {

using namespace direct_payments;
using namespace testing;

namespace {

// Few amounts and names on few days, so that many are alike; none like what people type by hand.
Statement autumn_file() {
  Statement file;
  for (int i = 0; i < 12; ++i) {
    StatementLine line;
    line.line = static_cast<std::uint32_t>(i + 1);
    line.row =
        payment(i < 6 ? "2026-11-12" : "2026-12-03", i % 3 == 0 ? -1117 : -2223, i % 2 == 0 ? "NM TAXIS" : "SWIM CLUB");
    line.row->day = Date(line.row->day.days() + i % 2);
    file.lines.push_back(std::move(line));
  }
  return file;
}

std::int64_t moved_by(const std::vector<Posting>& postings) {
  std::int64_t pence = 0;
  for (const Posting& posting : postings) {
    if (kind_of(posting.account) == AccountKind::Asset) pence += posting.amount.pence();
  }
  return pence;
}

DocumentId plan_id(int number) {
  IdBytes bytes{0xb1};
  bytes[15] = static_cast<std::uint8_t>(number);
  return DocumentId(bytes);
}

std::vector<FileAgreement> demo_agreements() {
  const auto json = server::read_json_file(demo_folder + "agreements.json", {});
  return parse_agreements(json.value()).value();
}

}  // namespace

FamilyMoney::FamilyMoney()
    : council_(make_feature),
      phone_(council_, sam, 1, decided_),
      tablet_(council_, jo, 2, decided_),
      file_(autumn_file()),
      agreements_(demo_agreements()) {
  REQUIRE(import_agreements(council_.context, agreements_).ok());
  paid_ = 31200;
  council_.clock.day = day_of("2026-11-27");
  for (FamilyDevice* one : {&phone_, &tablet_}) {
    one->pass_days(5);  // from 22 November
    one->sync();
  }
}

void FamilyMoney::act(const Step& step) {
  FamilyDevice& at = device(step.who);
  switch (step.what) {
    case Deed::Spend: return spend(step);
    case Deed::AddLines: return add_lines(step);
    case Deed::TakeBack: return take_back(step);
    case Deed::Plan: return plan(step);
    case Deed::TakeOut: return take_out(step);
    case Deed::SendReturn: return send_return(step);
    case Deed::Sync: return at.sync();
    case Deed::LoseNetwork: at.line().way = Way::NotReached; return;
    case Deed::LoseReplies: at.line().way = Way::ReplyLost; return;
    case Deed::FindNetwork: at.line().way = Way::Good; return at.sync();
    case Deed::KillTab: return at.begin_again();
    case Deed::WeekPasses: return wait_a_week();
    case Deed::CouncilPays: return council_pays(step);
    case Deed::CouncilReopens: return council_decides("reopen");
    case Deed::CouncilAccepts: return council_decides("accept");
  }
}

void FamilyMoney::come_together() {
  for (FamilyDevice* one : {&phone_, &tablet_, &phone_}) {
    one->line().way = Way::Good;
    one->sync();
  }
}

void FamilyMoney::note_worth(OperationId id, const RecordTransaction& payment) {
  worth_[id] = moved_by(payment.postings);
}

void FamilyMoney::spend(const Step& step) {
  const Date day(day_of("2026-11-10").days() + step.which);
  RecordTransaction payment = record_of(spend_of(100 * step.amount, "2026-11-10", "By hand"));
  payment.day = day;
  const OperationId id = device(step.who).make(payment);
  made_[static_cast<std::size_t>(step.who)].push_back(id);
  note_worth(id, payment);
}

FamilyMoney::Payments FamilyMoney::lines_to_add(int who, const Statement& file) {
  const Book book = device(who).book();
  const BookAgreement& agreement = book.agreements.at(0);
  return payments_to_add(preview_file(file, {}, book, agreement, {}, {}, council_.clock.day), book, agreement, 100);
}

void FamilyMoney::add_lines(const Step& step) {
  Payments fresh = lines_to_add(step.who, file_);
  if (fresh.size() > static_cast<std::size_t>(step.amount)) fresh.resize(static_cast<std::size_t>(step.amount));
  for (const RecordTransaction& payment : fresh) {
    const OperationId id = device(step.who).make(payment);
    made_[static_cast<std::size_t>(step.who)].push_back(id);
    note_worth(id, payment);
  }
}

void FamilyMoney::add_whole_file(int who) { add_lines({who, Deed::AddLines, 0, 1000}); }

std::size_t FamilyMoney::new_lines_with_second(int who, std::size_t line) {
  Statement file = file_;
  file.lines.push_back(file.lines.at(line));
  return lines_to_add(who, file).size();
}

bool FamilyMoney::takes(std::size_t line) {
  const Date day = file_.lines.at(line).row->day;
  return day <= council_.clock.day && !check_not_sent(day, phone_.book().sent(agreement_id));
}

void FamilyMoney::take_back(const Step& step) {
  const Book book = device(step.who).book();
  std::vector<const BookEntry*> open;
  for (const BookEntry& entry : book.entries) {
    if (may_be_reversed(entry.transaction) && entry.reversed_by.is_nil()) open.push_back(&entry);
  }
  if (open.empty()) return;
  const BookEntry& entry = *open[static_cast<std::size_t>(step.which) % open.size()];
  ReverseTransaction reverse;
  reverse.transaction = entry.id;
  reverse.reason = "Wrong";
  const OperationId id = device(step.who).make(reverse);
  made_[static_cast<std::size_t>(step.who)].push_back(id);
  worth_[id] = -moved_by(entry.transaction.postings);
}

void FamilyMoney::plan(const Step& step) {
  const Book book = device(step.who).book();
  PutPlanItem put;
  put.id = plan_id(step.which % 2);
  const BookPlan* there = book.planned(put.id);
  put.item = there != nullptr ? there->item : sample_plan(100 * step.amount, 1);
  put.item.day = day_of(step.which % 2 == 0 ? "2026-11-16" : "2026-12-14");
  put.item.name = (step.who == 0 ? "Sam " : "Jo ") + std::to_string(made_[static_cast<std::size_t>(step.who)].size());
  const OperationId id = device(step.who).make(put, there != nullptr ? there->version : wire::Version());
  made_[static_cast<std::size_t>(step.who)].push_back(id);
  watch_.made(id, {put.id, there != nullptr ? there->item.name : std::string(), put.item.name});
}

void FamilyMoney::take_out(const Step& step) {
  const Book book = device(step.who).book();
  const BookPlan* there = book.planned(plan_id(step.which % 2));
  if (there == nullptr) return;
  RemovePlanItem remove;
  remove.id = there->id;
  const OperationId id = device(step.who).make(remove, there->version);
  made_[static_cast<std::size_t>(step.who)].push_back(id);
  watch_.made(id, {there->id, there->item.name, {}});
}

void FamilyMoney::send_return(const Step& step) {
  const Book book = device(step.who).book();
  std::vector<Return> returns;
  for (const BookReturn& one : book.returns) returns.push_back(one.content);
  std::vector<KeptTransaction> kept;
  for (const BookEntry& entry : book.entries) kept.push_back({entry.id, &entry.transaction});
  const SentPeriod period = next_period(agreement_id, book.agreements.at(0).agreement, returns);
  if (period.last >= council_.clock.day) return;
  const BookReturn* there = book.find_return(return_id(agreement_id, period.first));
  SendReturn sent;
  sent.agreement = agreement_id;
  sent.first = period.first;
  sent.last = period.last;
  sent.figures = return_figures(agreement_id, period, kept, book.planned_items());
  sent.declared = Declared::Yes;
  made_[static_cast<std::size_t>(step.who)].push_back(
      device(step.who).make(sent, there == nullptr ? wire::Version() : there->version));
}

void FamilyMoney::wait_a_week() {
  council_.clock.day = Date(council_.clock.day.days() + 7);
  for (FamilyDevice* one : {&phone_, &tablet_}) one->pass_days(7);
}

void FamilyMoney::council_pays(const Step& step) {
  FilePayment payment;
  IdBytes bytes{0xc0};
  bytes[15] = static_cast<std::uint8_t>(agreements_[0].payments.size());
  payment.id = DocumentId(bytes);
  payment.day = Date(day_of("2026-11-16").days() + step.which);
  payment.amount = pence_of(1000 * step.amount);
  agreements_[0].payments.push_back(payment);
  if (import_agreements(council_.context, agreements_).ok())
    paid_ += payment.amount.pence();
  else
    agreements_[0].payments.pop_back();  // the return of that day is with the council
}

void FamilyMoney::council_decides(const char* verb) {
  const auto returns = council_.documents.all_by_council(Return::schema.id).value();
  if (returns.empty()) return;
  const auto latest = std::max_element(returns.begin(), returns.end(), [](const auto& a, const auto& b) {
    return wire::decode_payload<Return>(a.content)->first < wire::decode_payload<Return>(b.content)->first;
  });
  (void)council_.run("returns", verb, {latest->id.text(), "So that it can be put right", "", ""});
}

std::int64_t FamilyMoney::in_account() {
  std::int64_t pence = 0;
  const auto documents = council_.documents.all_by_council(Transaction::schema.id).value();
  for (const wire::Document& document : documents)
    pence += moved_by(wire::decode_payload<Transaction>(document.content)->postings);
  return pence;
}

std::int64_t FamilyMoney::expected_in_account() const {
  std::int64_t pence = paid_;
  std::set<OperationId> known;
  for (const Decided& one : decided_) {
    const auto worth = worth_.find(one.id);
    const bool counts = one.outcome == wire::Outcome::Applied && worth != worth_.end() && known.insert(one.id).second;
    if (counts) pence += worth->second;
  }
  return pence;
}

// What was sent once never reads otherwise.
std::string FamilyMoney::changed_editions() {
  const auto documents = council_.documents.all_by_council(Return::schema.id).value();
  for (const wire::Document& document : documents) {
    const Return one = wire::decode_payload<Return>(document.content).value();
    for (const ReturnEdition& edition : one.editions) {
      const std::string place = document.id.text() + " " + std::to_string(edition.number);
      if (!(editions_.emplace(place, edition.figures).first->second == edition.figures))
        return "edition " + place + " has changed";
    }
  }
  return {};
}

std::string FamilyMoney::wrong_now() {
  for (FamilyDevice* one : {&phone_, &tablet_}) {
    const Book book = one->book();
    for (const BookEntry& entry : book.entries) {
      if (const auto fault = check_postings(entry.transaction.postings))
        return "a payment on a device: " + std::string(direct_payments::name_of(*fault));
    }
  }
  const std::string report = council_.run("ledger", "check").value();
  if (report.find("they all fit") == report.npos) return report;
  if (in_account() != expected_in_account())
    return "£: " + std::to_string(in_account()) + ", and not " + std::to_string(expected_in_account());
  const auto unseen = watch_.laid_over_unseen(decided_);
  if (!unseen.empty()) return "laid over what its maker had not seen: " + unseen.front();
  return changed_editions();
}

std::string FamilyMoney::wrong_together() {
  const Book mine = phone_.book();
  const Book theirs = tablet_.book();
  if (phone_.unsent() + tablet_.unsent() > 0) return "something is unsent";
  for (const Book* book : {&mine, &theirs}) {
    if (balance(Account::Bank, book->ledger()) != in_account())
      return "a device shows another sum than the council has";
  }
  if (mine.entries.size() != theirs.entries.size() || mine.plan.size() != theirs.plan.size() ||
      mine.returns.size() != theirs.returns.size())
    return "the devices show different things";
  for (std::size_t who = 0; who < made_.size(); ++who) {
    const Book& book = who == 0 ? mine : theirs;
    for (const OperationId id : made_[who]) {
      const bool is_done = std::any_of(decided_.begin(), decided_.end(), [id](const Decided& one) {
        return one.id == id && one.outcome == wire::Outcome::Applied;
      });
      const bool is_told =
          std::any_of(book.troubles.begin(), book.troubles.end(), [id](const BookChange& one) { return one.id == id; });
      if (is_done == is_told)
        return is_done ? "what was done is told as trouble" : "what was not done is told to nobody";
    }
  }
  return {};
}

}  // namespace alongside::apart
