// same_json: whether two records of a feed say exactly the same, whatever the order of their
// members. Used by feed_folder, since feeds repeat services across pages.
#pragma once

namespace alongside::server {
class JsonValue;
}

namespace alongside::local_offer {

bool same_json(const server::JsonValue& a, const server::JsonValue& b);

}  // namespace alongside::local_offer
