// How the Open Referral API answers: JSON that any page may read, and mistakes as RFC 9457 problems that
// say what to write instead. Used by the API's routes.
#pragma once

#include "app/base/result.hpp"
#include "app/server/json_reader.hpp"
#include "app/server/response.hpp"

namespace alongside::local_offer {

server::Response open_answer(const Result<server::JsonValue>& answer);

}  // namespace alongside::local_offer
