// ServiceContact: a person or a desk to ring or write to, with HSDS's names.
// Read by the service screen and by the API's pages.
#pragma once

#include "app/wire/types.hpp"

#include <string>
#include <vector>

namespace alongside::local_offer {

struct ServiceContact {
  std::string name;
  std::string title;
  std::string email;
  std::vector<std::string> phones;  // as people dial them
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(name), CEREAL_NVP(title), CEREAL_NVP(email), CEREAL_NVP(phones));
  }
};

// The number without its spaces, for a tel: link.
std::string tel_href(const std::string& phone);

}  // namespace alongside::local_offer
