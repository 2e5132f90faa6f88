#include "app/client/shell.hpp"

#include "app/wire/frame.hpp"
#include "shell_words.hpp"
#include "tests/support/ui_harness.hpp"
#include "tests/unit/client/fake_clock.hpp"
#include "tests/unit/client/fake_platform.hpp"
#include "tests/unit/client/fake_plugin.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace alongside;
using namespace alongside::client;
using testing::UiHarness;
using ui::Role;

namespace {

// The shell with one fake plugin, drawn at 360 px.
struct ShellScreen {
  ShellScreen() {
    fake_manner() = Manner::Well;
    fake_manifest().abi.fingerprint = ALONGSIDE_ABI_FINGERPRINT;
    shell.environment_changed("lang=en\nview=plain\n");
    REQUIRE(shell.catalog("fake\tplum\theart\t1\tFake part\tRhan ffug\tAbout it.\tAmdano.\t/fake\n").ok());
  }

  void open(std::string_view address) {
    shell.start(address);
    wire::Council council;
    council.name = {"Northmere Council", "Cyngor Northmere"};
    council.help.phone = "01632 960123";
    platform.answer(wire::encode_frame(council));
    draw();
  }

  void draw() {
    harness.words() = shell.words();  // the harness reads its own; the shell's change with the plugins
    harness.frame([&](ui::Ui& ui) { shell.draw(ui); });
  }
  bool shows(Role role, std::string_view name) { return harness.has(role, name); }

  UiHarness harness{360, 800};
  FakePlatform platform;
  FakeClock clock;
  Shell shell{platform, clock, shell_words};
};

}  // namespace

TEST_SUITE("shell") {
  TEST_CASE("home has the council's phone, the navigation and the search's way in") {
    ShellScreen screen;
    screen.open("/");
    CHECK(screen.shows(Role::Heading, "Hello. What do you need?"));
    CHECK(screen.shows(Role::Link, "Ring 01632 960123"));
    CHECK(screen.shows(Role::Link, "Fake part"));
    CHECK(screen.platform.titles.back() == "Home – Northmere Council");
    CHECK(screen.platform.loads.empty());
  }

  TEST_CASE("on the narrowest phone the number alone is shown, and is called what it does") {
    ShellScreen screen;
    screen.harness.input.width = 320;
    screen.open("/");
    CHECK(screen.harness.find(Role::Link, "01632 960123").value == "Ring 01632 960123");
    screen.harness.input.width = 360;
    screen.draw();
    CHECK(screen.harness.find(Role::Link, "Ring 01632 960123").value.empty());
  }

  TEST_CASE("the card about oneself stands beside the question where there is room, else among the ways in") {
    ShellScreen screen;
    const auto top_of = [&](Role role, std::string_view name) {
      return screen.harness.tree().page_rect(screen.harness.find(role, name).id).y;
    };
    screen.open("/");
    CHECK(top_of(Role::Link, "Sign in") > top_of(Role::Heading, "What you can do here"));
    screen.harness.input.width = 1280;
    screen.draw();
    CHECK(top_of(Role::Link, "Sign in") < top_of(Role::Heading, "What you can do here"));
  }

  TEST_CASE("a plugin's module is fetched on the first visit to its page, and once") {
    ShellScreen screen;
    screen.open("/fake");
    CHECK(screen.shows(Role::Status, "Opening “Fake part”. One moment."));
    screen.draw();
    REQUIRE(screen.platform.loads.size() == 1);
    CHECK(screen.platform.loads[0].first == "fake");
    screen.platform.loaded(fake_module());
    screen.draw();
    CHECK(screen.shows(Role::Heading, "Fake page"));
    CHECK(screen.platform.titles.back() == "Fake page – Northmere Council");
    screen.shell.go("/", History::Push);
    screen.shell.go("/fake", History::Push);
    screen.draw();
    CHECK(screen.platform.loads.empty());
    CHECK(screen.shows(Role::Heading, "Fake page"));
  }

  TEST_CASE("a module that was changed on the way is refused by name, and home still works") {
    ShellScreen screen;
    screen.open("/fake");
    screen.platform.loaded(Error{ErrorCode::Incompatible, "bytes differ"});
    screen.draw();
    CHECK(screen.shell.plugin_host().plugins()[0]->state() == PluginState::Refused);
    CHECK(screen.shows(Role::Paragraph, "“Fake part” did not pass our safety check, so we have not opened it."));
    CHECK_FALSE(screen.shows(Role::Button, "Try again"));
    screen.shell.go("/", History::Push);
    screen.draw();
    CHECK(screen.shows(Role::Heading, "Hello. What do you need?"));
  }

  TEST_CASE("a module the network did not bring can be tried again") {
    ShellScreen screen;
    screen.open("/fake");
    screen.platform.loaded(Error{ErrorCode::Offline, "no answer"});
    screen.draw();
    screen.harness.activate(screen.harness.find(Role::Button, "Try again"));
    screen.draw();
    screen.draw();
    REQUIRE(screen.platform.loads.size() == 1);
    screen.platform.loaded(fake_module());
    screen.draw();
    CHECK(screen.shows(Role::Heading, "Fake page"));
  }

  TEST_CASE("a module made with other tools is refused before any of its code runs") {
    ShellScreen screen;
    fake_manifest().abi.fingerprint = "another";
    screen.open("/fake");
    screen.platform.loaded(fake_module());
    screen.draw();
    CHECK(screen.shell.plugin_host().plugins()[0]->state() == PluginState::Refused);
  }

  TEST_CASE("a page that throws is named to the person and the frame stays whole") {
    ShellScreen screen;
    screen.open("/fake");
    screen.platform.loaded(fake_module());
    fake_manner() = Manner::Throws;
    screen.draw();
    screen.draw();
    CHECK(screen.shows(Role::Paragraph, "“Fake part” stopped working just now."));
    CHECK(screen.shows(Role::Link, "Settings"));
  }

  TEST_CASE("a plugin that throws while it starts is named too") {
    ShellScreen screen;
    fake_manner() = Manner::ThrowsInStart;
    screen.open("/fake");
    screen.platform.loaded(fake_module());
    screen.draw();
    CHECK(screen.shell.plugin_host().plugins()[0]->state() == PluginState::Failed);
    CHECK(screen.shows(Role::Button, "Try again"));
  }

  TEST_CASE("a plugin that failed to start is begun anew when it is tried again") {
    ShellScreen screen;
    fake_manner() = Manner::ThrowsInStart;
    screen.open("/fake");
    screen.platform.loaded(fake_module());
    screen.draw();
    fake_manner() = Manner::Well;
    screen.harness.activate(screen.harness.find(Role::Button, "Try again"));
    screen.draw();
    screen.draw();
    REQUIRE(screen.platform.loads.size() == 1);
    screen.platform.loaded(fake_module());
    screen.draw();
    CHECK(screen.shows(Role::Heading, "Fake page"));
  }

  TEST_CASE("a page that keeps failing is closed for this visit") {
    ShellScreen screen;
    screen.open("/fake");
    screen.platform.loaded(fake_module());
    fake_manner() = Manner::Error;
    for (int attempt = 0; attempt < 3; ++attempt) {
      screen.draw();
      screen.draw();
      if (screen.shows(Role::Button, "Try again")) {
        screen.harness.activate(screen.harness.find(Role::Button, "Try again"));
      }
      screen.draw();
    }
    CHECK(screen.shell.plugin_host().plugins()[0]->state() == PluginState::Quarantined);
  }

  TEST_CASE("an address nobody answers says so and leads home") {
    ShellScreen screen;
    screen.open("/moon");
    CHECK(screen.shows(Role::Heading, "We cannot find that page"));
    CHECK(screen.shows(Role::Link, "Go to the home page"));
  }

  TEST_CASE("a choice in settings is handed to the page to keep") {
    ShellScreen screen;
    screen.open("/settings");
    screen.harness.toggle(screen.harness.find(Role::Radio, "Dark"));
    screen.draw();
    CHECK(screen.platform.settings["theme"] == "dark");
  }

  TEST_CASE("the search on the home page leads to the offer's address, and the page lives while it asks") {
    ShellScreen screen;
    REQUIRE(screen.shell.catalog("offer\tprimary\tsearch\t1\tFind\tChwilio\tLook.\tEdrych.\t/find\n").ok());
    screen.open("/");
    screen.harness.type(screen.harness.find(Role::TextField, "What are you looking for?"), "quiet saturday");
    screen.harness.activate(screen.harness.find(Role::Button, "Search"));
    CHECK(screen.shell.route().text() == "/find?q=quiet+saturday");
    CHECK(screen.platform.addresses.back().second == History::Push);
  }

  TEST_CASE("home has a card for each main way, with what belongs to it in it; what belongs to none has its own") {
    ShellScreen screen;
    REQUIRE(screen.shell
                .catalog("money\tplum\twallet\t20\tMoney\tArian\ta\tb\t/money\n"
                         "last\tplum\twallet\t1023\tWill it last?\tA fydd?\ta\tb\t/money/last\n"
                         "alone\tplum\twallet\t1053\tAlone\tAr wahân\ta\tb\t/alone\n"
                         "led\tplum\twallet\t1024\tLed to\tArwain\ta\tb\t/led/*\n")
                .ok());
    screen.open("/");
    const auto& tree = screen.harness.tree();
    const auto card_of = [&](std::string_view name) {
      const ui::Node* node = &screen.harness.find(Role::Link, name);
      while (node->role != Role::Group) node = tree.find(node->parent);
      return node->id;
    };
    const auto money = std::ranges::find_if(
        tree.nodes(), [](const ui::Node& node) { return node.name == "Money" && node.look.starts_with("card-title"); });
    REQUIRE(money != tree.nodes().end());
    CHECK(card_of("Will it last?") == money->parent);
    CHECK(card_of("Alone") != money->parent);
    CHECK_FALSE(screen.shows(Role::Link, "Led to"));
    CHECK(card_of("What we know about you, and why") != money->parent);
  }

  TEST_CASE("the whole frame is Welsh when Welsh is chosen") {
    ShellScreen screen;
    screen.open("/");
    screen.shell.environment_changed("lang=cy\n");
    screen.draw();
    CHECK(screen.shows(Role::Link, "Rhan ffug"));
    CHECK(screen.shows(Role::Link, "Gosodiadau"));
    CHECK(screen.platform.titles.back() == "Hafan – Cyngor Northmere");
  }
}
