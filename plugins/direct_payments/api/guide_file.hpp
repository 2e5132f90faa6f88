// parse_guide: the guide as a council writes it by hand in a JSON file, checked. All mistakes come
// back at once, each with its path and what to write. Used by `council-api guide import`.
#pragma once

#include "app/base/result.hpp"
#include "plugins/direct_payments/model/guide.hpp"

namespace alongside::server {
class JsonValue;
}

namespace alongside::direct_payments {

Result<Guide> parse_guide(const server::JsonValue& json);

}  // namespace alongside::direct_payments
