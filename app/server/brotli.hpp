// brotli: bytes made small for the wire. Wraps libbrotli, in brotli.cpp. Only for what everybody may see: the size
// of something secret beside something a stranger chose would tell of it.
#pragma once

#include <string>
#include <string_view>

namespace alongside::server {

enum class BrotliEffort : int { Quick = 4, Thorough = 9 };  // Quick: a page, each time; Thorough: once, kept

std::string brotli(std::string_view bytes, BrotliEffort effort);  // empty when it cannot be done

}  // namespace alongside::server
