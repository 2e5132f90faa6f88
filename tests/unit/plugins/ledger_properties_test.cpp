// What must hold for every ledger there can be, tried on random ones (rapidcheck): no penny is made or
// lost by any order of recording, reversing, arriving and arriving again.
#include "app/wire/payload.hpp"
#include "plugins/direct_payments/model/ledger_rules.hpp"
#include "plugins/direct_payments/model/returns/return_figures.hpp"
#include "plugins/direct_payments/model/returns/return_rules.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;

namespace {

rc::Gen<Account> any_account() {
  return rc::gen::map(rc::gen::inRange<int>(0, account_count), [](int n) { return static_cast<Account>(n); });
}

// One to seven postings of any amount, and one more that brings the sum to zero.
rc::Gen<Transaction> any_transaction() {
  return rc::gen::exec([] {
    Transaction transaction = spend_of(1, "2026-11-02");
    transaction.day = Date(day_of("2026-11-02").days() + *rc::gen::inRange(0, 90));
    transaction.postings.clear();
    std::int64_t sum = 0;
    const int count = *rc::gen::inRange(1, 8);
    for (int i = 0; i < count; ++i) {
      std::int64_t pence = *rc::gen::inRange<std::int64_t>(-1'000'000, 1'000'001);
      if (pence == 0 || (i + 1 == count && sum + pence == 0)) pence += 1 + (sum + pence == -1 ? 1 : 0);
      transaction.postings.push_back({*any_account(), pence_of(pence)});
      sum += pence;
    }
    if (sum == 0) transaction.postings.push_back({*any_account(), pence_of(sum += 7)});
    transaction.postings.push_back({*any_account(), pence_of(-sum)});
    if (transaction.postings.size() > Transaction::most_postings)
      transaction.postings.erase(transaction.postings.begin());
    return transaction;
  });
}

rc::Gen<std::vector<BookChange>> any_history() {
  return rc::gen::exec([] {
    std::vector<BookChange> history;
    const int count = *rc::gen::inRange(0, 40);
    for (int i = 0; i < count; ++i) {
      BookChange change;
      change.id = id_number<OperationId>(static_cast<std::uint8_t>(i + 10));
      change.subject = riley;
      change.actor = *rc::gen::element(sam, jo);
      change.progress = *rc::gen::element(Progress::Saving, Progress::OnDevice, Progress::Received);
      if (i > 0 && *rc::gen::inRange(0, 3) == 0) {
        ReverseTransaction reverse;  // of something made before, or unknown
        reverse.transaction = id_number<DocumentId>(static_cast<std::uint8_t>(*rc::gen::inRange(9, i + 10)));
        reverse.reason = "wrong";
        change.change = reverse;
      } else {
        Transaction transaction = *any_transaction();
        if (check_postings(transaction.postings)) transaction = spend_of(500, "2026-11-03");
        change.change = record_of(transaction);
      }
      history.push_back(change);
    }
    return history;
  });
}

using Balances = std::array<std::int64_t, account_count>;
Balances balances_of(const Book& book) {
  const std::vector<Transaction> ledger = book.ledger();
  Balances balances{};
  for (std::size_t i = 0; i < account_count; ++i) balances[i] = balance(static_cast<Account>(i), ledger);
  return balances;
}

std::int64_t sum_of(const Balances& balances) {
  std::int64_t sum = 0;
  for (const std::int64_t pence : balances) sum += pence;
  return sum;
}

// The book once the council has everything: each change has become a document.
Book settled(const Book& shown) {
  Book book = sample_book();
  for (const BookEntry& entry : shown.entries) {
    if (entry.progress == Progress::WithCouncil) continue;
    BookEntry document = entry;
    document.progress = Progress::WithCouncil;
    document.reversed_by = {};
    book.entries.push_back(document);
  }
  return book;
}

void holds(const char* what, const auto& property) {
  CAPTURE(std::string(what));
  CHECK(rc::check(what, property));
}

}  // namespace

TEST_CASE("the books of every history sum to zero") {
  holds("sums to zero", [] { RC_ASSERT(sum_of(balances_of(apply_changes(sample_book(), *any_history()))) == 0); });
}

TEST_CASE("a reversal brings every balance back to what it was") {
  holds("reversal", [] {
    std::vector<Transaction> ledger = *rc::gen::container<std::vector<Transaction>>(any_transaction());
    const Transaction wrong = *any_transaction();
    const std::vector<Transaction> before = ledger;
    ledger.push_back(wrong);
    ledger.push_back(reversal(wrong, "wrong"));
    for (std::size_t i = 0; i < account_count; ++i)
      RC_ASSERT(balance(static_cast<Account>(i), ledger) == balance(static_cast<Account>(i), before));
    RC_ASSERT(ledger.back().day == wrong.day);
  });
}

TEST_CASE("a change counts once, whether it waits here, has arrived, or both") {
  holds("once", [] {
    const std::vector<BookChange> history = *any_history();
    const Book shown = apply_changes(sample_book(), history);
    const Balances balances = balances_of(shown);
    RC_ASSERT(balances_of(apply_changes(settled(shown), {})) == balances);
    RC_ASSERT(balances_of(apply_changes(settled(shown), history)) == balances);
  });
}

TEST_CASE("documents that come in any order, and only some of them, make the same book") {
  holds("order", [] {
    const std::vector<BookChange> history = *any_history();
    const Book shown = apply_changes(sample_book(), history);
    Book partly = settled(shown);
    std::vector<std::pair<int, BookEntry>> shuffled;
    for (const BookEntry& entry : partly.entries) shuffled.emplace_back(*rc::gen::inRange(0, 1000), entry);
    std::stable_sort(shuffled.begin(), shuffled.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    partly.entries.clear();
    for (const auto& [place, entry] : shuffled) {
      const bool has_come = entry.id == sample_book().entries[0].id || place % 2 == 0;
      if (has_come) partly.entries.push_back(entry);
    }
    RC_ASSERT(balances_of(apply_changes(partly, history)) == balances_of(shown));
  });
}

TEST_CASE("what is left in a period is what the assets hold at its end") {
  holds("left", [] {
    const Book book = apply_changes(sample_book(), *any_history());
    const Agreement agreement = sample_agreement();
    const BudgetPeriod period = period_of(agreement, Date(agreement.first_day.days() + *rc::gen::inRange(0, 120)));
    std::vector<Transaction> until;
    for (const Transaction& transaction : book.ledger()) {
      if (transaction.day <= period.last) until.push_back(transaction);
    }
    const std::int64_t assets =
        balance(Account::Bank, until) + balance(Account::PrepaidCard, until) + balance(Account::ManagedAccount, until);
    RC_ASSERT(money_left(agreement_id, agreement, book.ledger(), {}, period).left() == assets);
  });
}

TEST_CASE("postings are taken exactly when they are two to eight, known, not nothing, and sum to zero") {
  holds("postings", [] {
    std::vector<Posting> postings;
    std::int64_t sum = 0;
    bool is_good = true;
    const int count = *rc::gen::inRange(0, 11);
    for (int i = 0; i < count; ++i) {
      const auto account = static_cast<Account>(*rc::gen::inRange<int>(0, account_count + 2));
      std::int64_t pence = *rc::gen::inRange<std::int64_t>(-3, 4);
      if (*rc::gen::inRange(0, 20) == 0) pence *= 10'000'000;
      postings.push_back({account, pence_of(pence)});
      is_good = is_good && is_known(account) && pence != 0 && pence <= 10'000'000 && pence >= -10'000'000;
      sum += pence;
    }
    is_good = is_good && count >= 2 && count <= 8 && sum == 0;
    RC_ASSERT(check_postings(postings).has_value() == !is_good);
  });
}

TEST_CASE("every day belongs to one period, and the next day to it or the next") {
  holds("periods", [] {
    Agreement agreement = sample_agreement();
    agreement.period_days = static_cast<std::uint16_t>(*rc::gen::inRange(1, 367));
    agreement.period_months = static_cast<std::uint16_t>(std::max(0, *rc::gen::inRange(-12, 13)));
    agreement.first_day = Date(agreement.first_day.days() + *rc::gen::inRange(0, 1500));
    const Date day(agreement.first_day.days() + *rc::gen::inRange(-5000, 5000));
    const BudgetPeriod period = period_of(agreement, day);
    RC_ASSERT(period.holds(day));
    RC_ASSERT(agreement.period_months > 0 || days_between(period.first, period.last) + 1 == agreement.period_days);
    const BudgetPeriod next = period_of(agreement, Date(day.days() + 1));
    RC_ASSERT(next == period || (next.index == period.index + 1 && next.first.days() == period.last.days() + 1));
  });
}

namespace {

// The council as its rules have it: payments and reversals are taken unless their day is in a sent period, returns
// when they are next, and only the last one sent is opened again.
struct Council {
  Agreement agreement = sample_agreement();
  std::vector<Transaction> ledger;
  std::vector<Return> returns;

  std::vector<KeptTransaction> kept() const {
    std::vector<KeptTransaction> all;
    for (const Transaction& one : ledger) all.push_back({id_number<DocumentId>(1), &one});
    return all;
  }
  ReturnFigures figures(SentPeriod period) const { return return_figures(agreement_id, period, kept(), {}); }
  void enter(const Transaction& one) {
    if (!check_not_sent(one.day, sent_periods(agreement_id, returns))) ledger.push_back(one);
  }
  void send_next(Date today) {
    const SentPeriod period = next_period(agreement_id, agreement, returns);
    SendReturn sent;
    sent.agreement = agreement_id;
    sent.first = period.first;
    sent.last = period.last;
    sent.figures = figures(period);
    sent.declared = Declared::Yes;
    if (check(sent, agreement, returns, today)) return;
    const auto there =
        std::find_if(returns.begin(), returns.end(), [&](const Return& r) { return r.first == period.first; });
    send(there == returns.end() ? returns.emplace_back() : *there, sent, sam, today);
  }
  void reopen_last() {
    const Return* last = last_sent(agreement_id, returns);
    for (Return& one : returns) {
      if (&one == last) one.state = ReturnState::Reopened;
    }
  }
};

}  // namespace

TEST_CASE("whatever is tried after a return was sent, the sums of its period never change, nor of an edition") {
  holds("locked", [] {
    Council council;
    std::vector<ReturnFigures> first_editions;
    const int count = *rc::gen::inRange(1, 60);
    for (int i = 0; i < count; ++i) {
      const int what = *rc::gen::inRange(0, 10);
      if (what < 6)
        council.enter(*any_transaction());
      else if (what == 6 && !council.ledger.empty())
        council.enter(reversal(*rc::gen::elementOf(council.ledger), "wrong"));
      else if (what == 7)
        council.reopen_last();
      else
        council.send_next(Date(day_of("2026-11-02").days() + *rc::gen::inRange(0, 150)));
      Money closing;
      for (const Return& one : council.returns) {
        if (!is_closed(one.state)) continue;
        const ReturnFigures& sent = one.editions.back().figures;
        RC_ASSERT(council.figures({one.first, one.last}) == sent);
        RC_ASSERT(sent.opening == closing);  // each begins with what the one before ended with
        closing = sent.closing;
        RC_ASSERT(sent.opening.pence() + sent.from_council.pence() + sent.contribution.pence() +
                      sent.brought_in.pence() - sent.spent.pence() - sent.repaid.pence() ==
                  sent.closing.pence());
      }
      for (std::size_t k = 0; k < council.returns.size(); ++k) {
        const ReturnFigures& first = council.returns[k].editions.front().figures;
        if (k == first_editions.size()) first_editions.push_back(first);
        RC_ASSERT(first_editions[k] == first);
      }
    }
  });
}

TEST_CASE("bytes that are no payment of ours are refused, and those that are come out the same") {
  holds("bytes", [] {
    Bytes bytes = wire::encode_payload(record_of(*any_transaction()));
    const int changes = *rc::gen::inRange(0, 4);
    for (int i = 0; i < changes; ++i)
      bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<std::uint8_t>();
    const auto read = wire::decode_payload<RecordTransaction>(bytes);
    RC_ASSERT(changes > 0 || read.ok());
    if (!read.ok()) return;
    RC_ASSERT(wire::encode_payload(read.value()) == bytes);
    for (const Posting& posting : read->postings) RC_ASSERT(is_known(posting.account));
  });
}
