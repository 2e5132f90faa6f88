// The council's answer to a request, out of `council-api requests answer`.
#pragma once

#include "app/base/result.hpp"
#include "app/wire/messages/document.hpp"
#include "plugins/requests/model/family_request.hpp"

#include <string>

namespace alongside {
class Chance;
}

namespace alongside::server {
struct FeatureContext;
}

namespace alongside::requests {

struct FoundRequest {
  wire::Document document;
  FamilyRequest request;
};
Result<FoundRequest> find_request(const server::FeatureContext& context, const std::string& id);

struct CouncilAnswer {
  std::string id;
  std::string status;  // by its name
  wire::Bilingual words;
};
// Puts the answer into the request and a notice into its asker's inbox, together or not at all.
Result<std::string> answer_request(const server::FeatureContext& context, Chance& chance, const CouncilAnswer& answer);

}  // namespace alongside::requests
