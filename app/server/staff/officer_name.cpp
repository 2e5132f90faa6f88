#include "app/server/staff/officer_name.hpp"

#include "app/base/utf8.hpp"

#include <algorithm>

namespace alongside::server {

namespace {

constexpr std::size_t most_name_bytes = 80;

}  // namespace

Result<void> check_officer(std::string_view name) {
  const bool good = name.size() >= 2 && name.size() <= most_name_bytes && clean_text(name) == name &&
                    std::ranges::none_of(name, [](char letter) { return letter == '\n' || letter == '\t'; });
  if (good && name.find_first_not_of(' ') != name.npos) return {};
  return Error{ErrorCode::InvalidInput,
               "say who asks for this: --officer NAME, or ALONGSIDE_OFFICER in the environment (2 to 80 letters)"};
}

}  // namespace alongside::server
