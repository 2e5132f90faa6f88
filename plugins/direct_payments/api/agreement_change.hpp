// What an officer decides about one agreement: made, changed from a day on, or ended. Checked, kept, and told to the
// payee in writing with the reasons (model/agreement_notice.hpp), both or nothing. Used by
// agreement_change_verbs.
#pragma once

#include "app/base/result.hpp"
#include "app/wire/messages/operation.hpp"
#include "plugins/direct_payments/model/agreement_notice.hpp"

#include <optional>
#include <string>

namespace alongside {
class Chance;
}
namespace alongside::server {
struct FeatureContext;
}

namespace alongside::direct_payments {

// What each decision says of itself.
struct NoticeWords {
  std::string officer;
  wire::Bilingual reason;
  wire::Bilingual short_because;  // needed when the days are fewer than the council's rule
};

struct NewAgreement {
  wire::Subject subject;
  Agreement agreement;
  std::string keeper;  // of a managed account
};

// What is left out stays as it is.
struct AgreementAmendment {
  Date from;
  std::optional<Money> per_period;
  std::optional<Cycle> cycle;  // its first day is not looked at
  std::optional<Account> account;
  std::string keeper;
  std::optional<Date> review;
  std::optional<Date> ends;  // only later than before
  bool goes_on = false;      // its end is taken away
};

struct AgreementStop {
  Date last;
  wire::Bilingual money_left;  // empty: as the council's guide says
};

// A line for the officer. Errors: InvalidInput and NotFound, in words for the officer; nothing is kept then.
Result<std::string> create_agreement(const server::FeatureContext& context, Chance& chance, const NewAgreement& made,
                                     const NoticeWords& words);
Result<std::string> amend_agreement(const server::FeatureContext& context, Chance& chance, DocumentId id,
                                    const AgreementAmendment& amendment, const NoticeWords& words);
Result<std::string> stop_agreement(const server::FeatureContext& context, Chance& chance, DocumentId id,
                                   const AgreementStop& stop, const NoticeWords& words);

}  // namespace alongside::direct_payments
