#include "app/server/body_encoding.hpp"

#include "app/server/brotli.hpp"
#include "app/server/delta.hpp"
#include "app/server/negotiation.hpp"

namespace alongside::server {
namespace {

constexpr std::size_t least_bytes = 1024;       // below it fits one packet anyway
constexpr std::size_t most_bytes = 512 * 1024;  // above it the feature keeps a compressed copy, or it goes as it is

// Nothing that depends on who asks is ever compressed.
bool is_public(const Response& response) { return response.status == 200 && response.caching == Caching::Revalidate; }

void send_changes(Response& response, const EarlierAnswer& earlier) {
  response.status = 226;
  response.caching = Caching::Private;  // no cache on the way knows what a part is
  response.body.clear();
  response.shared_body = earlier.delta;
  response.content_encoding = earlier.encoding;
  response.delta_base = earlier.etag;
}

}  // namespace

void encode_body(Response& response, const EncodingWish& wish) {
  const bool is_done = !response.content_encoding.empty() || !is_public(response);
  if (is_done) return;
  const bool accepts = quality_of(wish.accept_encoding, "br") > 0;
  if (response.earlier && accepts && quality_of(wish.a_im, delta_name) > 0) {
    for (const EarlierAnswer& earlier : *response.earlier) {
      if (etag_matches(wish.if_none_match, earlier.etag)) return send_changes(response, earlier);
    }
  }
  if (response.vary == "Accept")
    response.vary = response.earlier ? "Accept, Accept-Encoding, A-IM" : "Accept, Accept-Encoding";
  if (response.vary == "Accept-Language") response.vary = "Accept-Language, Accept-Encoding";
  if (!accepts) return;
  if (response.shared_brotli) {
    response.shared_body = response.shared_brotli;
  } else {
    const std::string_view content = response.content();
    if (content.size() < least_bytes || content.size() > most_bytes) return;
    std::string small = brotli(content, BrotliEffort::Quick);
    if (small.empty() || small.size() >= content.size()) return;
    response.shared_body.reset();
    response.body = std::move(small);
  }
  response.content_encoding = "br";
  // The same words in other bytes: a weak tag says so (RFC 9110 §8.8.1).
  if (!response.etag.starts_with("W/")) response.etag = "W/" + response.etag;
}

}  // namespace alongside::server
