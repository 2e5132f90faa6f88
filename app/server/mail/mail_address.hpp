// Email addresses, as far as we write to any: plain ones, without quotes, comments or letters beyond
// ASCII, so that none can put anything into a header. Used by the configuration, the family's file and
// the letters.
#pragma once

#include <string>
#include <string_view>

namespace alongside::server {

bool is_mail_address(std::string_view text);
bool is_mail_domain(std::string_view text);  // "northmere.example", or an IPv4 address
std::string_view domain_of(std::string_view address);

// "s…@northmere.example": for its owner to know it by, and for nobody who looks over their shoulder.
std::string masked_address(std::string_view address);

}  // namespace alongside::server
