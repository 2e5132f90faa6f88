// Hello: the smallest plugin, a heading, a button that counts and a table. Built separately from the
// application, to prove that a feature needs no change in app/.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "app/ui/ui.hpp"
#include "plugins/hello/words.hpp"

#include <algorithm>
#include <string>

namespace alongside::hello {
namespace {

using namespace ui::literals;

constexpr PluginManifest hello_manifest = {{sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT},
                                           "hello",
                                           "1",
                                           ui::Hue::Primary,
                                           hello_words};

class HelloPage final : public Page {
 public:
  std::string title(const ui::Words& words) const override { return words.get("hello.title"_t); }

  Result<void> page_ui(ui::Ui& ui) override {
    ui.heading(1, ui.tr("hello.title"_t));
    if (ui.button("press", ui.tr("hello.press"_t), ui::ButtonLook::Primary)) ++count_;
    ui.status("count", ui.plural("hello.count"_t, count_));
    // Widgets that no other plugin uses, on purpose: the application must offer them all.
    ui.progress("progress", ui.tr("hello.progress"_t), std::min(count_ / 3.0, 1.0));
    const auto table =
        ui.table("table", ui.tr("hello.table"_t), {{ui.tr("hello.what"_t)}, {ui.tr("hello.times"_t), ui::Align::End}});
    const auto row = ui.table_row("row");
    ui.cell(ui.tr("hello.press"_t));
    ui.cell(std::to_string(count_));
    return {};
  }

 private:
  int count_ = 0;
};

class Hello final : public Plugin {
 public:
  explicit Hello(Host&) {}

  Result<void> start(Registrar& registrar) override {
    registrar.page("/hello", [] { return std::make_unique<HelloPage>(); });
    return {};
  }
};

}  // namespace
}  // namespace alongside::hello

ALONGSIDE_PLUGIN(hello, alongside::hello::hello_manifest, alongside::hello::Hello)
