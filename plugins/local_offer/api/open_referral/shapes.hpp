// The shapes in which the Open Referral API shows a record, and the wrapper around a page of them. Pure.
// Used by the API's routes and by the export.
#pragma once

#include "app/server/json_reader.hpp"
#include "plugins/local_offer/api/open_referral/list_query.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

// Without lists, at any depth: what is one-to-one.
server::JsonValue listed_shape(const server::JsonValue& record);
// Id and last_modified; the latter may be empty.
server::JsonValue minimal_shape(std::string_view id, std::string_view last_modified);
// A service's place with the service inside it; null when the service has no such place.
server::JsonValue at_location_shape(const server::JsonValue& service, std::string_view at_location_id, Form form);
server::JsonValue shape_of(const server::JsonValue& record, Form form);  // Listed or Full

// The records of one page of `total`, with where it stands among the others.
server::JsonValue page_of(std::vector<server::JsonValue> contents, std::size_t total, const Paging& paging);
// Which of `total` items the page has: [first, end).
struct PageRange {
  std::size_t first = 0;
  std::size_t end = 0;
};
PageRange range_of(const Paging& paging, std::size_t total);

}  // namespace alongside::local_offer
