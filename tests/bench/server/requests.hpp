// Requests as the load generator sends them. Made by load.cpp.
#pragma once

#include "app/wire/frame.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::bench {

std::string get_of(std::string_view path, std::uint16_t port, std::string_view cookie = {});
std::string post_of(std::string_view path, std::uint16_t port, std::string_view cookie, const Bytes& frame);

}  // namespace alongside::bench
