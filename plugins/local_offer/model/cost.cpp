#include "plugins/local_offer/model/cost.hpp"

namespace alongside::local_offer {

std::string pounds(Money money) {
  std::string text = money.text();
  if (text.size() > 3 && text.compare(text.size() - 3, 3, ".00") == 0) text.resize(text.size() - 3);
  return text;
}

}  // namespace alongside::local_offer
