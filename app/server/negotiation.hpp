// What a browser says it would like: a format, a language, an encoding, and only news. Pure
// functions over header values; used by http_session and site.
#pragma once

#include "app/server/language.hpp"
#include "app/server/query.hpp"
#include "app/server/request.hpp"

#include <span>
#include <string_view>

namespace alongside::server {

Format format_of(std::string_view accept);

// ?lang=cy or ?lang=en first, then Accept-Language, then the council's first language.
Language language_of(const Query& query, std::string_view accept_language, std::span<const Language> offered);

// How much a client wants one item of a header such as Accept-Encoding: its q from 0 to 1000, or 0.
int quality_of(std::string_view header, std::string_view item);

// If-None-Match: does the list hold this ETag (weakly compared), or is it "*"?
bool etag_matches(std::string_view if_none_match, std::string_view etag);

}  // namespace alongside::server
