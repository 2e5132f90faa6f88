// How text goes into an email: headers (RFC 5322, RFC 2047) and a body (quoted-printable). Pure; used by
// mail_letter. Whatever it is given, what comes out is printable ASCII in lines short enough, and nothing
// in it ends a header.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::server {

// "Northmere Council", or "=?UTF-8?Q?Cyngor_M=C3=B4n?=", folded where it is long.
std::string header_words(std::string_view text);
// "Sun, 22 Nov 2026 17:00:00 +0000"
std::string header_date(std::int64_t ms);
// Lines that end in \n become lines of at most 76 bytes that end in CRLF.
std::string quoted_printable(std::string_view text);

}  // namespace alongside::server
