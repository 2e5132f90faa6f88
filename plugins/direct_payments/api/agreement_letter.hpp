// AgreementLetter: the written half of what an officer decides about an agreement: by which rules, in which words and
// how many days before; kept as a record beside the agreement, and told to the payee. Used by agreement_change.
#pragma once

#include "app/base/result.hpp"
#include "app/wire/messages/operation.hpp"
#include "plugins/direct_payments/api/agreement_change.hpp"
#include "plugins/direct_payments/model/guide.hpp"

#include <utility>
#include <vector>

namespace alongside::direct_payments {

struct KeptAgreement {
  DocumentId id;
  wire::Subject subject;
  Agreement agreement;
};

// InvalidInput unless they are plain words of the length that a notice has.
Result<void> check_words(const wire::Bilingual& words, const char* what);

// All that was written about one agreement, in order. What was told in writing is changed in writing.
Result<std::vector<AgreementNotice>> letters_about(const server::FeatureContext& context, const wire::Subject& subject,
                                                   DocumentId agreement);

class AgreementLetter {
 public:
  // InvalidInput when the council's guide does not say how it changes payments, or a word is missing.
  static Result<AgreementLetter> create(const server::FeatureContext& context, NoticeKind kind,
                                        const NoticeWords& words);

  AgreementNotice& notice() { return notice_; }
  const ChangeRules& rules() const { return rules_; }
  // The last return that is asked for, when nothing is paid after a day.
  LastReturn last_return(const Agreement& agreement, Date last) const;
  // Less money is told in time, or the letter says why it is not. InvalidInput, in words for the officer.
  Result<void> check_days();
  // Both documents and the payee's notice, or nothing.
  Result<void> send(const server::FeatureContext& context, Chance& chance, KeptAgreement kept);

 private:
  AgreementLetter(ChangeRules rules, std::uint16_t send_within_days)
      : rules_(std::move(rules)), send_within_days_(send_within_days) {}

  ChangeRules rules_;
  std::uint16_t send_within_days_;
  AgreementNotice notice_;
};

}  // namespace alongside::direct_payments
