#include "plugins/local_offer/model/contact.hpp"

namespace alongside::local_offer {

std::string tel_href(const std::string& phone) {
  std::string href = "tel:";
  for (const char c : phone) {
    if ((c >= '0' && c <= '9') || (c == '+' && href.size() == 4)) href += c;
  }
  return href;
}

}  // namespace alongside::local_offer
