// OpenReferralApi: the routes under /open-referral/v3, an Open Referral UK 3.0 API of what families may
// see. Open to everybody's programs and pages; changes nothing. Owned by the local offer's feature.
#pragma once

#include "app/base/result.hpp"
#include "app/server/feature.hpp"
#include "app/server/request.hpp"
#include "app/server/response.hpp"
#include "plugins/local_offer/api/offer_tables.hpp"
#include "plugins/local_offer/api/open_referral/catalogue.hpp"
#include "plugins/local_offer/api/open_referral/list_query.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

// Ids of the services that some words find, best first.
using FindByWords = std::function<Result<std::vector<std::string>>(const std::string& words)>;

class OpenReferralApi {
 public:
  OpenReferralApi(server::FeatureContext& context, FindByWords find_by_words)
      : context_(context), tables_(context.database), find_by_words_(std::move(find_by_words)) {}

  void access(server::AccessTable& table) const;
  void routes(server::Router& router);

 private:
  using Answer = Result<server::JsonValue>;

  Result<const Catalogue*> catalogue();
  Result<server::JsonValue> record(const std::string& id);
  Result<std::vector<std::size_t>> chosen(const Catalogue& catalogue, const ListQuery& query);

  Answer services(const server::Request& request);
  Answer service(const server::Request& request);
  Answer places(const server::Request& request);
  Answer place(const server::Request& request);
  Answer taxonomies(const server::Request& request);
  Answer taxonomy(const server::Request& request);
  Answer terms(const server::Request& request);
  Answer term(const server::Request& request);
  Answer organizations(const server::Request& request);
  Answer organization(const server::Request& request);

  server::FeatureContext context_;
  OfferTables tables_;
  FindByWords find_by_words_;
  std::optional<Catalogue> catalogue_;
  std::uint64_t catalogue_version_ = 0;
};

}  // namespace alongside::local_offer
