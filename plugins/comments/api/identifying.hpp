// What in some words may tell who somebody is: emails, phone numbers, postcodes, ages and what looks like a name.
// A help for whoever moderates, who decides: regulation 56(4) lets no comment be published that identifies anybody.
// Called before a comment or an answer is published.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace alongside::comments {

struct KnownNames {
  std::vector<std::string> may_be_said;  // of places, the service, the council
  std::vector<std::string> of_people;    // of families whom the council knows
};

// Each as "a phone number: 01632 960123".
std::vector<std::string> identifying_parts(std::string_view words, const KnownNames& names);

}  // namespace alongside::comments
