// The libFuzzer target for what any stranger may send first: the head of a request, as the guard and the parser take
// it apart, its query, its cookies and what it says it would like. Findings are crashes, sanitizer reports, and broken
// promises: a path that is no text or leads out of the site, or letters that are read as two things.
// Run by tests/fuzz/run.sh.
#include "app/base/utf8.hpp"
#include "app/server/guard.hpp"
#include "app/server/http_parser.hpp"
#include "app/server/negotiation.hpp"
#include "app/server/session/session_cookie.hpp"
#include "tests/fuzz/promise.hpp"

#include <array>
#include <string>
#include <string_view>

namespace {

using namespace alongside;
using namespace alongside::server;
using fuzz::promise;

void read_query(std::string_view encoded) {
  const Query query = Query::parse(encoded);
  promise(query.pairs().size() <= Query::most_pairs, "a query has an end");
  for (const auto& [name, value] : query.pairs()) {
    promise(is_text(name) && is_text(value), "what a query says is text");
    std::string again;
    promise(percent_decode(percent_encode(value), PlusSign::Kept, again) && again == value,
            "what is decoded can be sent");
  }
  const std::array offered{Language::English, Language::Welsh};
  language_of(query, encoded, offered);
}

void read_wishes(const RequestHead& head) {
  format_of(head.value("Accept"));
  quality_of(head.value("Accept-Encoding"), "br");
  etag_matches(head.value("If-None-Match"), "\"abc\"");
  if (const auto token = session_cookie_in(head.value("Cookie")))
    promise(token->text().size() == SessionToken::letters, "a token has its length");
  sign_in_cookies_in(head.value("Cookie"));
}

void look_at(const RequestHead& head) {
  static const std::array own{std::string("https://families.northmere.example")};
  const auto verdict = guard(head, own);
  const auto* accepted = std::get_if<Accepted>(&verdict);
  if (accepted == nullptr) {
    promise(std::get<Refusal>(verdict).status >= 400, "who is refused is told so");
    return;
  }
  promise(is_text(accepted->path) && accepted->path.starts_with('/'), "a path is text and begins at the site");
  promise(accepted->path.find("/../") == std::string::npos, "a path stays in the site");
  read_query(accepted->query);
  read_wishes(head);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view head(reinterpret_cast<const char*>(data), size);
  // As HttpExchange asks: nothing that is refused as bytes is parsed.
  if (!raw_head_fault(head)) parse_head(head, look_at);
  return 0;
}
