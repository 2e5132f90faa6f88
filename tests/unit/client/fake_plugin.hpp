// FakePlugin: a plugin for the shell's tests, whose one page does as the test says: draws, returns an
// error or throws. Its module is made by fake_module().
#pragma once

#include "app/client/platform.hpp"
#include "app/plugin_api/plugin.hpp"
#include "app/ui/ui.hpp"

#include <memory>
#include <stdexcept>
#include <string>

namespace alongside::client {

enum class Manner : std::uint8_t { Well, Error, Throws, ThrowsInStart };

// What the module's C functions find their orders in: they take no argument of ours.
inline Manner& fake_manner() {
  static Manner manner = Manner::Well;
  return manner;
}

class FakePage final : public Page {
 public:
  std::string title(const ui::Words&) const override { return "Fake page"; }
  Result<void> page_ui(ui::Ui& ui) override {
    ui.heading(1, "Fake page");
    const auto card = ui.card("card");
    if (fake_manner() == Manner::Error) return alongside::Error{ErrorCode::Internal, "said so"};
    if (fake_manner() == Manner::Throws) throw std::runtime_error("on purpose");
    ui.link("link", "Go home", "/");
    return {};
  }
};

class FakePlugin final : public Plugin {
 public:
  explicit FakePlugin(Host&) {}
  Result<void> start(Registrar& registrar) override {
    if (fake_manner() == Manner::ThrowsInStart) throw std::runtime_error("in start");
    registrar.page("/fake", [] { return std::make_unique<FakePage>(); });
    return {};
  }
};

inline PluginManifest& fake_manifest() {
  static PluginManifest manifest{
      {sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT}, "fake", "1", ui::Hue::Plum, {}};
  return manifest;
}

inline PluginModule fake_module() {
  return {[]() -> const PluginManifest* { return &fake_manifest(); },
          [](Host* host) -> Plugin* { return new FakePlugin(*host); }, [](Plugin* plugin) { delete plugin; }};
}

}  // namespace alongside::client
