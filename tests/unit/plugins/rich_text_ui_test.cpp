#include "plugins/local_offer/pages/rich_text_ui.hpp"

#include "app/ui/ui.hpp"
#include "plugins/local_offer/api/html_text.hpp"
#include "tests/support/ui_harness.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::local_offer;
using ui::Role;

namespace {

// The language a node is in: its own mark, or that of the nearest node around it.
std::string language_at(const testing::UiHarness& harness, const ui::Node& node) {
  const ui::Node* at = &node;
  while (at != nullptr && at->lang.empty()) at = harness.tree().find(at->parent);
  return at == nullptr ? std::string() : at->lang;
}

}  // namespace

TEST_CASE("a provider's words become headings, paragraphs, lists and links of the screen") {
  const RichText rich = rich_text_of(
                            "<h3>Bring</h3><p>Wear <b>boots</b>, see <a href='https://a.example'>the map</a>.</p>"
                            "<ul><li>One</li><li>Two <a href='tel:01632960123'>ring</a></li></ul>")
                            .value();
  testing::UiHarness harness(360, 800);
  harness.words().use(ui::Language::Welsh);
  harness.frame([&](ui::Ui& ui) {
    const auto main = ui.landmark("main", Role::Main);
    rich_text_ui(ui, "rich", rich, 3);
  });
  CHECK(harness.find(Role::Heading, "Bring").level == 3);
  CHECK(harness.has(Role::Paragraph, "Wear boots, see the map."));
  CHECK(harness.find(Role::Link, "the map").href == "https://a.example");
  CHECK(harness.find(Role::Link, "ring").href == "tel:01632960123");
  CHECK(harness.count(Role::ListItem) == 2);
  CHECK(language_at(harness, harness.find(Role::Paragraph, "One")) == "en");
}

TEST_CASE("a hostile shape draws without harm") {
  RichText rich;
  rich.blocks = {{BlockKind::Paragraph, {}}, {BlockKind::BulletList, {{}, {}}}, {BlockKind::Heading, {{}}}};
  testing::UiHarness harness(360, 800);
  harness.frame([&](ui::Ui& ui) {
    const auto main = ui.landmark("main", Role::Main);
    rich_text_ui(ui, "rich", rich, 3);
  });
  CHECK(harness.count(Role::Link) == 0);
}
