// Feedback in the browser: a table of contents. Loaded the first time somebody goes there.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "plugins/feedback/pages/answer_page.hpp"
#include "plugins/feedback/pages/summary_ui.hpp"
#include "plugins/feedback/pages/survey_cabinet.hpp"
#include "plugins/feedback/words.hpp"

namespace alongside::feedback {
namespace {

constexpr PluginManifest feedback_manifest = {{sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT},
                                              "feedback",
                                              "1",
                                              ui::Hue::Indigo,
                                              feedback_words};

class Feedback final : public Plugin {
 public:
  explicit Feedback(Host& host) : host_(host), cabinet_(host) {}

  Result<void> start(Registrar& registrar) override {
    const auto answer = [this] { return std::make_unique<AnswerPage>(host_, cabinet_); };
    registrar.page("/say/visit", answer);
    registrar.page("/say/*", answer);
    registrar.summary({[this] { return has_summary(cabinet_); },
                       [this](ui::Ui& ui) {
                         summary_ui(ui, cabinet_);
                         return Result<void>();
                       }});
    return {};
  }

 private:
  Host& host_;
  SurveyCabinet cabinet_;
};

}  // namespace
}  // namespace alongside::feedback

ALONGSIDE_PLUGIN(feedback, alongside::feedback::feedback_manifest, alongside::feedback::Feedback)
