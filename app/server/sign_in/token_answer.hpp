// TokenAnswer: what a provider's token endpoint said when a code was exchanged. Pure.
#pragma once

#include "app/server/fetch/web_fetch.hpp"

#include <string>
#include <string_view>

namespace alongside::server {

struct TokenAnswer {
  std::string id_token;
  std::string access_token;
};

// NotAllowed when it does not take the code; InvalidInput when the answer is no answer.
Result<TokenAnswer> read_token_answer(const WebAnswer& answer);

// "application/json", whatever follows: anything else was written by something else.
bool is_json_type(std::string_view content_type);

}  // namespace alongside::server
