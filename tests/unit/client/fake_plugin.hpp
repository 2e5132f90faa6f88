// FakePlugin: a plugin for the shell's tests, whose page, summary and settings do as the test says: draw,
// return an error or throw. Its module is made by fake_module().
#pragma once

#include "app/client/platform.hpp"
#include "app/plugin_api/plugin.hpp"
#include "app/ui/ui.hpp"

#include <memory>
#include <stdexcept>
#include <string>

namespace alongside::client {

enum class Manner : std::uint8_t { Well, Error, Throws, ThrowsInStart, ThrowsInSummary, ThrowsInHas };

// What the module's C functions find their orders in: they take no argument of ours.
inline Manner& fake_manner() {
  static Manner manner = Manner::Well;
  return manner;
}

// The host that the plugin was given: tests speak through it as the plugin would.
inline Host*& fake_plugins_host() {
  static Host* host = nullptr;
  return host;
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
  explicit FakePlugin(Host& host) { fake_plugins_host() = &host; }
  Result<void> start(Registrar& registrar) override {
    if (fake_manner() == Manner::ThrowsInStart) throw std::runtime_error("in start");
    registrar.page("/fake", [] { return std::make_unique<FakePage>(); });
    registrar.summary({has_summary, draw_summary});
    registrar.settings([](ui::Ui& ui) -> Result<void> {
      ui.text("A setting of the fake part");
      return {};
    });
    return {};
  }

 private:
  static bool has_summary() {
    if (fake_manner() == Manner::ThrowsInHas) throw std::runtime_error("on purpose");
    return true;
  }
  static Result<void> draw_summary(ui::Ui& ui) {
    const auto card = ui.card("card");
    if (fake_manner() == Manner::ThrowsInSummary) throw std::runtime_error("on purpose");
    ui.text("£312 left");
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
