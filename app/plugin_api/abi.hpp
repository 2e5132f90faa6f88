// The three C symbols every plugin exports, and the plain data read before any of its C++ runs.
// Members are appended, never moved. Used by plugins (ALONGSIDE_PLUGIN) and by the plugin host.
#pragma once

#include "app/ui/look.hpp"
#include "app/ui/text_key.hpp"

#include <cstdint>

namespace alongside {

class Host;
class Plugin;

// Everything that decides whether two modules can share memory: compared as text, any difference
// is a refusal. Defined by the build: "<api>.<emscripten version>.<exception model>.<build kind>".
#ifndef ALONGSIDE_ABI_FINGERPRINT
#error "ALONGSIDE_ABI_FINGERPRINT comes from app/cmake (target alongside_options)"
#endif
inline constexpr std::uint32_t plugin_api_version = 2;

struct AbiTag {
  std::uint32_t size;         // sizeof(PluginManifest) the plugin was built with
  std::uint32_t api_version;  // plugin_api_version
  const char* fingerprint;
};

struct PluginManifest {
  AbiTag abi;
  const char* id;       // "direct_payments": the prefix of its text keys
  const char* version;  // of the plugin itself, for logs
  ui::Hue hue;
  ui::WordTable words;
};

}  // namespace alongside

// In plugin.cpp, once: ALONGSIDE_PLUGIN(direct_payments, manifest, DirectPayments).
// In a static build (native tests) the symbols carry the plugin's name, since all live in one program.
#ifdef ALONGSIDE_STATIC_PLUGINS
#define ALONGSIDE_PLUGIN_SYMBOL(id, name) alongside_##id##_plugin_##name
#else
#define ALONGSIDE_PLUGIN_SYMBOL(id, name) alongside_plugin_##name
#endif

#define ALONGSIDE_PLUGIN(plugin_id, its_manifest, Type)                                                              \
  extern "C" {                                                                                                       \
  __attribute__((used, visibility("default"))) const ::alongside::PluginManifest* ALONGSIDE_PLUGIN_SYMBOL(           \
      plugin_id, manifest)() {                                                                                       \
    return &(its_manifest);                                                                                          \
  }                                                                                                                  \
  __attribute__((used, visibility("default"))) ::alongside::Plugin* ALONGSIDE_PLUGIN_SYMBOL(plugin_id, create)(      \
      ::alongside::Host * host) {                                                                                    \
    try {                                                                                                            \
      return new Type(*host);                                                                                        \
    } catch (...) {                                                                                                  \
      return nullptr;                                                                                                \
    }                                                                                                                \
  }                                                                                                                  \
  __attribute__((used, visibility("default"))) void ALONGSIDE_PLUGIN_SYMBOL(plugin_id,                               \
                                                                            destroy)(::alongside::Plugin * plugin) { \
    delete plugin;                                                                                                   \
  }                                                                                                                  \
  }
