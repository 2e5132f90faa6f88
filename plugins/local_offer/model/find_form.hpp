// FindForm: the fields of the search form, as a person filled them in and as the address bar holds
// them. Used by the find screen and by the API's plain page, so that both understand the same.
#pragma once

#include "plugins/local_offer/model/search/search_query.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::wire {
struct Place;
}

namespace alongside::local_offer {

enum class FindMistake : std::uint8_t { None, Age, Near };

struct FindForm {
  std::string words;
  std::string age;
  std::string near;   // a place's name
  std::string miles;  // "" is any distance
  std::vector<FacetChoice> choices{};

  FindMistake mistake(const std::vector<wire::Place>& places) const;
  // What can be understood; a mistaken field is left out.
  SearchQuery query(const std::vector<wire::Place>& places) const;
  // How many things narrow the search beside its words.
  std::size_t narrowings() const;
  bool operator==(const FindForm&) const = default;
};

std::optional<std::uint8_t> parse_age(std::string_view text);  // 0 to 25
const wire::Place* find_place(const std::vector<wire::Place>& places, std::string_view name);
inline constexpr std::string_view mile_choices[] = {"2", "5", "10", "20"};

}  // namespace alongside::local_offer
