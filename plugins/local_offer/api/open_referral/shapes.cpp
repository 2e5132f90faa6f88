#include "plugins/local_offer/api/open_referral/shapes.hpp"

#include "app/server/json_tree.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace alongside::local_offer {

using server::JsonKind;
using server::JsonValue;

namespace {

JsonValue counted(std::size_t number) { return server::json_whole(static_cast<std::int64_t>(number)); }

}  // namespace

JsonValue listed_shape(const JsonValue& record) {
  JsonValue shape = server::json_object();
  for (const auto& [name, value] : record.members) {
    if (value.is(JsonKind::Array)) continue;
    JsonValue kept = value.is(JsonKind::Object) ? listed_shape(value) : value;
    // What is made of lists alone, such as the answers to the SEND questions, is not in the list's shape at all.
    if (!server::is_empty(kept)) shape.members.emplace_back(name, std::move(kept));
  }
  return shape;
}

JsonValue minimal_shape(std::string_view id, std::string_view last_modified) {
  JsonValue shape = server::json_object();
  server::put_member(shape, "id", server::json_words(id));
  if (!last_modified.empty()) server::put_member(shape, "last_modified", server::json_words(last_modified));
  return shape;
}

JsonValue shape_of(const JsonValue& record, Form form) { return form == Form::Full ? record : listed_shape(record); }

JsonValue at_location_shape(const JsonValue& service, std::string_view at_location_id, Form form) {
  const JsonValue* places = service.find("service_at_locations");
  if (places == nullptr) return {};
  for (const JsonValue& place : places->items) {
    if (place.text_at("id") != at_location_id) continue;
    JsonValue shape = shape_of(place, form);
    JsonValue inner = shape_of(service, form);
    server::remove_member(inner, "service_at_locations");
    server::put_member(shape, "service", std::move(inner));
    return shape;
  }
  return {};
}

PageRange range_of(const Paging& paging, std::size_t total) {
  const std::size_t first = std::min(total, (paging.page - 1) * paging.per_page);
  return {first, std::min(total, first + paging.per_page)};
}

JsonValue page_of(std::vector<JsonValue> contents, std::size_t total, const Paging& paging) {
  const std::size_t pages = (total + paging.per_page - 1) / paging.per_page;
  JsonValue page = server::json_object();
  const auto put = [&page](std::string_view name, JsonValue value) {
    server::put_member(page, name, std::move(value));
  };
  put("total_items", counted(total));
  put("total_pages", counted(pages));
  put("page_number", counted(paging.page));
  put("size", counted(contents.size()));
  put("first_page", server::json_truth(paging.page == 1));
  put("last_page", server::json_truth(paging.page >= pages));
  put("empty", server::json_truth(contents.empty()));
  JsonValue list = server::json_array();
  list.items = std::move(contents);
  put("contents", std::move(list));
  return page;
}

}  // namespace alongside::local_offer
