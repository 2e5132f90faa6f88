// The functions the page calls (web/host.js has their list). Each is one line into Application. What
// they are given belongs to the page, which frees it after the call; only a font is handed over.
#include "app/client/exports_web.hpp"
#include "app/client/application.hpp"
#include "app/client/platform_web.hpp"
#include "app/client/woken.hpp"

#include <emscripten/emscripten.h>
#include <cstdlib>
#include <string>
#include <string_view>

namespace alongside::client {
namespace {

// Set once by main, before the page can call anything. The page's calls carry no pointer of ours,
// so this is the one place where the client is found from.
Exports* exports = nullptr;

std::string_view text(const char* bytes, std::size_t size) { return {bytes, size}; }

}  // namespace

void use_exports(Exports& to) { exports = &to; }

extern "C" {

EMSCRIPTEN_KEEPALIVE const char* alongside_fingerprint() { return ALONGSIDE_ABI_FINGERPRINT; }

EMSCRIPTEN_KEEPALIVE void alongside_environment(const char* lines, std::size_t size) {
  exports->platform.environment(text(lines, size));
  exports->application.environment(text(lines, size));
}

EMSCRIPTEN_KEEPALIVE void alongside_font(std::uint32_t face, std::uint8_t* ttf, std::size_t size) {
  if (face <= 2) exports->application.font(static_cast<ui::FontFace>(face), {ttf, size});
  std::free(ttf);
}

EMSCRIPTEN_KEEPALIVE void alongside_catalog(const char* lines, std::size_t size) {
  exports->application.catalog(text(lines, size));
}

EMSCRIPTEN_KEEPALIVE void alongside_easy_words(const char* table, std::size_t size) {
  exports->application.easy_words(text(table, size));
}

EMSCRIPTEN_KEEPALIVE void alongside_start(const char* address, std::size_t size) {
  exports->application.start(text(address, size));
}

EMSCRIPTEN_KEEPALIVE void alongside_navigated(const char* address, std::size_t size) {
  exports->application.arrived(text(address, size));
}

EMSCRIPTEN_KEEPALIVE std::uint32_t alongside_frame(double scroll_y, double width, double height, double dpr,
                                                   double now_ms, std::uint32_t repaint) {
  const Viewport viewport{static_cast<float>(scroll_y),
                          {static_cast<float>(width), static_cast<float>(height), static_cast<float>(dpr)},
                          static_cast<std::int64_t>(now_ms),
                          repaint != 0 ? Repaint::Yes : Repaint::No};
  return exports->application.frame(viewport) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE const char* alongside_painted() { return exports->application.painted(); }

EMSCRIPTEN_KEEPALIVE void alongside_action(std::uint32_t id_low, std::uint32_t id_high, std::uint32_t kind,
                                           const char* payload, std::size_t size) {
  if (kind < 1 || kind > 7) return;
  const ui::NodeId node = (static_cast<ui::NodeId>(id_high) << 32) | id_low;
  exports->application.act({node, static_cast<ui::ActionKind>(kind), std::string(payload, size)});
}

EMSCRIPTEN_KEEPALIVE void alongside_fetched(std::uint32_t request, std::uint32_t status, const std::uint8_t* body,
                                            std::size_t size) {
  exports->platform.fetched(request, status, Bytes(body, body + size));
}

EMSCRIPTEN_KEEPALIVE void alongside_stored(std::uint32_t store, std::uint32_t request, std::uint32_t fault,
                                           const std::uint8_t* bytes, std::size_t size) {
  exports->platform.store(store).stored(request, fault, {bytes, size});
}

EMSCRIPTEN_KEEPALIVE void alongside_store_changed(std::uint32_t store) {
  exports->platform.store(store).changed_elsewhere();
}

EMSCRIPTEN_KEEPALIVE void alongside_turn(const char* name, std::size_t size) {
  exports->platform.turns().granted(text(name, size));
}

EMSCRIPTEN_KEEPALIVE void alongside_timer(std::uint32_t request) { exports->platform.timer().rang(request); }

EMSCRIPTEN_KEEPALIVE void alongside_woken(std::uint32_t kind) {
  if (kind > static_cast<std::uint32_t>(Woken::Leaving)) return;
  exports->application.woken(static_cast<Woken>(kind));
}

EMSCRIPTEN_KEEPALIVE void alongside_plugin_ready(const char* id, std::size_t id_size, std::uint32_t verified,
                                                 const char* reason, std::size_t reason_size) {
  exports->platform.plugin_ready(text(id, id_size), verified != 0, text(reason, reason_size));
}

EMSCRIPTEN_KEEPALIVE void alongside_context(std::uint32_t restored) {
  if (restored != 0) {
    exports->application.context_restored();
  } else {
    exports->application.context_lost();
  }
}

}  // extern "C"

}  // namespace alongside::client
