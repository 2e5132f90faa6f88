#include "plugins/local_offer/api/open_referral/list_query.hpp"

#include "app/base/text.hpp"
#include "app/wire/messages/council.hpp"
#include "plugins/local_offer/api/open_referral/day_names.hpp"
#include "plugins/local_offer/api/open_referral/made_id.hpp"
#include "plugins/local_offer/api/open_referral/moment.hpp"
#include "plugins/local_offer/model/terms.hpp"

#include <charconv>
#include <string_view>

namespace alongside::local_offer {
namespace {

using server::Query;

Error mistake(std::string_view name, std::string_view what_to_write) {
  return {ErrorCode::InvalidInput, "The parameter " + std::string(name) + ": " + std::string(what_to_write) + "."};
}

Result<std::size_t> whole_number(const Query& query, std::string_view name, std::size_t usual, std::size_t most) {
  const std::string_view text = query.value(name);
  if (text.empty()) return usual;
  std::size_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault == std::errc() && end == text.data() + text.size() && number >= 1 && number <= most) return number;
  return mistake(name, "write a whole number from 1 to " + std::to_string(most));
}

Result<std::optional<double>> number_from_0(const Query& query, std::string_view name, double most,
                                            std::string_view what_to_write) {
  const std::string_view text = query.value(name);
  if (text.empty()) return std::optional<double>();
  double number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault == std::errc() && end == text.data() + text.size() && number >= 0 && number <= most)
    return std::optional(number);
  return mistake(name, what_to_write);
}

Result<bool> truth(const Query& query, std::string_view name) {
  const std::string_view text = query.value(name);
  if (text.empty() || text == "false") return false;
  if (text == "true") return true;
  return mistake(name, "write true or false");
}

Result<std::string> words(const Query& query, std::string_view name) {
  constexpr std::size_t longest = 400;
  const std::string_view text = trim(query.value(name));
  if (text.size() <= longest) return std::string(text);
  return mistake(name, "write at most 400 bytes");
}

// "09:30" or "09:30:00": compared by hour and minute.
Result<std::string> time_of_day(const Query& query, std::string_view name) {
  const std::string_view text = query.value(name);
  if (text.empty()) return std::string();
  const bool has_seconds = text.size() >= 8 && text[5] == ':' && is_digit(text[6]) && is_digit(text[7]);
  const bool is_shaped = (text.size() == 5 || has_seconds) && is_digit(text[0]) && is_digit(text[1]) &&
                         text[2] == ':' && is_digit(text[3]) && is_digit(text[4]);
  if (is_shaped && text.substr(0, 5) <= "24:00" && text[3] < '6') return std::string(text.substr(0, 5));
  return mistake(name, "write a time such as 09:30");
}

Result<std::uint8_t> day(const Query& query) {
  const std::string_view text = trim(query.value("day"));
  if (text.empty()) return std::uint8_t{0};
  const std::uint8_t found = days_named(text);
  if (found != 0) return found;
  return mistake("day", "write MO, TU, WE, TH, FR, SA or SU, or a day's name such as Monday");
}

Result<std::optional<std::int64_t>> moment(const Query& query, std::string_view name) {
  const std::string_view text = query.value(name);
  if (text.empty()) return std::optional<std::int64_t>();
  if (const auto ms = parse_moment(text)) return ms;
  return mistake(name, "write a date and time such as 2026-11-22T09:00:00Z");
}

// "nm1 2ab" as "NM1"; a district alone stays.
std::string district_of(std::string_view postcode) {
  std::string code;
  for (const char c : postcode) {
    if (c >= 'a' && c <= 'z') code += static_cast<char>(c - 'a' + 'A');
    if (is_digit(c) || (c >= 'A' && c <= 'Z')) code += c;
  }
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const std::size_t size = code.size();
  const bool is_whole = size >= 5 && is_digit(code[size - 3]) && is_upper(code[size - 2]) && is_upper(code[size - 1]);
  if (is_whole) code.resize(size - 3);
  return code;
}

// No postcode leaves the council's server, so places are as exact as its configuration: districts.
Result<std::optional<GeoPoint>> centre_of(const Query& query, const std::vector<wire::Place>& places) {
  const std::string_view postcode = trim(query.value("postcode"));
  if (postcode.empty()) return std::optional<GeoPoint>();
  const std::string district = district_of(postcode);
  std::string known;
  for (const wire::Place& place : places) {
    for (const std::string& each : place.postcode_districts) {
      if (same_term(each, district))
        return std::optional(ALONGSIDE_TRY(GeoPoint::from_e7(place.latitude_e7, place.longitude_e7)));
      known += (known.empty() ? "" : ", ") + each;
    }
  }
  if (known.empty()) return mistake("postcode", "this council has no postcodes; leave it out");
  return mistake("postcode", "write one in a district that this council knows: " + known);
}

Result<void> read_what(const Query& query, ListQuery& list) {
  list.search = ALONGSIDE_TRY(words(query, "search"));
  list.taxonomy_term_id = id_from(ALONGSIDE_TRY(words(query, "taxonomy_term_id")));
  list.taxonomy_id = ALONGSIDE_TRY(words(query, "taxonomy_id"));
  list.organization_id = id_from(ALONGSIDE_TRY(words(query, "organization_id")));
  constexpr std::string_view age_words = "write an age such as 5";
  list.minimum_age = ALONGSIDE_TRY(number_from_0(query, "minimum_age", 130, age_words));
  list.maximum_age = ALONGSIDE_TRY(number_from_0(query, "maximum_age", 130, age_words));
  list.start_time = ALONGSIDE_TRY(time_of_day(query, "start_time"));
  list.end_time = ALONGSIDE_TRY(time_of_day(query, "end_time"));
  list.days = ALONGSIDE_TRY(day(query));
  list.modified_after = ALONGSIDE_TRY(moment(query, "modified_after"));
  return {};
}

Result<void> read_where(const Query& query, const std::vector<wire::Place>& places, ListQuery& list) {
  list.near = ALONGSIDE_TRY(centre_of(query, places));
  list.proximity =
      ALONGSIDE_TRY(number_from_0(query, "proximity", 2'000'000, "write a distance in metres, such as 5000"));
  if (list.proximity && !list.near) return mistake("proximity", "write a postcode too, from which to measure");
  return {};
}

Result<Form> read_form(const Query& query) {
  const std::string_view format = query.value("format");
  if (!format.empty() && format != "json")
    return mistake("format", "write json or leave it out; ask for all there is page by page");
  const bool is_full = ALONGSIDE_TRY(truth(query, "full"));
  const bool is_minimal = ALONGSIDE_TRY(truth(query, "minimal"));
  if (is_full && is_minimal) return mistake("minimal", "leave it out, or leave out full");
  return is_full ? Form::Full : is_minimal ? Form::Minimal : Form::Listed;
}

Result<Paging> read_pages(const Query& query, std::size_t usual, std::size_t most) {
  constexpr std::size_t last_page = 1'000'000;
  Paging paging;
  paging.page = ALONGSIDE_TRY(whole_number(query, "page", 1, last_page));
  paging.per_page = ALONGSIDE_TRY(whole_number(query, "per_page", usual, most));
  return paging;
}

}  // namespace

Result<Paging> read_paging(const Query& query) { return read_pages(query, Paging::usual, Paging::most); }

Result<ListQuery> read_list_query(const Query& query, const std::vector<wire::Place>& places) {
  ListQuery list;
  list.form = ALONGSIDE_TRY(read_form(query));
  const bool is_full = list.form == Form::Full, is_minimal = list.form == Form::Minimal;
  list.paging = ALONGSIDE_TRY(read_pages(query,
                                         is_full      ? Paging::most_full
                                         : is_minimal ? Paging::most_minimal
                                                      : Paging::usual,
                                         is_full      ? Paging::most_full
                                         : is_minimal ? Paging::most_minimal
                                                      : Paging::most));
  ALONGSIDE_TRY(read_what(query, list));
  ALONGSIDE_TRY(read_where(query, places, list));
  return list;
}

}  // namespace alongside::local_offer
