#include "plugins/local_offer/model/find_form.hpp"

#include "app/base/text.hpp"
#include "app/wire/messages/council.hpp"

#include <algorithm>
#include <iterator>

namespace alongside::local_offer {
namespace {

std::optional<std::uint16_t> parse_small_number(std::string_view text, std::uint16_t most) {
  text = trim(text);
  if (text.empty() || text.size() > 4) return std::nullopt;
  unsigned number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  if (number > most) return std::nullopt;
  return static_cast<std::uint16_t>(number);
}

}  // namespace

std::optional<std::uint8_t> parse_age(std::string_view text) {
  const auto age = parse_small_number(text, oldest_age);
  if (!age) return std::nullopt;
  return static_cast<std::uint8_t>(*age);
}

const wire::Place* find_place(const std::vector<wire::Place>& places, std::string_view name) {
  const auto found =
      std::find_if(places.begin(), places.end(), [&](const wire::Place& place) { return place.name == name; });
  return found == places.end() ? nullptr : &*found;
}

FindMistake FindForm::mistake(const std::vector<wire::Place>& places) const {
  if (!trim(age).empty() && !parse_age(age)) return FindMistake::Age;
  if (!miles.empty() && find_place(places, near) == nullptr) return FindMistake::Near;
  return FindMistake::None;
}

std::size_t FindForm::narrowings() const {
  std::size_t count = choices.size();
  for (const std::string* field : {&age, &near, &miles}) count += field->empty() ? 0 : 1;
  return count;
}

SearchQuery FindForm::query(const std::vector<wire::Place>& places) const {
  SearchQuery query;
  query.words = words;
  query.choices = choices;
  query.age = parse_age(age);
  if (const wire::Place* place = find_place(places, near)) {
    if (const auto point = GeoPoint::from_e7(place->latitude_e7, place->longitude_e7)) query.near = point.value();
  }
  if (query.near) query.miles = parse_small_number(miles, 500);
  return query;
}

}  // namespace alongside::local_offer
