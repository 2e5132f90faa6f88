// The demo family's agreement and an everyday spend on it, for the tests of direct payments.
#pragma once

#include "plugins/direct_payments/model/book.hpp"
#include "tests/support/family_sample.hpp"

#include <string_view>

namespace alongside::testing {

inline Money pence_of(std::int64_t pence) { return Money::from_pence(pence).value(); }

inline const DocumentId agreement_id = DocumentId::parse("d3a81f6c-0e57-4b29-9a4d-7c1e5f2b8d90").value();
inline constexpr std::string_view swim_club = "00000000-0000-4000-8000-000000000001";

inline direct_payments::Agreement sample_agreement() {
  direct_payments::Agreement agreement;
  agreement.payee = sam;
  agreement.child = riley.id;
  agreement.period_days = 28;
  agreement.first_day = agreement.starts = day_of("2026-11-02");
  agreement.per_period = pence_of(31200);
  agreement.source = {"Our letter", "Ein llythyr"};
  agreement.source_date = day_of("2026-10-19");
  return agreement;
}

inline direct_payments::Transaction spend_of(std::int64_t pence, std::string_view day,
                                             std::string_view text = "Swim club") {
  using direct_payments::Account;
  direct_payments::Transaction transaction;
  transaction.agreement = agreement_id;
  transaction.day = day_of(day);
  transaction.text = text;
  transaction.recorded_by = sam;
  transaction.postings = {{Account::Activities, pence_of(pence)}, {Account::Bank, pence_of(-pence)}};
  return transaction;
}

inline direct_payments::Transaction council_payment(std::int64_t pence, std::string_view day) {
  using direct_payments::Account;
  direct_payments::Transaction transaction = spend_of(pence, day, "Direct payment");
  transaction.recorded_by = {};
  transaction.postings = {{Account::Bank, pence_of(pence)}, {Account::CouncilPayment, pence_of(-pence)}};
  return transaction;
}

inline direct_payments::PlanItem sample_plan(std::int64_t pence, std::uint32_t units) {
  direct_payments::PlanItem item;
  item.agreement = agreement_id;
  item.day = day_of("2026-11-02");
  item.service = ServiceId::parse(swim_club).value();
  item.name = "Saturday Swim Club";
  item.unit_cost = pence_of(pence);
  item.units = units;
  return item;
}

inline direct_payments::RecordTransaction record_of(const direct_payments::Transaction& transaction) {
  direct_payments::RecordTransaction record;
  record.agreement = direct_payments::mark_of(transaction.agreement);
  record.day = transaction.day;
  record.postings = transaction.postings;
  record.text = transaction.text;
  record.plan_item = transaction.plan_item;
  record.service = transaction.service;
  return record;
}

inline direct_payments::Book sample_book() {
  direct_payments::Book book;
  book.agreements.push_back({agreement_id, riley, sam, sample_agreement()});
  book.entries.push_back({id_number<DocumentId>(1), council_payment(31200, "2026-11-02"), {}, {}});
  return book;
}

}  // namespace alongside::testing
