#include "app/plugin_api/intent_link.hpp"

#include "app/base/base64url.hpp"

namespace alongside {
namespace {

constexpr std::string_view name = "intent";
}  // namespace

std::string intent_link(std::string_view route, const Bytes& frame) {
  const std::string text = base64url(frame);
  if (route.empty() || text.empty() || text.size() > most_intent_letters) return {};
  Route link = Route::parse(route);
  link.set(name, text);
  return link.text();
}

Bytes intent_of(const Route& route) {
  const std::string_view text = route.value(name);
  if (text.size() > most_intent_letters) return {};
  return base64url_bytes(text).value_or(Bytes{});
}

}  // namespace alongside
