// The pages of requests without script: what may be asked for, what happens then, and who to ring.
#pragma once

#include "app/server/language.hpp"
#include "app/server/page_content.hpp"

#include <cstdint>
#include <string_view>

namespace alongside::server {
struct CouncilConfig;
}

namespace alongside::requests {

enum class RequestScreen : std::uint8_t { All, New, One };
std::string_view pattern_of(RequestScreen screen);
server::PageContent request_html(RequestScreen screen, const server::CouncilConfig& council, server::Language language);

}  // namespace alongside::requests
