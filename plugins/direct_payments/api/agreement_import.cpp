#include "plugins/direct_payments/api/agreement_import.hpp"

#include "app/base/birthday.hpp"
#include "app/base/clock.hpp"
#include "app/server/feature.hpp"
#include "app/server/sync/new_content.hpp"
#include "plugins/direct_payments/api/agreement_letter.hpp"
#include "plugins/direct_payments/api/agreement_payee.hpp"
#include "plugins/direct_payments/api/coming_of_age.hpp"
#include "plugins/direct_payments/api/ledger_tables.hpp"
#include "plugins/direct_payments/api/returns/return_tables.hpp"
#include "plugins/direct_payments/api/spending/agreed_words_store.hpp"
#include "plugins/direct_payments/model/ledger_rules.hpp"

#include <optional>
#include <utility>

namespace alongside::direct_payments {
namespace {

constexpr std::int32_t days_told_before = 2 * 366;  // the move to adults' services takes its time

Error wrong(const FileAgreement& file, const std::string& what) {
  return {ErrorCode::InvalidInput, "agreement " + file.id.text() + ": " + what};
}

template <wire::Message T>
server::NewContent content_of(const FileAgreement& file, DocumentId id, const T& message) {
  return server::new_content(id, file.subject, file.agreement.payee, wire::Facet::Money, message);
}

// Sums were checked when the file was read, so the amount has an opposite.
Transaction payment_of(const FileAgreement& file, const FilePayment& payment) {
  Transaction transaction;
  transaction.agreement = file.id;
  transaction.day = payment.day;
  transaction.text = "Direct payment";
  transaction.postings = {{account_on(file.agreement, payment.day), payment.amount},
                          {Account::CouncilPayment, Money().minus(payment.amount).value()}};
  return transaction;
}

class Import {
 public:
  explicit Import(const server::FeatureContext& context) : context_(context) {}

  Result<void> take(FileAgreement file) {
    const auto known = ALONGSIDE_TRY(context_.documents.find_by_council(file.id));
    if (known && (known->subject != file.subject || known->owner != file.agreement.payee))
      return wrong(file, "it is in already for another child or payee; give this one an id of its own");
    if (known) ALONGSIDE_TRY(keep_noticed(file, *known));
    const auto born = ALONGSIDE_TRY(born_on(context_.database, file.subject));
    if (born) file.agreement.grown_up = birthday(*born, grown_up_at);
    ALONGSIDE_TRY(check(file, born));
    const Agreement& agreement = file.agreement;
    const bool is_near =
        agreement.grown_up && days_between(context_.clock.today(), *agreement.grown_up) <= days_told_before;
    if (is_near && agreement.ends.value_or(last_date) >= *agreement.grown_up) ++past_childhood_;
    const server::NewContent content = content_of(file, file.id, file.agreement);
    if (!known || known->content != content.content) {
      ALONGSIDE_TRY(context_.documents.put_by_council(content));
      ++agreements_;
    }
    if (file.agreed) ALONGSIDE_TRY(keep_agreed_words(context_, file.subject, file.agreement.payee, *file.agreed));
    for (const FilePayment& payment : file.payments) ALONGSIDE_TRY(take(file, payment));
    return {};
  }

  std::string report(std::size_t in_file) const {
    // Worded so that one reads as well as many.
    std::string text = "Agreements read: " + std::to_string(in_file) +
                       "; new or changed: " + std::to_string(agreements_) +
                       "; payments put into the ledger: " + std::to_string(payments_) + ".\n";
    if (noticed_ > 0)
      text +=
          "Made or changed by notice, so that what this file says of them is left out: " + std::to_string(noticed_) +
          ".\n";
    if (past_childhood_ > 0)
      text += "Going on after their child is 18: " + std::to_string(past_childhood_) +
              ". To see them: council-api agreement birthdays\n";
    return text;
  }

 private:
  // What a family was told in writing is changed in writing: of such an agreement a file brings only payments.
  Result<void> keep_noticed(FileAgreement& file, const wire::Document& known) {
    if (known.kind != Agreement::schema.id || known.state != wire::DocumentState::Present) return {};
    if (ALONGSIDE_TRY(letters_about(context_, known.subject, known.id)).empty()) return {};
    file.agreement = ALONGSIDE_TRY(wire::decode_payload<Agreement>(known.content));
    ++noticed_;
    return {};
  }

  Result<void> check(const FileAgreement& file, std::optional<Date> born) {
    const auto payee = check_payee(context_, file.subject, file.agreement, born);
    if (!payee.ok()) return wrong(file, payee.error().detail);
    if (ALONGSIDE_TRY(is_mark_taken(context_, file.subject, file.id)))
      return wrong(file, "its id begins like that of another agreement of this child; give it another id");
    return {};
  }

  Result<void> take(const FileAgreement& file, const FilePayment& payment) {
    Transaction transaction = payment_of(file, payment);
    const auto fault = check_transaction(transaction, file.agreement, last_date);
    if (fault) return wrong(file, "payment " + payment.id.text() + " cannot be: " + std::string(name_of(*fault)));
    if (const auto known = ALONGSIDE_TRY(context_.documents.find_by_council(payment.id))) {
      const auto kept = wire::decode_payload<Transaction>(known->content);
      if (known->kind == Transaction::schema.id && kept.ok() && kept->agreement == transaction.agreement &&
          kept->day == transaction.day && kept->postings == transaction.postings)
        return {};
      return wrong(file, "payment " + payment.id.text() +
                             " is in the ledger already and says something else. The ledger is never edited.");
    }
    const auto sent = ALONGSIDE_TRY(ReturnTables(context_.database).sent(file.subject.household, file.id));
    if (check_not_sent(payment.day, sent))
      return wrong(file, "payment " + payment.id.text() + " is of " + payment.day.iso() +
                             ", and the return of that day was sent. Open it again first: council-api returns reopen");
    transaction.recorded_at_ms = context_.clock.now_ms();
    ALONGSIDE_TRY(context_.documents.put_by_council(content_of(file, payment.id, transaction)));
    ++payments_;
    return Ledger(context_.database).append(file.subject.household, payment.id, transaction);
  }

  const server::FeatureContext& context_;
  std::size_t agreements_ = 0;
  std::size_t payments_ = 0;
  std::size_t noticed_ = 0;
  std::size_t past_childhood_ = 0;  // they run on after the 18th birthday, which is not far
};

}  // namespace

Result<std::string> import_agreements(const server::FeatureContext& context,
                                      std::span<const FileAgreement> agreements) {
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context.database));
  Import import(context);
  for (const FileAgreement& file : agreements) ALONGSIDE_TRY(import.take(file));
  ALONGSIDE_TRY(transaction.commit());
  return import.report(agreements.size());
}

}  // namespace alongside::direct_payments
