// ListQuery: the parameters of the Open Referral API's lists, as they were written in an address. A
// mistake says which parameter it is in and what to write. Made by the API's routes.
#pragma once

#include "app/base/geo_point.hpp"
#include "app/base/result.hpp"
#include "app/server/query.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace alongside::wire {
struct Place;
}

namespace alongside::local_offer {

enum class Form : std::uint8_t {
  Listed,   // what is one-to-one
  Full,     // all of it
  Minimal,  // id and last_modified
};

struct Paging {
  static constexpr std::size_t usual = 50, most = 100, most_full = 20, most_minimal = 1000;
  std::size_t page = 1;
  std::size_t per_page = usual;
};

struct ListQuery {
  Paging paging;
  Form form = Form::Listed;
  std::string search;
  std::string taxonomy_term_id;
  std::string taxonomy_id;  // or its name
  std::string organization_id;
  std::optional<double> minimum_age;
  std::optional<double> maximum_age;
  std::string start_time;  // "09:30"
  std::string end_time;
  std::uint8_t days = 0;
  std::optional<std::int64_t> modified_after;
  std::optional<GeoPoint> near;
  std::optional<double> proximity;  // metres
};

Result<Paging> read_paging(const server::Query& query);
Result<ListQuery> read_list_query(const server::Query& query, const std::vector<wire::Place>& places);

}  // namespace alongside::local_offer
