// Response: what a handler answers. Plain data: the session adds the security headers, the ETag
// and the length. For frames and JSON use reply.hpp, which fills one in from a wire type.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

struct PageContent;

// What a browser may do with its copy. Private: never keep it. Revalidate: keep it, ask each time
// (the session makes the ETag and answers 304). Immutable: the name changes when the bytes do.
enum class Caching : std::uint8_t { Private, Revalidate, Immutable };

// Whose pages may read an answer: our own, or anybody's, without credentials. Only open data is the latter.
enum class Readers : std::uint8_t { OwnPages, AnyPage };

// An answer that was given at this address before, and how the present one is made of it (delta.hpp).
struct EarlierAnswer {
  std::string etag;
  std::shared_ptr<const std::string> delta;
  std::string_view encoding;  // of `delta`: "br"
};

struct Response;

// An answer that needs another machine's first. Called once, on the server's thread, with where to put the answer;
// until then the connection waits, and nothing else does.
using LaterAnswer = std::function<void(std::function<void(Response)> done)>;

// Whether a browser may say where it comes from. A page with a form must: without a referrer, a form's Origin is
// "null", and the guard could not tell it from another site's.
enum class Referrer : std::uint8_t { Never, OwnPages };

struct Response {
  int status = 200;
  std::string_view content_type = "text/plain; charset=utf-8";  // a literal, never from a request
  Caching caching = Caching::Private;
  Readers readers = Readers::OwnPages;
  std::string body;
  std::shared_ptr<const std::string> shared_body;    // in place of body: a static file, not copied
  std::shared_ptr<const std::string> shared_brotli;  // the same bytes compressed, for who accepts them
  std::shared_ptr<const std::vector<EarlierAnswer>> earlier;
  std::string delta_base;                   // with 226: the ETag of the answer that the body changes
  std::string etag;                         // with its quotes; made from body when empty
  std::string_view vary;                    // a literal: "Accept", "Accept-Language" …
  std::string_view content_encoding;        // "br", "gzip" or empty
  std::string allow;                        // with 405: "GET, HEAD"
  std::string cors_methods;                 // of an answer to OPTIONS: which ones another page may use
  std::string set_cookie;                   // a whole Set-Cookie value, made by session_cookie.cpp alone
  std::vector<std::string> more_cookies;    // the same; the session's is never among them
  std::string location;                     // with 303: an address that we made ourselves
  std::shared_ptr<const PageContent> page;  // in place of body: the site puts it into our own page
  Referrer referrer = Referrer::Never;
  LaterAnswer later;             // in place of everything else
  std::string_view disposition;  // Content-Disposition: "attachment", or empty
  int retry_after_seconds = 0;   // with 503
  std::string fault;             // what went wrong inside: for the log, never sent
  // What happened to who is let in: "signed_in_by_code", "not_allowed". A literal, for the log, which names nobody.
  std::string_view security_event;

  std::string_view content() const { return shared_body ? std::string_view(*shared_body) : std::string_view(body); }
};

Response text_response(int status, std::string_view text);  // text/plain, Private
Response see_other(std::string location);                   // 303

}  // namespace alongside::server
