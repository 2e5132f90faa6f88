// The returns that the council has, and the periods that are over and were never sent. Used by the council's verbs.
#pragma once

#include "app/base/date.hpp"
#include "app/base/result.hpp"
#include "app/wire/messages/document.hpp"
#include "plugins/direct_payments/model/returns/return_period.hpp"

#include <string>
#include <vector>

namespace alongside::server {
struct FeatureContext;
}

namespace alongside::direct_payments {

struct KeptReturn {
  wire::Document document;
  Return content;
};

// In order of period, then of id.
Result<std::vector<KeptReturn>> all_returns(const server::FeatureContext& context);
// By its id as text; InvalidInput or NotFound in words for an officer.
Result<KeptReturn> find_return(const server::FeatureContext& context, const std::string& id);

// The next period of an agreement, over since `period.last` and not sent.
struct MissingReturn {
  DocumentId agreement;
  SentPeriod period;
};
Result<std::vector<MissingReturn>> missing_returns(const server::FeatureContext& context,
                                                   const std::vector<KeptReturn>& returns, Date today);

}  // namespace alongside::direct_payments
