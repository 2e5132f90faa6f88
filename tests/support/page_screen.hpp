// PageScreen: what the tests of every plugin's page begin with: a phone's screen, a host that stands
// still, the plugin's words and a council. A test derives from it and adds its page.
#pragma once

#include "app/plugin_api/page.hpp"
#include "app/ui/ui.hpp"
#include "tests/support/fake_host.hpp"
#include "tests/support/ui_harness.hpp"

#include <doctest/doctest.h>

namespace alongside::testing {

struct PageScreen {
  PageScreen(ui::WordTable words, const wire::Council& council) {
    harness.words().add(words);
    host.council_ = council;
  }

  void draw(Page& page) {
    harness.frame([&page](ui::Ui& ui) {
      const auto main = ui.landmark("main", ui::Role::Main);
      CHECK(page.page_ui(ui).ok());
    });
    harness.settle();
  }

  UiHarness harness{360, 800};
  FakeHost host{harness.words()};
};

}  // namespace alongside::testing
