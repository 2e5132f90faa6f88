// The surveys that are open, in the browser: a table of contents. A module of its own: whoever looks at the list
// does not fetch all that answering takes.
#include "app/plugin_api/plugin.hpp"
#include "app/plugin_api/abi.hpp"
#include "plugins/feedback/pages/say_page.hpp"
#include "plugins/feedback/pages/visit_note_page.hpp"
#include "plugins/surveys/words.hpp"

namespace alongside::feedback {
namespace {

constexpr PluginManifest surveys_manifest = {{sizeof(PluginManifest), plugin_api_version, ALONGSIDE_ABI_FINGERPRINT},
                                             "surveys",
                                             "1",
                                             ui::Hue::Indigo,
                                             surveys_words};

class Surveys final : public Plugin {
 public:
  explicit Surveys(Host& host) : host_(host), listing_(host) {}

  Result<void> start(Registrar& registrar) override {
    registrar.page("/say", [this] { return std::make_unique<SayPage>(host_, listing_); });
    registrar.page("/say/note", [this] { return std::make_unique<VisitNotePage>(host_); });
    return {};
  }

 private:
  Host& host_;
  SurveyListing listing_;
};

}  // namespace
}  // namespace alongside::feedback

ALONGSIDE_PLUGIN(surveys, alongside::feedback::surveys_manifest, alongside::feedback::Surveys)
