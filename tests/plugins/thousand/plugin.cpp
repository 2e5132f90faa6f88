// Thousand: a page of a thousand sentences, of which as many change in each frame as its address says
// ("/thousand?changed=50"). What `./alongside bench frame` measures.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "app/ui/ui.hpp"
#include "plugins/thousand/words.hpp"

#include <array>
#include <string>

namespace alongside::thousand {
namespace {

using namespace ui::literals;

constexpr PluginManifest thousand_manifest = {{sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT},
                                              "thousand",
                                              "1",
                                              ui::Hue::Primary,
                                              thousand_words};
constexpr int sentences = 1000;

class ThousandPage final : public Page {
 public:
  void opened(const Route& route) override {
    for (std::size_t at = 0; at < sentences; ++at) write(at);
    const std::string_view value = route.value("changed");
    changed_ = value == "1000" ? sentences : value == "50" ? 50 : 0;
  }

  std::string title(const ui::Words& words) const override { return words.get("thousand.title"_t); }

  Result<void> page_ui(ui::Ui& ui) override {
    ui.heading(1, ui.tr("thousand.title"_t));
    for (int i = 0; i < changed_; ++i) write(static_cast<std::size_t>(i * (sentences / changed_)));
    for (const std::string& text : texts_) ui.text(text);
    return {};
  }

 private:
  // A page has its words; it does not put them together again where nothing changed.
  void write(std::size_t at) {
    std::string& text = texts_[at];
    text = "Sentence ";
    text += std::to_string(at);
    text += ", version ";
    text += std::to_string(++versions_[at]);
  }

  int changed_ = 0;
  std::array<int, sentences> versions_{};
  std::array<std::string, sentences> texts_;
};

class Thousand final : public Plugin {
 public:
  explicit Thousand(Host&) {}

  Result<void> start(Registrar& registrar) override {
    registrar.page("/thousand", [] { return std::make_unique<ThousandPage>(); });
    return {};
  }
};

}  // namespace
}  // namespace alongside::thousand

ALONGSIDE_PLUGIN(thousand, alongside::thousand::thousand_manifest, alongside::thousand::Thousand)
