#include "tests/support/messages/outside_message.hpp"

#include <algorithm>

namespace alongside::testing {

std::vector<OutsideMessage> messages_from_outside() {
  std::vector<OutsideMessage> all;
  for (const auto& part : {messages_of_app(), messages_of_money(), messages_of_surveys(), messages_of_plugins()})
    all.insert(all.end(), part.begin(), part.end());
  std::ranges::sort(all, {}, [](const OutsideMessage& message) { return message.schema.id; });
  return all;
}

}  // namespace alongside::testing
