#include "plugins/direct_payments/api/returns/return_shelf.hpp"

#include "app/server/feature.hpp"
#include "app/wire/payload.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace alongside::direct_payments {

Result<std::vector<KeptReturn>> all_returns(const server::FeatureContext& context) {
  std::vector<KeptReturn> all;
  for (wire::Document& document : ALONGSIDE_TRY(context.documents.all_by_council(Return::schema.id))) {
    auto content = ALONGSIDE_TRY(wire::decode_payload<Return>(document.content));
    all.push_back({std::move(document), std::move(content)});
  }
  std::sort(all.begin(), all.end(), [](const KeptReturn& a, const KeptReturn& b) {
    return std::tie(a.content.first, a.document.id) < std::tie(b.content.first, b.document.id);
  });
  return all;
}

Result<KeptReturn> find_return(const server::FeatureContext& context, const std::string& id) {
  const auto parsed = DocumentId::parse(id);
  if (!parsed.ok()) return Error{ErrorCode::InvalidInput, "give the id of a return, from: council-api returns list"};
  auto document = ALONGSIDE_TRY(context.documents.find_by_council(parsed.value()));
  if (!document || document->state != wire::DocumentState::Present || document->kind != Return::schema.id)
    return Error{ErrorCode::NotFound, "there is no return with this id. See: council-api returns list --all"};
  auto content = ALONGSIDE_TRY(wire::decode_payload<Return>(document->content));
  return KeptReturn{std::move(*document), std::move(content)};
}

Result<std::vector<MissingReturn>> missing_returns(const server::FeatureContext& context,
                                                   const std::vector<KeptReturn>& returns, Date today) {
  std::vector<Return> contents;
  for (const KeptReturn& one : returns) contents.push_back(one.content);
  std::vector<MissingReturn> missing;
  for (const wire::Document& document : ALONGSIDE_TRY(context.documents.all_by_council(Agreement::schema.id))) {
    const auto agreement = ALONGSIDE_TRY(wire::decode_payload<Agreement>(document.content));
    const SentPeriod period = next_period(document.id, agreement, contents);
    const bool is_ended = agreement.ends && *agreement.ends < period.first;
    const bool is_known = std::any_of(contents.begin(), contents.end(), [&](const Return& one) {
      return one.agreement == document.id && one.first == period.first;
    });
    if (period.last < today && !is_ended && !is_known) missing.push_back({document.id, period});
  }
  std::sort(missing.begin(), missing.end(), [](const MissingReturn& a, const MissingReturn& b) {
    return std::tie(a.period.last, a.agreement) < std::tie(b.period.last, b.agreement);
  });
  return missing;
}

}  // namespace alongside::direct_payments
