// Thrower: fails on purpose, to prove that the application names it and goes on. /thrower/draw throws
// whenever it is drawn, /thrower/button when its button is pressed, /thrower/reply inside the reply
// to a fetch, /thrower/error returns an Error.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "app/ui/ui.hpp"

#include <stdexcept>
#include <utility>

namespace alongside::thrower {
namespace {

constexpr PluginManifest thrower_manifest = {
    {sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT}, "thrower", "1", ui::Hue::Plum, {}};

class ThrowingPage final : public Page {
 public:
  explicit ThrowingPage(Host& host) : host_(host) {}

  void opened(const Route& route) override {
    what_ = std::string(route.tail("/thrower"));
    if (what_ != "reply") return;
    host_.fetch("/api/council", [](Result<Bytes>) { throw std::runtime_error("thrown in a reply"); });
  }

  std::string title(const ui::Words&) const override { return "Thrower"; }

  Result<void> page_ui(ui::Ui& ui) override {
    ui.heading(1, "Half a page");
    const auto card = ui.card("card");  // open while it throws: the scope must close itself
    ui.text("These words must not stay.");
    if (what_ == "draw") throw std::runtime_error("thrown while drawing");
    if (what_ == "error") return Error{ErrorCode::Internal, "returned while drawing"};
    if (ui.button("throw", "Throw now")) throw std::runtime_error("thrown by a button");
    return {};
  }

 private:
  Host& host_;
  std::string what_;
};

class Thrower final : public Plugin {
 public:
  explicit Thrower(Host& host) : host_(host) {}

  Result<void> start(Registrar& registrar) override {
    for (const char* path : {"/thrower/draw", "/thrower/button", "/thrower/reply", "/thrower/error"}) {
      registrar.page(path, [this] { return std::make_unique<ThrowingPage>(host_); });
    }
    return {};
  }

 private:
  Host& host_;
};

}  // namespace
}  // namespace alongside::thrower

ALONGSIDE_PLUGIN(thrower, alongside::thrower::thrower_manifest, alongside::thrower::Thrower)
